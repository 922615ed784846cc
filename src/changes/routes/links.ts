/** HTTP doors to the links of changes with records of other kinds; how changes relate to each other is a part of them. */
import { linkRoutesOf } from '../../platform/http/link-routes.ts';
import type { AnyRoute } from '../../platform/http/route.ts';
import { findModification } from '../queries.ts';
import { modificationById } from '../store/modifications.ts';

export const modificationLinkRoutes: readonly AnyRoute[] = linkRoutesOf({
  kind: 'modification',
  plural: 'modifications',
  operation: 'Modification',
  one: 'a change',
  named: ({ database, at }, idOrReference) => findModification(database, idOrReference, at.slice(0, 10)),
  isGone: async (database, { kind, id }) => kind === 'modification' && (await modificationById(database, id)) === null,
});
