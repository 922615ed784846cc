/** Linking records from their own pages: every kind with every other, seen from both ends, by those who may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDefaultProfiles } from '../../src/codes/commands.ts';
import { done, recordWholePack } from '../../src/meetings/testing/world.ts';
import { linkBetween } from '../../src/platform/record/linking.ts';
import { ENGINES, startTestServer, type TestServer } from '../../src/server/testing.ts';

interface Detail {
  readonly id: string;
  readonly links: readonly {
    readonly direction: string;
    readonly relation: string;
    readonly kind: string;
    readonly id: string;
    readonly removable: boolean;
  }[];
}

/** One record of each kind that can be linked from its own page. */
const PATHS = {
  modification: '/api/modifications/REC-R0044',
  milestone: '/api/milestones/M8',
  'change-request': '/api/change-requests/CR0012',
  risk: '/api/risks/R-001',
  action: '/api/actions/XAG08-06',
  decision: '/api/decisions/XAG-D001',
} as const;
type Kind = keyof typeof PATHS;
const KINDS = Object.keys(PATHS) as readonly Kind[];

let server: TestServer;

const show = async (kind: Kind): Promise<Detail> => (await server.as('observer').get<Detail>(PATHS[kind])).body;

const linksBetween = async (here: Kind, there: Kind): Promise<Detail['links']> => {
  const { id } = await show(there);
  return (await show(here)).links.filter((link) => link.kind === there && link.id === id);
};

interface Told {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What the latest command on a record did to it, as its history tells it. */
const latest = async (kind: Kind): Promise<{ readonly command: string; readonly changes: readonly Told[] }> => {
  const { body } = await server
    .as('observer')
    .get<{ items: readonly { command: string; changes: readonly Told[] }[] }>(`${PATHS[kind]}/history`);
  const [entry] = body.items;
  if (entry === undefined) throw new Error(`The ${kind} has no history`);
  return {
    command: entry.command,
    changes: entry.changes.map(({ label, before, after }) => ({ label, before, after })),
  };
};

const pairs = KINDS.flatMap((here) => KINDS.filter((there) => there !== here).map((there) => [here, there] as const));

describe.each(ENGINES)('a link (%s)', (engine) => {
  beforeAll(async () => {
    server = await startTestServer(engine);
    await done(server.database, loadDefaultProfiles);
    await done(server.database, async (context) => ({ kind: 'ok', value: await recordWholePack(context) }));
    for (const [path, body] of [
      ['/api/modifications', { reference: { body: 'REC', scheme: 'R', number: 44 }, title: 'A change to the REC' }],
      ['/api/milestones', { reference: 'M8', title: 'Code changes delivered' }],
      ['/api/change-requests', { reference: 'CR12', title: 'A later consultation' }],
      ['/api/risks', { description: 'The drafting may not reflect the design' }],
    ] as const) {
      const answer = await server.as('secretariat').send('POST', path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    }
  }, 60_000);
  afterAll(() => server.close());

  it.each(pairs)(
    'made on the page of the %s with the %s shows on both, once, and goes from both',
    async (here, there) => {
      const [before, beforeThere] = [await linksBetween(here, there), await linksBetween(there, here)];
      const { id } = await show(there);
      for (let times = 0; times < 2; times += 1) {
        const made = await server.as('secretariat').send('POST', `${PATHS[here]}/links`, { kind: there, id });
        expect([made.status, made.body]).toEqual([201, { kind: there, id }]);
      }
      const isNew = (link: Detail['links'][number], old: Detail['links']): boolean =>
        !old.some((one) => one.relation === link.relation && one.direction === link.direction);
      const [seen, ...more] = (await linksBetween(here, there)).filter((link) => isNew(link, before));
      const back = (await linksBetween(there, here)).filter((link) => isNew(link, beforeThere));
      expect(more).toEqual([]);
      expect(seen).toMatchObject({ removable: true });
      expect(back).toMatchObject([{ relation: seen?.relation, direction: seen?.direction === 'from' ? 'to' : 'from' }]);
      expect((await server.as('secretariat').send('DELETE', `${PATHS[here]}/links/${there}/${id}`)).status).toBe(204);
      expect(await linksBetween(here, there)).toEqual(before);
      expect(await linksBetween(there, here)).toEqual(beforeThere);
    },
  );

  it.each(pairs)('of the %s with the %s is told in the history of both', async (here, there) => {
    const [{ id: hereId }, { id: thereId }] = [await show(here), await show(there)];
    const path = `${PATHS[here]}/links`;
    const link = linkBetween({ kind: here, id: hereId }, { kind: there, id: thereId });
    const told = (kind: Kind): string =>
      kind === link.from.kind
        ? `${link.relation} ${link.to.kind}:${link.to.id}`
        : `${link.from.kind}:${link.from.id} ${link.relation}`;
    await server.as('secretariat').send('POST', path, { kind: there, id: thereId });
    for (const kind of [here, there])
      expect(await latest(kind)).toEqual({
        command: `${here}.link`,
        changes: [{ label: 'Link', before: null, after: told(kind) }],
      });
    await server.as('secretariat').send('DELETE', `${path}/${there}/${thereId}`);
    for (const kind of [here, there])
      expect(await latest(kind)).toEqual({
        command: `${here}.unlink`,
        changes: [{ label: 'Link', before: told(kind), after: null }],
      });
  });

  it('is no part of the history of another kind of record that has the same id', async () => {
    const { id } = await show('milestone');
    const path = `${PATHS.modification}/links`;
    const before = await latest('milestone');
    // Which kinds other capabilities keep is taken at its word: nothing of that kind has this id.
    expect((await server.as('secretariat').send('POST', path, { kind: 'risk', id })).status).toBe(201);
    expect(await latest('milestone')).toEqual(before);
    expect((await server.as('secretariat').send('DELETE', `${path}/risk/${id}`)).status).toBe(204);
  });

  it('is refused with itself, with what is not there, and for those who may not', async () => {
    const { id } = await show('milestone');
    const path = `${PATHS.milestone}/links`;
    const refused = async (role: 'secretariat' | 'member', kind: string, other: string) => {
      const { status, body } = await server.as(role).send('POST', path, { kind, id: other });
      return [status, body['code']];
    };
    expect(await refused('secretariat', 'milestone', id)).toEqual([422, 'invalid-value']);
    expect(await refused('secretariat', 'risk', 'risk_none')).toEqual([404, 'not-found']);
    expect(await refused('member', 'risk', 'risk_none')).toEqual([403, 'not-allowed']);
  });

  it('that a decision would say is made by those who may edit decisions, from its other end too', async () => {
    const { id } = await show('decision');
    const path = `${PATHS.modification}/links`;
    const drafter = await server.as('drafter').send('POST', path, { kind: 'decision', id });
    expect([drafter.status, drafter.body['code']]).toEqual([403, 'not-allowed']);
    expect(drafter.body['detail']).toContain('part of the decision');
    const { id: milestone } = await show('milestone');
    expect((await server.as('drafter').send('POST', path, { kind: 'milestone', id: milestone })).status).toBe(201);
    expect((await server.as('drafter').send('DELETE', `${path}/milestone/${milestone}`)).status).toBe(204);
  });

  it('of an agenda is not taken away from the page of what it is about', async () => {
    const meeting = (
      await server.as('secretariat').get<{ agenda: { id: string; version: number }[] }>('/api/meetings/XAG-12')
    ).body;
    const [item] = meeting.agenda;
    const { id } = await show('risk');
    const edited = await server
      .as('secretariat')
      .send(
        'PATCH',
        `/api/meetings/XAG-12/agenda/${item?.id ?? ''}`,
        { about: [{ kind: 'risk', id }] },
        { 'if-match': `"${String(item?.version)}"` },
      );
    expect(edited.status, JSON.stringify(edited.body)).toBe(200);
    expect((await show('risk')).links).toMatchObject([{ kind: 'agenda-item', direction: 'to', removable: false }]);
  });
});
