/**
 * The one door from the pages to the server. Failures come back as values (`Problem`), never as thrown errors; a write
 * that names the version it was made from is refused by the server when someone else was quicker (412).
 */
import { failed, ok, type Result } from '../../values/result.ts';
import { readProblem, unreachable, type Problem } from './problem.ts';

export type QueryValue = string | number | boolean | null | undefined | readonly string[];
export type Query = Readonly<Record<string, QueryValue>>;
export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A list as every list route answers it. */
export interface ListAnswer<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly sentence?: string;
}

/** One value that changed between two moments; lists and records asked with `since` carry these. */
export interface FieldChange {
  /** The server's name of the field, or of a part of the record such as `positions`; `added` for a new record. */
  readonly field: string;
  /** What people call it. */
  readonly label?: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: string;
  readonly actor: string | null;
  readonly command?: string | null;
  readonly reason?: string | null;
}

/** `/api/x` and a query → `/api/x?a=1`; absent values are left out, lists repeat the name. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') for (const one of value) search.append(name, one);
    else search.set(name, String(value));
  }
  const words = search.toString();
  return words === '' ? path : `${path}?${words}`;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  if (!(response.headers.get('content-type') ?? '').includes('json')) return text;
  return JSON.parse(text);
}

async function exchange<Answer>(url: string, init: RequestInit): Promise<Result<Answer, Problem>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
    body = await readBody(response);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    return failed(unreachable);
  }
  // The body's shape is the server's promise (its OpenAPI description), checked there on the way out.
  return response.ok ? ok(body as Answer) : failed(readProblem(response.status, body));
}

/** Reads. `query` carries the page's own questions and, through `useGet`, the moment looked at. */
const get = <Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Result<Answer, Problem>> =>
  exchange<Answer>(address(path, query), {
    headers: { accept: 'application/json' },
    ...(signal === undefined ? {} : { signal }),
  });

/**
 * Writes. `version` is the record's version the change was made from; it is sent as `If-Match`. A `File` goes as it is,
 * its name beside it.
 */
const send = <Answer>(
  method: Method,
  path: string,
  body?: unknown,
  version?: number | string,
): Promise<Result<Answer, Problem>> => {
  const isFile = body instanceof Blob;
  return exchange<Answer>(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      ...(body instanceof File ? { 'x-file-name': encodeURIComponent(body.name) } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${String(version)}"` }),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  });
};

export const api = { get, send };
