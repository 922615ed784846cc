/** Changes written short, so that a test reads as a sentence. */
import type { Commencement, Instrument } from '../../instrument.ts';
import { byId, type Operation, type Slot } from '../../operation.ts';
import type { Provision } from '../../provision.ts';
import { provision } from '../../testing/builders.ts';
import { Text } from '../../text.ts';
import type { Collision } from '../collision.ts';

export const change = (id: string, operations: readonly Operation[], more: Partial<Instrument> = {}): Instrument => ({
  kind: 'instrument',
  id,
  name: id,
  parts: [{ commencement: { kind: 'unknown' }, operations }],
  ...more,
});

export const on = (id: string, date: string, operations: readonly Operation[]): Instrument => {
  const commencement: Commencement = { kind: 'date', date };
  return change(id, [], { parts: [{ commencement, operations }] });
};

export const strike = (target: string, words: string, replacement = ''): Operation => ({
  kind: 'substitute',
  target: byId(target),
  selection: { by: 'quotation', words, occurrence: 'first', likeness: 'exact', reach: 'provision', parts: ['text'] },
  replacement: Text.of(replacement),
});

export const putIn = (at: Slot['at'], target: string, ...provisions: readonly Provision[]): Operation => ({
  kind: 'insert',
  slot: { at, target: byId(target) },
  provisions,
});

export const renumber = (target: string, number: string): Operation => ({
  kind: 'renumber',
  target: byId(target),
  number,
});
export const repeal = (target: string): Operation => ({ kind: 'repeal', target: byId(target), stub: null });
export const fresh = (id: string, number: string, words = 'New.') => provision(number, words).with({ id });

export const told = (found: readonly Collision[]): string[] =>
  found.map((each) => `${each.class} (${each.severity}) at ${each.place.citation}: ${each.sentence}`);
