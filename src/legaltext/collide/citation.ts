import type { TextView } from '../instrument.ts';
import type { Provision, ProvisionId } from '../provision.ts';

/** How a provision is cited, given the way to it from the root (which is not cited itself). */
export type Cite = (path: readonly Provision[]) => string;

/** The citation of a provision where the first of these texts has it; what `otherwise` says where none has. */
export function citationOf(id: ProvisionId, views: readonly TextView[], cite: Cite, otherwise = id): string {
  for (const view of views) {
    const path = view.pathTo(id);
    if (path.length > 0) return cite(path);
  }
  return otherwise;
}
