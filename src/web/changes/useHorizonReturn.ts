import { failed, ok, type Result } from '../../values/result.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { useSend, type Saved, type SaveManner } from '../api/queries.ts';
import type { HorizonEntry, HorizonLog } from './answers.ts';

/** What is on record of a return, with its id; a code of which nothing is on record has none. */
export interface ReturnKey {
  readonly id: string;
  readonly version: number;
  readonly period: string;
}

/** Edits one code's return to a horizon log in place, and the changes that it named. */
export function useHorizonReturn({ id, version, period }: ReturnKey) {
  const send = useSend();
  const path = `/api/horizon/returns/${id}`;
  const versionOfReturn = (log: HorizonLog): number | null =>
    log.bodies.find((body) => body.id === id)?.version ?? null;
  const versionOfEntry =
    (entry: HorizonEntry) =>
    (log: HorizonLog): number | null =>
      log.bodies.flatMap((body) => body.entries).find((one) => one.id === entry.id)?.version ?? null;

  /** Saves fields from the version seen. The version given back is the part's own, so that the save can be undone. */
  async function save(
    where: string,
    fields: object,
    seen: number,
    versionIn: (log: HorizonLog) => number | null,
    manner: SaveManner,
  ): Promise<Result<Saved, Problem>> {
    let from = manner.version ?? seen;
    if (manner.overwrite === true) {
      const newest = await api.get<HorizonLog>('/api/horizon', { period });
      if (newest.kind === 'failed') return failed(newest.failure);
      from = versionIn(newest.value) ?? from;
    }
    const saved = await send<HorizonLog>('PATCH', where, fields, from);
    if (saved.kind === 'failed') return saved;
    const now = versionIn(saved.value);
    return ok(now === null ? {} : { version: now });
  }

  return {
    edit: (fields: object, manner: SaveManner) => save(path, fields, version, versionOfReturn, manner),
    remove: () => send<null>('DELETE', path, undefined, undefined, 'The return was removed'),
    addEntry: (fields: object) =>
      send<HorizonLog>('POST', `${path}/entries`, fields, undefined, 'The change is in the return'),
    editEntry: (entry: HorizonEntry, fields: object, manner: SaveManner = {}) =>
      save(`${path}/entries/${entry.id}`, fields, entry.version, versionOfEntry(entry), manner),
    removeEntry: (entry: HorizonEntry) =>
      send<null>(
        'DELETE',
        `${path}/entries/${entry.id}`,
        undefined,
        undefined,
        'The change was taken out of the return',
      ),
  };
}
