import type { Reference } from './reference.ts';

/** Of two readings that overlap, the one that leads somewhere; of equal ones the first. */
export function united(known: readonly Reference[], more: readonly Reference[]): readonly Reference[] {
  const overlap = (a: Reference, b: Reference): boolean => a.start < b.end && b.start < a.end;
  const better = more.filter(
    (each) => each.state === 'resolved' && !known.some((old) => overlap(old, each) && old.state === 'resolved'),
  );
  const kept = known.filter((old) => !better.some((each) => overlap(old, each)));
  const added = more.filter(
    (each) =>
      !kept.some((old) => overlap(old, each)) &&
      !better.includes(each) &&
      !better.some((other) => overlap(other, each)),
  );
  return [...kept, ...better, ...added].sort((a, b) => a.start - b.start);
}
