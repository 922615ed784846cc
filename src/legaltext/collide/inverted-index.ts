import type { Strand } from '../footprint/footprint.ts';
import type { ProvisionId } from '../provision.ts';
import { LOOKING_DOWN, mattersBelow, mattersBeside, rolesIn } from '../footprint/roles.ts';

/**
 * Which strands come near what. Roles are kept apart, bit by bit, so that a look-up gives only those that matter: a
 * thousand changes that each put something under one chapter do not see each other there.
 */
export class InvertedIndex {
  private readonly beside = new Map<string, Set<Strand>>();
  private readonly below = new Map<string, Set<Strand>>();
  private readonly keys = new Map<string, Set<Strand>>();

  add(strand: Strand): void {
    this.entries(strand, (map, key) => {
      const strands = map.get(key);
      if (strands === undefined) map.set(key, new Set([strand]));
      else strands.add(strand);
    });
  }

  remove(strand: Strand): void {
    this.entries(strand, (map, key) => {
      const strands = map.get(key);
      strands?.delete(strand);
      if (strands?.size === 0) map.delete(key);
    });
  }

  /** Where a strand is entered: each map, with the keys it stands under there. */
  private entries(strand: Strand, each: (map: Map<string, Set<Strand>>, key: string) => void): void {
    for (const [id, roles] of strand.at) for (const role of rolesIn(roles)) each(this.beside, roleKey(role, id));
    for (const [id, held] of strand.under)
      for (const role of rolesIn(rolesOf(strand, held))) each(this.below, roleKey(role, id));
    for (const gap of strand.slots.keys()) each(this.keys, `gap ${gap}`);
    for (const claim of strand.claims.keys()) each(this.keys, `number ${claim}`);
    for (const key of strand.followed.keys()) each(this.keys, `follows ${key}`);
    for (const key of strand.readdressed.keys()) each(this.keys, `changes ${key}`);
  }

  /** The strands of other changes that could disturb this one, or be disturbed by it. */
  near(strand: Strand): ReadonlySet<Strand> {
    const found = new Set<Strand>();
    const add = (strands: ReadonlySet<Strand> | undefined): void => {
      if (strands !== undefined)
        for (const other of strands) if (other.instrument.id !== strand.instrument.id) found.add(other);
    };
    for (const [id, roles] of strand.at) {
      for (const role of rolesIn(mattersBeside(roles))) add(this.beside.get(roleKey(role, id)));
      for (const role of rolesIn(mattersBelow(roles))) add(this.below.get(roleKey(role, id)));
    }
    for (const [id, held] of strand.under) {
      const roles = rolesOf(strand, held);
      for (const role of LOOKING_DOWN) if ((mattersBelow(role) & roles) !== 0) add(this.beside.get(roleKey(role, id)));
    }
    for (const gap of strand.slots.keys()) add(this.keys.get(`gap ${gap}`));
    for (const claim of strand.claims.keys()) add(this.keys.get(`number ${claim}`));
    for (const key of strand.followed.keys()) add(this.keys.get(`changes ${key}`));
    for (const key of strand.readdressed.keys()) add(this.keys.get(`follows ${key}`));
    return found;
  }
}

const roleKey = (role: number, id: ProvisionId): string => `${String(role)} ${id}`;

/** All that a strand does at some provisions, taken together. */
function rolesOf(strand: Strand, places: readonly ProvisionId[]): number {
  let roles = 0;
  for (const place of places) roles |= strand.at.get(place) ?? 0;
  return roles;
}
