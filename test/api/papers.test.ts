/** A pack goes into the record, comes out as a paper over HTTP, and goes in again: the record stays what it was. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognisePack } from '../../src/formats/pack/recognise.ts';
import { readDocument } from '../../src/formats/read-document/read-document.ts';
import { acceptIntake, stageIntake } from '../../src/intake/commands.ts';
import { packKnowledge } from '../../src/intake/knowledge.ts';
import type { AcceptOutcome } from '../../src/intake/model.ts';
import { readPack } from '../../src/intake/read-pack.ts';
import { printPack } from '../../src/papers/print-pack.ts';
import { renderPaper } from '../../src/papers/render.ts';
import { factsOfContents, type PackFacts } from '../../src/papers/testing/facts.ts';
import { RICH_PACK } from '../../src/papers/testing/rich-pack.ts';
import type { Actor } from '../../src/platform/policy/policy.ts';
import { runCommand } from '../../src/platform/record/command.ts';
import { prepareBlankRecord } from '../../src/server/prepare-record.ts';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';

const SECRETARIAT: Actor = { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'] };
const REAL_PACK = resolve(import.meta.dirname, '../../../shared/data/packs/ccag-12-2022-11-23.txt');

/** Reads a file in and accepts it whole, as a person would who finds nothing to correct. */
async function accept(server: TestServer, name: string, content: Uint8Array): Promise<AcceptOutcome> {
  const pack = await readPack(content, name, await packKnowledge(server.database));
  if (pack.kind === 'failed') throw new Error(pack.failure.detail);
  const accepted = await runCommand(
    server.database,
    { actor: SECRETARIAT, command: 'intake.accept' },
    async (context) => {
      const staged = await stageIntake(context, { name, content }, pack.value);
      return staged.kind === 'failed' ? staged : acceptIntake(context, staged.value.id);
    },
  );
  if (accepted.kind === 'failed') throw new Error(accepted.failure.detail);
  return accepted.value;
}

/** A paper as the server sends it. */
async function paper(server: TestServer, url: string): Promise<{ type: string; content: Uint8Array }> {
  const answer = await server.application.inject({ method: 'GET', url });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return { type: String(answer.headers['content-type']), content: new Uint8Array(answer.rawPayload) };
}

async function factsOf(server: TestServer, name: string, content: Uint8Array): Promise<PackFacts> {
  const read = await readDocument(content, name);
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return factsOfContents(recognisePack(read.value, await packKnowledge(server.database)));
}

const countsOf = (facts: PackFacts): Record<string, number> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.length] as const] : [])),
  );

describe('a synthetic pack', { timeout: 60_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await prepareBlankRecord(server.database);
    const rendered = await renderPaper(printPack(RICH_PACK), 'docx');
    if (rendered.kind === 'failed') throw new Error(rendered.failure.detail);
    await accept(server, 'pack.docx', rendered.value);
  }, 60_000);
  afterAll(() => server.close());

  it.each([
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['text', 'text/plain; charset=utf-8'],
    ['md', 'text/markdown; charset=utf-8'],
  ])('comes out of the record as %s with everything that went in', async (format, type) => {
    const sent = await paper(server, `/api/meetings/CCAG-14/papers/pack?format=${format}`);
    expect(sent.type).toBe(type);
    const rendered = await renderPaper(printPack(RICH_PACK), 'docx');
    if (rendered.kind === 'failed') throw new Error(rendered.failure.detail);
    const out = await factsOf(server, `pack.${format === 'text' ? 'txt' : format}`, sent.content);
    expect(countsOf(out)).toEqual(countsOf(await factsOf(server, 'pack.docx', rendered.value)));
    expect(out['actions']).toEqual((await factsOf(server, 'pack.docx', rendered.value))['actions']);
  });

  it.each(['docx', 'pdf'])('changes nothing when the %s that came out goes in again', async (format) => {
    // Page numbers are the paper's own: the first time they are news to the record, and then no more.
    const first = await paper(server, `/api/meetings/CCAG-14/papers/pack?format=${format}`);
    await accept(server, `first.${format}`, first.content);
    const second = await paper(server, `/api/meetings/CCAG-14/papers/pack?format=${format}`);
    const outcome = await accept(server, `second.${format}`, second.content);
    expect(outcome.records.filter((record) => record.outcome !== 'unchanged')).toEqual([]);
  });

  it('is a page of its own as HTML, under a policy that lets in its style and nothing else', async () => {
    const answer = await server.application.inject({
      method: 'GET',
      url: '/api/meetings/CCAG-14/papers/pack?format=html',
    });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(answer.body).toContain('BSC has made no return for this meeting.');
  });

  it.each(['minutes', 'headline'])('has %s too, as drafts that say so', async (name) => {
    const sent = await paper(server, `/api/meetings/CCAG-14/papers/${name}?format=text`);
    const text = new TextDecoder().decode(sent.content);
    expect(text).toContain('Draft out of the record');
    expect(text).toMatch(/The record as at \d/);
    expect((await paper(server, `/api/meetings/CCAG-14/papers/${name}?format=pdf`)).type).toBe('application/pdf');
  });

  it('names the moment it was read at', async () => {
    const at = new Date().toISOString();
    const sent = await paper(server, `/api/meetings/CCAG-14/papers/pack?format=text&asAt=${at}`);
    expect(new TextDecoder().decode(sent.content)).toContain(`${at.slice(11, 16)} UTC`);
  });

  it('is not found for a meeting that nobody recorded, and refused in a format that nobody makes', async () => {
    const as = server.as('observer');
    expect((await as.get('/api/meetings/CCAG-99/papers/pack')).status).toBe(404);
    expect((await as.get('/api/meetings/CCAG-14/papers/pack?format=odt')).status).toBe(400);
  });
});

describe.runIf(existsSync(REAL_PACK))('the real pack', () => {
  it.each(['pdf', 'docx'])(
    'goes in, comes out as %s, and gives the same records',
    { timeout: 60_000 },
    async (format) => {
      const server = await startTestServer();
      try {
        await prepareBlankRecord(server.database);
        const content = new Uint8Array(readFileSync(REAL_PACK));
        await accept(server, 'pack.txt', content);
        const sent = await paper(server, `/api/meetings/CCAG-12/papers/pack?format=${format}`);
        const before = await factsOf(server, 'pack.txt', content);
        const after = await factsOf(server, `pack.${format}`, sent.content);
        expect(countsOf(after)).toEqual(countsOf(before));
        for (const kind of ['actions', 'milestones', 'risks', 'freezeOptions', 'deliverables', 'recommendations'])
          expect(after[kind], kind).toEqual(before[kind]);
      } finally {
        await server.close();
      }
    },
  );
});
