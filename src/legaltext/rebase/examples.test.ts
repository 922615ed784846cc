import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import type { Instrument, InstrumentPart } from '../instrument.ts';
import { byId, byNumbers, type Occurrence, type Operation, type Target } from '../operation.ts';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { rebase, type Rebase } from './rebase.ts';

const words = (
  target: Target,
  quoted: string,
  instead: string,
  occurrence: Occurrence = { exactly: 1 },
): Operation => ({
  kind: 'substitute',
  target,
  selection: { by: 'quotation', words: quoted, occurrence, likeness: 'exact', reach: 'provision', parts: ['text'] },
  replacement: Text.of(instead),
});

const span = (target: Target, start: number, end: number, instead: string): Operation => ({
  kind: 'substitute',
  target,
  selection: { by: 'span', part: 'text', start, end },
  replacement: Text.of(instead),
});

const insertAfter = (beside: string, number: string, text: string): Operation => ({
  kind: 'insert',
  slot: { at: 'after', target: byId(beside) },
  provisions: [provision(number, text)],
});

const renumber = (id: string, number: string): Operation => ({ kind: 'renumber', target: byId(id), number });

const repeal = (id: string): Operation => ({ kind: 'repeal', target: byId(id), stub: null });

const after = (base: Version, ...operations: readonly Operation[]): Version => {
  const made = apply(base, operations);
  if (made.kind === 'failed') throw new Error(made.failure.map((each) => each.message).join('\n'));
  return made.value;
};

const instrument = (...operations: readonly InstrumentPart['operations'][]): Instrument => ({
  kind: 'instrument',
  id: 'R0044',
  name: 'R0044',
  parts: operations.map((each) => ({ commencement: { kind: 'date', date: '2027-04-01' }, operations: each })),
});

const base = version(
  provision(
    '2',
    'Each Supplier shall, within ten days:',
    provision('(a)', 'read the meter;'),
    provision('(b)', 'tell the Code Administrator of the reading.'),
  ),
  provision('3', 'A Party may appeal within ten days.'),
);

const rebased = (operation: Operation, newer: Version): Rebase => {
  const made = rebase(instrument([operation]), base, newer);
  if (made.kind === 'failed') throw new Error(made.failure.map((each) => each.message).join('\n'));
  return made.value;
};

const textOf = (made: Rebase, newer: Version, id: string): string | undefined => {
  const operations = made.instrument.parts.flatMap((part) =>
    typeof part.operations === 'function' ? [] : part.operations,
  );
  return after(newer, ...operations).find(id)?.text.words;
};

describe('a change on a newer text', () => {
  it('is carried over where the text around its words changed', () => {
    const operation = words(byId('3'), 'ten', 'five');
    const newer = after(base, words(byId('3'), 'A Party', 'Any Party'));
    const made = rebased(operation, newer);
    expect(made.report).toMatchObject([{ outcome: 'carried', message: 'It stands as it was drafted.' }]);
    expect(made.instrument.draftedOn).toBe(newer.hash);
    expect(textOf(made, newer, '3')).toBe('Any Party may appeal within five days.');
  });

  it('follows its target to the number it has now', () => {
    const newer = after(base, renumber('2/(b)', '(c)'), insertAfter('2/(a)', '(b)', 'keep the reading;'));
    const made = rebased(words(byNumbers('2', '(b)'), 'Code Administrator', 'Authority'), newer);
    expect(made.report).toMatchObject([
      {
        outcome: 'adapted',
        after: [{ target: { by: 'numbers', steps: [{ number: '2' }, { number: '(c)' }] } }],
        message: 'What it changes was called 2 › (b) and is called 2 › (c) now.',
      },
    ]);
    expect(textOf(made, newer, '2/(b)')).toBe('tell the Authority of the reading.');
  });

  it('rests on the newer text where it expected the older', () => {
    const target = base.find('3');
    const newer = after(base, words(byId('3'), 'A Party', 'Any Party'));
    const made = rebased(words(byId('3', target?.hash), 'ten', 'five'), newer);
    expect(made.report).toMatchObject([{ outcome: 'adapted', adaptations: [{ kind: 'expectation' }] }]);
    expect(textOf(made, newer, '3')).toBe('Any Party may appeal within five days.');
  });

  it('says which of the quoted words it means, where there are more of them now', () => {
    const newer = after(base, span(byId('3'), 0, 0, 'After ten hours, '));
    const made = rebased(words(byId('3'), 'ten', 'five'), newer);
    expect(made.report).toMatchObject([
      { outcome: 'adapted', after: [{ selection: { occurrence: { nth: 2 } } }], adaptations: [{ kind: 'occurrence' }] },
    ]);
    expect(textOf(made, newer, '3')).toBe('After ten hours, A Party may appeal within five days.');
  });

  it('finds its words further on', () => {
    const newer = after(base, span(byId('3'), 0, 1, 'Subject to paragraph 2, a'));
    const made = rebased(span(byId('3'), 26, 29, 'five'), newer);
    expect(made.report).toMatchObject([
      { outcome: 'adapted', after: [{ selection: { start: 50, end: 53 } }], adaptations: [{ kind: 'span' }] },
    ]);
    expect(textOf(made, newer, '3')).toBe('Subject to paragraph 2, a Party may appeal within five days.');
  });

  it('puts what is new beside what stands there now', () => {
    const newer = after(base, insertAfter('2', '2A', 'Theirs.'), repeal('3'));
    const made = rebased(insertAfter('2', '2B', 'Ours.'), newer);
    expect(made.collisions).toEqual([]);
    expect(made.report).toMatchObject([
      { outcome: 'adapted', after: [{ slot: { at: 'after', target: { id: '2A' } } }], adaptations: [{ kind: 'slot' }] },
    ]);
  });

  it('vanishes where the newer text says it already', () => {
    const operation = words(byId('3'), 'ten', 'five');
    const made = rebased(operation, after(base, words(byId('3'), 'ten', 'five'), renumber('3', '4')));
    expect(made.report).toMatchObject([{ outcome: 'vanished' }]);
    expect(made.instrument.parts[0]?.operations).toEqual([]);
  });

  it('collides where the newer text changed the same words, and is left out', () => {
    const made = rebased(words(byId('3'), 'ten', 'five'), after(base, words(byId('3'), 'ten', 'twenty')));
    expect(made.report).toMatchObject([{ outcome: 'colliding', collisions: [{ class: 'words' }] }]);
    expect(made.report[0]?.message).toBe(
      'It cannot be made together with what has happened to the text since. In paragraph 3, both changes reword “ten”: one has “five”, the other has “twenty”. The words stay as they were until this is settled.',
    );
    expect(made.collisions).toHaveLength(1);
    expect(made.instrument.parts[0]?.operations).toEqual([]);
  });

  it('collides where what it changes is gone', () => {
    const made = rebased(words(byId('3'), 'ten', 'five'), after(base, repeal('3')));
    expect(made.report).toMatchObject([{ outcome: 'colliding', collisions: [{ class: 'parent' }] }]);
  });

  it('keeps its parts, each with its commencement, and makes a list of what depends on the text it meets', () => {
    const made = rebase(
      instrument([words(byId('3'), 'ten', 'five')], (text) => [
        words(byId('2'), 'ten', text.find('3')?.text.words.includes('five') === true ? 'five' : 'two'),
      ]),
      base,
      after(base, renumber('3', '4')),
    );
    expect(made).toMatchObject({
      kind: 'ok',
      value: {
        instrument: {
          parts: [
            { commencement: { kind: 'date', date: '2027-04-01' }, operations: [{ kind: 'substitute' }] },
            { operations: [{ kind: 'substitute', replacement: { words: 'five' } }] },
          ],
        },
      },
    });
  });

  it('fails where it does not work on the text it was drafted on', () => {
    const made = rebase(instrument([words(byId('3'), 'eleven', 'five')]), base, base);
    expect(made).toMatchObject({ kind: 'failed', failure: [{ reason: { kind: 'quotation-missing' } }] });
  });
});
