import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { US_CODE } from '../../src/legaltext/house-styles/index.ts';
import { reassignedReferences, type Reassignment } from '../../src/legaltext/references/reassigned.ts';
import type { Reference } from '../../src/legaltext/references/reference.ts';
import { references, type References } from '../../src/legaltext/references/references.ts';
import type { Version } from '../../src/legaltext/version.ts';
import {
  codeOf,
  consolidationList,
  hasConsolidationPack,
  unpackConsolidationPack,
} from '../support/consolidation-pack.ts';

/**
 * Real citations that a law broke: to sections and paragraphs that were repealed, moved or redesignated. In the official
 * text of 2024 alone each must be found, and said to lead nowhere; where a number was given to another section, the text
 * of 2016 tells.
 */
interface Example {
  readonly citing: string;
  readonly cites: string;
  readonly cite_text: string;
}

interface Breakage {
  readonly examples: Readonly<Record<string, readonly Example[]>>;
}

const breakage = (): Breakage =>
  hasConsolidationPack ? (consolidationList('crossref-breakage.json') as Breakage) : { examples: {} };

describe.runIf(hasConsolidationPack)('references in the official text of 2024', () => {
  let remove: () => void = () => undefined;
  let official: Version;
  let found: References;
  let reassigned: readonly Reassignment[];

  beforeAll(() => {
    const pack = unpackConsolidationPack();
    remove = pack.remove;
    official = codeOf(pack.directory, 'expected');
    found = references(official, US_CODE);
    reassigned = reassignedReferences(codeOf(pack.directory, 'base'), official, US_CODE, found);
  }, 600_000);

  afterAll(() => remove());

  const citedIn = (section: string, words: string): readonly Reference[] =>
    found.all.filter(
      (reference) =>
        plain(reference.words).includes(plain(words)) &&
        official.pathTo(reference.from).some(({ id }) => id === section),
    );

  const examples = Object.entries(breakage().examples).flatMap(([kind, list]) =>
    list.map((example) => ({ kind, ...example })),
  );

  it.each(examples.filter(({ kind }) => kind !== 'recodified-section'))(
    '$kind: $cite_text in $citing leads nowhere',
    ({ citing, cites, cite_text: words, kind }) => {
      expect(official.find(citing), 'the citing section is there').toBeDefined();
      const broken = citedIn(citing, words).filter(
        ({ state }) => state === 'repealed' || state === 'moved' || state === 'dangling',
      );
      expect(broken).not.toEqual([]);
      // It is said of the very provision that is gone, or of the last one on the way to it.
      const section = cites.split('|')[0] ?? '';
      for (const { target, reached } of broken) expect((target ?? reached ?? '').split('|')[0]).toBe(section);
      if (kind === 'repealed-section') expect(broken.every(({ state }) => state === 'repealed')).toBe(true);
    },
  );

  it.each(examples.filter(({ kind }) => kind === 'recodified-section'))(
    '$kind: $cite_text in $citing means something else than it did',
    ({ citing, cite_text: words }) => {
      const changed = reassigned.filter(({ reference }) => plain(reference.words) === plain(words));
      expect(changed.some(({ reference }) => official.pathTo(reference.from).some(({ id }) => id === citing))).toBe(
        true,
      );
    },
  );

  it('most lead somewhere, and few cannot be told apart', () => {
    const share = (state: Reference['state']): number =>
      found.all.filter((each) => each.state === state).length / found.all.length;
    expect(found.all.length).toBeGreaterThan(30_000);
    expect(share('resolved')).toBeGreaterThan(0.75);
    expect(share('ambiguous')).toBeLessThan(0.005);
    expect(reassigned.length).toBeLessThan(0.01 * found.all.length);
  });
});

/** Only words and digits count: the examples quote citations with and without the sign and brackets around them. */
const plain = (words: string): string => words.replace(/[[\]§\s]/g, '');
