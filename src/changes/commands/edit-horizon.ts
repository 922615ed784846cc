/** Putting right, by hand, what is on record of a code body's return to the horizon log. */
import { findBodyWithProfile } from '../../codes/queries.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow, removeRow } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { ReturnState } from '../model/horizon.ts';
import type { Modification } from '../model/modification.ts';
import { modificationsNamed } from '../queries/find.ts';
import { entriesOf, returnById, type ReturnRow } from '../store/horizon.ts';
import { modificationById } from '../store/modifications.ts';
import { placeOf } from './fields.ts';

export interface HorizonReturnFields {
  readonly state?: ReturnState | undefined;
  readonly received?: CivilDate | null | undefined;
  readonly logDate?: CivilDate | null | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

export interface HorizonEntryFields {
  /** The status as returned. */
  readonly stageRaw?: string | undefined;
  readonly words?: string | undefined;
}

const returnNamed = async (context: CommandContext, id: string): Promise<Result<ReturnRow, Problem>> => {
  const found = await returnById(context.database, id);
  return found === null
    ? failed(problem('not-found', 'That return is no longer on record. Look at the horizon log again.'))
    : ok(found);
};

/**
 * Edits what is known of the return itself. `not-found`, the problems of `editRow`, or `step-not-allowed` when a return
 * that names changes is said to name none.
 *
 * @returns the meeting or month it is for, as do all commands here.
 */
export async function editHorizonReturn(
  context: CommandContext,
  id: string,
  ifMatch: number | null,
  fields: HorizonReturnFields,
): Promise<Result<string, Problem>> {
  const found = await returnNamed(context, id);
  if (found.kind === 'failed') return found;
  const { state, received, logDate, source, note } = fields;
  if (state !== undefined && state !== 'returned' && (await entriesOf(context.database, id)).length > 0)
    return failed(
      problem(
        'step-not-allowed',
        'This return names changes. Take the changes out of it first, then say that there were none.',
      ),
    );
  const columns = { state, received, log_date: logDate, source, note };
  const edited = await editRow(context.database, 'horizon_return', id, ifMatch, columns);
  return edited.kind === 'failed' ? edited : ok(found.value.period);
}

/** Removes a return with all it named, as though the body had made none; the past still has it. */
export async function removeHorizonReturn(context: CommandContext, id: string): Promise<Result<null, Problem>> {
  for (const entry of await entriesOf(context.database, id))
    await removeRow(context.database, 'horizon_entry', entry.id);
  return removeRow(context.database, 'horizon_return', id);
}

/** The change of the return's own body that the words name. */
async function changeOf(
  context: CommandContext,
  { bodyId, body }: ReturnRow,
  reference: string,
): Promise<Result<Modification, Problem>> {
  const named = await modificationsNamed(context.database, reference, context.at.slice(0, 10));
  const found = named.find((one) => one.bodyId === bodyId);
  return found === undefined
    ? failed(
        problem(
          'not-found',
          `${body} has no change “${reference}” on record. Check the reference, or add the change to the register first.`,
        ),
      )
    : ok(found);
}

/** Where a status puts a change, by the body's profile of the day. */
async function placed(context: CommandContext, bodyId: string, stageRaw: string, modification: Modification) {
  const body = await findBodyWithProfile(context.database, bodyId, context.at.slice(0, 10));
  return body.kind === 'failed' ? body : ok(placeOf(body.value.profile, stageRaw, modification));
}

/**
 * Adds a change to a return, after those it names; the body did return something then. Its status is that of the
 * register when left out. `not-found`, or `already-there`.
 */
export async function addHorizonEntry(
  context: CommandContext,
  returnId: string,
  { reference, ...fields }: HorizonEntryFields & { readonly reference: string },
): Promise<Result<string, Problem>> {
  const found = await returnNamed(context, returnId);
  if (found.kind === 'failed') return found;
  const change = await changeOf(context, found.value, reference);
  if (change.kind === 'failed') return change;
  const there = await entriesOf(context.database, returnId);
  if (there.some((entry) => entry.modificationId === change.value.id))
    return failed(problem('already-there', `${change.value.reference} is in this return already. Edit it there.`));
  const stageRaw = fields.stageRaw ?? change.value.stageRaw;
  const place = await placed(context, found.value.bodyId, stageRaw, change.value);
  if (place.kind === 'failed') return place;
  await addRow(context.database, 'horizon_entry', {
    id: newId('horizon-entry'),
    return_id: returnId,
    modification_id: change.value.id,
    position: Math.max(-1, ...there.map((entry) => entry.position)) + 1,
    stage_raw: stageRaw,
    stage: place.value.stage,
    overlay: place.value.overlay,
    words: fields.words ?? '',
  });
  if (found.value.state !== 'returned') {
    const { version } = found.value;
    const edited = await editRow(context.database, 'horizon_return', returnId, version, { state: 'returned' });
    if (edited.kind === 'failed') return edited;
  }
  return ok(found.value.period);
}

/** Edits what a return said of one change; another status is mapped with the body's profile. */
export async function editHorizonEntry(
  context: CommandContext,
  returnId: string,
  entryId: string,
  ifMatch: number | null,
  { stageRaw, words }: HorizonEntryFields,
): Promise<Result<string, Problem>> {
  const found = await returnNamed(context, returnId);
  if (found.kind === 'failed') return found;
  const entry = (await entriesOf(context.database, returnId)).find((one) => one.id === entryId);
  const modification = entry === undefined ? null : await modificationById(context.database, entry.modificationId);
  if (entry === undefined || modification === null)
    return failed(problem('not-found', 'That change is no longer in the return. Look at the horizon log again.'));
  const place =
    stageRaw === undefined || stageRaw === entry.stageRaw
      ? ok(entry)
      : await placed(context, found.value.bodyId, stageRaw, modification);
  if (place.kind === 'failed') return place;
  const edited = await editRow(context.database, 'horizon_entry', entryId, ifMatch, {
    stage_raw: stageRaw,
    stage: place.value.stage,
    overlay: place.value.overlay,
    words,
  });
  return edited.kind === 'failed' ? edited : ok(found.value.period);
}

/** Takes a change out of a return; the change itself stays on the register. */
export async function removeHorizonEntry(
  context: CommandContext,
  returnId: string,
  entryId: string,
): Promise<Result<null, Problem>> {
  const there = (await entriesOf(context.database, returnId)).some((one) => one.id === entryId);
  return there
    ? removeRow(context.database, 'horizon_entry', entryId)
    : failed(problem('not-found', 'That change is no longer in the return. Look at the horizon log again.'));
}
