import type { Mark } from '../text.ts';
import type { Stretch, Thread } from './weave.ts';

/** The texts a thread stands in: the three that are merged, and the woven one. */
export type Strand = 'base' | 'ours' | 'theirs' | 'woven';

export type Stretches = Readonly<Record<Strand, Stretch>> & Pick<Thread, 'from'>;

/** The threads with their places in the woven text. */
export function stretchesOf(threads: readonly Thread[]): readonly Stretches[] {
  let at = 0;
  return threads.map(({ from, base, ours, theirs }) => {
    const { start, end } = from === 'theirs' ? theirs : from === 'ours' || from === 'both' ? ours : base;
    const woven = { start: at, end: at + end - start };
    at = woven.end;
    return { from, base, ours, theirs, woven };
  });
}

/** Whether the words of a thread are the same in both strands. */
function areShared(thread: Stretches, one: Strand, other: Strand): boolean {
  const kept = (strand: Strand): boolean => {
    if (strand === 'base') return true;
    if (strand === 'woven') return thread.from === 'base' || thread.from === 'clash';
    return thread.from === 'base' || (thread.from !== 'both' && thread.from !== 'clash' && thread.from !== strand);
  };
  if (kept(one) && kept(other)) return true;
  const has = (strand: Strand): string =>
    kept(strand) ? 'base' : strand === 'woven' ? thread.from : thread.from === 'both' ? 'both' : strand;
  return has(one) === has(other);
}

/**
 * Where a mark over words of one strand stands in another; undefined when all the words it was over were replaced. As in
 * `Text.replace`: around what was replaced it grows or shrinks, across an edge of it it is cut there. What was inserted at
 * its own edges stays outside.
 */
export function carryMark(threads: readonly Stretches[], mark: Mark, from: Strand, to: Strand): Mark | undefined {
  const end = carryEnd(threads, mark.end, from, to);
  if (mark.start === mark.end) return end === undefined ? undefined : { ...mark, start: end, end };
  const first = threads[firstEnding(threads, mark.start + 1, from)];
  if (first === undefined || end === undefined) return undefined;
  const isShared = areShared(first, from, to);
  // All of its words gave way to others.
  if (!isShared && mark.end <= first[from].end) return undefined;
  const start = isShared
    ? first[to].start + mark.start - first[from].start
    : mark.start === first[from].start
      ? first[to].start
      : first[to].end;
  return start >= end ? undefined : { ...mark, start, end };
}

function carryEnd(threads: readonly Stretches[], at: number, from: Strand, to: Strand): number | undefined {
  if (at === 0) return 0;
  const last = threads[firstEnding(threads, at, from)];
  if (last === undefined) return undefined;
  if (areShared(last, from, to)) return last[to].start + at - last[from].start;
  return at === last[from].end ? last[to].end : last[to].start;
}

/** The position of the first thread that ends at `at` or later: the one that holds the letter before it. */
function firstEnding(threads: readonly Stretches[], at: number, strand: Strand): number {
  let [low, high] = [0, threads.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((threads[middle]?.[strand].end ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
