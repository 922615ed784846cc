import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../provision.ts';
import { edited, texts, versions } from '../testing/arbitraries.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { redlineAgainstTwo } from './against-two.ts';
import { redlineAsHtml } from './as-html.ts';
import { redlineAsText } from './as-text.ts';
import { piecesAgainstTwo } from './pieces-against-two.ts';
import type { Against, Shown, ShownPiece } from './shown.ts';

/** What the pieces read without those that are new against one side and those struck from the other alone. */
const reads = (pieces: readonly ShownPiece[], side: 'draft' | 'law'): string =>
  pieces
    .filter(({ kind, against }) => {
      const concerns = against === side || against === 'both';
      return kind === 'same' || (kind === 'deleted' ? concerns : !concerns);
    })
    .map(({ words }) => words)
    .join('');

const now = (pieces: readonly ShownPiece[]): string =>
  pieces.map(({ kind, words }) => (kind === 'deleted' ? '' : words)).join('');

describe('a text against two', () => {
  it('reads as each of the three', () => {
    const words = texts().map((text) => text.words);
    fc.assert(
      fc.property(words, words, words, (draft, law, after) => {
        const pieces = piecesAgainstTwo(draft, law, after);
        expect([reads(pieces, 'draft'), reads(pieces, 'law'), now(pieces)]).toEqual([draft, law, after]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('tells what is new against which', () => {
    expect(piecesAgainstTwo('the blue meter is read', 'the red meter is read', 'the blue meter was read')).toEqual([
      { kind: 'same', words: 'the ' },
      { kind: 'deleted', words: 'red', against: 'law' },
      { kind: 'inserted', words: 'blue', against: 'law' },
      { kind: 'same', words: ' meter ' },
      { kind: 'deleted', words: 'is', against: 'both' },
      { kind: 'inserted', words: 'was', against: 'both' },
      { kind: 'same', words: ' read' },
    ]);
  });
});

/** The words of the later text that a redline shows, in reading order. */
function laterWords(all: readonly Shown[]): string {
  return all
    .map((each) =>
      each.kind === 'left-out' || each.status === 'deleted' || each.status === 'moved-away'
        ? ''
        : [each.number, each.heading, each.text].map(now).join('|') + laterWords(each.children) + now(each.tail),
    )
    .join('');
}
const wordsUnder = (at: Provision): string =>
  `${at.number}|${at.heading.words}|${at.text.words}${at.children.map(wordsUnder).join('')}${at.tail.words}`;

const againstIn = (all: readonly Shown[]): readonly Against[] =>
  all.flatMap((each) =>
    each.kind === 'left-out'
      ? []
      : [
          ...(each.against === undefined ? [] : [each.against]),
          ...[each.number, each.heading, each.text, each.tail].flat().flatMap(({ against }) => against ?? []),
          ...againstIn(each.children),
        ],
  );

describe('a redline against two', () => {
  it('shows the whole later text', () => {
    fc.assert(
      fc.property(edited(), versions(), ({ before, after }, other) => {
        for (const law of [before, after, other]) {
          const made = redlineAgainstTwo(before, law, after, { unchanged: 'shown' });
          expect(laterWords(made.provisions)).toBe(wordsUnder(after.root));
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('says that all is new against both where draft and law are one, and against one where the other is the text', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        const only = (draft: typeof before, law: typeof before): ReadonlySet<Against> =>
          new Set(againstIn(redlineAgainstTwo(draft, law, after).provisions));
        expect([...only(before, before)].filter((each) => each !== 'both')).toEqual([]);
        expect([...only(before, after)].filter((each) => each !== 'draft')).toEqual([]);
        expect([...only(after, before)].filter((each) => each !== 'law')).toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('reads well as text and as HTML', () => {
    const law = version(
      provision('1', 'The supplier must always read.'),
      provision('2', 'This goes.'),
      provision('4', 'It stays.'),
    );
    const draft = version(
      provision('1', 'The operator must always read.'),
      provision('3', 'A draft idea.'),
      provision('4', 'It stays.'),
    );
    const after = version(
      provision('1', 'The operator must always write.'),
      provision('5', 'New to all.'),
      provision('4', 'It stays.'),
    );
    const made = redlineAgainstTwo(draft, law, after);
    expect(redlineAsText(made).split('\n').slice(3)).toEqual([
      '~ 1 The [-law: supplier-]{+law: operator+} must always [-read-]{+write+}.',
      '- 2 (against the current law only)',
      '-   This goes.',
      '- 3 (against the last draft only)',
      '-   A draft idea.',
      '+ 5 New to all.',
      '  … 1 unchanged',
      '',
    ]);
    expect(redlineAsHtml(made)).toContain('<ins class="redline-against-law">');
  });
});
