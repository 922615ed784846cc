import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import { audit } from './audit/audit.ts';
import { check } from './check/check.ts';
import { collide } from './collide/collide.ts';
import { derive } from './derive/derive.ts';
import { houseStyle } from './house-styles/index.ts';
import type { Instrument } from './instrument.ts';
import { merge } from './merge/merge.ts';
import { byId, type Operation } from './operation.ts';
import { readMarkdown } from './outline/read-markdown.ts';
import { readPlainText } from './outline/read-plain-text.ts';
import { Provision } from './provision.ts';
import { rebase } from './rebase/rebase.ts';
import { acceptAll, rejectAll } from './redline/accept-and-reject.ts';
import { redline } from './redline/redline.ts';
import { sound } from './testing/trees.ts';
import { Text } from './text.ts';
import type { Version } from './version.ts';

/**
 * Texts made to break what compares them: very long lines, very wide texts, endless repetition, changes nested a hundred
 * thousand levels deep. Every comparison ends, with an answer or a typed refusal.
 */
const codeOf = (children: readonly Provision[]): Version =>
  sound(new Provision({ id: 'root', kind: 'code', children }));
const clause = (id: string, words: string): Provision =>
  new Provision({ id, kind: 'clause', number: id, text: Text.of(words) });
const changing = (id: string, ...operations: readonly Operation[]): Instrument => ({
  kind: 'instrument',
  id,
  name: id,
  parts: [{ commencement: { kind: 'date', date: '2024-01-01' }, operations }],
});

/** Compares two texts in every way there is. */
function compare(before: Version, after: Version): void {
  const shown = redline(before, after);
  expect(acceptAll(shown).hash).toBe(after.hash);
  expect(rejectAll(shown).hash).toBe(before.hash);
  const made = apply(before, derive(before, after));
  expect(made.kind === 'ok' && made.value.hash).toBe(after.hash);
  expect(merge(before, after, before).version.hash).toBe(after.hash);
  expect(audit(before, [changing('x', ...derive(before, after))], after).findings).toEqual([]);
}

describe('long lines', () => {
  it.each([
    ['of one letter', 'a'.repeat(1_000_000), `${'a'.repeat(999_999)}b`],
    ['of one letter, and of another', 'a'.repeat(1_000_000), 'b'.repeat(1_000_000)],
    [
      'of one word again and again',
      'word '.repeat(100_000),
      `${'word '.repeat(50_000)}other ${'word '.repeat(50_000)}`,
    ],
    ['of two words in turn, and the other way round', 'a b '.repeat(30_000), 'b a '.repeat(30_000)],
    ['of white space', ' \t'.repeat(200_000), '\t '.repeat(200_000)],
    ['of brackets', '['.repeat(200_000), ']'.repeat(200_000)],
  ])('%s are compared', (_, one, other) => {
    compare(codeOf([clause('1', one)]), codeOf([clause('1', other)]));
  });

  it('are checked, and read as plain text and as Markdown', () => {
    const style = houseStyle('bsc') ?? expect.fail('There is no such style.');
    for (const line of [
      'a'.repeat(1_000_000),
      '('.repeat(200_000),
      '2.'.repeat(200_000),
      '“'.repeat(200_000),
      '[ '.repeat(100_000),
      '**_'.repeat(100_000),
    ]) {
      const read = readPlainText(line, style);
      const version = read.kind === 'ok' ? read.value.version : codeOf([clause('1', line)]);
      expect(check(version, style).kind).toBeDefined();
      expect(readMarkdown(line, style).kind).toMatch(/^(?:ok|failed)$/u);
    }
  });
});

describe('a hundred and fifty thousand provisions in one list', () => {
  const many = (from: number, count: number): readonly Provision[] =>
    Array.from({ length: count }, (_, at) => clause(`c${String(from + at)}`, `Words of ${String(from + at)}.`));

  it('are compared with none, with others, and with all of them moved on by one', () => {
    const all = many(0, 150_000);
    const [first] = all;
    if (first === undefined) throw new Error('There are clauses.');
    compare(codeOf(all), codeOf([]));
    compare(codeOf([]), codeOf(all));
    compare(codeOf(all), codeOf([...all.slice(1), first]));
  });

  it('are merged with one that was put in at the same place: all of them collide with it', () => {
    const merged = merge(codeOf([]), codeOf(many(0, 150_000)), codeOf([clause('other', 'Other words.')]));
    const [collision, ...others] = merged.collisions;
    expect([collision?.ours.length, collision?.theirs.length, others.length]).toEqual([150_000, 1, 0]);
  });

  it('are checked, and changed all at once by two changes that collide', () => {
    const style = houseStyle('bsc') ?? expect.fail('There is no such style.');
    const code = codeOf(many(0, 130_000));
    expect(check(code, style).findings.length).toBeGreaterThanOrEqual(0);
    const everywhere = (by: string): Operation => ({
      kind: 'substitute',
      target: byId('root'),
      selection: {
        by: 'quotation',
        words: 'Words',
        occurrence: 'all',
        likeness: 'exact',
        reach: 'subtree',
        parts: ['text'],
      },
      replacement: Text.of(by),
    });
    expect(
      collide([changing('a', everywhere('One')), changing('b', everywhere('Other'))], code).length,
    ).toBeGreaterThan(0);
  });
});

describe('changes nested a hundred thousand levels deep', () => {
  let deep = clause('deep', 'words');
  for (let level = 1; level < 100_000; level += 1)
    deep = new Provision({ id: `deep ${String(level)}`, kind: 'clause', number: '(a)', children: [deep] });
  const code = codeOf([clause('1', 'One.'), clause('2', 'Two.')]);
  const insert: Operation = { kind: 'insert', slot: { at: 'after', target: byId('1') }, provisions: [deep] };
  const shallow: Operation = {
    kind: 'insert',
    slot: { at: 'after', target: byId('1') },
    provisions: [clause('3', 'Three.')],
  };

  it('are collided with others, restated and audited', () => {
    expect(Array.isArray(collide([changing('a', insert), changing('b', shallow)], code))).toBe(true);
    expect(rebase(changing('a', insert), code, codeOf([clause('1', 'One.')])).kind).toBeDefined();
    expect(audit(code, [changing('a', insert)], code).findings.map(({ deviation }) => deviation)).toEqual([
      'failed-operation',
    ]);
  });
});
