import { byId, type Operation } from '../operation.ts';
import type { Provision } from '../provision.ts';
import { sortedEntries, type Attributes } from '../text.ts';
import { substitutions } from './substitutions.ts';

/** Equal names with equal values, in whatever order. */
export function sameAttributes(a: Attributes, b: Attributes): boolean {
  return a === b || JSON.stringify(sortedEntries(a)) === JSON.stringify(sortedEntries(b));
}

/**
 * The operations that turn what one provision says itself, children aside, into what it says later: a new number, a new
 * heading, words for words. Where its kind or its attributes change, or marks change in a way that no words can carry, it
 * is replaced as a whole and keeps its children. Near linear in its words.
 */
export function fieldOperations(was: Provision, is: Provision): readonly Operation[] {
  const replace: readonly Operation[] = [
    { kind: 'replace', target: byId(was.id), provisions: [is.with({ id: was.id, children: [] })], children: 'kept' },
  ];
  if (was.kind !== is.kind || !sameAttributes(was.attributes, is.attributes)) return replace;
  const operations: Operation[] = [];
  if (was.number !== is.number) operations.push({ kind: 'renumber', target: byId(was.id), number: is.number });
  if (!was.heading.equals(is.heading))
    operations.push({ kind: 'set-heading', target: byId(was.id), heading: is.heading });
  for (const part of ['text', 'tail'] as const) {
    if (was[part].equals(is[part])) continue;
    const found = substitutions(was.id, part, was[part], is[part]);
    if (found === null) return replace;
    for (const operation of found) operations.push(operation);
  }
  return operations;
}
