/** Recording what somebody decided on a change, and striking out what was recorded in error. */
import { appealWindow, type Profile } from '../../codes/model/profile.ts';
import { findBodyWithProfile } from '../../codes/queries.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import { isCivilDate, type CivilDate } from '../../values/partial-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { addWorkingDays } from '../../values/working-days.ts';
import { decisionState, mayFollow, nextDecisions, stageAfter } from '../model/decisions.ts';
import type { DecisionInput } from '../model/input.ts';
import type { Decision, Modification } from '../model/modification.ts';
import { joinWords } from '../model/sentence.ts';
import { findModification } from '../queries/find.ts';
import { decisionsOf } from '../store/modifications.ts';
import { versionOf } from '../../platform/record/edit.ts';
import { stageColumns } from './fields.ts';
import { touch } from './touch.ts';

const dayOf = (context: CommandContext): CivilDate => context.at.slice(0, 10);

/** Only who decides of their own can be appealed; a direction or consent of the Authority cannot, here. */
function appealUntil(input: DecisionInput, modification: Modification, profile: Profile): CivilDate | null {
  if (input.appealUntil !== undefined) return input.appealUntil;
  const window = appealWindow(profile, modification.route);
  const canBeAppealed = input.capacity === 'decide' && (input.outcome === 'approved' || input.outcome === 'rejected');
  return window === null || !canBeAppealed ? null : addWorkingDays(input.date, window);
}

/** Whether an event says what is recorded already. */
export const isSameEvent = (event: Decision, input: DecisionInput): boolean =>
  event.struckBecause === null &&
  event.who === input.who &&
  event.capacity === input.capacity &&
  event.outcome === input.outcome &&
  event.date === input.date;

const exists = (day: CivilDate): boolean => isCivilDate(day);

/**
 * Writes one event and what it does to the change's stage. The modification is the present one.
 *
 * @returns the event's id, or `step-not-allowed` when it cannot follow the events so far.
 */
export async function writeDecision(
  context: CommandContext,
  modification: Modification,
  input: DecisionInput,
  profile: Profile,
): Promise<Result<string, Problem>> {
  if (!exists(input.date))
    return failed(problem('invalid-value', `“${input.date}” is no day of the calendar. Give it as YYYY-MM-DD.`));
  const events = await decisionsOf(context.database, modification.id);
  const state = decisionState(events);
  if (!mayFollow(state, input)) {
    const possible = nextDecisions(state).map((step) => `${step.outcome} (${step.capacities.join(', ')})`);
    return failed(
      problem(
        'step-not-allowed',
        `${modification.body} ${modification.reference} is ${state}: “${input.outcome}” in the capacity “${input.capacity}” cannot follow. ` +
          `What can: ${joinWords(possible)}.`,
      ),
    );
  }
  const id = newId('decision');
  await addRow(context.database, 'modification_decision', {
    id,
    modification_id: modification.id,
    position: (events.at(-1)?.position ?? 0) + 1,
    who: input.who,
    capacity: input.capacity,
    outcome: input.outcome,
    date: input.date,
    text_hash: input.textHash ?? null,
    conditions: input.conditions ?? '',
    grounds: input.grounds ?? '',
    appeal_until: appealUntil(input, modification, profile),
  });
  await touch(
    context,
    modification.id,
    input.capacity === 'recommend' ? {} : stageColumns(stageAfter(input.outcome, modification.stage)),
  );
  return ok(id);
}

/** Records a decision event on a change. Returns the change's id and the event's. */
export async function recordDecision(
  context: CommandContext,
  idOrReference: string,
  input: DecisionInput,
): Promise<Result<{ id: string; decisionId: string }, Problem>> {
  const found = await findModification(context.database, idOrReference, dayOf(context));
  if (found.kind === 'failed') return found;
  const body = await findBodyWithProfile(context.database, found.value.bodyId, input.date);
  if (body.kind === 'failed') return body;
  const written = await writeDecision(context, found.value, input, body.value.profile);
  return written.kind === 'failed' ? written : ok({ id: found.value.id, decisionId: written.value });
}

/**
 * Strikes out an event that was recorded in error. The event stays readable, and no longer counts; the stage it led
 * to is to be set by hand, since nobody can know what the body's word would have been.
 */
export async function strikeDecision(
  context: CommandContext,
  idOrReference: string,
  decisionId: string,
  because: string,
): Promise<Result<string, Problem>> {
  const found = await findModification(context.database, idOrReference, dayOf(context));
  if (found.kind === 'failed') return found;
  const event = (await decisionsOf(context.database, found.value.id)).find((one) => one.id === decisionId);
  if (event === undefined)
    return failed(problem('not-found', `${found.value.reference} has no such decision. Open the change again.`));
  if (because.trim() === '')
    return failed(problem('invalid-value', 'Say why the decision is struck out; the reason is kept beside it.'));
  const version = await versionOf(context.database, 'modification_decision', decisionId);
  const struck = await editRow(context.database, 'modification_decision', decisionId, version, {
    struck_because: because.trim(),
  });
  if (struck.kind === 'failed') return struck;
  await touch(context, found.value.id);
  return ok(found.value.id);
}
