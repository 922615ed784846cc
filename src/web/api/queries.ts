import { QueryClient, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMoment } from '../app/moment.ts';
import { failed, type Result } from '../../values/result.ts';
import { announce } from '../parts/announce.ts';
import { api, type ListAnswer, type Method, type Query } from './client.ts';
import { ProblemError, type Problem } from './problem.ts';

/** The pages' memory of what the server said: fresh for 30 s, tried again twice only when the server was out of reach. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 2 && error instanceof ProblemError && error.problem.code === 'offline',
        retryDelay: 800,
      },
    },
  });

const answerOf = <Answer>(result: Result<Answer, Problem>): Answer => {
  if (result.kind === 'failed') throw new ProblemError(result.failure);
  return result.value;
};

interface GetOptions {
  /** Ask only when true (the default). */
  readonly enabled?: boolean;
  /** False for questions that have no moment, such as who is signed in. */
  readonly atMoment?: boolean;
}

/**
 * One question to the server, as at the moment in the time bar and compared with its `since`. The answer stays on the
 * screen while a newer one is on its way. Use with `<Loaded>`, which shows progress, problems and retry.
 */
export function useGet<Answer>(path: string, query: Query = {}, options: GetOptions = {}): UseQueryResult<Answer> {
  const moment = useMoment();
  const asked = options.atMoment === false ? query : { ...query, ...moment.query };
  return useQuery({
    queryKey: [path, asked],
    queryFn: async ({ signal }): Promise<Held<Answer>> => ({
      answer: answerOf(await api.get<Answer>(path, asked, signal)),
    }),
    select: (held) => held.answer,
    enabled: options.enabled ?? true,
    placeholderData: (previous: Held<Answer> | undefined, before) =>
      before?.queryKey[0] === path ? previous : undefined,
  });
}

/** An answer in its box: the query cache wants to be sure that what it holds is not a function. */
interface Held<Answer> {
  readonly answer: Answer;
}

/** Items asked for at a time; the server's largest page. */
const PAGE = 500;

/** A whole list, all its pages one after the other: what a table that sorts and filters on the spot needs. */
export function useList<Item>(
  path: string,
  query: Query = {},
  options: GetOptions = {},
): UseQueryResult<ListAnswer<Item>> {
  const moment = useMoment();
  const asked: Query = { limit: PAGE, ...query, ...(options.atMoment === false ? {} : moment.query) };
  return useQuery({
    queryKey: [path, asked, 'whole list'],
    queryFn: async ({ signal }) => {
      let answer = answerOf(await api.get<ListAnswer<Item>>(path, asked, signal));
      while (answer.nextCursor !== null) {
        const next: ListAnswer<Item> = answerOf(
          await api.get<ListAnswer<Item>>(path, { ...asked, cursor: answer.nextCursor }, signal),
        );
        if (next.items.length === 0) break;
        answer = { ...answer, items: [...answer.items, ...next.items], nextCursor: next.nextCursor };
      }
      return answer;
    },
    enabled: options.enabled ?? true,
    placeholderData: (previous: ListAnswer<Item> | undefined, before) =>
      before?.queryKey[0] === path ? previous : undefined,
  });
}

/** What a save may be told: to put mine over somebody else's, or which version it was made from. */
export interface SaveManner {
  readonly overwrite?: boolean;
  readonly version?: number;
}

/** What a save gives back: the new version, and the server's own sentence about it where it has one. */
export interface Saved {
  readonly version?: number;
  readonly sentence?: string;
}

/** Sends a write, then refreshes everything on screen and says so to screen readers. */
export function useSend(): <Answer>(
  method: Method,
  path: string,
  body?: unknown,
  version?: number,
  said?: string,
) => Promise<Result<Answer, Problem>> {
  const client = useQueryClient();
  const { inPast } = useMoment();
  return async <Answer>(method: Method, path: string, body?: unknown, version?: number, said = 'Saved') => {
    if (inPast) return failed(cannotChangeThePast);
    const result = await api.send<Answer>(method, path, body, version);
    if (result.kind === 'ok') {
      announce(said);
      await client.invalidateQueries();
    }
    return result;
  };
}

const cannotChangeThePast: Problem = {
  kind: 'problem',
  type: 'about:blank',
  title: 'The past can’t be changed',
  status: 0,
  detail: 'You are looking at the record as it was. Choose “Now” in the time bar, then make your change.',
  code: 'in-the-past',
  errors: [],
};

/**
 * Saves fields of one record in place. `path` is the record's own (`/api/modifications/…`), `version` the version on
 * the screen. Give `saveField('title')` to an `EditableField`. With `overwrite` the newest version is fetched first.
 */
export function useRecordEditor(path: string, version: number) {
  const send = useSend();
  const save = async (
    body: Readonly<Record<string, unknown>>,
    manner: SaveManner = {},
  ): Promise<Result<Saved, Problem>> => {
    let from = manner.version ?? version;
    if (manner.overwrite === true) {
      const newest = await api.get<{ version: number }>(path);
      if (newest.kind === 'failed') return newest;
      from = newest.value.version;
    }
    return send<Saved>('PATCH', path, body, from);
  };
  return {
    save,
    saveField:
      (field: string, read: (words: string) => unknown = (words) => words) =>
      (words: string, manner: SaveManner = {}): Promise<Result<Saved, Problem>> =>
        save({ [field]: read(words) }, manner),
  };
}
