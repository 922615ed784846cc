import { describe, expect, it } from 'vitest';
import { byId, type Operation } from '../operation.ts';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { MAX_HEIGHT } from '../version.ts';
import { UNCHANGED, after, paragraph } from './testing/small-code.ts';

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
