/** Keeping what each code body returned to the horizon log. */
import { findBodyWithProfile } from '../../codes/queries.ts';
import type { MappedStage } from '../../codes/model/stage-mapping.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow, removeRow } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import { civilDate, daysInMonth, isCivilDate, type CivilDate } from '../../values/partial-date.ts';
import type { Reference } from '../../values/reference.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { ReturnState } from '../model/horizon.ts';
import type { Recorded } from '../model/input.ts';
import { findModificationByReference } from '../queries/find.ts';
import { entriesOf, returnsOf } from '../store/horizon.ts';
import { placeOf } from './fields.ts';

export interface HorizonEntryInput {
  readonly reference: Reference;
  /** The status as returned. */
  readonly stageRaw?: string;
  /** Mapped with the body's profile when left out. */
  readonly mapped?: MappedStage;
  readonly words?: string;
}

export interface HorizonReturnInput {
  /** Short name or id of the body. */
  readonly body: string;
  /** The meeting (`CCAG-12`) or month (`2022-11`) it is for. */
  readonly period: string;
  /** Civil day of that meeting; for a month its last day when left out. */
  readonly periodDate?: CivilDate;
  readonly state: ReturnState;
  readonly received?: CivilDate | null;
  readonly logDate?: CivilDate | null;
  readonly source?: string;
  readonly note?: string;
  /** All changes the return named, in its order; left as they are when left out. */
  readonly entries?: readonly HorizonEntryInput[];
}

function periodDate(input: HorizonReturnInput): Result<CivilDate, Problem> {
  const month = /^(\d{4})-(\d{2})$/.exec(input.period);
  const last =
    month === null
      ? null
      : civilDate(Number(month[1]), Number(month[2]), daysInMonth(Number(month[1]), Number(month[2])));
  const day = input.periodDate ?? last;
  const real: boolean = day !== null && isCivilDate(day);
  return day === null || !real
    ? failed(problem('invalid-value', `Say on which day “${input.period}” was or will be, as YYYY-MM-DD.`))
    : ok(day);
}

/**
 * Records a body's return for a meeting or month. Idempotent: the same return again writes nothing. Every change it
 * names must be on record (record those first); a `nil` or `silent` return names none.
 */
export async function recordHorizonReturn(
  context: CommandContext,
  input: HorizonReturnInput,
): Promise<Result<Recorded, Problem>> {
  const body = await findBodyWithProfile(context.database, input.body, context.at.slice(0, 10));
  if (body.kind === 'failed') return body;
  const day = periodDate(input);
  if (day.kind === 'failed') return day;
  if (input.state !== 'returned' && (input.entries ?? []).length > 0)
    return failed(
      problem(
        'invalid-value',
        `A return that is ${input.state} names no changes. Choose “returned”, or leave them out.`,
      ),
    );
  const changed = new Set<string>();
  const present = (await returnsOf(context.database, input.period)).find((one) => one.bodyId === body.value.body.id);
  const columns = {
    period_date: day.value,
    state: input.state,
    received: input.received,
    log_date: input.logDate,
    source: input.source,
    note: input.note,
  };
  const id = present?.id ?? newId('horizon-return');
  if (present === undefined) {
    await addRow(context.database, 'horizon_return', {
      id,
      body_id: body.value.body.id,
      period: input.period,
      ...columns,
    });
    changed.add('added');
  } else {
    const edited = await editRow(context.database, 'horizon_return', id, present.version, columns);
    if (edited.kind === 'failed') return edited;
    if (edited.value !== present.version) changed.add('horizon_return');
  }
  const inputs = input.state === 'returned' ? input.entries : [];
  if (inputs !== undefined) {
    const written = await writeEntries(context, id, inputs, body.value.profile, changed);
    if (written.kind === 'failed') return written;
  }
  const outcome = present === undefined ? 'created' : changed.size === 0 ? 'unchanged' : 'updated';
  return ok({ outcome, id, changedFields: [...changed] });
}

async function writeEntries(
  context: CommandContext,
  returnId: string,
  inputs: readonly HorizonEntryInput[],
  profile: Parameters<typeof placeOf>[0],
  changed: Set<string>,
): Promise<Result<null, Problem>> {
  const there = await entriesOf(context.database, returnId);
  const kept = new Set<string>();
  for (const [position, input] of inputs.entries()) {
    const modification = await findModificationByReference(context.database, input.reference);
    if (modification === null)
      return failed(
        problem(
          'not-found',
          `The return names ${input.reference.body} ${input.reference.scheme}${input.reference.number}${input.reference.suffix}, which is not on record. Record the change first.`,
        ),
      );
    const stageRaw = input.stageRaw ?? modification.stageRaw;
    const place = input.mapped ?? placeOf(profile, stageRaw, modification);
    const row = there.find((entry) => entry.modificationId === modification.id);
    // What was returned is kept as it was understood then: the same word again is not mapped anew.
    const mapped = row !== undefined && row.stageRaw === stageRaw && input.mapped === undefined ? row : place;
    const values = {
      position,
      stage_raw: stageRaw,
      stage: mapped.stage,
      overlay: mapped.overlay,
      words: input.words ?? '',
    };
    if (row === undefined) {
      const id = newId('horizon-entry');
      await addRow(context.database, 'horizon_entry', {
        id,
        return_id: returnId,
        modification_id: modification.id,
        ...values,
      });
      changed.add('horizon_entry');
    } else {
      kept.add(row.id);
      const edited = await editRow(context.database, 'horizon_entry', row.id, row.version, values);
      if (edited.kind === 'failed') return edited;
      if (edited.value !== row.version) changed.add('horizon_entry');
    }
  }
  for (const row of there) {
    if (kept.has(row.id)) continue;
    await removeRow(context.database, 'horizon_entry', row.id);
    changed.add('horizon_entry');
  }
  return ok(null);
}
