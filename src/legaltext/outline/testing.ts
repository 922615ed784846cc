import fc from 'fast-check';
import { HOUSE_STYLES } from '../house-styles/index.ts';
import type { HouseStyle, Level } from '../house-styles/model.ts';
import { proposeNumber } from '../house-styles/propose-number.ts';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';

/** Versions that a house style can hold whole: every level numbered as the style numbers it, from the first number on. */

const SENTENCES = [
  'A Supplier shall keep each meter in order.',
  'Each reading is sent within 5 days;',
  'the Operator may ask for more, and',
  'naïve “quotes” – and dashes – are words.',
  'קוד אחד ועוד מילים.',
  'e\u0301tude of combining marks.',
  'Short words',
  'This is subject to paragraph 2.3(a).',
];
const HEADINGS = ['General', 'Meters and readings', 'Rules for Operators', 'Überblick'];

interface Seed {
  readonly level: number;
  readonly words: number;
  readonly heading: number;
  readonly children: readonly Seed[];
  readonly extra: number;
}

const seedsOf = fc.memo((depth: number): fc.Arbitrary<Seed> =>
  fc.record({
    level: fc.nat(2),
    words: fc.nat(SENTENCES.length),
    heading: fc.nat(HEADINGS.length),
    children: depth <= 1 ? fc.constant([]) : fc.array(seedsOf(), { maxLength: 3 }),
    extra: fc.nat(9),
  }),
);
const seeds = seedsOf(6);

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

export function conformingVersions(): fc.Arbitrary<{ readonly style: HouseStyle; readonly version: Version }> {
  return fc
    .record({ style: fc.constantFrom(...HOUSE_STYLES), roots: fc.array(seeds, { minLength: 1, maxLength: 3 }) })
    .map(({ style, roots }) => {
      let made = 0;
      const id = (): string => {
        made += 1;
        return `p${made}`;
      };
      const build = (
        seed: Seed,
        levels: readonly Level[],
        parent: string,
        before: string | undefined,
      ): Provision | null => {
        const [level, ...deeper] = levels;
        if (level === undefined) return null;
        const number = proposeNumber(style, { level, parent, ...(before === undefined ? {} : { before }) });
        if (number.kind === 'failed') return null;
        const children: Provision[] = [];
        let last: string | undefined;
        for (const each of seed.children) {
          const child = build(each, deeper, level.number.form === 'dotted' ? number.value : '', last);
          if (child === null) continue;
          children.push(child);
          last = child.number;
        }
        const numbered = children.length > 0;
        const headed =
          level.heading === 'line' ? seed.heading > 0 : level.heading === 'guess' && numbered && seed.heading > 1;
        const words =
          level.number.form === 'keyword' || (headed && seed.words === 0) ? '' : pick(SENTENCES, seed.words);
        const tabular = seed.extra === 1 && !numbered && level.number.form !== 'keyword';
        if (tabular) {
          const cells = ['One', 'two | three', '4'].map(
            (cell) => new Provision({ id: id(), kind: 'cell', text: Text.of(cell) }),
          );
          children.push(
            new Provision({
              id: id(),
              kind: 'table',
              children: [new Provision({ id: id(), kind: 'row', children: cells })],
            }),
          );
        }
        const closes = numbered && seed.extra === 2 && level.number.form !== 'keyword';
        return new Provision({
          id: id(),
          kind: level.kind,
          number: number.value,
          heading: headed ? Text.of(pick(HEADINGS, seed.heading)) : Text.EMPTY,
          text: Text.of(words),
          children,
          tail: closes ? Text.of('and so it shall be.') : Text.EMPTY,
        });
      };
      const body = style.levels.filter(({ number, within }) => number.form !== 'keyword' && within === undefined);
      const children: Provision[] = [];
      let last: string | undefined;
      for (const seed of roots) {
        const child = build(seed, body, '', last);
        if (child === null) continue;
        children.push(child);
        last = child.number;
      }
      const version = Version.of(new Provision({ id: 'root', kind: 'code', heading: Text.of('A Code'), children }));
      if (version.kind === 'failed') throw new Error(version.failure.message);
      return { style, version: version.value };
    });
}
