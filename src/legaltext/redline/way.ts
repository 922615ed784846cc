import { announced } from '../place-in-words.ts';
import type { Provision } from '../provision.ts';
import type { Version } from '../version.ts';

/** The printed numbers on the way from the top of a version to a provision, its own included; what has none is left out. */
export function wayTo(version: Version, provision: Provision): readonly string[] {
  return version
    .pathTo(provision.id)
    .filter(({ number }) => number !== '')
    .map(announced);
}
