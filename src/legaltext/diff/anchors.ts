import { longestIncreasing } from './longest-increasing.ts';

/** Enough of the scattering of Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4) for short stretches. */
const SCATTER = 0x9e3779b1;
const NEVER = 0;
const OFTEN = -1;

/**
 * Places to cut a hard box at: stretches of `width` items that stand exactly once on each side of the box, in the longest
 * run of them that is in the same order on both sides. Each is given as its position in `a` and in `b`, in order, and cuts
 * off something on its left. Linear in the size of the box, but for sorting the anchors.
 */
export function anchorsIn(
  a: Int32Array,
  aStart: number,
  aEnd: number,
  b: Int32Array,
  bStart: number,
  bEnd: number,
  width: number,
): readonly (readonly [number, number])[] {
  const bits = Math.ceil(Math.log2(aEnd - aStart + (bEnd - bStart) + 1)) + 1;
  const shift = 32 - Math.min(bits, 24);
  const onceInA = positionsOfOnce(a, aStart, aEnd, width, shift);
  const onceInB = positionsOfOnce(b, bStart, bEnd, width, shift);
  const inA: number[] = [];
  const inB: number[] = [];
  for (let index = bStart; index + width <= bEnd; index += 1) {
    const slot = scatter(b, index, width, shift);
    if (onceInB[slot] !== index + 1) continue;
    const twin = (onceInA[slot] ?? NEVER) - 1;
    if (twin < 0 || !sameStretch(a, twin, b, index, width)) continue;
    inA.push(twin);
    inB.push(index);
  }
  const anchors: (readonly [number, number])[] = [];
  for (const kept of longestIncreasing(inA)) {
    const place = inA[kept] ?? aStart;
    const twin = inB[kept] ?? bStart;
    if (place > aStart || twin > bStart) anchors.push([place, twin]);
  }
  return anchors;
}

/** By slot of the scatter table: 1 + the position of the one stretch there, or that there is none, or several. */
function positionsOfOnce(items: Int32Array, start: number, end: number, width: number, shift: number): Int32Array {
  const once = new Int32Array(2 ** (32 - shift));
  for (let index = start; index + width <= end; index += 1) {
    const slot = scatter(items, index, width, shift);
    once[slot] = once[slot] === NEVER ? index + 1 : OFTEN;
  }
  return once;
}

function scatter(items: Int32Array, index: number, width: number, shift: number): number {
  let mixed = 0;
  for (let at = index; at < index + width; at += 1)
    mixed = Math.imul(mixed ^ ((items[at] ?? 0) + 1), SCATTER) ^ (mixed >>> 15);
  return Math.imul(mixed, SCATTER) >>> shift;
}

function sameStretch(a: Int32Array, inA: number, b: Int32Array, inB: number, width: number): boolean {
  for (let at = 0; at < width; at += 1) if (a[inA + at] !== b[inB + at]) return false;
  return true;
}
