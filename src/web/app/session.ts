import { useQueryClient } from '@tanstack/react-query';
import { useGet } from '../api/queries.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Result } from '../../values/result.ts';
import { announce } from '../parts/announce.ts';

/** Somebody who may sign in; people are named by role only in the sample programme. */
export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

interface SessionAnswer {
  readonly person: SessionPerson | null;
  readonly programme?: { readonly name: string } | null;
}

/** Who is signed in here. `person` is null for a reader who has not said who they are. */
export function useSession(): { readonly person: SessionPerson | null; readonly programme: string | null } {
  const { data } = useGet<SessionAnswer>('/api/session', {}, { atMoment: false });
  return { person: data?.person ?? null, programme: data?.programme?.name ?? null };
}

/** The people one may sign in as, asked for when the picker opens. */
export const useSessionPeople = (enabled: boolean) =>
  useGet<{ items: readonly SessionPerson[] }>('/api/session/people', {}, { enabled, atMoment: false });

/** Signs in as somebody (or, with null, out) and reads everything again with their eyes. */
export function useSignIn(): (person: SessionPerson | null) => Promise<Result<unknown, Problem>> {
  const client = useQueryClient();
  return async (person) => {
    const result =
      person === null
        ? await api.send('DELETE', '/api/session')
        : await api.send('POST', '/api/session', { personId: person.id });
    if (result.kind === 'ok') {
      await client.invalidateQueries();
      announce(person === null ? 'Signed out' : `Signed in as ${person.name}`);
    }
    return result;
  };
}
