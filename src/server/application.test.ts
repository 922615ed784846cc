import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { OpenApiDocument } from './reference-page.ts';
import { startTestServer, type TestServer } from './testing.ts';
import { VERSION } from './version.ts';

describe('The HTTP application', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('names its policy on every route', () => {
    const found = server.application.routePolicies;
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((route) => route.policy === undefined).map((route) => route.url)).toEqual([]);
  });

  it('describes itself as OpenAPI 3.1, with an operation id and a summary on each operation', async () => {
    const { body } = await server.as(null).get<OpenApiDocument & { openapi: string }>('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.values(body.paths ?? {}).flatMap((methods) => Object.values(methods));
    expect(operations.length).toBeGreaterThan(3);
    for (const operation of operations) {
      expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operation.summary).toMatch(/\w/);
    }
    const ids = operations.map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes problems with the media type they are sent with', async () => {
    const { body } = await server.as(null).get<OpenApiDocument>('/openapi.json');
    const operations = Object.values(body.paths ?? {}).flatMap((methods) => Object.values(methods));
    const media = operations.flatMap((operation) => Object.keys(operation.responses?.['4XX']?.content ?? {}));
    expect(new Set(media)).toEqual(new Set(['application/problem+json']));
  });

  it('has a reference page that names every operation', async () => {
    const { body } = await server.as(null).get<string>('/api');
    const { body: document } = await server.as(null).get<OpenApiDocument>('/openapi.json');
    for (const path of Object.keys(document.paths ?? {})) expect(body).toContain(`<code>${path}</code>`);
  });

  it('sends a strict content security policy, other security headers and a request id', async () => {
    const { headers } = await server.as(null).get('/health');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(String(headers['content-security-policy'])).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers what is not there with a problem that says what to do', async () => {
    const { status, headers, body } = await server.as(null).get('/api/nothing-here');
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'not-found', status: 404, detail: expect.stringContaining('/api') as unknown });
  });

  it('answers a body that does not fit with the field and what is wrong with it', async () => {
    const { status, body } = await server.as(null).send('POST', '/api/session', { personId: 7 });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.personId' }] });
  });

  it('refuses bodies over the limit, requests under another host name, and writes from other sites', async () => {
    const large = await server.as(null).send('POST', '/api/session', { personId: 'x'.repeat(2_000_000) });
    expect(large.status).toBe(413);
    const rebound = await server.application.inject({ url: '/api/session', headers: { host: 'evil.example' } });
    expect(rebound.statusCode).toBe(400);
    const crossSite = await server
      .as(null)
      .send('POST', '/api/session', { personId: 'person_chair' }, { 'sec-fetch-site': 'cross-site' });
    expect(crossSite.status).toBe(403);
  });

  it('signs a sample person in and out', async () => {
    const { body } = await server
      .as('chair')
      .get<{ person: { name: string }; may: Record<string, Record<string, boolean>> }>('/api/session');
    expect(body.person.name).toBe('The chair');
    expect(body.may['decision']?.['decide']).toBe(true);
    const reader = await server
      .as(null)
      .get<{ person: null; may: Record<string, Record<string, boolean>> }>('/api/session');
    expect(reader.body).toMatchObject({ person: null, may: { meeting: { read: true, edit: false } } });
  });

  it('is of the version that the package says', () => {
    expect(VERSION).toBe(packageJson.version);
  });
});
