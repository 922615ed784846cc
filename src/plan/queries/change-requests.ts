/** Questions about change requests. */
import type { Database } from '../../platform/database/tables.ts';
import { printCivilDate, type CivilDate } from '../../values/partial-date.ts';
import {
  decidersOf,
  printCost,
  printWeeks,
  STATE_WORDS,
  stepsFrom,
  type ChangeRequest,
  type Impact,
  type Recommendation,
  type StepRule,
} from '../model/change-request.ts';
import { allChangeRequests, findChangeRequest, impactsOf, recommendationsOf } from '../store/change-requests.ts';
import { findMilestone } from '../store/milestones.ts';
import { milestoneHref } from './milestones.ts';

/** Where a person reads about a change request. */
export const changeRequestHref = (request: Pick<ChangeRequest, 'reference'>): string =>
  `/change-requests/${request.reference}`;

/** A milestone that a request affects; `id`, `title` and `href` are null while the plan has no such milestone. */
export interface AffectedReference {
  readonly reference: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly href: string | null;
}

export interface ShownChangeRequest extends Omit<ChangeRequest, 'affectedMilestones'> {
  readonly href: string;
  readonly stateWords: string;
  readonly affectedMilestones: readonly AffectedReference[];
  /** `£60,000 (ROM)`, or empty. */
  readonly costWords: string;
  /** `8–12 weeks`, or empty. */
  readonly scheduleWords: string;
  /** Who decides, in order: the group, and the regulator for level-1 milestones. */
  readonly deciders: readonly string[];
}

async function shown(database: Database, request: ChangeRequest): Promise<ShownChangeRequest> {
  const affected = [];
  const tiers = [];
  for (const reference of request.affectedMilestones) {
    const found = await findMilestone(database, reference);
    tiers.push(found?.tier ?? null);
    affected.push({
      reference,
      id: found?.id ?? null,
      title: found?.title ?? null,
      href: found === null ? null : milestoneHref(found),
    });
  }
  return {
    ...request,
    href: changeRequestHref(request),
    stateWords: STATE_WORDS[request.state],
    affectedMilestones: affected,
    costWords: printCost(request.costAmount, request.costKind),
    scheduleWords: printWeeks(request.scheduleWeeksMin, request.scheduleWeeksMax),
    deciders: decidersOf(request.decisionGroup, tiers),
  };
}

/** All change requests as lists show them, by number. */
export async function changeRequests(database: Database): Promise<ShownChangeRequest[]> {
  const result: ShownChangeRequest[] = [];
  for (const request of await allChangeRequests(database)) result.push(await shown(database, request));
  return result;
}

/** The change requests that affect a milestone, by its reference. */
export async function changeRequestsAffecting(
  database: Database,
  reference: string,
): Promise<{ id: string; reference: string; title: string; state: string; href: string }[]> {
  return (await allChangeRequests(database))
    .filter((request) => request.affectedMilestones.includes(reference))
    .map((request) => ({
      id: request.id,
      reference: request.reference,
      title: request.title,
      state: STATE_WORDS[request.state],
      href: changeRequestHref(request),
    }));
}

export interface ChangeRequestInFull extends ShownChangeRequest {
  readonly impacts: readonly Impact[];
  readonly recommendations: readonly Recommendation[];
  readonly steps: readonly StepRule[];
}

/** One change request with its parts and the steps possible now; null when there is none. */
export async function changeRequestInFull(
  database: Database,
  idOrReference: string,
): Promise<ChangeRequestInFull | null> {
  const request = await findChangeRequest(database, idOrReference);
  if (request === null) return null;
  return {
    ...(await shown(database, request)),
    impacts: await impactsOf(database, request.id),
    recommendations: await recommendationsOf(database, request.id),
    steps: stepsFrom(request.state),
  };
}

/** `1 change request, CR0012: assessed …, impact assessment closed 16 Nov 2022` on the day `today`; counts where there are more. */
export function changeRequestsSentence(requests: readonly ShownChangeRequest[], today: CivilDate): string {
  const [only] = requests;
  if (only === undefined) return 'No change requests yet';
  if (requests.length === 1) {
    const closed =
      only.assessmentTo === null
        ? ''
        : `; impact assessment ${only.assessmentTo < today ? 'closed' : 'closes'} ${printCivilDate(only.assessmentTo)}`;
    const outcome = only.outcome === null ? '' : ` (${only.outcome.replaceAll('-', ' ')})`;
    return `1 change request, ${only.reference}: ${only.stateWords.toLowerCase()}${outcome}${closed}`;
  }
  const undecided = requests.filter((request) => request.state !== 'outcome').length;
  const awaiting = requests.filter((request) => request.state === 'decision').length;
  return `${requests.length} change requests; ${undecided} undecided; ${awaiting} awaiting decision`;
}
