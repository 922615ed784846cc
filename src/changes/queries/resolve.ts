/** What a reference may stand for, across the code bodies and the changes. */
import { readReference, sortableReferenceKey } from '../../codes/model/references.ts';
import { bodiesWithProfiles, grammarsOf } from '../../codes/queries.ts';
import { allBodies } from '../../codes/store.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { modificationHref } from '../model/modification.ts';
import { modificationsByKey } from '../store/modifications.ts';

export interface ResolvedReference {
  readonly kind: 'modification' | 'code-body';
  readonly id: string;
  /** With its body: `REC R0044`. */
  readonly reference: string;
  readonly title: string;
  readonly href: string;
}

/** Every record that the words may name; none when nothing on record carries the reference. */
export async function resolveReference(database: Database, words: string, on: CivilDate): Promise<ResolvedReference[]> {
  const wanted = words.trim().toLowerCase();
  const bodies = (await allBodies(database)).filter((body) =>
    [body.shortName, body.name, ...body.aliases].some((name) => name.toLowerCase() === wanted),
  );
  const grammars = grammarsOf(await bodiesWithProfiles(database, on));
  const keys = readReference(grammars, words).map((candidate) => sortableReferenceKey(candidate.reference));
  const modifications = await modificationsByKey(database, keys);
  return [
    ...modifications.map((one) => ({
      kind: 'modification' as const,
      id: one.id,
      reference: `${one.body} ${one.reference}`,
      title: one.title,
      href: modificationHref(one),
    })),
    ...bodies.map((body) => ({
      kind: 'code-body' as const,
      id: body.id,
      reference: body.shortName,
      title: body.name,
      href: `/codes/${body.shortName}`,
    })),
  ];
}
