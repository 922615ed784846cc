/** HTTP doors to the links of milestones, change requests and risks. */
import { failed, ok, type Result } from '../../values/result.ts';
import type { Database } from '../../platform/database/tables.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { linkRoutesOf } from '../../platform/http/link-routes.ts';
import type { AnyRoute } from '../../platform/http/route.ts';
import type { RecordKey } from '../../platform/record/links.ts';
import { findChangeRequest } from '../store/change-requests.ts';
import { findMilestone } from '../store/milestones.ts';
import { findRisk } from '../store/risks.ts';

type Find = (database: Database, idOrReference: string) => Promise<{ readonly id: string } | null>;

/** The kinds of the plan that a link can lead to, each with how one is found. */
const FINDS: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['milestone', findMilestone],
  ['change-request', findChangeRequest],
  ['risk', findRisk],
]);

const isGone = async (database: Database, { kind, id }: RecordKey): Promise<boolean> => {
  const find = FINDS.get(kind);
  return find !== undefined && (await find(database, id)) === null;
};

const found = async (record: ReturnType<Find>, words: string): Promise<Result<{ readonly id: string }, Problem>> => {
  const one = await record;
  return one === null ? failed(problem('not-found', `There is no ${words}. Look for it in its list.`)) : ok(one);
};

export const planLinkRoutes: readonly AnyRoute[] = [
  ...linkRoutesOf({
    kind: 'milestone',
    plural: 'milestones',
    operation: 'Milestone',
    one: 'a milestone',
    named: ({ database }, words) => found(findMilestone(database, words), `milestone ${words}`),
    isGone,
  }),
  ...linkRoutesOf({
    kind: 'change-request',
    plural: 'change-requests',
    operation: 'ChangeRequest',
    one: 'a change request',
    named: ({ database }, words) => found(findChangeRequest(database, words), `change request ${words}`),
    isGone,
  }),
  ...linkRoutesOf({
    kind: 'risk',
    plural: 'risks',
    operation: 'Risk',
    one: 'a risk',
    named: ({ database }, words) => found(findRisk(database, words), `risk ${words}`),
    isGone,
  }),
];
