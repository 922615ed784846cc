/** The doors of the plan, asked over HTTP as people of each role. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';
import { recordChangeRequest } from '../../src/plan/commands/change-requests.ts';
import { recordMilestone } from '../../src/plan/commands/milestones.ts';
import { recordFreezeOptions } from '../../src/plan/commands/small-records.ts';
import { doing, on } from '../../src/plan/testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  for (const [title, day] of [
    ['Codes delivered (M8)', '30/6/24'],
    ['Go-live (M10)', '30/6/24'],
    ['Metering approved', '26/4/23'],
  ] as const)
    await doing(server.database, (context) =>
      recordMilestone(context, { title, target: on(day), forecast: on(day), rag: 'green' }),
    );
  await doing(server.database, (context) =>
    recordChangeRequest(context, { reference: 'CR12', title: 'Wider scope', affectedMilestones: ['M8'] }),
  );
  await doing(server.database, (context) =>
    recordFreezeOptions(context, { options: [{ number: 1, text: 'Parties can wait – voluntary freeze.' }] }),
  );
}, 60_000);
afterAll(() => server.close());

interface Listed {
  items: {
    id: string;
    reference: string | null;
    version: number;
    title: string;
    href: string;
    standing: { kind: string };
    changes: { field: string; before: unknown; after: unknown }[];
  }[];
  nextCursor: string | null;
  total: number;
  sentence: string;
  may: { edit: boolean };
}

it('lists the plan by date, in pages, with the page’s sentence', async () => {
  const first = await server.as('observer').get<Listed>('/api/milestones?sort=date&limit=2');
  expect(first.body).toMatchObject({ total: 3, may: { edit: false } });
  expect(first.body.items.map((one) => one.title)).toEqual(['Metering approved', 'Codes delivered']);
  const second = await server
    .as('observer')
    .get<Listed>(`/api/milestones?sort=date&limit=2&cursor=${first.body.nextCursor ?? ''}`);
  expect(second.body.items.map((one) => one.href)).toEqual(['/plan/M10']);
  expect(second.body.nextCursor).toBeNull();
});

it('takes an edit from one who may, in words, and refuses one who may not', async () => {
  const { body } = await server
    .as('secretariat')
    .get<{ version: number; may: { edit: boolean } }>('/api/milestones/M10');
  const edit = { forecast: '30 Sep 2024', ragReason: 'testing runs longer' };
  const version = { 'if-match': `"${String(body.version)}"` };
  const refused = await server.as('observer').send('PATCH', '/api/milestones/M10', edit, version);
  expect(refused.status).toBe(403);
  const before = new Date().toISOString();
  const done = await server.as('secretariat').send('PATCH', '/api/milestones/M10', edit, version);
  expect([done.status, done.body]).toMatchObject([
    200,
    { forecast: { latest: '2024-09-30' }, standing: { kind: 'late' }, slip: { againstTarget: 92 } },
  ]);
  const listed = await server.as('member').get<Listed>(`/api/milestones?since=${before}`);
  const marks = listed.body.items.find((one) => one.reference === 'M10')?.changes;
  expect(marks?.map((one) => one.field)).toContain('ragReason');
  const picture = await server
    .as('member')
    .get<{ rows: { reference: string | null; slipSince: number | null }[] }>(`/api/plan/picture?since=${before}`);
  expect(picture.body.rows.find((row) => row.reference === 'M10')?.slipSince).toBe(92);
  const history = await server.as('member').get<{ items: unknown[] }>('/api/milestones/M10/history');
  expect(history.body.items).toHaveLength(2);
});

it('answers what moves, and refuses a circle', async () => {
  const secretariat = server.as('secretariat');
  const made = await secretariat.send('POST', '/api/milestones/M8/dependencies', { to: 'M10', kind: 'aligned-with' });
  expect(made.status).toBe(201);
  const answer = await secretariat.get<{ affected: unknown[] }>('/api/milestones/M10/if-moved?to=2024-12-31');
  expect(answer.body.affected).toMatchObject([{ reference: 'M8', to: '2024-12-31', days: 184 }]);
  const circle = await secretariat.send('POST', '/api/milestones/M10/dependencies', { to: 'M8', kind: 'after' });
  expect(circle.status).toBe(409);
});

it('takes a change request along its workflow, in any spelling of its reference', async () => {
  const path = '/api/change-requests/CR12';
  const { body } = await server.as('drafter').get<{ version: number; steps: { step: string }[] }>(path);
  expect(body.steps.map((one) => one.step)).toEqual(['start-assessment']);
  const version = { 'if-match': `"${String(body.version)}"` };
  const started = await server.as('drafter').send('POST', `${path}/steps`, { step: 'start-assessment' }, version);
  expect(started.body).toMatchObject({ reference: 'CR0012', state: 'impact-assessment' });
  const impact = await server.as('drafter').send('POST', `${path}/impacts`, { text: 'It costs £60k more' });
  expect(impact.status).toBe(201);
  const whole = await server.as('chair').get('/api/change-requests/CR0012');
  expect(whole.body).toMatchObject({ impacts: [{ kind: 'cost' }], affectedMilestones: [{ href: '/plan/M8' }] });
});

it('adds, lists, changes and removes the smaller records alike', async () => {
  const secretariat = server.as('secretariat');
  const added = await secretariat.send<{ id: string }>('POST', '/api/deliverables', {
    text: 'Sprint',
    due: 'December 2022',
  });
  expect(added.status).toBe(201);
  const again = await secretariat.send('POST', '/api/deliverables', { text: 'SPRINT', due: '1/1/23' });
  expect(again.status).toBe(409);
  const path = `/api/deliverables/${added.body.id}`;
  const done = await secretariat.send('PATCH', path, { state: 'done' }, { 'if-match': '"1"' });
  expect([done.status, done.body]).toMatchObject([200, { state: 'done', due: { latest: '2022-12-31' }, version: 2 }]);
  expect((await secretariat.get(`${path}/history`)).status).toBe(200);
  expect((await secretariat.send('DELETE', path)).status).toBe(204);
  for (const list of [
    'deliverables',
    'topic-areas',
    'planning-assumptions',
    'freeze-recommendations',
    'status-reports',
  ])
    expect((await secretariat.get<Listed>(`/api/${list}`)).body).toMatchObject({ items: [], total: 0 });
  const options = await secretariat.get('/api/freeze-options');
  expect(options.body).toMatchObject({ items: [{ number: 1, name: 'voluntary freeze', changes: [] }] });
});

it('counts risks, and ticks off what is done against them', async () => {
  const drafter = server.as('drafter');
  await drafter.send('POST', '/api/risks', { description: 'Drafting may not reflect the design', rag: 'amber' });
  const added = await drafter.send<{ id: string }>('POST', '/api/risks/R-001/mitigations', { text: 'Cross check' });
  await drafter.send('PATCH', `/api/risks/R-001/mitigations/${added.body.id}`, { done: true });
  const listed = await drafter.get<Listed>('/api/risks?rag=amber');
  expect(listed.body).toMatchObject({
    items: [{ reference: 'R-001', href: '/risks/R-001', mitigations: [{ text: 'Cross check', done: true }] }],
    sentence: '1 open risk: 1 amber; 1 of 1 mitigations done; 1 without an owner',
  });
});
