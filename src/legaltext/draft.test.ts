import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from './draft.ts';
import type { Operation } from './operation.ts';
import { byId, byNumbers } from './operation.ts';
import type { FailureReason } from './operation-failure.ts';
import { Provision, provisionsUnder, type ProvisionId } from './provision.ts';
import { edited, versions } from './testing/arbitraries.ts';
import { provision, version } from './testing/builders.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';
import { Text } from './text.ts';
import { MAX_HEIGHT, Version } from './version.ts';

/** Numbers and words, level by level, as one line: `1 One. [(a) A. (b) B.]`. */
const line = (at: Provision): string => {
  const own = [at.number, at.heading.words, at.text.words].filter((each) => each !== '').join(' ');
  const under = at.children.length === 0 ? '' : `[${at.children.map(line).join(' | ')}]`;
  return [own, under, at.tail.words].filter((each) => each !== '').join(' ');
};

const CODE = version(
  provision('1', 'Each Party shall pay.', provision('(a)', 'on time;'), provision('(b)', 'in full.')),
  provision('2', 'Terms.', provision('(a)', 'Party means any party.')),
  provision('3', 'Words and words and words.'),
);

/** The code after these operations, or why the first that fails does. */
const after = (...operations: readonly Operation[]): string | FailureReason => {
  const draft = new Draft(CODE);
  for (const operation of operations) {
    const failure = draft.apply(operation);
    if (failure !== null) return failure.reason;
  }
  return line(draft.top);
};

const UNCHANGED =
  '[1 Each Party shall pay. [(a) on time; | (b) in full.] | 2 Terms. [(a) Party means any party.] | 3 Words and words and words.]';

const paragraph = (id: ProvisionId, number: string, words: string): Provision =>
  new Provision({ id, kind: 'paragraph', number, text: Text.of(words) });

const quoting = (
  words: string,
  occurrence: 'first' | 'last' | 'all' | { nth: number } | { exactly: number },
  reach: 'provision' | 'subtree' = 'provision',
): Operation & { kind: 'substitute' } => ({
  kind: 'substitute',
  target: byId(reach === 'subtree' ? 'root' : '3'),
  selection: { by: 'quotation', words, occurrence, likeness: 'exact', reach, parts: ['heading', 'text', 'tail'] },
  replacement: Text.of('_'),
});

describe('words substituted', () => {
  it('are those that the occurrence means', () => {
    const three = (operation: Operation): string => {
      const outcome = after(operation);
      return typeof outcome === 'string' ? outcome.slice(outcome.lastIndexOf('3 '), -1) : outcome.kind;
    };
    expect(three(quoting('words', 'first'))).toBe('3 Words and _ and words.');
    expect(three(quoting('words', 'last'))).toBe('3 Words and words and _.');
    expect(three(quoting('words', { nth: 2 }))).toBe('3 Words and words and _.');
    expect(three(quoting('words', 'all'))).toBe('3 Words and _ and _.');
    expect(three(quoting('words', { exactly: 2 }))).toBe('3 Words and _ and _.');
    expect(after(quoting('words', { exactly: 1 }))).toEqual({
      kind: 'quotation-count',
      words: 'words',
      declared: 1,
      found: 2,
    });
    expect(after(quoting('words', { nth: 3 }))).toEqual({
      kind: 'quotation-count',
      words: 'words',
      declared: 3,
      found: 2,
    });
    expect(after(quoting('sentences', 'all'))).toEqual({ kind: 'quotation-missing', words: 'sentences' });
    expect(after(quoting('', 'all'))).toMatchObject({ kind: 'malformed' });
  });

  it('are counted through everything under the target, in reading order, where the quotation reaches there', () => {
    expect(after(quoting('arty', { nth: 2 }, 'subtree'))).toBe(UNCHANGED.replace('(a) Party means', '(a) P_ means'));
    expect(after(quoting('arty', { exactly: 3 }, 'subtree'))).toBe(UNCHANGED.replaceAll('arty', '_'));
  });

  it('do not overlap', () => {
    const text = version(provision('1', 'aaaaa'));
    const draft = new Draft(text);
    expect(draft.apply({ ...quoting('aa', { exactly: 2 }, 'subtree') })).toBeNull();
    expect(line(draft.top)).toBe('[1 __a]');
  });

  it('may be quoted with other quotation marks and spaces, where the likeness is typographic', () => {
    const text = version(provision('1', 'the “Meter” of  a\u00a0party’s\u2003 choice'));
    const draft = new Draft(text);
    const selection = {
      by: 'quotation',
      occurrence: { exactly: 1 },
      likeness: 'typographic',
      reach: 'provision',
      parts: ['text'],
    } as const;
    const substitute = (words: string): Operation => ({
      kind: 'substitute',
      target: byId('1'),
      selection: { ...selection, words },
      replacement: Text.of('_'),
    });
    expect(draft.apply(substitute('"Meter" of a party\'s choice'))).toBeNull();
    expect(line(draft.top)).toBe('[1 the _]');
  });

  it('hold a reference whole or not at all', () => {
    const reference = { kind: 'reference', start: 4, end: 17, attributes: {} } as const;
    const root = new Provision({
      id: 'root',
      kind: 'code',
      text: Text.of('see paragraph 2.3 and 2.3', [reference]),
    });
    const draft = new Draft(Version.trusted(root));
    const quoted = (words: string): Operation => ({
      kind: 'substitute',
      target: byId('root'),
      selection: {
        by: 'quotation',
        words,
        occurrence: { exactly: 1 },
        likeness: 'exact',
        reach: 'provision',
        parts: ['text'],
      },
      replacement: Text.of('4'),
    });
    expect(draft.apply(quoted('2.3'))).toBeNull();
    expect(line(draft.top)).toBe('see paragraph 2.3 and 4');
    expect(draft.apply(quoted('see paragraph 2'))?.reason).toMatchObject({ kind: 'quotation-missing' });
    expect(draft.apply(quoted('paragraph 2.3'))).toBeNull();
    expect(line(draft.top)).toBe('see 4 and 4');
  });

  it('may be given by a span, which must be there and read as said', () => {
    const span = (start: number, end: number, words?: string): Operation => ({
      kind: 'substitute',
      target: byId('3'),
      selection: { by: 'span', part: 'text', start, end, ...(words === undefined ? {} : { words }) },
      replacement: Text.of('_'),
    });
    expect(after(span(0, 5, 'Words'))).toBe(UNCHANGED.replace('Words', '_'));
    expect(after(span(26, 26))).toBe(UNCHANGED.replace('words.]', 'words._]'));
    expect(after(span(0, 5, 'words'))).toEqual({
      kind: 'span-mismatch',
      part: 'text',
      expected: 'words',
      found: 'Words',
    });
    expect(after(span(1, 4, 'xxx'))).toMatchObject({ kind: 'span-mismatch', found: 'Words' });
    for (const [start, end] of [
      [-1, 2],
      [3, 2],
      [0, 27],
      [0.5, 2],
      [Number.NaN, 2],
      [0, Number.POSITIVE_INFINITY],
    ] as const)
      expect(after(span(start, end)), `${start} to ${end}`).toMatchObject({ kind: 'span-mismatch' });
  });
});

describe('provisions put in, replaced, moved and taken out', () => {
  it('go where the slot is', () => {
    const insert = (at: 'before' | 'after' | 'first' | 'last', target: string): Operation => ({
      kind: 'insert',
      slot: { at, target: byId(target) },
      provisions: [paragraph('x', 'X', ''), paragraph('y', 'Y', '')],
    });
    expect(after(insert('first', '1'))).toContain('[X | Y | (a) on time; | (b) in full.]');
    expect(after(insert('last', '1'))).toContain('[(a) on time; | (b) in full. | X | Y]');
    expect(after(insert('before', '1/(b)'))).toContain('[(a) on time; | X | Y | (b) in full.]');
    expect(after(insert('after', '1/(a)'))).toContain('[(a) on time; | X | Y | (b) in full.]');
    expect(after(insert('after', 'root'))).toEqual({ kind: 'root' });
    expect(after(insert('last', '1'), insert('last', '2'))).toEqual({ kind: 'id-taken', id: 'x' });
  });

  it('take the place of what they replace, with its children or without', () => {
    const replace = (children: 'kept' | 'replaced', ...provisions: readonly Provision[]): Operation => ({
      kind: 'replace',
      target: byId('1'),
      provisions,
      children,
    });
    expect(after(replace('replaced', paragraph('x', 'X', ''), paragraph('1', '1A', '')))).toMatch(/^\[X \| 1A \| 2 /u);
    expect(after(replace('kept', paragraph('x', 'X', 'New.')))).toMatch(
      /^\[X New\. \[\(a\) on time; \| \(b\) in full\.\] \| 2 /u,
    );
    expect(after(replace('replaced'))).toMatchObject({ kind: 'malformed' });
    expect(after(replace('kept', paragraph('x', '', ''), paragraph('y', '', '')))).toMatchObject({ kind: 'malformed' });
    expect(after(replace('replaced', paragraph('1/(a)', 'X', '')))).toMatch(/^\[X \| 2 /u);
    expect(after(replace('replaced', paragraph('2', 'X', '')))).toEqual({ kind: 'id-taken', id: '2' });
  });

  it('keep their words when they move', () => {
    const move = (target: string, at: 'before' | 'after' | 'first' | 'last', beside: string): Operation => ({
      kind: 'move',
      target: byId(target),
      slot: { at, target: byId(beside) },
    });
    expect(after(move('3', 'first', 'root'))).toMatch(/^\[3 Words and words and words\. \| 1 /u);
    expect(after(move('1', 'after', '2'))).toMatch(/^\[2 .*\| 1 .*\| 3 /u);
    expect(after(move('1', 'after', '1'))).toBe(UNCHANGED);
    expect(after(move('1', 'last', '2'))).toBe(
      '[2 Terms. [(a) Party means any party. | 1 Each Party shall pay. [(a) on time; | (b) in full.]] | 3 Words and words and words.]',
    );
    expect(after(move('1', 'last', '1/(a)'))).toEqual({ kind: 'into-itself' });
    expect(after(move('1', 'first', '1'))).toEqual({ kind: 'into-itself' });
    expect(after(move('root', 'last', '1'))).toEqual({ kind: 'root' });
  });

  it('are gone when repealed, or leave a stub with their number', () => {
    expect(after({ kind: 'repeal', target: byId('2'), stub: null })).not.toContain('Terms');
    expect(after({ kind: 'repeal', target: byId('2'), stub: { text: Text.of('Repealed.') } })).toContain(
      '| 2 Repealed. |',
    );
    expect(after({ kind: 'repeal', target: byId('root'), stub: null })).toEqual({ kind: 'root' });
  });

  it('may not make the text deeper than any text is', () => {
    let tower = paragraph('t0', '', '');
    for (let level = 1; level < MAX_HEIGHT - 1; level += 1)
      tower = new Provision({ id: `t${String(level)}`, kind: 'paragraph', children: [tower] });
    const insert = (target: string): Operation => ({
      kind: 'insert',
      slot: { at: 'last', target: byId(target) },
      provisions: [tower],
    });
    expect(typeof after(insert('root'))).toBe('string');
    expect(after(insert('1'))).toEqual({ kind: 'too-deep', height: MAX_HEIGHT + 1 });
    const move: Operation = { kind: 'move', target: byId(tower.id), slot: { at: 'last', target: byId('1') } };
    expect(after(insert('root'), move)).toEqual({ kind: 'too-deep', height: MAX_HEIGHT + 1 });
  });
});

describe('a target', () => {
  const renumber = (target: Operation & { kind: 'renumber' }): string | FailureReason => after(target);

  it('by numbers is the one that stands there, and neither of two', () => {
    expect(renumber({ kind: 'renumber', target: byNumbers('2', '(a)'), number: '(z)' })).toContain('[(z) Party');
    expect(renumber({ kind: 'renumber', target: byNumbers('(a)'), number: '(z)' })).toMatchObject({
      kind: 'target-ambiguous',
      found: ['1/(a)', '2/(a)'],
    });
    expect(renumber({ kind: 'renumber', target: byNumbers('3', '(a)'), number: '(z)' })).toMatchObject({
      kind: 'target-missing',
    });
    expect(renumber({ kind: 'renumber', target: { by: 'numbers', steps: [] }, number: '(z)' })).toMatchObject({
      kind: 'target-missing',
    });
    const within = { by: 'numbers', steps: [{ number: '(a)', kind: 'paragraph' }], within: '1' } as const;
    expect(renumber({ kind: 'renumber', target: within, number: '(z)' })).toContain('[(z) on time;');
  });

  it('with the hash of what it was drafted on fails when the text has moved on', () => {
    const expects = CODE.find('1')?.hash ?? '';
    const target = byId('1', expects);
    const inside: Operation = { kind: 'renumber', target: byId('1/(a)'), number: '(z)' };
    expect(typeof after({ kind: 'renumber', target, number: '9' })).toBe('string');
    expect(after(inside, { kind: 'renumber', target, number: '9' })).toMatchObject({
      kind: 'target-changed',
      expected: expects,
    });
  });
});

describe('a draft', () => {
  it('leaves the version it started from as it was, and shares with it all that it did not touch', () => {
    const draft = new Draft(CODE);
    draft.apply({ kind: 'renumber', target: byId('1/(a)'), number: '(z)' });
    expect(line(CODE.root)).toBe(UNCHANGED);
    expect(draft.find('2')).toBe(CODE.find('2'));
    expect(draft.find('1/(b)')).toBe(CODE.find('1/(b)'));
    expect(draft.find('1')).not.toBe(CODE.find('1'));
  });

  it('is not changed by an operation that fails, and goes on', () => {
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations }) => {
        const draft = new Draft(before);
        for (const [position, operation] of operations.entries()) {
          const { top } = draft;
          const failure = draft.apply(operation);
          if (failure === null) continue;
          expect(draft.top).toBe(top);
          expect(failure.operation).toBe(position);
          expect(failure.message).not.toBe('');
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('always holds a sound text, and an index of that text', () => {
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations }) => {
        const draft = new Draft(before);
        for (const operation of operations) {
          draft.numbered('1');
          draft.apply(operation);
          const sound = Version.of(draft.top);
          expect(sound.kind).toBe('ok');
          if (sound.kind === 'failed') continue;
          for (const each of provisionsUnder(draft.top)) {
            expect(draft.find(each.id)).toBe(each);
            expect(draft.pathTo(each.id)).toEqual(sound.value.pathTo(each.id));
            expect(new Set(draft.numbered(each.number))).toEqual(new Set(sound.value.index.numbered(each.number)));
          }
          for (const each of provisionsUnder(before.root))
            if (sound.value.find(each.id) === undefined) expect(draft.find(each.id)).toBeUndefined();
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('loses no id and makes none, but for those that an operation takes out or brings', () => {
    const ids = (text: Provision): Set<ProvisionId> => new Set([...provisionsUnder(text)].map(({ id }) => id));
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations }) => {
        const draft = new Draft(before);
        for (const operation of operations) {
          const had = ids(draft.top);
          draft.apply(operation);
          const has = ids(draft.top);
          const brings = operation.kind === 'insert' || operation.kind === 'replace' ? operation.provisions : [];
          const brought = new Set(brings.flatMap((each) => [...ids(each)]));
          for (const id of has) expect(had.has(id) || brought.has(id), id).toBe(true);
          if (operation.kind === 'repeal' || operation.kind === 'replace') continue;
          for (const id of had) expect(has.has(id), id).toBe(true);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('gives out texts that later operations do not change', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations }) => {
        const draft = new Draft(before);
        const given = operations.map((operation) => {
          draft.apply(operation);
          const text = draft.version();
          return { text, reads: line(text.root), hash: text.hash };
        });
        for (const { text, reads, hash } of given) {
          expect(line(text.root)).toBe(reads);
          expect(Version.of(text.root.with({})).kind === 'ok' && text.root.with({}).hash).toBe(hash);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('that does nothing is the version it started from', () => {
    fc.assert(
      fc.property(versions(), (text) => {
        expect(new Draft(text).version().root).toBe(text.root);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
