import { failed, ok, type Result } from '../../values/result.ts';
import type { Problem } from '../api/problem.ts';
import { useSend, type Saved, type SaveManner } from '../api/queries.ts';
import { api } from '../api/client.ts';
import type { Change } from './answers.ts';

type PartName = 'dates' | 'positions' | 'updates' | 'relations';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Adds, edits and removes one kind of part of a change: its dates, positions, updates or relations. */
export function usePart(change: Change, part: PartName) {
  const send = useSend();
  const path = `/api/modifications/${change.id}/${part}`;
  const versionIn = (answer: Change, id: string): number | undefined =>
    (answer[part] as readonly Versioned[]).find((one) => one.id === id)?.version;
  return {
    add: (body: object, said: string): Promise<Result<Change, Problem>> =>
      send<Change>('POST', path, body, undefined, said),
    /** Saves a part as a whole. The version given back is the part's own, so that the save can be undone. */
    edit: async (item: Versioned, body: object, manner: SaveManner = {}): Promise<Result<Saved, Problem>> => {
      let version = manner.version ?? item.version;
      if (manner.overwrite === true) {
        const newest = await api.get<Change>(`/api/modifications/${change.id}`);
        if (newest.kind === 'failed') return failed(newest.failure);
        version = versionIn(newest.value, item.id) ?? version;
      }
      const saved = await send<Change>('PATCH', `${path}/${item.id}`, body, version);
      if (saved.kind === 'failed') return saved;
      const now = versionIn(saved.value, item.id);
      return ok(now === undefined ? {} : { version: now });
    },
    remove: (item: Versioned, said: string) => send<null>('DELETE', `${path}/${item.id}`, undefined, undefined, said),
  };
}
