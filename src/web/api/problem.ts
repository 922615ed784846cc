/** One thing wrong with one part of what was sent. */
export interface ProblemDetail {
  /** Where: a path into the sent body such as `title` or `dates.0.raw`. */
  readonly field?: string;
  readonly message: string;
}

/**
 * Why a request could not be done, as a value. The server sends it as `application/problem+json` (RFC 9457); when it
 * could not be reached at all, `code` is `offline` and `status` 0.
 */
export interface Problem {
  readonly kind: 'problem';
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable code from the server's error registry. */
  readonly code: string;
  readonly errors: readonly ProblemDetail[];
}

/** The server could not be reached, or the connection broke before it answered. */
export const unreachable: Problem = {
  kind: 'problem',
  type: 'about:blank',
  title: 'Pandect can’t be reached',
  status: 0,
  detail: 'The server did not answer. Check your connection; nothing you typed is lost. Then try again.',
  code: 'offline',
  errors: [],
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const words = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value.trim() !== '' ? value : otherwise;

const readDetails = (value: unknown): readonly ProblemDetail[] =>
  Array.isArray(value)
    ? value.filter(isObject).map((entry) => {
        const field = entry.field ?? entry.path ?? entry.pointer;
        return { ...(typeof field === 'string' ? { field } : {}), message: words(entry.message ?? entry.detail, '') };
      })
    : [];

/** Reads a failed answer's body, whatever it is, into a problem people can act on. */
export function readProblem(status: number, body: unknown): Problem {
  const sent = isObject(body) ? body : {};
  return {
    kind: 'problem',
    type: words(sent.type, 'about:blank'),
    title: words(sent.title, status === 404 ? 'Not in the record' : 'The server could not do this'),
    status,
    detail: words(
      sent.detail,
      status >= 500
        ? 'Something went wrong on the server; your change was not made. Try again in a moment.'
        : `The server answered ${String(status)} without saying why.`,
    ),
    code: words(sent.code, `http-${String(status)}`),
    errors: readDetails(sent.errors),
  };
}

/** A problem thrown, for the query cache, which knows failures only as thrown. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem behind anything thrown; a fault of our own becomes one too, so that it can be shown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return {
    ...unreachable,
    title: 'This page has a fault',
    detail: `The page could not be drawn (${thrown instanceof Error ? thrown.message : String(thrown)}). Load it again; if it happens twice, tell whoever runs Pandect for you.`,
    code: 'page-fault',
  };
}
