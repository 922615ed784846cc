import { expect, it } from 'vitest';
import { z } from 'zod';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import type { Database } from '../platform/database/tables.ts';
import type { RequestContext } from '../platform/http/route.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { runCommand } from '../platform/record/command.ts';
import { NOW, readAt } from '../platform/record/moment.ts';
import { readPartialDate } from '../values/partial-date.ts';
import { routes } from './routes.ts';
import { done, member, recordWholePack, secretariat } from './testing/world.ts';

interface Asked {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly actor?: Actor;
}

/** Calls a route as the server does: its schemas read what goes in and check what comes out. */
async function ask(database: Database, operation: string, asked: Asked = {}) {
  const route = routes.find((candidate) => candidate.operation === operation);
  if (route === undefined) throw new Error(`No route ${operation}`);
  const actor = asked.actor ?? secretariat;
  const context: RequestContext = {
    actor,
    requestId: 'test',
    moment: NOW,
    since: null,
    ifMatch: asked.ifMatch ?? null,
    database,
    read: (work) => readAt(database, NOW, work),
    command: (command, work) => runCommand(database, { actor, command }, work),
  };
  const request = {
    params: (route.params ?? z.object({})).parse(asked.params ?? {}) as never,
    query: (route.query ?? z.object({})).parse(asked.query ?? {}) as never,
    body: (route.body ?? z.undefined()).parse(asked.body) as never,
    bytes: new Uint8Array(),
    fileName: '',
  };
  const result = await route.handle(request, context);
  if (result.kind === 'failed') return { problem: result.failure.code };
  return { answer: z.strictObject({ value: route.answer }).parse({ value: result.value }).value };
}

const History = z.object({
  items: z.array(
    z.object({ changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })) }),
  ),
});

/** The last three changes of one part of XAG-12, newest first, before and after. */
async function toldOf(database: Database, part: string): Promise<unknown[][]> {
  const history = await ask(database, 'readMeetingHistory', { params: { id: 'XAG-12' } });
  const changes = History.parse(history.answer).items.flatMap((entry) => entry.changes);
  return changes
    .filter((change) => change.field === part)
    .slice(0, 3)
    .map((change) => [change.before, change.after]);
}

onEachEngine('The doors to meetings', (database) => {
  it('answer every reading in the shape that they promise', async () => {
    await done(database(), async (context) => ({ kind: 'ok', value: await recordWholePack(context) }));
    expect(await ask(database(), 'listGroups')).toMatchObject({ answer: { items: [{ shortName: 'XSG' }, {}] } });
    expect(await ask(database(), 'readGroup', { params: { id: 'xag' } })).toMatchObject({ answer: { parent: 'XSG' } });
    expect(await ask(database(), 'listMeetings', { query: { group: 'XAG', state: 'held' } })).toMatchObject({
      answer: { total: 1, may: { add: true } },
    });
    for (const id of ['XAG-11', 'XAG-12', 'XAG-2022-12-21']) {
      expect(await ask(database(), 'readMeeting', { params: { id } })).toMatchObject({ answer: { reference: id } });
      expect(await ask(database(), 'draftMinutes', { params: { id } })).toHaveProperty('answer.content');
      expect(await ask(database(), 'readMeetingHistory', { params: { id } })).toHaveProperty('answer.items.0.changes');
    }
    expect(await ask(database(), 'listActions', { query: { state: 'open,proposed-closed' } })).toMatchObject({
      answer: { total: 2 },
    });
    expect(await ask(database(), 'readAction', { params: { id: 'XAG08-06' } })).toMatchObject({
      answer: { links: [{ relation: 'concerns', kind: 'milestone', direction: 'from' }], appearances: [{}] },
    });
    expect(await ask(database(), 'readActionHistory', { params: { id: 'XAG08-06' } })).toHaveProperty('answer.items.0');
    expect(await ask(database(), 'listDecisions')).toMatchObject({ answer: { total: 1 } });
    expect(await ask(database(), 'readDecision', { params: { id: 'XAG-D001' } })).toMatchObject({
      answer: { escalation: [{ body: 'SRO' }, { body: 'XSG' }] },
    });
    expect(await ask(database(), 'readMeeting', { params: { id: 'XAG-99' } })).toEqual({ problem: 'not-found' });
  });

  it('change what they are asked to, at the version that was seen, and nothing else', async () => {
    const params = { id: 'XAG08-06' };
    const body = { text: 'Say whether new code is needed' };
    expect(await ask(database(), 'editAction', { params, body })).toEqual({ problem: 'version-missing' });
    expect(await ask(database(), 'editAction', { params, body, ifMatch: 9 })).toEqual({ problem: 'changed-meanwhile' });
    expect(await ask(database(), 'editAction', { params, body, ifMatch: 2 })).toEqual({
      answer: { id: 'XAG08-06', version: 3 },
    });
    const agree = { step: 'agree-closure', meeting: 'XAG-12' };
    expect(await ask(database(), 'stepAction', { params, body: agree, ifMatch: 3, actor: member })).toEqual({
      problem: 'not-allowed',
    });
    expect(await ask(database(), 'stepAction', { params, body: agree, ifMatch: 3 })).toMatchObject({
      answer: { version: 4 },
    });
    expect(await ask(database(), 'readAction', { params })).toMatchObject({
      answer: { state: 'closed', closedAt: { reference: 'XAG-12' }, text: 'Say whether new code is needed' },
    });
  });

  it('add and change agendas, decisions and documents', async () => {
    const params = { id: 'XAG-12' };
    const added = await ask(database(), 'addAgendaItem', { params, body: { title: 'Any other business', minutes: 5 } });
    const { id: item } = z.object({ id: z.string() }).parse(added.answer);
    expect(
      await ask(database(), 'editAgendaItem', {
        params: { ...params, item },
        body: { minutes: 10, about: [{ kind: 'risk', id: 'risk_1' }] },
        ifMatch: 1,
      }),
    ).toMatchObject({ answer: { version: 2 } });
    expect(await ask(database(), 'readMeeting', { params })).toMatchObject({
      answer: { plannedEnd: '10:35', agenda: [{}, {}, {}, { about: [{ kind: 'risk', id: 'risk_1' }] }] },
    });
    expect(await toldOf(database(), 'record_link')).toEqual([[null, 'about risk:risk_1']]);
    expect(await ask(database(), 'removeAgendaItem', { params: { ...params, item } })).toEqual({ answer: null });
    // An item that goes takes its links along, and says so by itself.
    expect(await toldOf(database(), 'record_link')).toEqual([[null, 'about risk:risk_1']]);
    expect(
      await ask(database(), 'addDecision', {
        body: { meeting: 'XAG-12', text: 'Approve the minutes', outcome: 'agreed' },
      }),
    ).toMatchObject({ answer: { reference: 'XAG-D002' } });
    const version = await ask(database(), 'addDocumentVersion', {
      body: { meeting: 'XAG-12', kind: 'headline-report', title: 'Headline report', content: [] },
    });
    const saved = z.object({ id: z.string(), versionId: z.string() }).parse(version.answer);
    expect(
      await ask(database(), 'approveDocumentVersion', {
        params: { id: saved.versionId },
        body: { meeting: 'XAG-12' },
        ifMatch: 1,
      }),
    ).toMatchObject({ answer: { version: 2 } });
    expect(await ask(database(), 'readDocument', { params: { id: saved.id } })).toMatchObject({
      answer: { versions: [{ state: 'approved' }] },
    });
  });

  it('add, change and remove what other groups told a meeting, once each, and remember it', async () => {
    const params = { id: 'XAG-12' };
    const occurred = readPartialDate('9 Nov 2022');
    const body = { fromGroup: 'xsg', occurred, items: [{ heading: 'Plan', text: 'It is agreed.' }] };
    const added = await ask(database(), 'addGroupUpdate', { params, body });
    const { id } = z.object({ id: z.string() }).parse(added.answer);
    expect(await ask(database(), 'addGroupUpdate', { params, body })).toEqual({ problem: 'already-there' });
    expect(await ask(database(), 'addGroupUpdate', { params, body: { ...body, fromGroup: 'Nobody' } })).toEqual({
      problem: 'not-found',
    });
    const edit = (values: object, ifMatch?: number) =>
      ask(database(), 'editGroupUpdate', {
        params: { id },
        body: values,
        ...(ifMatch === undefined ? {} : { ifMatch }),
      });
    expect(await edit({ report: 'On the portal' })).toEqual({ problem: 'version-missing' });
    expect(await edit({ report: 'On the portal' }, 7)).toEqual({ problem: 'changed-meanwhile' });
    // It would become the update of 2 November, which is another one.
    expect(await edit({ occurred: readPartialDate('2 Nov 2022') }, 1)).toEqual({ problem: 'already-there' });
    expect(await edit({ requests: ['Send examples'], occurred: readPartialDate('10 Nov 2022') }, 1)).toMatchObject({
      answer: { version: 2 },
    });
    expect(await ask(database(), 'readGroupUpdate', { params: { id } })).toMatchObject({
      answer: { group: { shortName: 'XSG' }, occurred: { earliest: '2022-11-10' }, requests: ['Send examples'] },
    });
    expect(await ask(database(), 'removeGroupUpdate', { params: { id } })).toEqual({ answer: null });
    expect(await ask(database(), 'removeGroupUpdate', { params: { id } })).toEqual({ problem: 'not-found' });
    expect(await ask(database(), 'readGroupUpdate', { params: { id } })).toEqual({ problem: 'not-found' });
    expect(await ask(database(), 'readMeeting', { params })).toHaveProperty('answer.groupUpdates.length', 1);
    expect(await toldOf(database(), 'group_update')).toEqual([
      ['Plan. It is agreed.; Asked: Send examples', null],
      ['Plan. It is agreed.', 'Plan. It is agreed.; Asked: Send examples'],
      [null, 'Plan. It is agreed.'],
    ]);
  });

  it('add, change and remove the notes of a meeting, once each, and remember it', async () => {
    const params = { id: 'XAG-12' };
    const body = { kind: 'statement', title: 'On resources', items: [{ heading: '', text: 'More are needed.' }] };
    const added = await ask(database(), 'addMeetingNote', { params, body });
    const { id } = z.object({ id: z.string() }).parse(added.answer);
    expect(await ask(database(), 'addMeetingNote', { params, body: { ...body, title: 'on RESOURCES' } })).toEqual({
      problem: 'already-there',
    });
    const own = { params: { id }, body: { items: [{ heading: '', text: 'Two more are needed.' }] } };
    expect(await ask(database(), 'editMeetingNote', own)).toEqual({ problem: 'version-missing' });
    expect(await ask(database(), 'editMeetingNote', { ...own, ifMatch: 7 })).toEqual({ problem: 'changed-meanwhile' });
    const clash = { params: { id }, body: { kind: 'programme-update', title: 'Design baselined' }, ifMatch: 1 };
    expect(await ask(database(), 'editMeetingNote', clash)).toEqual({ problem: 'already-there' });
    expect(await ask(database(), 'editMeetingNote', { ...own, ifMatch: 1 })).toMatchObject({ answer: { version: 2 } });
    expect(await ask(database(), 'readMeetingNote', { params: { id } })).toMatchObject({
      answer: { kind: 'statement', items: [{ text: 'Two more are needed.' }] },
    });
    expect(await ask(database(), 'removeMeetingNote', { params: { id } })).toEqual({ answer: null });
    expect(await ask(database(), 'readMeetingNote', { params: { id } })).toEqual({ problem: 'not-found' });
    expect(await toldOf(database(), 'meeting_note')).toEqual([
      ['On resources: Two more are needed.', null],
      ['On resources: More are needed.', 'On resources: Two more are needed.'],
      [null, 'On resources: More are needed.'],
    ]);
  });

  it.each([
    ['Action', 'XAG11-01', 'concerns'],
    ['Decision', 'XAG-D001', 'about'],
  ])('link an %s with another record and part them again, and remember it', async (kind, reference, relation) => {
    const params = { id: reference };
    const risk = { kind: 'risk', id: 'risk_7' };
    const links = async () => {
      const read = await ask(database(), `read${kind}`, { params });
      const { links: found } = z.object({ links: z.array(z.looseObject({ id: z.string() })) }).parse(read.answer);
      return found.filter((link) => link.id === risk.id);
    };
    expect(await ask(database(), `link${kind}`, { params, body: risk })).toEqual({ answer: risk });
    expect(await ask(database(), `link${kind}`, { params, body: risk })).toEqual({ answer: risk });
    expect(await links()).toMatchObject([{ relation, direction: 'from', kind: 'risk', note: '' }]);
    const gone = { kind: 'meeting', id: 'meeting_none' };
    expect(await ask(database(), `link${kind}`, { params, body: gone })).toEqual({ problem: 'not-found' });
    const read = await ask(database(), `read${kind}`, { params });
    const { id } = z.object({ id: z.string() }).parse(read.answer);
    const itself = { kind: kind.toLowerCase(), id };
    expect(await ask(database(), `link${kind}`, { params, body: itself })).toEqual({ problem: 'invalid-value' });
    const named = { params: { ...params, kind: 'risk', linked: 'risk_7' } };
    expect(await ask(database(), `unlink${kind}`, named)).toEqual({ answer: null });
    expect(await links()).toEqual([]);
    const history = await ask(database(), `read${kind}History`, { params });
    const { items } = History.parse(history.answer);
    const told = items.flatMap((entry) => entry.changes).filter((change) => change.field === 'record_link');
    expect(told.slice(0, 2).map((change) => [change.before, change.after])).toEqual([
      [`${relation} risk:risk_7`, null],
      [null, `${relation} risk:risk_7`],
    ]);
  });
});
