/** Finding a modification however it is named: by id, `REC-R0044`, `r 44`, or the issue it once was. */
import { bodiesWithProfiles, grammarsOf } from '../../codes/queries.ts';
import { readReference, sortableReferenceKey } from '../../codes/model/references.ts';
import type { Database } from '../../platform/database/tables.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Reference } from '../../values/reference.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Modification } from '../model/modification.ts';
import { modificationById, modificationsByKey } from '../store/modifications.ts';

/** The modification that carries the reference, or once carried it; null when there is none. */
export async function findModificationByReference(
  database: Database,
  reference: Reference,
): Promise<Modification | null> {
  return (await modificationsByKey(database, [sortableReferenceKey(reference)]))[0] ?? null;
}

/** Every modification that the words may name, read with the bodies' grammars of the day. */
export async function modificationsNamed(database: Database, words: string, on: CivilDate): Promise<Modification[]> {
  const grammars = grammarsOf(await bodiesWithProfiles(database, on));
  const keys = readReference(grammars, words).map((candidate) => sortableReferenceKey(candidate.reference));
  return modificationsByKey(database, keys);
}

/**
 * The one modification of an id or reference.
 *
 * @returns `not-found`, or `invalid-request` when the words name several and no body says which.
 */
export async function findModification(
  database: Database,
  idOrReference: string,
  on: CivilDate,
): Promise<Result<Modification, Problem>> {
  if (idOrReference.startsWith('modification_')) {
    const found = await modificationById(database, idOrReference);
    if (found !== null) return ok(found);
  }
  const named = await modificationsNamed(database, idOrReference, on);
  const [first, second] = named;
  if (first === undefined)
    return failed(
      problem('not-found', `No change “${idOrReference}” is on record. Check the reference, or look in the register.`),
    );
  if (second !== undefined)
    return failed(
      problem(
        'invalid-request',
        `“${idOrReference}” may be ${named.map((one) => `${one.body} ${one.reference}`).join(' or ')}. Put the code before it, as in ${first.body}-${first.reference}.`,
      ),
    );
  return ok(first);
}
