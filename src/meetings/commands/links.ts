/** Linking a record with any other: what an action concerns, what a decision is about. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addLink, removeLink, type RecordKey } from '../../platform/record/links.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { actionNamed, decisionNamed } from '../lookup.ts';
import { isKindOfMeetings } from '../model/kinds.ts';
import { describeMeetingRecord } from '../queries/links.ts';

/** Which record a link starts from, and what it says. */
interface Start {
  readonly from: RecordKey;
  readonly relation: 'concerns' | 'about';
}

const ofAction = async (context: CommandContext, idOrReference: string): Promise<Result<Start, Problem>> => {
  const action = await actionNamed(context.database, idOrReference);
  if (action.kind === 'failed') return action;
  return ok({ from: { kind: 'action', id: action.value.id }, relation: 'concerns' });
};

const ofDecision = async (context: CommandContext, idOrReference: string): Promise<Result<Start, Problem>> => {
  const decision = await decisionNamed(context.database, idOrReference);
  if (decision.kind === 'failed') return decision;
  return ok({ from: { kind: 'decision', id: decision.value.id }, relation: 'about' });
};

/** Links; a link that is there stays as it is. Records of other capabilities are taken at their word. */
async function link(context: CommandContext, start: Result<Start, Problem>, to: RecordKey) {
  if (start.kind === 'failed') return start;
  const { from, relation } = start.value;
  if (from.kind === to.kind && from.id === to.id)
    return failed(problem('invalid-value', 'A record cannot be linked with itself. Choose another one.'));
  if (isKindOfMeetings(to.kind) && (await describeMeetingRecord(context.database, to)) === null)
    return failed(problem('not-found', 'That record is not there any more. Look it up again by its reference.'));
  await addLink(context.database, { from, relation, to, note: '' });
  return ok({ kind: to.kind, id: to.id });
}

/** Takes a link away; nothing happens when it is not there. */
async function unlink(context: CommandContext, start: Result<Start, Problem>, to: RecordKey) {
  if (start.kind === 'failed') return start;
  await removeLink(context.database, { ...start.value, to });
  return ok(null);
}

/** Says that an action concerns a record. `not-found`, or `invalid-value` for itself. */
export const linkAction = async (
  context: CommandContext,
  idOrReference: string,
  to: RecordKey,
): Promise<Result<RecordKey, Problem>> => link(context, await ofAction(context, idOrReference), to);

/** Says no longer that an action concerns a record. */
export const unlinkAction = async (
  context: CommandContext,
  idOrReference: string,
  to: RecordKey,
): Promise<Result<null, Problem>> => unlink(context, await ofAction(context, idOrReference), to);

/** Says that a decision is about a record. `not-found`, or `invalid-value` for itself. */
export const linkDecision = async (
  context: CommandContext,
  idOrReference: string,
  to: RecordKey,
): Promise<Result<RecordKey, Problem>> => link(context, await ofDecision(context, idOrReference), to);

/** Says no longer that a decision is about a record. */
export const unlinkDecision = async (
  context: CommandContext,
  idOrReference: string,
  to: RecordKey,
): Promise<Result<null, Problem>> => unlink(context, await ofDecision(context, idOrReference), to);
