/** What holds for every address there is: walked from the API's own description, so that a new one is walked too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordWholePack } from '../../src/meetings/testing/world.ts';
import { runCommand } from '../../src/platform/record/command.ts';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';
import { ok } from '../../src/values/result.ts';

interface Schema {
  readonly $ref?: string;
  readonly [key: string]: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
  readonly responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}
interface Description {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, Schema> };
}

let server: TestServer;
let description: Description;
let operations: { readonly method: string; readonly path: string; readonly operation: Operation }[];
beforeAll(async () => {
  server = await startTestServer();
  const actor = { id: 'person_secretariat', name: 'The secretariat', roles: ['secretariat'] } as const;
  await runCommand(server.database, { actor, command: 'test' }, async (context) => {
    await recordWholePack(context);
    return ok(null);
  });
  description = (await server.as(null).get<Description>('/openapi.json')).body;
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}, 180_000);
afterAll(() => server.close());

const filled = (path: string, value: string): string => path.replaceAll(/\{\w+\}/g, encodeURIComponent(value));

describe('The description of the API', () => {
  it('is OpenAPI 3.1: every parameter of a path is described, every answer has its words, every reference leads somewhere', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(description.info.title).not.toBe('');
    expect(operations.length).toBeGreaterThan(30);
    for (const { method, path, operation } of operations) {
      const where = `${method} ${path}`;
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(described.map((parameter) => parameter.name).sort(), where).toEqual(inPath.sort());
      for (const parameter of described) expect(parameter.required, where).toBe(true);
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status, where).toMatch(/^(?:[1-5]\d\d|[1-5]XX|default)$/i);
        expect(typeof answer.description, where).toBe('string');
      }
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')) || operation.operationId.length > 0,
      ).toBe(true);
    }
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map((found) => found[1] ?? '');
    expect(references.length).toBeGreaterThan(20);
    for (const reference of new Set(references)) {
      const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1] ?? '';
      expect(description.components.schemas, reference).toHaveProperty([name]);
    }
  });

  it('names asAt and since on every reading of the record, and never a body on one', () => {
    for (const { method, path, operation } of operations.filter((one) => one.method === 'get')) {
      expect(operation.requestBody, `${method} ${path}`).toBeUndefined();
      if (/^\/(?:health|api\/session)/.test(path)) continue;
      const names = (operation.parameters ?? []).map((parameter) => parameter.name);
      expect(names, path).toEqual(expect.arrayContaining(['asAt', 'since']));
    }
  });
});

describe('Every address', () => {
  it('answers what it does not know with a problem, never with a fault', async () => {
    const faults: string[] = [];
    for (const { method, path } of operations) {
      for (const value of ['no-such-thing', "x' or 1=1 --", '\u0000', '../..', '’“ü', '0']) {
        const url = filled(path, value);
        const answer =
          method === 'get'
            ? await server.as('secretariat').get<{ code?: string }>(url)
            : await server
                .as('secretariat')
                .send<{ code?: string }>(method.toUpperCase() as 'POST', url, undefined, { 'if-match': '"1"' });
        if (answer.status >= 500) faults.push(`${method} ${url}: ${String(answer.status)}`);
        if (answer.status >= 400) expect(answer.headers['content-type'], url).toMatch(/^application\/problem\+json/);
        if (!path.includes('{')) break;
      }
    }
    expect(faults).toEqual([]);
  }, 180_000);

  it('refuses bodies of every wrong shape with a problem, never with a fault', async () => {
    const faults: string[] = [];
    for (const { method, path } of operations.filter((one) => one.operation.requestBody !== undefined)) {
      for (const body of [
        {},
        [],
        { id: null },
        { title: 7, text: {}, kind: 'x', description: [] },
        'words',
        { items: 'x'.repeat(9_000) },
        { description: '\u0000', text: '\u0000', title: '\u0000' },
      ]) {
        const url = filled(path, 'no-such-thing');
        const answer = await server
          .as('secretariat')
          .send<{ code?: string }>(method.toUpperCase() as 'POST', url, body, { 'if-match': '"1"' });
        if (answer.status >= 500)
          faults.push(`${method} ${url} ${JSON.stringify(body).slice(0, 60)}: ${String(answer.status)}`);
      }
    }
    expect(faults).toEqual([]);
  }, 180_000);

  it('that gives pages refuses a cursor it did not give out, with a problem', async () => {
    const lists = operations.filter(({ operation }) => operation.parameters?.some(({ name }) => name === 'cursor'));
    expect(lists.length).toBeGreaterThan(2);
    const forged = [[], [1], ['x'], [null], [-1], [1e300], ['2022-11-23', 'x'], [null, null, null], ['a', 'b', 'c'], [1, 2, 3], [['x']], { a: 1 }]; // prettier-ignore
    const cursors = [
      'x',
      '%00',
      '../',
      ...forged.map((keys) => Buffer.from(JSON.stringify(keys)).toString('base64url')),
    ];
    const faults: string[] = [];
    for (const { path } of lists) {
      for (const cursor of cursors) {
        const answer = await server.as('observer').get<{ code?: string }>(`${filled(path, 'x')}?cursor=${cursor}`);
        if (answer.status >= 500) faults.push(`${path} ${cursor} (${Buffer.from(cursor, 'base64url').toString()})`);
      }
      expect((await server.as('observer').get(`${path}?cursor=x`)).body, path).toMatchObject({
        code: 'invalid-request',
      });
      for (const limit of ['0', '-1', '501', '1.5', 'x'])
        expect((await server.as('observer').get(`${path}?limit=${limit}`)).status, `${path} ${limit}`).toBe(400);
    }
    expect(faults).toEqual([]);
  }, 180_000);

  it('that reads answers as at a moment before there was anything, and marks changes since it', async () => {
    const faults: string[] = [];
    for (const { path } of operations.filter((one) => one.method === 'get' && !one.path.includes('/papers/'))) {
      for (const query of ['asAt=1999-12-31', 'since=1999-12-31']) {
        const answer = await server.as('observer').get(`${filled(path, 'XAG-12')}?${query}`);
        if (answer.status >= 500) faults.push(`${path}?${query}: ${String(answer.status)}`);
      }
    }
    expect(faults).toEqual([]);
  }, 180_000);
});
