/** What people do with actions. Nothing here closes one without a meeting that agreed. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { allows } from '../../platform/policy/policy.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow } from '../../platform/record/edit.ts';
import { addLink, type RecordKey } from '../../platform/record/links.ts';
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import {
  ACTION_WORKFLOW,
  isOutstanding,
  stateAfterVerdict,
  type ActionState,
  type ActionStep,
  type ActionVerdict,
} from '../model/action.ts';
import { londonDate, type Party } from '../model/meeting.ts';
import { actionSortKey, printActionReference, readActionReference, type ActionReference } from '../model/references.ts';
import { takeStep } from '../model/workflow.ts';
import { actionBySortKey, lastActionNumber, updateAt, updatesOf, type ActionRow } from '../store/actions.ts';
import { meetingById, type MeetingRow } from '../store/meetings.ts';
import { upsertRow, withParts, type Recorded } from '../../platform/record/upsert.ts';
import { ensureGroup } from './groups.ts';
import { actionNamed, meetingNamed } from '../lookup.ts';

export interface ActionValues {
  readonly text?: string;
  readonly owners?: readonly Party[];
  readonly raised?: PartialDate | null;
  readonly due?: PartialDate | null;
}

export interface ActionUpdateInput {
  /** The meeting it was told at (id or `CCAG-12`); null between meetings. */
  readonly meeting: string | null;
  readonly verdict: ActionVerdict;
  readonly words: string;
  /** Day of the update; the meeting's day when absent, else today. */
  readonly date?: CivilDate;
}

export interface ActionInput extends ActionValues {
  /** `CCAG08-06`, or its parts. Its natural key. */
  readonly reference: string | ActionReference;
  readonly text: string;
  readonly update?: ActionUpdateInput;
  /** Records it concerns. */
  readonly about?: readonly RecordKey[];
}

export interface RecordedAction extends Recorded {
  readonly reference: string;
  readonly state: ActionState;
}

const columns = (values: ActionValues) => ({
  text: values.text,
  owners: values.owners,
  raised: values.raised,
  raised_on: values.raised === undefined ? undefined : (values.raised?.earliest ?? null),
  due: values.due,
  due_earliest: values.due === undefined ? undefined : (values.due?.earliest ?? null),
  due_latest: values.due === undefined ? undefined : (values.due?.latest ?? null),
});

/**
 * Creates the action or makes it read as given, with its update at a meeting; what is not given stays.
 *
 * A new or changed verdict moves the state (`recommend-closed` only proposes), unless a later meeting has spoken since.
 */
export async function recordAction(
  context: CommandContext,
  input: ActionInput,
): Promise<Result<RecordedAction, Problem>> {
  const reference = typeof input.reference === 'string' ? readActionReference(input.reference) : input.reference;
  if (reference === null) {
    return failed(
      problem(
        'invalid-value',
        `“${typeof input.reference === 'string' ? input.reference : ''}” is no action reference. Write it like CCAG08-06.`,
      ),
    );
  }
  const group = await ensureGroup(context, reference.group);
  if (group.kind === 'failed') return group;
  const own = { ...reference, group: group.value.short_name };
  const present = await actionBySortKey(context.database, actionSortKey(own));
  const row = await upsertRow(context.database, 'action', 'action', present?.id ?? null, columns(input), {
    reference: printActionReference(own),
    sort_key: actionSortKey(own),
    group_id: group.value.id,
    meeting_number: own.meeting,
    extraordinary: own.extraordinary,
    running_number: own.number,
    state: 'open',
  });
  for (const to of input.about ?? []) {
    await addLink(context.database, { from: { kind: 'action', id: row.id }, relation: 'concerns', to, note: '' });
  }
  let update: Recorded | null = null;
  if (input.update !== undefined) {
    const written = await writeUpdate(context, row.id, input.update);
    if (written.kind === 'failed') return written;
    update = written.value;
  }
  const after = await actionNamed(context.database, row.id);
  if (after.kind === 'failed') return after;
  const recorded = withParts(row, [update], 'action_update');
  const stateMoved = present !== null && present.state !== after.value.state;
  return ok({
    ...recorded,
    changedFields: stateMoved ? [...recorded.changedFields, 'state'] : recorded.changedFields,
    reference: after.value.reference,
    state: after.value.state,
  });
}

/** Writes the update of one meeting (or day) and moves the state when its verdict is news. */
async function writeUpdate(
  context: CommandContext,
  actionId: string,
  input: ActionUpdateInput,
): Promise<Result<Recorded, Problem>> {
  let meeting: MeetingRow | null = null;
  if (input.meeting !== null) {
    const found = await meetingNamed(context.database, input.meeting);
    if (found.kind === 'failed') return found;
    meeting = found.value;
  }
  const action = await actionNamed(context.database, actionId);
  if (action.kind === 'failed') return action;
  const date = input.date ?? meeting?.date ?? londonDate(context.at);
  const present = await updateAt(context.database, actionId, meeting?.id ?? null, date);
  const recorded = await upsertRow(
    context.database,
    'action_update',
    'update',
    present?.id ?? null,
    { verdict: input.verdict, words: input.words, date },
    { action_id: actionId, meeting_id: meeting?.id ?? null },
  );
  const isNews = recorded.outcome === 'created' || recorded.changedFields.includes('verdict');
  if (isNews && !(await spokenSince(context, action.value, date))) {
    await moveTo(context, action.value, stateAfterVerdict[input.verdict], meeting?.id ?? null);
  }
  return ok(recorded);
}

/** Whether a later update exists, or a meeting on or after that day has settled the action. */
async function spokenSince(context: CommandContext, action: ActionRow, date: CivilDate): Promise<boolean> {
  const updates = await updatesOf(context.database, [action.id]);
  if (updates.some((update) => update.date > date)) return true;
  if (isOutstanding(action.state) || action.closed_at_meeting_id === null) return false;
  const closedAt = await meetingById(context.database, action.closed_at_meeting_id);
  return closedAt !== null && closedAt.date >= date;
}

async function moveTo(
  context: CommandContext,
  action: ActionRow,
  state: ActionState,
  meetingId: string | null,
): Promise<void> {
  // Without a meeting nothing closes: an update between meetings that says "closed" proposes it.
  const reached = meetingId === null && !isOutstanding(state) ? 'proposed-closed' : state;
  await upsertRow(context.database, 'action', 'action', action.id, settled(action, reached, meetingId));
}

/** The columns of an action that has reached a state at a meeting. */
function settled(
  action: Pick<ActionRow, 'state' | 'proposed_at_meeting_id' | 'closed_at_meeting_id'>,
  state: ActionState,
  meetingId: string | null,
) {
  switch (state) {
    case 'open':
      return { state, proposed_at_meeting_id: null, closed_at_meeting_id: null };
    case 'proposed-closed':
      return { state, proposed_at_meeting_id: meetingId, closed_at_meeting_id: null };
    default:
      return {
        state,
        proposed_at_meeting_id: action.proposed_at_meeting_id,
        closed_at_meeting_id: meetingId,
      };
  }
}

/** Raises an action at a meeting, under the next running number. The meeting needs a number. */
export async function addAction(
  context: CommandContext,
  input: ActionValues & { readonly meeting: string; readonly text: string; readonly about?: readonly RecordKey[] },
): Promise<Result<RecordedAction, Problem>> {
  const meeting = await meetingNamed(context.database, input.meeting);
  if (meeting.kind === 'failed') return meeting;
  const { number, extraordinary, group_id: groupId, group_short_name: group, date } = meeting.value;
  if (number === null) {
    return failed(
      problem('step-not-allowed', 'That meeting has no number yet, and actions are numbered by it. Give it one first.'),
    );
  }
  const last = await lastActionNumber(context.database, groupId, number, extraordinary);
  const raised: PartialDate = {
    precision: 'day',
    earliest: date,
    latest: date,
    doubtful: false,
    milestone: null,
    raw: date,
  };
  return recordAction(context, {
    raised,
    ...input,
    reference: { group, meeting: number, extraordinary, number: last + 1 },
  });
}

/** Changes an action in place; answers its new version. */
export async function editAction(
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  values: ActionValues,
): Promise<Result<number, Problem>> {
  const action = await actionNamed(context.database, idOrReference);
  return action.kind === 'failed'
    ? action
    : editRow(context.database, 'action', action.value.id, ifMatch, columns(values));
}

/** Adds an update (or mends the one of that meeting or day); a proposal to close only proposes. */
export async function addActionUpdate(
  context: CommandContext,
  idOrReference: string,
  input: ActionUpdateInput,
): Promise<Result<Recorded, Problem>> {
  const action = await actionNamed(context.database, idOrReference);
  if (action.kind === 'failed') return action;
  if (!isOutstanding(stateAfterVerdict[input.verdict]) && !allows(context.actor, 'decide', 'action')) {
    return failed(
      problem(
        'not-allowed',
        'Only the chair or the secretariat can record that a meeting closed an action. Recommend closing it instead.',
      ),
    );
  }
  return writeUpdate(context, action.value.id, input);
}

/** Takes an action one step further: propose, agree (by a meeting), keep open, cancel, reopen. Answers its new version. */
export async function stepAction(
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  name: ActionStep,
  meetingReference: string | null,
): Promise<Result<number, Problem>> {
  const action = await actionNamed(context.database, idOrReference);
  if (action.kind === 'failed') return action;
  let meetingId: string | null = null;
  if (meetingReference !== null) {
    const meeting = await meetingNamed(context.database, meetingReference);
    if (meeting.kind === 'failed') return meeting;
    meetingId = meeting.value.id;
  }
  const step = takeStep(ACTION_WORKFLOW, action.value.state, name, meetingId);
  if (step.kind === 'failed') return step;
  if (!allows(context.actor, step.value.verb, 'action')) {
    return failed(
      problem(
        'not-allowed',
        `Your role does not let you take the step “${step.value.label}”. The chair or secretariat can.`,
      ),
    );
  }
  return editRow(context.database, 'action', action.value.id, ifMatch, settled(action.value, step.value.to, meetingId));
}
