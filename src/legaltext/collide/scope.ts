import type { TextView } from '../instrument.ts';
import type { ProvisionId } from '../provision.ts';
import type { ChangedDefinition } from './definition-changes.ts';
import type { Ground } from './ground.ts';
import type { FreshPlace, FreshUse } from './meaning.ts';

/**
 * Whether a definition that holds within `scope` holds at a place: in the base, or in one of the texts that changes make
 * of it, for what only those have.
 */
export function isWithin(
  scope: ProvisionId,
  { provision, at }: FreshPlace,
  { base }: Ground,
  views: readonly TextView[],
): boolean {
  if (scope === base.root.id) return true;
  const isAround = ({ id }: { readonly id: ProvisionId }): boolean => id === scope;
  return base.pathTo(at).some(isAround) || views.some((view) => view.pathTo(provision).some(isAround));
}

/**
 * Whether a change to a definition changes what the use of a term means: the definition that holds there is changed or
 * removed, or the one that is added stands nearer to it, or as near.
 */
export function isConcerned(
  { how, scope }: ChangedDefinition,
  use: FreshUse,
  ground: Ground,
  views: readonly TextView[],
): boolean {
  if (use.scope === null) return false;
  if (how !== 'adds') return use.scope === scope;
  const isNearer = use.scope !== scope && ground.base.pathTo(use.scope).some(({ id }) => id === scope);
  return !isNearer && isWithin(scope, use, ground, views);
}
