import { heaviestIncreasing } from '../diff/heaviest-increasing.ts';
import type { Provision } from '../provision.ts';
import type { Pairing } from './pairing.ts';

/** Each pair that stays counts more than anything about it: so the fewest move. */
const STAYING = 1_000_000;

/** Among as many that could stay or move, those stay that have their number still, and the larger ones. */
const weightOf = (was: Provision, is: Provision): number =>
  (was.number === is.number ? 10 : 0) + (was.children.length > 0 ? 5 : 0) + Math.min(was.text.words.length, 400) / 100;

/** The positions in `before` of the pairs that stay: as many as can, and sooner those that keep number and words. */
export function staying({ before, after, toAfter }: Pairing): readonly number[] {
  const places: number[] = [];
  const twins: number[] = [];
  let ordered = true;
  for (let index = 0; index < before.length; index += 1) {
    const twin = toAfter[index] ?? -1;
    if (twin < 0) continue;
    if (twin < (twins[twins.length - 1] ?? -1)) ordered = false;
    places.push(index);
    twins.push(twin);
  }
  if (ordered) return places;
  const weights = places.map((place, index) => {
    const was = before[place];
    const is = after[twins[index] ?? -1];
    return was === undefined || is === undefined ? 0 : STAYING + weightOf(was, is);
  });
  return heaviestIncreasing(twins, weights, after.length).map((kept) => places[kept] ?? 0);
}
