import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import { byId, byNumbers, type Likeness, type Occurrence, type Operation } from './operation.ts';
import { Provision } from './provision.ts';
import { provision, version } from './testing/builders.ts';
import { sound } from './testing/trees.ts';
import { Text, type Mark } from './text.ts';
import { createTimeline } from './timeline/timeline.ts';
import { Version } from './version.ts';

/**
 * Text made to break what reads it. Every case ends with an answer or a typed refusal in bounded time and memory: none of
 * them needs more than a second or two, where a careless way would need minutes or gigabytes.
 */
const MILLIONS = 5_000_000;

const quoting = (words: string, occurrence: Occurrence, by: string, likeness: Likeness = 'exact'): Operation => ({
  kind: 'substitute',
  target: byId('1'),
  selection: { by: 'quotation', words, occurrence, likeness, reach: 'subtree', parts: ['heading', 'text', 'tail'] },
  replacement: Text.of(by),
});

/** The words of provision 1 after an operation, or the kind of the reason why it failed. */
function outcome(words: string, operation: Operation, marks: readonly Mark[] = []): string {
  const code = version(new Provision({ id: '1', kind: 'paragraph', number: '1', text: Text.of(words, marks) }));
  const after = apply(code, [operation]);
  return after.kind === 'ok' ? (after.value.find('1')?.text.words ?? '') : (after.failure[0]?.reason.kind ?? '');
}

describe('one line of five million characters', () => {
  const line = 'a'.repeat(MILLIONS);

  it('is hashed and searched', () => {
    expect(version(provision('1', line)).hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(outcome(line, quoting('b', 'first', 'c'))).toBe('quotation-missing');
    expect(outcome(`${line}b`, quoting('b', { exactly: 1 }, 'c'))).toBe(`${line}c`);
  });

  it('is changed in each of a million places, and not in more than anybody means', () => {
    const million = 'a'.repeat(1_000_000);
    expect(outcome(million, quoting('a', 'all', 'bc')) === 'bc'.repeat(1_000_000)).toBe(true);
    expect(outcome(million, quoting('a', { exactly: 1_000_000 }, 'b')) === 'b'.repeat(1_000_000)).toBe(true);
    expect(outcome(line, quoting('a', 'all', 'b'))).toBe('too-many');
  });

  it('is changed in the one place that an occurrence means, without keeping the others', () => {
    const nth = outcome(line, quoting('a', { nth: 1_000_000 }, 'b'));
    expect([nth.indexOf('b'), nth.length]).toEqual([999_999, MILLIONS]);
    expect(outcome(line, quoting('a', 'last', 'b')).indexOf('b')).toBe(MILLIONS - 1);
    expect(outcome(line, quoting('a', { nth: MILLIONS + 1 }, 'b'))).toBe('quotation-count');
    for (const nth of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(outcome('aaa', quoting('a', { nth }, 'b'))).toBe('quotation-count');
  });

  it('is searched for words made to mislead the search', () => {
    const half = 'a'.repeat(MILLIONS / 2);
    for (const words of [`${half}b`, `b${half}`, `${half.slice(1)}b${half.slice(1)}`, `${half}${half}a`])
      for (const likeness of ['exact', 'typographic'] as const)
        expect(outcome(line, quoting(words, 'all', 'c', likeness))).toBe('quotation-missing');
    expect(outcome(line, quoting(half, { exactly: 2 }, 'c'))).toBe('cc');
  });

  it('is searched where a hundred thousand references overlap the words', () => {
    const marks = Array.from({ length: 100_000 }, (_, at): Mark => {
      const start = at * 50;
      return { kind: 'reference', start, end: Math.min(MILLIONS, start + 70), attributes: {} };
    });
    expect(outcome(line, quoting('a', 'all', 'b'), marks)).toBe('quotation-missing');
    expect(outcome(line, quoting('a'.repeat(60), 'all', 'b'), marks)).toBe('quotation-missing');
    expect(outcome(line, quoting(line, 'all', 'b'), marks)).toBe('b');
  });

  it('is changed in many places under a thousand marks over all of it', () => {
    const words = 'ab'.repeat(200_000);
    const marks = Array.from({ length: 1000 }, (): Mark => ({
      kind: 'emphasis',
      start: 0,
      end: words.length,
      attributes: {},
    }));
    expect(outcome(words, quoting('b', 'all', 'ccc'), marks) === 'accc'.repeat(200_000)).toBe(true);
  });

  it('of nothing but white space and quotation marks is evened out for a typographic likeness', () => {
    const blank = ' \u00a0\u2003\t'.repeat(MILLIONS / 4);
    expect(outcome(`a${blank}b`, quoting('a b', { exactly: 1 }, 'c', 'typographic'))).toBe('c');
    expect(outcome(`a${blank}b`, quoting(`a${blank} b`, { exactly: 1 }, 'c', 'typographic'))).toBe('c');
    expect(outcome('“”'.repeat(200_000), quoting('""""', { exactly: 100_000 }, '', 'typographic'))).toBe('');
    expect(outcome('“‘'.repeat(1_000_000), quoting('"\'x', 'all', '', 'typographic'))).toBe('quotation-missing');
  });
});

describe('operations that multiply words', () => {
  it('are refused before they fill the memory', () => {
    const line = 'a'.repeat(1_000_000);
    expect(outcome(line, quoting('a', 'all', line))).toBe('too-long');
    const code = version(provision('1', 'aa'));
    const doubling = Array.from({ length: 24 }, () => quoting('a', 'all', 'aa'));
    const after = apply(code, doubling);
    expect(after.kind === 'failed' && after.failure.every(({ reason }) => reason.kind === 'too-many')).toBe(true);
  });
});

/** A tree of so many levels, each with a few words. */
function tower(levels: number, id: (level: number) => string): Provision {
  let top = new Provision({ id: id(0), kind: 'item', number: '(a)', text: Text.of('words') });
  for (let level = 1; level < levels; level += 1)
    top = new Provision({ id: id(level), kind: 'item', number: '(a)', text: Text.of('words'), children: [top] });
  return top;
}

describe('a hundred thousand nested levels', () => {
  const deep = tower(100_000, (level) => `deep ${String(level)}`);
  const code = version(provision('1', 'One.'), provision('2', 'Two.'));

  it('are no version, and say how deep they are', () => {
    expect(Version.of(deep)).toMatchObject({ kind: 'failed', failure: { kind: 'too-deep', height: 100_000 } });
  });

  it('have a hash all the same', () => {
    expect(deep.hash).toBe(tower(100_000, (level) => `other ${String(level)}`).hash);
    expect(deep.hash).not.toBe(deep.children[0]?.hash);
  });

  it('are neither put in nor put in place of anything', () => {
    const inserted = apply(code, [{ kind: 'insert', slot: { at: 'last', target: byId('1') }, provisions: [deep] }]);
    expect(inserted).toMatchObject({ kind: 'failed', failure: [{ reason: { kind: 'too-deep' } }] });
    for (const children of ['kept', 'replaced'] as const) {
      const replaced = apply(code, [{ kind: 'replace', target: byId('1'), provisions: [deep], children }]);
      expect(replaced).toMatchObject({ kind: 'failed' });
    }
  });

  it('are not reached by moving a text into itself again and again', () => {
    const levels = Array.from({ length: 2000 }, (_, at) => provision(`n${String(at)}`, 'Words.'));
    const nesting = levels.slice(1).map(({ id }, at): Operation => ({
      kind: 'move',
      target: byId(`n${String(at)}`),
      slot: { at: 'last', target: byId(id) },
    }));
    const after = apply(version(...levels), nesting);
    expect(after.kind === 'failed' && after.failure.every(({ reason }) => reason.kind === 'too-deep')).toBe(true);
  });

  it('in an address or a timeline are an address that leads nowhere', () => {
    const target = byNumbers(...Array.from({ length: 100_000 }, () => '(a)'));
    expect(apply(code, [{ kind: 'renumber', target, number: '3' }])).toMatchObject({
      kind: 'failed',
      failure: [{ reason: { kind: 'target-missing' } }],
    });
    const insert: Operation = { kind: 'insert', slot: { at: 'last', target: byId('1') }, provisions: [deep] };
    const parts = [{ commencement: { kind: 'date', date: '2024-01-01' }, operations: [insert] } as const];
    const timeline = createTimeline(code, [{ kind: 'instrument', id: 'x', name: 'X', parts }]);
    expect(timeline.at({ date: '2024-01-01' }).failures).toMatchObject([{ failure: { reason: { kind: 'too-deep' } } }]);
  });
});

describe('a tree that holds itself many times over', () => {
  /** Forty levels, each holding the one below twice: a million million provisions, made of forty. */
  let many = new Provision({ id: '0', kind: 'item', text: Text.of('ha') });
  for (let level = 1; level < 40; level += 1)
    many = new Provision({ id: String(level), kind: 'item', children: [many, many] });

  it('is refused at the first id that stands twice', () => {
    expect(Version.of(many)).toMatchObject({ kind: 'failed', failure: { kind: 'same-id' } });
    const code = version(provision('one', 'One.'));
    const insert: Operation = { kind: 'insert', slot: { at: 'last', target: byId('one') }, provisions: [many] };
    expect(apply(code, [insert])).toMatchObject({ kind: 'failed', failure: [{ reason: { kind: 'id-taken' } }] });
  });
});

describe('a hundred and fifty thousand provisions under one', () => {
  const children = Array.from({ length: 150_000 }, (_, at) => provision(`c${String(at)}`, 'Some words.'));
  const code = sound(new Provision({ id: 'root', kind: 'code', children }));

  it('are made a version, hashed, searched and changed', () => {
    const target = byId('root');
    const selection = {
      by: 'quotation',
      words: 'words',
      likeness: 'exact',
      reach: 'subtree',
      parts: ['text'],
    } as const;
    const change: Operation = {
      kind: 'substitute',
      target,
      selection: { ...selection, occurrence: { exactly: 150_000 } },
      replacement: Text.of('other words'),
    };
    const after = apply(code, [change]);
    expect(after.kind === 'ok' && after.value.find('c149999')?.text.words).toBe('Some other words.');
    expect(after.kind === 'ok' && after.value.hash).not.toBe(code.hash);
  });

  it('are put in and taken out as one list', () => {
    const small = version(provision('1', 'One.'));
    const after = apply(small, [
      { kind: 'insert', slot: { at: 'first', target: byId('root') }, provisions: children },
      {
        kind: 'replace',
        target: byId('1'),
        provisions: [provision('2', 'Two.', ...[provision('3', 'Three.')])],
        children: 'replaced',
      },
    ]);
    expect(after.kind === 'ok' && after.value.root.children.length).toBe(150_001);
  });
});
