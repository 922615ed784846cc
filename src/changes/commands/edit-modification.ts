/** Editing a modification and its parts in place. */

import { bodiesWithProfiles, findBodyWithProfile, grammarsOf } from '../../codes/queries.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow, removeRow, type ColumnPatch } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type {
  DateInput,
  ModificationFields,
  ModificationInput,
  PositionInput,
  RelationInput,
  UpdateInput,
} from '../model/input.ts';
import type { Modification } from '../model/modification.ts';
import { findModification, findModificationByReference } from '../queries/find.ts';
import { datesOf, modificationsOfBody, parentOf, positionsOf, updatesOf } from '../store/modifications.ts';
import { isInHorizonLog, removeParts } from '../store/remove.ts';
import { changedColumns, placeOf, stageColumns } from './fields.ts';
import { recordModification } from './record-modification.ts';
import { targetKey } from './record-relations.ts';
import { touch } from './touch.ts';

const today = (context: CommandContext): string => context.at.slice(0, 10);

/** Adds a modification by hand; `already-there` when its reference is on record, also as a former one. */
export async function addModification(
  context: CommandContext,
  input: ModificationInput,
): Promise<Result<string, Problem>> {
  const there = await findModificationByReference(context.database, input.reference);
  if (there !== null)
    return failed(
      problem(
        'already-there',
        `${there.body} ${there.reference} is on record already: “${there.title}”. Edit that one.`,
      ),
    );
  const recorded = await recordModification(context, input);
  return recorded.kind === 'failed' ? recorded : ok(recorded.value.id);
}

/** Edits fields in place; a new stage or impact word is mapped with the body's profile. Returns the id. */
export async function editModification(
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  fields: ModificationFields,
): Promise<Result<string, Problem>> {
  const found = await findModification(context.database, idOrReference, today(context));
  if (found.kind === 'failed') return found;
  const body = await findBodyWithProfile(context.database, found.value.bodyId, today(context));
  if (body.kind === 'failed') return body;
  const columns = changedColumns(fields, found.value, body.value.profile);
  const moved: ColumnPatch = Object.keys(columns).length === 0 ? {} : { moved_at: context.at };
  const edited = await editRow(context.database, 'modification', found.value.id, ifMatch, { ...columns, ...moved });
  return edited.kind === 'failed' ? edited : ok(found.value.id);
}

/** Removes a modification and all its parts; the past still has them. Refused while a horizon log names it. */
export async function removeModification(
  context: CommandContext,
  idOrReference: string,
): Promise<Result<null, Problem>> {
  const found = await findModification(context.database, idOrReference, today(context));
  if (found.kind === 'failed') return found;
  return removeWithParts(context, found.value);
}

/** The kinds of part that people add, edit and remove. Decisions are events and have commands of their own. */
export const PART_KINDS = ['dates', 'positions', 'updates', 'relations'] as const;
export type PartKind = (typeof PART_KINDS)[number];

const TABLES = {
  dates: 'modification_date',
  positions: 'modification_position',
  updates: 'modification_update',
  relations: 'modification_relation',
} as const;

export type PartInput =
  | ({ readonly part: 'dates' } & DateInput)
  | ({ readonly part: 'positions' } & PositionInput)
  | ({ readonly part: 'updates' } & UpdateInput)
  | ({ readonly part: 'relations' } & RelationInput);

async function partColumns(context: CommandContext, ownBody: string, input: PartInput): Promise<ColumnPatch> {
  switch (input.part) {
    case 'dates':
      return {
        type: input.type,
        qualifier: input.qualifier ?? '',
        date: input.date,
        earliest: input.date.earliest,
        latest: input.date.latest,
        note: input.note ?? '',
      };
    case 'positions':
      return { stakeholder: input.stakeholder, stance: input.stance, words: input.words ?? '' };
    case 'updates':
      return {
        date: input.date,
        earliest: input.date.earliest,
        words: input.words,
        kind: input.kind,
        meeting_key: input.meetingKey ?? null,
      };
    case 'relations':
      return {
        relation: input.relation,
        target_raw: input.targetRaw,
        target_key: await targetKey(input, ownBody, async () =>
          grammarsOf(await bodiesWithProfiles(context.database, today(context))),
        ),
        note: input.note ?? '',
      };
  }
}

/** Says when a part would be there twice; null when it may be added. */
async function twice(context: CommandContext, of: Modification, input: PartInput): Promise<Problem | null> {
  if (input.part === 'positions') {
    const there = await positionsOf(context.database, of.id);
    if (there.some((position) => position.stakeholder === input.stakeholder))
      return problem('already-there', `${of.reference} already has a position of ${input.stakeholder}. Edit that one.`);
  }
  if (input.part === 'updates') {
    const there = await updatesOf(context.database, of.id);
    if (there.some((update) => update.words === input.words && update.date.raw === input.date.raw))
      return problem('already-there', `${of.reference} already has this update.`);
  }
  return null;
}

const isMove = (input: PartInput): boolean => input.part !== 'updates' || input.kind === 'change';

/** Adds a part to a modification. Returns the modification's id. */
export async function addPart(
  context: CommandContext,
  idOrReference: string,
  input: PartInput,
): Promise<Result<string, Problem>> {
  const found = await findModification(context.database, idOrReference, today(context));
  if (found.kind === 'failed') return found;
  const refusal = await twice(context, found.value, input);
  if (refusal !== null) return failed(refusal);
  const columns = await partColumns(context, found.value.body, input);
  const position =
    input.part === 'dates'
      ? (await datesOf(context.database, found.value.id)).filter((date) => date.type === input.type).length
      : undefined;
  await addRow(context.database, TABLES[input.part], {
    id: newId(input.part.slice(0, -1)),
    modification_id: found.value.id,
    position,
    ...columns,
  });
  if (isMove(input)) await touch(context, found.value.id);
  return ok(found.value.id);
}

const noPart = (): Problem =>
  problem('not-found', 'It is not part of this change; it may have been removed. Open the change again.');

/** Replaces a part's values, provided it still is at version `ifMatch`. Returns the modification's id. */
export async function editPart(
  context: CommandContext,
  idOrReference: string,
  partId: string,
  ifMatch: number | null,
  input: PartInput,
): Promise<Result<string, Problem>> {
  const found = await findModification(context.database, idOrReference, today(context));
  if (found.kind === 'failed') return found;
  const table = TABLES[input.part];
  if ((await parentOf(context.database, table, partId)) !== found.value.id) return failed(noPart());
  const edited = await editRow(
    context.database,
    table,
    partId,
    ifMatch,
    await partColumns(context, found.value.body, input),
  );
  if (edited.kind === 'failed') return edited;
  if (edited.value !== ifMatch && isMove(input)) await touch(context, found.value.id);
  return ok(found.value.id);
}

/** Removes a part; its history stays. Returns the modification's id. */
export async function removePart(
  context: CommandContext,
  idOrReference: string,
  part: PartKind,
  partId: string,
): Promise<Result<string, Problem>> {
  const found = await findModification(context.database, idOrReference, today(context));
  if (found.kind === 'failed') return found;
  if ((await parentOf(context.database, TABLES[part], partId)) !== found.value.id) return failed(noPart());
  const removed = await removeRow(context.database, TABLES[part], partId);
  if (removed.kind === 'failed') return removed;
  await touch(context, found.value.id);
  return ok(found.value.id);
}

async function removeWithParts(context: CommandContext, modification: Modification): Promise<Result<null, Problem>> {
  if (await isInHorizonLog(context.database, modification.id))
    return failed(
      problem(
        'step-not-allowed',
        `${modification.reference} is named in the horizon log of a meeting, which is kept as it was returned. ` +
          'Set its state to withdrawn or superseded instead.',
      ),
    );
  await removeParts(context.database, modification.id);
  return removeRow(context.database, 'modification', modification.id);
}

/**
 * Maps the stage words of a body's changes anew, after its profile was corrected. Changes whose word maps to where
 * they are already, or whose place a decision set, stay. Returns how many moved.
 */
export async function remapStages(context: CommandContext, bodyIdOrName: string): Promise<Result<number, Problem>> {
  const body = await findBodyWithProfile(context.database, bodyIdOrName, today(context));
  if (body.kind === 'failed') return body;
  let moved = 0;
  for (const modification of await modificationsOfBody(context.database, body.value.body.id)) {
    // Only words that were not understood: a place once known may since have been moved on by a decision.
    if (modification.stage !== null || modification.overlay !== null) continue;
    const place = placeOf(body.value.profile, modification.stageRaw, modification);
    if (place.stage === null && place.overlay === null) continue;
    await touch(context, modification.id, stageColumns(place));
    moved += 1;
  }
  return ok(moved);
}
