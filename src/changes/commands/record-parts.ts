/**
 * The dates, positions and updates of a modification as a source tells them: written where they differ from what is on
 * record, and each table that was written named in `changed`.
 */
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow, removeRow } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import type { PartialDate } from '../../values/partial-date.ts';
import type { DateInput, ModificationInput, UpdateInput } from '../model/input.ts';
import { datesOf, positionsOf, updatesOf } from '../store/modifications.ts';

/** The table of updates, which tell of a change or that there is none. */
export const UPDATES = 'modification_update';

/** JSON columns give their keys back in an order of their own, so dates are compared value by value. */
const sameDate = (a: PartialDate, b: PartialDate): boolean =>
  a.raw === b.raw &&
  a.precision === b.precision &&
  a.earliest === b.earliest &&
  a.latest === b.latest &&
  a.doubtful === b.doubtful &&
  a.milestone === b.milestone;

/** Makes the dates of each type given read as given, in their order; dates of other types stay. */
export async function writeDates(
  context: CommandContext,
  id: string,
  inputs: readonly DateInput[],
  changed: Set<string>,
): Promise<void> {
  if (inputs.length === 0) return;
  const present = await datesOf(context.database, id);
  for (const type of new Set(inputs.map((input) => input.type))) {
    const there = present.filter((date) => date.type === type);
    const wanted = inputs.filter((input) => input.type === type);
    for (const [position, input] of wanted.entries()) {
      const row = there[position];
      const values = {
        qualifier: input.qualifier ?? '',
        date: input.date,
        earliest: input.date.earliest,
        latest: input.date.latest,
        note: input.note ?? '',
      };
      if (row === undefined) {
        await addRow(context.database, 'modification_date', {
          id: newId('date'),
          modification_id: id,
          type,
          position,
          ...values,
        });
      } else if (sameDate(row.date, input.date) && row.qualifier === values.qualifier && row.note === values.note) {
        continue;
      } else {
        const edited = await editRow(context.database, 'modification_date', row.id, row.version, values);
        if (edited.kind === 'failed') throw new Error(edited.failure.detail);
      }
      changed.add('modification_date');
    }
    for (const row of there.slice(wanted.length)) {
      await removeRow(context.database, 'modification_date', row.id);
      changed.add('modification_date');
    }
  }
}

/** Adds or changes the positions of the stakeholders given; those of others stay. */
export async function writePositions(
  context: CommandContext,
  id: string,
  input: ModificationInput,
  changed: Set<string>,
): Promise<void> {
  if (input.positions === undefined) return;
  const present = await positionsOf(context.database, id);
  for (const { stakeholder, stance, words = '' } of input.positions) {
    const row = present.find((position) => position.stakeholder === stakeholder);
    if (row === undefined) {
      await addRow(context.database, 'modification_position', {
        id: newId('position'),
        modification_id: id,
        stakeholder,
        stance,
        words,
      });
    } else if (row.stance === stance && row.words === words) {
      continue;
    } else {
      const edited = await editRow(context.database, 'modification_position', row.id, row.version, { stance, words });
      if (edited.kind === 'failed') throw new Error(edited.failure.detail);
    }
    changed.add('modification_position');
  }
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Adds updates that are new. True when one of them tells of a change. */
export async function writeUpdates(
  context: CommandContext,
  id: string,
  inputs: readonly UpdateInput[],
  changed: Set<string>,
): Promise<boolean> {
  if (inputs.length === 0) return false;
  const known = (await updatesOf(context.database, id)).map(({ date, words }) => ({ date, words }));
  let told = false;
  for (const { date, words, kind, meetingKey } of inputs) {
    const isKnown = known.some(
      (update) =>
        tidy(update.words) === tidy(words) &&
        update.date.earliest === date.earliest &&
        (date.earliest !== null || update.date.raw === date.raw),
    );
    if (isKnown) continue;
    known.push({ date, words });
    await addRow(context.database, 'modification_update', {
      id: newId('update'),
      modification_id: id,
      date,
      earliest: date.earliest,
      words,
      kind,
      meeting_key: meetingKey ?? null,
    });
    changed.add(UPDATES);
    if (kind === 'change') told = true;
  }
  return told;
}
