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
function isShared(thread: Stretches, one: Strand, other: Strand): boolean {
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
  const start = carryStart(threads, mark.start, from, to);
  if (start === undefined || end === undefined || start >= end) return undefined;
  const replaced = threads.some(
    (thread) => thread[from].start <= mark.start && thread[from].end >= mark.end && !isShared(thread, from, to),
  );
  return replaced ? undefined : { ...mark, start, end };
}

function carryStart(threads: readonly Stretches[], at: number, from: Strand, to: Strand): number | undefined {
  for (const thread of threads) {
    const { start, end } = thread[from];
    if (at < start || at >= end) continue;
    if (isShared(thread, from, to)) return thread[to].start + at - start;
    return at === start ? thread[to].start : thread[to].end;
  }
  return undefined;
}

function carryEnd(threads: readonly Stretches[], at: number, from: Strand, to: Strand): number | undefined {
  if (at === 0) return 0;
  for (const thread of threads) {
    const { start, end } = thread[from];
    if (at <= start || at > end) continue;
    if (isShared(thread, from, to)) return thread[to].start + at - start;
    return at === end ? thread[to].end : thread[to].start;
  }
  return undefined;
}
