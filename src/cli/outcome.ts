/** How a CLI command ends: what it printed, and an exit code that scripts can rely on. */

/** 0: done; 1: done, with something to look at, where that was asked for; 2: not done, because of what was given; 3: a fault of Pandect's own. */
export type ExitCode = 0 | 1 | 2 | 3;

/** A failure that the person can mend: printed as it is, exit code 2. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** The sentence of a problem answer. */
export function problemWords(body: unknown): string {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody;
  return [problem.title, problem.detail].filter((words) => words !== undefined).join('. ') || 'Pandect gave no reason.';
}
