/** What people do with decisions, recommendations and their escalation. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { allows } from '../../platform/policy/policy.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow } from '../../platform/record/edit.ts';
import { addLink, type RecordKey } from '../../platform/record/links.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import {
  ESCALATION_WORKFLOW,
  type Capacity,
  type Condition,
  type DecisionKind,
  type EscalationState,
  type EscalationStep,
  type Outcome,
} from '../model/decision.ts';
import { printDecisionReference, readDecisionReference } from '../model/references.ts';
import { takeStep } from '../model/workflow.ts';
import {
  decisionByNumber,
  decisionsAt,
  escalationById,
  escalationsOf,
  lastDecisionNumber,
  type DecisionRow,
} from '../store/decisions.ts';
import { upsertRow, withParts, type Recorded } from '../../platform/record/upsert.ts';
import { decisionNamed, groupNamed, meetingNamed } from '../lookup.ts';

export interface DecisionValues {
  readonly text?: string;
  readonly kind?: DecisionKind;
  readonly capacity?: Capacity;
  readonly outcome?: Outcome;
  readonly conditions?: readonly Condition[];
  /** SHA-256 (hex) of the exact text decided on; null for none. */
  readonly textSha256?: string | null;
  readonly decidedOn?: CivilDate | null;
  readonly agendaItemId?: string | null;
}

export interface EscalationInput {
  /** Who has it at this step: `SRO`, `PSG`. */
  readonly body: string;
  readonly state?: EscalationState;
  readonly decidedOn?: CivilDate | null;
  readonly words?: string;
}

export interface DecisionInput extends DecisionValues {
  /** The meeting that decided: id or `CCAG-12`. */
  readonly meeting: string;
  readonly text: string;
  /** `CCAG-D012` where the source numbers it; else it is recognised by its text at that meeting, or gets the next number. */
  readonly reference?: string;
  /** The whole chain in order; absent leaves it as it is. */
  readonly escalation?: readonly EscalationInput[];
  readonly about?: readonly RecordKey[];
}

export interface RecordedDecision extends Recorded {
  readonly reference: string;
}

const columns = (values: DecisionValues) => ({
  text: values.text,
  kind: values.kind,
  capacity: values.capacity,
  outcome: values.outcome,
  conditions: values.conditions,
  text_sha256: values.textSha256,
  decided_on: values.decidedOn,
  agenda_item_id: values.agendaItemId,
});

const SHA256 = /^[0-9a-f]{64}$/;

const checkHash = (hash: string | null | undefined): Problem | null =>
  typeof hash === 'string' && !SHA256.test(hash)
    ? problem('invalid-value', 'The mark of the text decided on must be its SHA-256, 64 hexadecimal digits.')
    : null;

const textKey = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Creates the decision or makes it read as given, with its escalation; what is not given stays. */
export async function recordDecision(
  context: CommandContext,
  input: DecisionInput,
): Promise<Result<RecordedDecision, Problem>> {
  const wrong = checkHash(input.textSha256);
  if (wrong !== null) return failed(wrong);
  const meeting = await meetingNamed(context.database, input.meeting);
  if (meeting.kind === 'failed') return meeting;
  const { group_id: groupId, group_short_name: group } = meeting.value;
  const reference = input.reference === undefined ? null : readDecisionReference(input.reference);
  if (input.reference !== undefined && (reference === null || reference.group.toLowerCase() !== group.toLowerCase())) {
    return failed(
      problem(
        'invalid-value',
        `“${input.reference}” is no reference of a ${group} decision. Write it like ${group}-D012.`,
      ),
    );
  }
  const present: DecisionRow | null =
    reference === null
      ? ((await decisionsAt(context.database, meeting.value.id)).find(
          (row) => textKey(row.text) === textKey(input.text),
        ) ?? null)
      : await decisionByNumber(context.database, group, reference.number);
  const number =
    present?.running_number ?? reference?.number ?? (await lastDecisionNumber(context.database, groupId)) + 1;
  const printed = printDecisionReference({ group, number });
  const kind = input.kind ?? 'decision';
  const row = await upsertRow(
    context.database,
    'decision',
    'decision',
    present?.id ?? null,
    { ...columns(input), meeting_id: meeting.value.id },
    {
      reference: printed,
      group_id: groupId,
      running_number: number,
      ...(input.kind === undefined ? { kind } : {}),
      ...(input.capacity === undefined ? { capacity: kind === 'recommendation' ? 'recommend' : 'decide' } : {}),
      ...(input.outcome === undefined ? { outcome: 'pending' } : {}),
      ...(input.decidedOn === undefined ? { decided_on: meeting.value.date } : {}),
    },
  );
  for (const to of input.about ?? []) {
    await addLink(context.database, { from: { kind: 'decision', id: row.id }, relation: 'about', to, note: '' });
  }
  const steps = await recordEscalation(context, row.id, input.escalation ?? []);
  return ok({ ...withParts(row, steps, 'decision_escalation'), reference: present?.reference ?? printed });
}

/** Steps are recognised by who has them; a step with no state given keeps its own. */
async function recordEscalation(
  context: CommandContext,
  decisionId: string,
  steps: readonly EscalationInput[],
): Promise<Recorded[]> {
  if (steps.length === 0) return [];
  const present = await escalationsOf(context.database, [decisionId]);
  const recorded: Recorded[] = [];
  for (const [index, step] of steps.entries()) {
    const match = present.find((row) => row.body.toLowerCase() === step.body.toLowerCase());
    recorded.push(
      await upsertRow(
        context.database,
        'decision_escalation',
        'escalation',
        match?.id ?? null,
        { position: index + 1, state: step.state, decided_on: step.decidedOn, words: step.words },
        { decision_id: decisionId, body: step.body, ...(step.state === undefined ? { state: 'awaiting' } : {}) },
      ),
    );
  }
  return recorded;
}

/** Changes a decision in place; answers its new version. */
export async function editDecision(
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  values: DecisionValues,
): Promise<Result<number, Problem>> {
  const wrong = checkHash(values.textSha256);
  if (wrong !== null) return failed(wrong);
  const decision = await decisionNamed(context.database, idOrReference);
  if (decision.kind === 'failed') return decision;
  if (
    values.outcome !== undefined &&
    values.outcome !== decision.value.outcome &&
    !allows(context.actor, 'decide', 'decision')
  ) {
    return failed(problem('not-allowed', 'Only the chair or the secretariat can record the outcome of a decision.'));
  }
  return editRow(context.database, 'decision', decision.value.id, ifMatch, columns(values));
}

/** Sends a decision up to one more body; `already-there` when that body has it. */
export async function addEscalation(
  context: CommandContext,
  idOrReference: string,
  body: string,
): Promise<Result<{ readonly id: string }, Problem>> {
  const decision = await decisionNamed(context.database, idOrReference);
  if (decision.kind === 'failed') return decision;
  const present = await escalationsOf(context.database, [decision.value.id]);
  if (present.some((row) => row.body.toLowerCase() === body.toLowerCase())) {
    return failed(problem('already-there', `${decision.value.reference} is with ${body} already.`));
  }
  const group = await groupNamed(context.database, body);
  const row = await upsertRow(context.database, 'decision_escalation', 'escalation', null, {
    decision_id: decision.value.id,
    position: present.length + 1,
    body: group.kind === 'ok' ? group.value.short_name : body,
    state: 'awaiting' satisfies EscalationState,
  });
  return ok({ id: row.id });
}

/** Records what a body said of a decision sent up to it. Answers the step's new version. */
export async function stepEscalation(
  context: CommandContext,
  idOrReference: string,
  escalationId: string,
  ifMatch: number | null,
  name: EscalationStep,
  said: { readonly decidedOn?: CivilDate | null; readonly words?: string },
): Promise<Result<number, Problem>> {
  const decision = await decisionNamed(context.database, idOrReference);
  if (decision.kind === 'failed') return decision;
  const escalation = await escalationById(context.database, escalationId);
  if (escalation === null || escalation.decision_id !== decision.value.id) {
    return failed(problem('not-found', `${decision.value.reference} has no such escalation step. Open it again.`));
  }
  const step = takeStep(ESCALATION_WORKFLOW, escalation.state, name, null);
  if (step.kind === 'failed') return step;
  return editRow(context.database, 'decision_escalation', escalationId, ifMatch, {
    state: step.value.to,
    decided_on: said.decidedOn ?? (step.value.to === 'awaiting' ? null : undefined),
    words: said.words,
  });
}
