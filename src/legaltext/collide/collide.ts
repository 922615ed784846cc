import type { Instrument } from '../instrument.ts';
import type { Version } from '../version.ts';
import type { Collision } from './collision.ts';
import { createCollisionIndex, type CollideOptions } from './collision-index.ts';

/**
 * Every collision of these changes with each other, and with the text in force, when all are drafted for one base. The
 * same whatever order they are given in (unless that is said to be the order of decision). Changes that meet nowhere are
 * never compared: the cost grows with what the changes touch, not with the number of pairs or the size of the code.
 *
 * ```ts
 * for (const { severity, place, sentence } of collide([draft, otherDraft], currentText))
 *   console.log(severity, place.citation, sentence);
 * ```
 */
export function collide(
  instruments: readonly Instrument[],
  base: Version,
  options: CollideOptions = {},
): readonly Collision[] {
  const index = createCollisionIndex(base, options);
  for (const instrument of instruments) index.put(instrument);
  return index.collisions();
}
