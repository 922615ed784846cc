import type { Collision } from './collision.ts';
import type { Ground, Watched } from './ground.ts';
import { referenceCollisions } from './reference-collisions.ts';
import { termCollisions } from './term-collisions.ts';

/** What two changes do to each other by what their words mean. `one` is the instrument whose id comes first. */
export function meaningCollisions(ground: Ground, one: Watched, other: Watched): readonly Collision[] {
  return [...termCollisions(ground, [one, other]), ...referenceCollisions(ground, [one, other])];
}
