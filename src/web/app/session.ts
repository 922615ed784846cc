import { useQueryClient } from '@tanstack/react-query';
import { useGet } from '../api/queries.ts';
import { api } from '../api/client.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import type { Result } from '../../values/result.ts';
import { useMoment } from './moment.ts';
import { announce } from '../parts/announce.ts';

/** Somebody who may sign in; people are named by role only in the sample programme. */
export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation?: string;
}

interface SessionAnswer {
  readonly person: SessionPerson | null;
  /** What may be done, by resource and verb: `may.modification.edit`. */
  readonly may?: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  /** True where people may be chosen from the picker. */
  readonly canChoose?: boolean;
  readonly programme?: {
    readonly name: string;
    readonly shortName?: string;
    readonly sample?: boolean;
    /** The day a sample programme stands at, which its pictures take for today; null in a real one. */
    readonly standingDate?: string | null;
  } | null;
}

/** The session as pages use it. */
export interface Session {
  readonly person: SessionPerson | null;
  readonly programme: string | null;
  readonly canChoose: boolean;
  /** The civil day to take for today. */
  readonly today: string;
  /** True when whoever is signed in may do `verb` to `resource` now; never in the past. */
  readonly may: (verb: string, resource: string) => boolean;
}

const useSessionAnswer = () => useGet<SessionAnswer>('/api/session', {}, { atMoment: false });

/** What keeps the server out of reach, asked again by `retry`; null while it answers. */
export function useOutage(): { readonly problem: Problem; readonly retry: () => void } | null {
  const client = useQueryClient();
  const { error, isError } = useSessionAnswer();
  return isError ? { problem: problemOf(error), retry: () => void client.refetchQueries({ type: 'active' }) } : null;
}

/** Who is signed in here. `person` is null for a reader who has not said who they are. */
export function useSession(): Session {
  const { data } = useSessionAnswer();
  const { inPast } = useMoment();
  return {
    person: data?.person ?? null,
    programme: data?.programme?.name ?? null,
    canChoose: data?.canChoose ?? true,
    today: data?.programme?.standingDate ?? new Date().toISOString().slice(0, 10),
    may: (verb, resource) => !inPast && data?.may?.[resource]?.[verb] === true,
  };
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
