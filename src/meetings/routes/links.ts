/** HTTP doors to the links of actions and decisions. */
import { linkRoutesOf } from '../../platform/http/link-routes.ts';
import type { AnyRoute } from '../../platform/http/route.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { RecordKey } from '../../platform/record/links.ts';
import { actionNamed, decisionNamed } from '../lookup.ts';
import { isKindOfMeetings } from '../model/kinds.ts';
import { describeMeetingRecord } from '../queries/links.ts';

const isGone = async (database: Database, key: RecordKey): Promise<boolean> =>
  isKindOfMeetings(key.kind) && (await describeMeetingRecord(database, key)) === null;

export const linkRoutes: readonly AnyRoute[] = [
  ...linkRoutesOf({
    kind: 'action',
    plural: 'actions',
    operation: 'Action',
    one: 'an action',
    named: ({ database }, idOrReference) => actionNamed(database, idOrReference),
    isGone,
  }),
  ...linkRoutesOf({
    kind: 'decision',
    plural: 'decisions',
    operation: 'Decision',
    one: 'a decision',
    named: ({ database }, idOrReference) => decisionNamed(database, idOrReference),
    isGone,
  }),
];
