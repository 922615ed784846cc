/** Keeping what the modification's own row knows of its parts in step with them. */
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow, type ColumnPatch } from '../../platform/record/edit.ts';
import { DECIDING, spanOf, type DateType } from '../model/modification.ts';
import type { PartialDate } from '../../values/partial-date.ts';
import { datesOf, modificationById } from '../store/modifications.ts';

const spans = (dates: readonly { readonly type: DateType; readonly date: PartialDate }[]): ColumnPatch => {
  const decision = spanOf(dates.filter((one) => DECIDING.includes(one.type)).map((one) => one.date));
  const implementation = spanOf(dates.filter((one) => one.type === 'implementation').map((one) => one.date));
  return {
    decision_earliest: decision.earliest,
    decision_latest: decision.latest,
    implementation_earliest: implementation.earliest,
    implementation_latest: implementation.latest,
  };
};

/**
 * Notes on the modification's row that something came to it: the instant, and the ranges of its dates. To be called
 * after its parts were written. The row must exist and be at the version read here, which holds within a command.
 */
export async function touch(context: CommandContext, id: string, patch: ColumnPatch = {}): Promise<void> {
  const present = await modificationById(context.database, id);
  if (present === null) throw new Error(`Modification ${id} vanished within a command`);
  const dates = await datesOf(context.database, id);
  const edited = await editRow(context.database, 'modification', id, present.version, {
    ...patch,
    ...spans(dates),
    moved_at: context.at,
  });
  if (edited.kind === 'failed') throw new Error(edited.failure.detail);
}
