/** What people, and papers read in, do to change requests. */
import { failed, ok, type Result } from '../../values/result.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow, removeRow, versionOf, type ColumnPatch } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import {
  changeRequestNumber,
  further,
  impactKindOf,
  printChangeRequest,
  stateShown,
  STATE_WORDS,
  STEP_RULES,
  stepsFrom,
  type ChangeRequestState,
  type ImpactKind,
  type Outcome,
  type Step,
} from '../model/change-request.ts';
import { milestoneReference } from '../model/milestone.ts';
import { findChangeRequest, impactsOf, ownerOfPart, recommendationsOf } from '../store/change-requests.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { nextNumber } from '../store/next-number.ts';
import { addPart, IMPACTS, recordParts, RECOMMENDATIONS } from './parts.ts';
import { recorded } from './recorded.ts';

const noChangeRequest = (words: string): Problem =>
  problem('not-found', `There is no change request ${words}. Look for it in the list of change requests.`);

/** Fields that a person may change in place, and a source may tell; what is not said is left out. */
export interface ChangeRequestFields {
  readonly title?: string | undefined;
  readonly request?: string | null | undefined;
  readonly raisedBy?: string | null | undefined;
  readonly raisedOn?: CivilDate | null | undefined;
  readonly assessmentFrom?: CivilDate | null | undefined;
  readonly assessmentTo?: CivilDate | null | undefined;
  /** References of milestones, in any spelling. */
  readonly affectedMilestones?: readonly string[] | undefined;
  /** Whole pounds. */
  readonly costAmount?: number | null | undefined;
  /** `ROM` for a rough order of magnitude. */
  readonly costKind?: string | null | undefined;
  readonly scheduleWeeksMin?: number | null | undefined;
  readonly scheduleWeeksMax?: number | null | undefined;
  readonly benefit?: string | null | undefined;
  readonly decisionGroup?: string | null | undefined;
  readonly outcomeNote?: string | undefined;
}

export interface ImpactRead {
  readonly text: string;
  /** Read from the words when absent. */
  readonly kind?: ImpactKind | undefined;
}

export interface RecommendationRead {
  readonly text: string;
  readonly condition?: string | null | undefined;
  readonly byGroup?: string | null | undefined;
  readonly outcome?: string | null | undefined;
}

export interface ChangeRequestRead extends ChangeRequestFields {
  /** `CR12`, `CR 12`, `CR0012`: one request however it is spelled. */
  readonly reference: string;
  /** Shown by the rest when absent; a request never goes back along its workflow by being read again. */
  readonly state?: Exclude<ChangeRequestState, 'outcome'> | undefined;
  readonly impacts?: readonly ImpactRead[] | undefined;
  readonly recommendations?: readonly RecommendationRead[] | undefined;
  /** Given where the source says how it was decided: then the request is at its outcome. */
  readonly decision?: DecisionRead | undefined;
}

export interface DecisionRead {
  readonly outcome: Outcome;
  readonly decidedBy?: string | null | undefined;
  readonly decidedOn?: CivilDate | null | undefined;
  readonly note?: string | undefined;
}

/** Milestone references in one spelling, each once; words that are none stay as written for a person to see. */
const references = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => milestoneReference(word) ?? word.trim()).filter((word) => word !== '')),
];

const columnsOf = (fields: ChangeRequestFields): ColumnPatch => ({
  title: fields.title,
  request: fields.request,
  raised_by: fields.raisedBy,
  raised_on: fields.raisedOn,
  assessment_from: fields.assessmentFrom,
  assessment_to: fields.assessmentTo,
  affected_milestones: fields.affectedMilestones === undefined ? undefined : references(fields.affectedMilestones),
  cost_amount: fields.costAmount,
  cost_kind: fields.costKind,
  schedule_weeks_min: fields.scheduleWeeksMin,
  schedule_weeks_max: fields.scheduleWeeksMax,
  benefit: fields.benefit,
  decision_group: fields.decisionGroup,
  outcome_note: fields.outcomeNote,
});

/**
 * Adds the change request with its impacts and recommendations, or brings it up to date; writes nothing when nothing
 * differs. Its state only moves on: to what the source says or shows, never back.
 */
export async function recordChangeRequest(
  { database }: CommandContext,
  read: ChangeRequestRead,
): Promise<Result<Recorded, Problem>> {
  const number = changeRequestNumber(read.reference);
  if (number === null)
    return failed(
      problem('invalid-value', `“${read.reference}” is no change request reference. Give one like CR0012.`),
    );
  const present = await findChangeRequest(database, String(number));
  const shown = further(read.state ?? 'raised', stateShown(read));
  const state = read.decision === undefined ? further(present?.state ?? 'raised', shown) : 'outcome';
  const row = await upsertRow(
    database,
    'change_request',
    'change_request',
    present?.id ?? null,
    {
      ...columnsOf(read),
      state,
      ...(read.decision === undefined
        ? {}
        : {
            outcome: read.decision.outcome,
            decided_by: read.decision.decidedBy,
            decided_on: read.decision.decidedOn,
            outcome_note: read.decision.note,
          }),
    },
    { number, title: printChangeRequest(number) },
  );
  const known = present === null ? [] : await impactsOf(database, row.id);
  const impacts = await recordParts(database, IMPACTS, row.id, known, read.impacts ?? [], (impact) => ({
    text: impact.text,
    kind: impact.kind ?? impactKindOf(impact.text),
  }));
  const knownRecommendations = present === null ? [] : await recommendationsOf(database, row.id);
  const recommendations = await recordParts(
    database,
    RECOMMENDATIONS,
    row.id,
    knownRecommendations,
    read.recommendations ?? [],
    (one) => ({ text: one.text, condition: one.condition, by_group: one.byGroup, outcome: one.outcome }),
  );
  return recorded(row, { impacts, recommendations });
}

/** Raises a change request; the next number when none is given. Answers its id. */
export async function addChangeRequest(
  { database }: CommandContext,
  fields: ChangeRequestFields & { readonly title: string; readonly reference?: string | undefined },
): Promise<Result<string, Problem>> {
  const given = fields.reference === undefined ? null : changeRequestNumber(fields.reference);
  if (fields.reference !== undefined && given === null)
    return failed(
      problem('invalid-value', `“${fields.reference}” is no change request reference. Give one like CR0012.`),
    );
  const number = given ?? (await nextNumber(database, 'change_request', 'number'));
  const present = await findChangeRequest(database, String(number));
  if (present !== null) return failed(problem('already-there', `${present.reference} already is “${present.title}”.`));
  const id = newId('change_request');
  await addRow(database, 'change_request', { id, number, state: 'raised', ...columnsOf(fields) });
  return ok(id);
}

/** Changes fields in place; the state only changes by steps. Answers the new version. */
export async function editChangeRequest(
  { database }: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  fields: ChangeRequestFields,
): Promise<Result<number, Problem>> {
  const present = await findChangeRequest(database, idOrReference);
  if (present === null) return failed(noChangeRequest(idOrReference));
  const min = fields.scheduleWeeksMin === undefined ? present.scheduleWeeksMin : fields.scheduleWeeksMin;
  const max = fields.scheduleWeeksMax === undefined ? present.scheduleWeeksMax : fields.scheduleWeeksMax;
  if (min !== null && max !== null && min > max)
    return failed(
      problem('invalid-value', `A range of ${min} to ${max} weeks runs backwards. Give the smaller first.`),
    );
  return editRow(database, 'change_request', present.id, ifMatch, columnsOf(fields));
}

/** Removes a change request with its parts; their history stays. */
export async function removeChangeRequest(
  { database }: CommandContext,
  idOrReference: string,
): Promise<Result<null, Problem>> {
  const present = await findChangeRequest(database, idOrReference);
  return present === null ? failed(noChangeRequest(idOrReference)) : removeRow(database, 'change_request', present.id);
}

async function step(
  { database }: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  name: Step,
  columns: ColumnPatch,
): Promise<Result<number, Problem>> {
  const present = await findChangeRequest(database, idOrReference);
  if (present === null) return failed(noChangeRequest(idOrReference));
  const rule = stepsFrom(present.state).find((one) => one.step === name);
  if (rule === undefined) {
    const wanted = STEP_RULES.find((one) => one.step === name)?.words ?? name;
    const possible = stepsFrom(present.state).map((one) => `“${one.words}”`);
    return failed(
      problem(
        'step-not-allowed',
        `${present.reference} is: ${STATE_WORDS[present.state]}. “${wanted}” is not possible from there; possible: ${possible.join(', ')}.`,
      ),
    );
  }
  return editRow(database, 'change_request', present.id, ifMatch, { state: rule.to, ...columns });
}

/** Takes a step of the workflow that is no decision. Reopening takes the outcome away (its history stays). */
export const stepChangeRequest = (
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  name: Exclude<Step, 'decide'>,
): Promise<Result<number, Problem>> =>
  step(
    context,
    idOrReference,
    ifMatch,
    name,
    name === 'reopen' ? { outcome: null, decided_by: null, decided_on: null } : {},
  );

/** Records how it was decided, by whom and when. Answers the new version. */
export const decideChangeRequest = (
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  decision: DecisionRead,
): Promise<Result<number, Problem>> =>
  step(context, idOrReference, ifMatch, 'decide', {
    outcome: decision.outcome,
    decided_by: decision.decidedBy,
    decided_on: decision.decidedOn,
    outcome_note: decision.note,
  });

/** Adds an impact statement at the end. Answers its id. */
export async function addImpact(
  { database }: CommandContext,
  idOrReference: string,
  impact: ImpactRead,
): Promise<Result<string, Problem>> {
  const present = await findChangeRequest(database, idOrReference);
  if (present === null) return failed(noChangeRequest(idOrReference));
  const columns = { text: impact.text, kind: impact.kind ?? impactKindOf(impact.text) };
  return ok(await addPart(database, IMPACTS, present.id, columns));
}

/** Adds a recommendation at the end. Answers its id. */
export async function addRecommendation(
  { database }: CommandContext,
  idOrReference: string,
  one: RecommendationRead,
): Promise<Result<string, Problem>> {
  const present = await findChangeRequest(database, idOrReference);
  if (present === null) return failed(noChangeRequest(idOrReference));
  const columns = { text: one.text, condition: one.condition, by_group: one.byGroup, outcome: one.outcome };
  return ok(await addPart(database, RECOMMENDATIONS, present.id, columns));
}

/**
 * Changes (`columns`) or removes (null) an impact or a recommendation of a request. A part is small enough for the
 * last writer to win, so no version is asked for.
 */
export async function changePart(
  { database }: CommandContext,
  idOrReference: string,
  table: 'change_request_impact' | 'change_request_recommendation',
  partId: string,
  columns: ColumnPatch | null,
): Promise<Result<null, Problem>> {
  const present = await findChangeRequest(database, idOrReference);
  if (present === null) return failed(noChangeRequest(idOrReference));
  if ((await ownerOfPart(database, table, partId)) !== present.id)
    return failed(problem('not-found', `${present.reference} has no such part; it may have been removed.`));
  if (columns === null) return removeRow(database, table, partId);
  const edited = await editRow(database, table, partId, await versionOf(database, table, partId), columns);
  return edited.kind === 'failed' ? edited : ok(null);
}
