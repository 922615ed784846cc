/**
 * A route as a capability writes it: one value that says who may use it, what goes in, what comes out, and what
 * happens. The server turns the values into HTTP and OpenAPI; nothing else does.
 *
 * Reads take `asAt` and `since` by themselves: the handler gets a `read` that answers at the moment asked for.
 * Writes run as one command: the handler gets `command`, with the actor and request id filled in.
 */
import type { z } from 'zod';
import type { Result } from '../../values/result.ts';
import type { Database, Instant } from '../database/tables.ts';
import type { Problem } from '../errors/problem.ts';
import type { Actor, Policy } from '../policy/policy.ts';
import type { CommandContext } from '../record/command.ts';
import type { Moment } from '../record/moment.ts';

/** What every handler is given, whatever the route. */
export interface RequestContext {
  /** Who asks; null when nobody is signed in (only `open` routes see that). */
  readonly actor: Actor | null;
  readonly requestId: string;
  /** The moment the caller asked for with `asAt`. */
  readonly moment: Moment;
  /** The earlier instant to compare with (`since`); null when none was asked for. */
  readonly since: Instant | null;
  /** The version named by `If-Match`; null without one. */
  readonly ifMatch: number | null;
  /** The database, now: for the few questions that are about no moment (sessions, files). */
  readonly database: Database;
  /** Reads the record at the moment asked for. */
  read<Value>(work: (database: Database) => Promise<Value>): Promise<Value>;
  /** Runs one command as the actor; refused with `past-is-read-only` when the caller looks at the past. */
  command<Value>(
    name: string,
    work: (context: CommandContext) => Promise<Result<Value, Problem>>,
    reason?: string | null,
  ): Promise<Result<Value, Problem>>;
}

/** Bytes to send as they are: a paper, a source file. */
export interface Download {
  readonly kind: 'download';
  readonly mediaType: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  /** Content policy in place of the application's, for a page that brings a style of its own. */
  readonly contentPolicy?: string;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** The whole path, `/api/…`, with `:name` parameters. */
  readonly path: string;
  /** Operation id in OpenAPI and the generated client: a verb and a noun, `listModifications`. */
  readonly operation: string;
  /** One sentence: what it answers or does. */
  readonly summary: string;
  /** The rule in more words, where there is one to tell. */
  readonly description?: string;
  readonly policy: Policy;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Media type of a raw body (a file); then `body` is absent and the handler gets the bytes. */
  readonly upload?: { readonly limit: number };
  readonly answer: Answer;
  /** `download` when the handler answers with bytes: `answer` then describes nothing. */
  readonly sends?: 'json' | 'download';
  /** Status of success; 200 when absent. */
  readonly status?: 200 | 201 | 204;
  readonly handle: (
    request: {
      readonly params: z.output<Params>;
      readonly query: z.output<Query>;
      readonly body: z.output<Body>;
      readonly bytes: Uint8Array;
      readonly fileName: string;
    },
    context: RequestContext,
  ) => Promise<Result<z.input<Answer> | Download, Problem>>;
}

/** A route with its types forgotten, as the server collects them. */
export type AnyRoute = Omit<Route, 'handle'> & {
  readonly handle: (
    request: { params: never; query: never; body: never; bytes: Uint8Array; fileName: string },
    context: RequestContext,
  ) => Promise<Result<unknown, Problem>>;
};

/** Writes down a route; the types of its handler follow from its schemas. */
export function route<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(definition: Route<Params, Query, Body, Answer>): AnyRoute {
  return definition;
}
