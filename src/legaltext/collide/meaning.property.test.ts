import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../draft.ts';
import { BSC } from '../house-styles/index.ts';
import type { Instrument } from '../instrument.ts';
import type { Operation } from '../operation.ts';
import { provisionsUnder, type ProvisionId } from '../provision.ts';
import { referencesIn } from '../references/references.ts';
import { terms } from '../terms/terms.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import type { Version } from '../version.ts';
import { collide } from './collide.ts';
import { createCollisionIndex } from './collision-index.ts';
import { readKnowledge } from './read-knowledge.ts';
import { change, fresh, putIn, renumber, repeal, strike } from './testing/changes.ts';

const code = version(
  provision('1', 'Meaning', provision('1.1', '“Hub” means a device.'), provision('1.2', 'The Hub is locked.')),
  provision(
    '2',
    'In this paragraph 2, “Lamp” means a light.',
    provision('2.1', 'Keep:', provision('(a)', 'the book; and'), provision('(b)', 'the Lamp.')),
    provision('2.2', 'It is lit.'),
  ),
  provision('3', 'Charges', provision('3.1', 'See paragraph 2.1(a).'), provision('3.2', 'It is paid.')),
);
const options = { knowledge: readKnowledge(code, BSC) };

const PLACES: readonly (readonly [ProvisionId, string])[] = [
  ['1/1.2', 'locked'],
  ['2/2.1/(a)', 'book'],
  ['2/2.2', 'lit'],
  ['3/3.2', 'paid'],
];
const TERMS = ['Hub', 'Lamp', 'Smart Hub', 'Meter'];
const LABELS = [
  'paragraph 2.2A',
  'paragraph 2.1(c)',
  'paragraph 2.2A(a)',
  'sub-paragraph (c)',
  'paragraph 3.9',
  'paragraph 2.1(a)',
];
const REACHES = ['', 'In this paragraph 2, ', 'In this paragraph 3, '];

/** New words after some that are there: they use a term, or cite. */
const wording = fc
  .tuple(
    fc.constantFrom(...PLACES),
    fc.constantFrom(...TERMS.map((term) => `by the ${term}`), ...LABELS.map((label) => `as ${label} says`)),
  )
  .map(([[id, word], more]): Operation => strike(id, word, `${word}, ${more}`));

/** New provisions, with or without another under them, by number; some define a term, some cite. */
const bringing = (prefix: string): fc.Arbitrary<Operation> =>
  fc
    .tuple(
      fc.constantFrom<readonly [ProvisionId, string]>(
        ['2/2.2', '2.2A'],
        ['2/2.2', '2.2B'],
        ['2/2.1/(b)', '(c)'],
        ['3/3.2', '3.9'],
        ['3', '3A'],
      ),
      fc.oneof(
        fc.constantFrom('New.', 'As sub-paragraph (a) says.', 'As paragraph 3.9 says, by the Meter.'),
        fc
          .tuple(fc.constantFrom(...REACHES), fc.constantFrom(...TERMS))
          .map(([reach, term]) => `${reach}“${term}” means that.`),
      ),
      fc.boolean(),
      fc.nat(99),
    )
    .map(([[after, number], words, isWhole, id]) => {
      const brought = fresh(`${prefix}-${String(id)}`, number, words);
      const under = isWhole ? [fresh(`${prefix}-${String(id)}-a`, '(a)')] : [];
      return putIn('after', after, brought.with({ children: under }));
    });

const upheaval = fc.constantFrom<Operation>(
  renumber('3/3.2', '3.9'),
  renumber('2/2.2', '2.2A'),
  repeal('2/2.1/(a)'),
  repeal('1/1.1'),
  strike('1/1.1', 'a device', 'a box'),
  strike('2', 'In this paragraph 2, ', ''),
);

const operations = (prefix: string): fc.Arbitrary<readonly Operation[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: wording },
      { weight: 4, arbitrary: bringing(prefix) },
      { weight: 1, arbitrary: upheaval },
    ),
    { minLength: 1, maxLength: 3 },
  );

const made = (instrument: Instrument): Version => {
  const draft = new Draft(code);
  for (const each of instrument.parts.flatMap((part) => (typeof part.operations === 'function' ? [] : part.operations)))
    draft.apply(each);
  return draft.version();
};

interface Read {
  readonly start: number;
  readonly end: number;
}
const isIn = (one: Read, other: Read): boolean => other.start <= one.start && one.end <= other.end;

/**
 * Whether one change needs another for a citation or a term in its new words, from nothing but whole texts: those words
 * are read in the base, in the text the change makes, and in the text the other one makes.
 */
function needs(using: Version, providing: Version, what: 'citation' | 'term'): boolean {
  const read = (text: Version, words: Parameters<typeof referencesIn>[0], at: ProvisionId): readonly Read[] =>
    what === 'citation'
      ? referencesIn(words, { version: text, style: BSC, from: at }).filter(({ target }) => target !== null)
      : terms(text, BSC).in(words, at);
  for (const { id, text } of provisionsUnder(using.root)) {
    if (code.find(id)?.text.equals(text) === true) continue;
    const nearest = (other: Version): ProvisionId =>
      using.pathTo(id).findLast((each) => code.find(each.id) !== undefined && other.find(each.id) !== undefined)?.id ??
      other.root.id;
    const known = [...read(code, text, nearest(code)), ...read(using, text, id)];
    if (read(providing, text, nearest(providing)).some((each) => !known.some((other) => isIn(each, other))))
      return true;
  }
  return false;
}

describe('what new words rest on', () => {
  it('is known after any edits as it would be of the changes as they now are', () => {
    const edits = fc.array(fc.tuple(fc.constantFrom('put', 'put', 'put', 'remove'), fc.nat(3), fc.nat(5)), {
      maxLength: 8,
    });
    const drafts = fc.tuple(...['a', 'b', 'c', 'd', 'e', 'f'].map(operations));
    fc.assert(
      fc.property(drafts, edits, (each, history) => {
        const index = createCollisionIndex(code, options);
        const current = new Map<string, Instrument>();
        for (const [what, which, draft] of history) {
          const id = `change-${String(which)}`;
          const instrument = change(id, each[draft] ?? []);
          if (what === 'remove') index.remove(id);
          else index.put(instrument);
          if (what === 'remove') current.delete(id);
          else current.set(id, instrument);
          index.collisions();
        }
        expect(index.collisions()).toEqual(collide([...current.values()], code, options));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('is another change exactly where reading the whole text that this makes shows it', () => {
    fc.assert(
      fc.property(operations('a'), operations('b'), (ours, theirs) => {
        const [one, other] = [change('ours', ours), change('theirs', theirs)];
        const said = collide([one, other], code, options).map(({ sentence }) => sentence);
        for (const [using, providing] of [
          [one, other],
          [other, one],
        ] as const) {
          const [text, provided] = [made(using), made(providing)];
          const isCited = said.some((each) => each.startsWith(`${using.name} cites`));
          expect(isCited).toBe(needs(text, provided, 'citation'));
          const isUsed = said.some((each) => each.startsWith(`${using.name} uses the term`));
          expect(isUsed).toBe(needs(text, provided, 'term'));
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
