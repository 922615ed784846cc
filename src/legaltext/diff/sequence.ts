import { anchorsIn } from './anchors.ts';

/**
 * Comparing two sequences of small whole numbers: which items stay, which go, which come.
 *
 * The method is Myers' linear-space one ("An O(ND) difference algorithm and its variations", 1986): search from both ends
 * at once for a point that a shortest way passes through, split the box there, and go on in both halves; what the halves
 * have in common at their ends is trimmed first. That costs length × differences, which is splendid for texts that differ
 * little and ruinous for those that differ everywhere. So the search in each box is cut off after a fixed number of steps:
 *
 * 1. items that stand on one side only are set aside at once: they cannot stay;
 * 2. a box that proves hard is split at its anchors: stretches of 4 items, then 2, then 1, that stand once on each side of
 *    the box, in the longest order they share (the idea of patience and histogram comparison);
 * 3. a box that is hard still is split at the point the search got furthest to. The answer is then not the shortest one,
 *    but always a correct one.
 *
 * Each step costs at most a constant times the length, so the whole is near linear, whatever the input. Boxes wait on a
 * list, not on the stack.
 */

/** One difference: items `[beforeStart, beforeEnd)` of the first sequence became `[afterStart, afterEnd)` of the second. */
export interface Difference {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** Steps of search in a box that can still be split at anchors. */
const EASY = 96;
/** Steps in one that cannot; fewer for very long sequences, so that steps × length stays below `WORK`. */
const HARD = 256;
const LEAST = 24;
const WORK = 2e8;
/** The lengths of the anchors to try, in turn. */
const ANCHOR_WIDTHS = [4, 2, 1] as const;

/** Beyond any position. */
const FAR = 0x7fffffff;

/**
 * The furthest position reached on each diagonal, from the start and from the end of a box. One pair serves all searches,
 * since each has done with it before the next begins.
 */
const forward = new Int32Array(2 * HARD + 8);
const backward = new Int32Array(2 * HARD + 8);

interface Box {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
  /** How many of the anchor widths have been tried. */
  readonly anchored: number;
}

/**
 * The differences between two sequences, in order, none touching the next. The items are whole numbers from 0 to below
 * `alphabet` (see `Interner`). Near linear in the length at worst; linear where little differs.
 */
export function compareSequences(before: Int32Array, after: Int32Array, alphabet: number): readonly Difference[] {
  const gone = new Uint8Array(before.length);
  const come = new Uint8Array(after.length);
  let start = 0;
  let aEnd = before.length;
  let bEnd = after.length;
  while (start < aEnd && start < bEnd && before[start] === after[start]) start += 1;
  while (aEnd > start && bEnd > start && before[aEnd - 1] === after[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  if (start === aEnd || start === bEnd) {
    gone.fill(1, start, aEnd);
    come.fill(1, start, bEnd);
  } else {
    const a = common(before, after, start, aEnd, bEnd, alphabet, gone);
    const b = common(after, before, start, bEnd, aEnd, alphabet, come);
    new Search(a, b, gone, come).run();
  }
  return differences(gone, come);
}

/** The items of one side that stand on the other side too, with their positions; the others are marked as changed. */
interface Common {
  readonly items: Int32Array;
  readonly positions: Int32Array;
}

function common(
  own: Int32Array,
  other: Int32Array,
  start: number,
  ownEnd: number,
  otherEnd: number,
  alphabet: number,
  changed: Uint8Array,
): Common {
  const there = new Uint8Array(alphabet);
  for (let index = start; index < otherEnd; index += 1) there[other[index] ?? 0] = 1;
  const items = new Int32Array(ownEnd - start);
  const positions = new Int32Array(ownEnd - start);
  let count = 0;
  for (let index = start; index < ownEnd; index += 1) {
    const item = own[index] ?? 0;
    if (there[item] === 1) {
      items[count] = item;
      positions[count] = index;
      count += 1;
    } else changed[index] = 1;
  }
  return { items: items.subarray(0, count), positions: positions.subarray(0, count) };
}

class Search {
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  private readonly aPositions: Int32Array;
  private readonly bPositions: Int32Array;
  private readonly gone: Uint8Array;
  private readonly come: Uint8Array;
  private readonly hard: number;
  private readonly waiting: Box[] = [];
  private splitA = 0;
  private splitB = 0;

  constructor(a: Common, b: Common, gone: Uint8Array, come: Uint8Array) {
    this.a = a.items;
    this.b = b.items;
    this.aPositions = a.positions;
    this.bPositions = b.positions;
    this.gone = gone;
    this.come = come;
    const length = this.a.length + this.b.length;
    this.hard = Math.max(LEAST, Math.min(HARD, Math.floor(WORK / (length + 1))));
  }

  run(): void {
    this.waiting.push({ aStart: 0, aEnd: this.a.length, bStart: 0, bEnd: this.b.length, anchored: 0 });
    for (let box = this.waiting.pop(); box !== undefined; box = this.waiting.pop()) this.settle(box);
  }

  private settle(box: Box): void {
    const { a, b } = this;
    let { aStart, aEnd, bStart, bEnd } = box;
    while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) {
      aStart += 1;
      bStart += 1;
    }
    while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
      aEnd -= 1;
      bEnd -= 1;
    }
    if (aStart === aEnd || bStart === bEnd) {
      this.change(aStart, aEnd, bStart, bEnd);
      return;
    }
    let { anchored } = box;
    const width = ANCHOR_WIDTHS[anchored];
    const found = this.search(aStart, aEnd, bStart, bEnd, width === undefined ? this.hard : Math.min(EASY, this.hard));
    if (!found && width !== undefined) {
      anchored += 1;
      const anchors = anchorsIn(a, aStart, aEnd, b, bStart, bEnd, width);
      for (const [inA, inB] of anchors) {
        this.waiting.push({ aStart, aEnd: inA, bStart, bEnd: inB, anchored });
        aStart = inA;
        bStart = inB;
      }
      this.waiting.push({ aStart, aEnd, bStart, bEnd, anchored });
      return;
    }
    const { splitA, splitB } = this;
    if ((splitA === aStart && splitB === bStart) || (splitA === aEnd && splitB === bEnd)) {
      this.change(aStart, aEnd, bStart, bEnd);
      return;
    }
    this.waiting.push({ aStart, aEnd: splitA, bStart, bEnd: splitB, anchored });
    this.waiting.push({ aStart: splitA, aEnd, bStart: splitB, bEnd, anchored });
  }

  private change(aStart: number, aEnd: number, bStart: number, bEnd: number): void {
    for (let index = aStart; index < aEnd; index += 1) this.gone[this.aPositions[index] ?? 0] = 1;
    for (let index = bStart; index < bEnd; index += 1) this.come[this.bPositions[index] ?? 0] = 1;
  }

  /**
   * Looks for a point on a shortest way through the box, for at most `limit` steps from each end, and leaves it in
   * `splitA` and `splitB`; or the furthest point reached, and then answers false. The box is trimmed and empty on no side.
   */
  private search(aStart: number, aEnd: number, bStart: number, bEnd: number, limit: number): boolean {
    const { a, b } = this;
    const least = aStart - bEnd;
    const most = aEnd - bStart;
    const forwardMiddle = aStart - bStart;
    const backwardMiddle = aEnd - bEnd;
    const odd = ((forwardMiddle - backwardMiddle) & 1) !== 0;
    // Diagonals are kept relative to the middle one of each search, with room for one beyond each end.
    const f = limit + 2 - forwardMiddle;
    const r = limit + 2 - backwardMiddle;
    let forwardLeast = forwardMiddle;
    let forwardMost = forwardMiddle;
    let backwardLeast = backwardMiddle;
    let backwardMost = backwardMiddle;
    forward[forwardMiddle + f] = aStart;
    backward[backwardMiddle + r] = aEnd;
    for (let step = 1; step <= limit; step += 1) {
      if (forwardLeast > least) forward[--forwardLeast - 1 + f] = -1;
      else forwardLeast += 1;
      if (forwardMost < most) forward[++forwardMost + 1 + f] = -1;
      else forwardMost -= 1;
      for (let diagonal = forwardMost; diagonal >= forwardLeast; diagonal -= 2) {
        const below = forward[diagonal - 1 + f] ?? 0;
        const above = forward[diagonal + 1 + f] ?? 0;
        let inA = below >= above ? below + 1 : above;
        let inB = inA - diagonal;
        while (inA < aEnd && inB < bEnd && a[inA] === b[inB]) {
          inA += 1;
          inB += 1;
        }
        forward[diagonal + f] = inA;
        if (odd && diagonal >= backwardLeast && diagonal <= backwardMost && (backward[diagonal + r] ?? 0) <= inA)
          return this.splitAt(inA, inB);
      }
      if (backwardLeast > least) backward[--backwardLeast - 1 + r] = FAR;
      else backwardLeast += 1;
      if (backwardMost < most) backward[++backwardMost + 1 + r] = FAR;
      else backwardMost -= 1;
      for (let diagonal = backwardMost; diagonal >= backwardLeast; diagonal -= 2) {
        const below = backward[diagonal - 1 + r] ?? 0;
        const above = backward[diagonal + 1 + r] ?? 0;
        let inA = below < above ? below : above - 1;
        let inB = inA - diagonal;
        while (inA > aStart && inB > bStart && a[inA - 1] === b[inB - 1]) {
          inA -= 1;
          inB -= 1;
        }
        backward[diagonal + r] = inA;
        if (!odd && diagonal >= forwardLeast && diagonal <= forwardMost && inA <= (forward[diagonal + f] ?? 0))
          return this.splitAt(inA, inB);
      }
    }
    let furthest = -1;
    for (let diagonal = forwardMost; diagonal >= forwardLeast; diagonal -= 2) {
      const inA = Math.min(forward[diagonal + f] ?? 0, aEnd, bEnd + diagonal);
      const reached = inA + inA - diagonal;
      if (reached > furthest) {
        furthest = reached;
        this.splitAt(inA, inA - diagonal);
      }
    }
    let nearest = FAR;
    const forwardGain = furthest - (aStart + bStart);
    for (let diagonal = backwardMost; diagonal >= backwardLeast; diagonal -= 2) {
      const inA = Math.max(backward[diagonal + r] ?? 0, aStart, bStart + diagonal);
      const reached = inA + inA - diagonal;
      if (reached < nearest) {
        nearest = reached;
        if (aEnd + bEnd - nearest > forwardGain) this.splitAt(inA, inA - diagonal);
      }
    }
    return false;
  }

  private splitAt(inA: number, inB: number): true {
    this.splitA = inA;
    this.splitB = inB;
    return true;
  }
}

function differences(gone: Uint8Array, come: Uint8Array): readonly Difference[] {
  const found: Difference[] = [];
  let a = 0;
  let b = 0;
  while (a < gone.length || b < come.length) {
    if (gone[a] !== 1 && come[b] !== 1) {
      a += 1;
      b += 1;
      continue;
    }
    const beforeStart = a;
    const afterStart = b;
    while (gone[a] === 1) a += 1;
    while (come[b] === 1) b += 1;
    found.push({ beforeStart, beforeEnd: a, afterStart, afterEnd: b });
  }
  return found;
}
