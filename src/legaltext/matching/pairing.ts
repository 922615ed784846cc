import type { Provision } from '../provision.ts';

/** Which provision of one list goes with which of the other: positions both ways, -1 for none. */
export interface Pairing {
  readonly before: readonly Provision[];
  readonly after: readonly Provision[];
  readonly toAfter: Int32Array;
  readonly toBefore: Int32Array;
}

export const noPairs = (before: readonly Provision[], after: readonly Provision[]): Pairing => ({
  before,
  after,
  toAfter: new Int32Array(before.length).fill(-1),
  toBefore: new Int32Array(after.length).fill(-1),
});

/** Pairs two positions, when both are free still. */
export function pair(pairing: Pairing, inBefore: number, inAfter: number): void {
  if (pairing.toAfter[inBefore] !== -1 || pairing.toBefore[inAfter] !== -1) return;
  pairing.toAfter[inBefore] = inAfter;
  pairing.toBefore[inAfter] = inBefore;
}

/** Whether two provisions read the same, with all that is under them. */
export const readsSame = (a: Provision, b: Provision): boolean => a === b || a.hash === b.hash;

/** How far apart provisions of one id are looked for before all ids are listed. */
const NEAR = 24;

/**
 * Pairs the provisions of two lists that have one id. Both lists are walked side by side; where they part, the nearest
 * place where they meet again is looked for, and only where there is none near by are the ids of the rest listed. So two
 * long lists that differ in a few places cost one look at each position.
 */
export function pairById(pairing: Pairing): void {
  const { before, after } = pairing;
  let inBefore = 0;
  let inAfter = 0;
  let strayed = false;
  while (inBefore < before.length && inAfter < after.length) {
    if (before[inBefore]?.id === after[inAfter]?.id) {
      pair(pairing, inBefore, inAfter);
      inBefore += 1;
      inAfter += 1;
      continue;
    }
    strayed = true;
    const step = nearest(before, inBefore, after, inAfter);
    if (step === 0) break;
    if (step > 0) inBefore += step;
    else inAfter -= step;
  }
  if (strayed) pairRestById(pairing);
}

/** How far to go in `before` (above 0) or in `after` (below 0) until the lists meet again; 0 when that is not near. */
function nearest(before: readonly Provision[], inBefore: number, after: readonly Provision[], inAfter: number): number {
  const own = before[inBefore]?.id;
  const other = after[inAfter]?.id;
  for (let by = 1; by <= NEAR; by += 1) {
    if (before[inBefore + by]?.id === other) return by;
    if (after[inAfter + by]?.id === own) return -by;
  }
  return 0;
}

function pairRestById(pairing: Pairing): void {
  const { before, after, toAfter, toBefore } = pairing;
  const places = new Map<string, number>();
  for (const [index, each] of before.entries()) if (toAfter[index] === -1) places.set(each.id, index);
  if (places.size === 0) return;
  for (const [index, each] of after.entries()) {
    if (toBefore[index] !== -1) continue;
    const place = places.get(each.id);
    if (place !== undefined) pair(pairing, place, index);
  }
}
