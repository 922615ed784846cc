/**
 * Next month's pack usually repeats last month's slip. A correction that a person made in an accepted pack of the group
 * is made again when the source still says the very same words there; when the words changed, it is a new question.
 */
import type { PackContents, PackRecord } from '../formats/pack/model.ts';
import type { Database } from '../platform/database/tables.ts';
import { applyCorrection, recordByKey } from './correction.ts';
import type { Correction } from './model.ts';
import { fieldsOf } from './record-fields.ts';
import { readingOf } from './store/intakes.ts';
import { earlierCorrections } from './store/findings.ts';

export interface CarriedCorrection extends Correction {
  /** The file in which a person made it first. */
  readonly fileName: string;
}

/** The words of the source behind a path; corrections may reach inside a field (`decisionDates.0.date`). */
const rawAt = (record: PackRecord, path: string): string | null =>
  fieldsOf(record).find((field) => path === field.path || path.startsWith(`${field.path}.`))?.raw ?? null;

/** The corrections to make again in a new pack of the same group; the latest of each field. */
export async function carriedCorrections(database: Database, contents: PackContents): Promise<CarriedCorrection[]> {
  const group = contents.meeting?.group.value;
  if (group === undefined) return [];
  const carried = new Map<string, CarriedCorrection>();
  const readings = new Map<string, PackContents | null>();
  for (const { intakeId, ...earlier } of await earlierCorrections(database, group)) {
    const field = `${earlier.recordKey} ${earlier.path}`;
    const now = recordByKey(contents, earlier.recordKey);
    if (carried.has(field) || now === null) continue;
    if (!readings.has(intakeId)) readings.set(intakeId, (await readingOf(database, intakeId))?.contents ?? null);
    const before = readings.get(intakeId);
    const then = before === undefined || before === null ? null : recordByKey(before, earlier.recordKey);
    const sameWords = then !== null && rawAt(then, earlier.path) === rawAt(now, earlier.path);
    if (sameWords && applyCorrection(contents, earlier).kind === 'ok') carried.set(field, earlier);
  }
  return [...carried.values()];
}
