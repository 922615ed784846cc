import { ok, type Result } from '../../values/result.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import type { Recorded } from '../../platform/record/upsert.ts';

/** Columns that only serve sorting and finding, and say nothing to people. */
const TECHNICAL = /_earliest$|_key$|^position$|^previous_forecast$|^examined_/;

/** `rag_reason` → `ragReason`. */
export const fieldOf = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Sums up what was done to a record's row and, under their names, to its parts; in the names of the interface. */
export function recorded(
  row: Recorded,
  parts: Readonly<Record<string, readonly Recorded[]>> = {},
): Result<Recorded, Problem> {
  const changedParts = Object.entries(parts)
    .filter(([, rows]) => rows.some((part) => part.outcome !== 'unchanged'))
    .map(([name]) => name);
  const changedFields = [
    ...row.changedFields.filter((column) => column === 'meeting_key' || !TECHNICAL.test(column)).map(fieldOf),
    ...changedParts,
  ];
  const outcome = row.outcome === 'unchanged' && changedParts.length > 0 ? 'updated' : row.outcome;
  return ok({ outcome, id: row.id, changedFields });
}
