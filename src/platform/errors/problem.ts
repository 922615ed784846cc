/**
 * Expected failures that reach a person: one registry, each with a stable code, an HTTP status and a title.
 * A capability's function returns a `Problem` as a value; the server presents it as `application/problem+json`.
 */
export const PROBLEMS = {
  'not-found': { status: 404, title: 'There is no such record' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'invalid-request': { status: 400, title: 'The request could not be understood' },
  'invalid-value': { status: 422, title: 'A value cannot be used' },
  'changed-meanwhile': { status: 412, title: 'Somebody changed this meanwhile' },
  'version-missing': { status: 428, title: 'Say which version you are changing' },
  'already-there': { status: 409, title: 'There is one already' },
  'step-not-allowed': { status: 409, title: 'That step is not possible from here' },
  'past-is-read-only': { status: 409, title: 'The past cannot be changed' },
  'too-large': { status: 413, title: 'That is too large' },
  'unreadable-file': { status: 422, title: 'The file could not be read' },
  'not-available': { status: 503, title: 'Not available just now' },
  bug: { status: 500, title: 'Something went wrong in Pandect' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldProblem {
  /** Dotted path of the field in the request, e.g. `body.due`. */
  readonly path: string;
  readonly message: string;
}

export interface Problem {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  /** What happened, where, and what to do: whole sentences for a person who is not a programmer. */
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

/** Makes a problem: its code from the registry, and the sentence that says what, where and what to do. */
export const problem = (code: ProblemCode, detail: string, errors?: readonly FieldProblem[]): Problem =>
  errors === undefined ? { kind: 'problem', code, detail } : { kind: 'problem', code, detail, errors };
