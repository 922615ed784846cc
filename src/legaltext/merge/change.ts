import type { ProvisionId } from '../provision.ts';
import type { Field } from './side-changes.ts';

export const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');

/**
 * The smallest thing that a side did and that can be taken back: it deleted a provision, put it somewhere (inserted it, moved
 * it, or gave it another place among its siblings), or changed one of its fields.
 */
export type What = 'delete' | 'place' | Field;

export interface Change {
  readonly side: Side;
  readonly what: What;
  readonly id: ProvisionId;
}

/** One string for each change of a side. */
export const keyOf = (what: What, id: ProvisionId): string => `${what} ${id}`;
