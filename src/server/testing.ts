/** A real application on a real, empty database, for tests at the HTTP level. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { ENGINES, openTestDatabase, type Engine } from '../platform/database/testing/engines.ts';
import type { Database } from '../platform/database/tables.ts';
import { recordPerson } from '../platform/people/store.ts';
import type { Role } from '../platform/policy/policy.ts';
import { runCommand } from '../platform/record/command.ts';
import { ok } from '../values/result.ts';
import { buildApplication } from './application.ts';
import { OPERATOR } from './session-routes.ts';

export interface TestAnswer<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: Body;
}

export interface TestServer {
  readonly application: FastifyInstance;
  readonly database: Database;
  /** Asks as somebody with the role; null asks as a reader who has not signed in. */
  as(role: Role | null): {
    get<Body = Record<string, unknown>>(url: string): Promise<TestAnswer<Body>>;
    send<Body = Record<string, unknown>>(
      method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
      url: string,
      body?: unknown,
      headers?: Record<string, string>,
    ): Promise<TestAnswer<Body>>;
  };
  close(): Promise<void>;
}

export { ENGINES };

/**
 * Starts one: `openapi`, policies, sessions and all, with one person of each role. `before` fills the record while its
 * ledger is still empty, so that it can lie in the past.
 */
export async function startTestServer(
  engine: Engine = 'embedded',
  before: (database: Database) => Promise<unknown> = () => Promise.resolve(),
): Promise<TestServer> {
  const opened = await openTestDatabase(engine);
  await before(opened.database);
  const application = await buildApplication({
    database: opened.database,
    loopback: true,
    operatorToken: 'test-operator',
    webDirectory: null,
    logger: false,
  });
  const roles: readonly Role[] = ['secretariat', 'chair', 'drafter', 'member', 'observer'];
  await runCommand(opened.database, { actor: OPERATOR, command: 'test.people' }, async ({ database }) => {
    for (const role of roles)
      await recordPerson(database, { id: `person_${role}`, name: `The ${role}`, roles: [role], organisation: 'Test' });
    return ok(null);
  });
  const cookies = new Map<Role, string>();
  const cookieOf = async (role: Role): Promise<string> => {
    const known = cookies.get(role);
    if (known !== undefined) return known;
    const answer = await application.inject({
      method: 'POST',
      url: '/api/session',
      payload: { personId: `person_${role}` },
    });
    const cookie = answer.cookies[0];
    if (cookie === undefined) throw new Error(`Could not sign in as ${role}: ${answer.body}`);
    const header = `${cookie.name}=${cookie.value}`;
    cookies.set(role, header);
    return header;
  };
  const ask = async <Body>(role: Role | null, request: InjectOptions): Promise<TestAnswer<Body>> => {
    const cookie = role === null ? {} : { cookie: await cookieOf(role) };
    const answer = await application.inject({ ...request, headers: { ...request.headers, ...cookie } });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return { status: answer.statusCode, headers: answer.headers, body: (isJson ? answer.json() : answer.body) as Body };
  };
  return {
    application,
    database: opened.database,
    as: (role) => ({
      get: (url) => ask(role, { method: 'GET', url }),
      send: (method, url, body, headers = {}) =>
        ask(role, {
          method,
          url,
          headers,
          ...(body === undefined ? {} : { payload: body as Record<string, unknown> }),
        }),
    }),
    close: async () => {
      await application.close();
      await opened.close();
    },
  };
}
