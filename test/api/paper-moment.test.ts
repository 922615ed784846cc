import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMeeting } from '../../src/meetings/commands/meetings.ts';
import type { Database } from '../../src/platform/database/tables.ts';
import { runCommand } from '../../src/platform/record/command.ts';
import { OPERATOR } from '../../src/server/session-routes.ts';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';

describe('The moment at which a paper is read', () => {
  let server: TestServer;
  const agenda = (title: string) => [{ title, objective: '', purpose: 'information' as const, minutes: 5 }];
  const meeting = (database: Database, number: string, title: string, at?: string) =>
    runCommand(database, { actor: OPERATOR, command: 'test', ...(at === undefined ? {} : { at }) }, (context) =>
      recordMeeting(context, {
        group: 'CCAG',
        number,
        date: '2022-10-26',
        startTime: '10:00',
        endTime: '11:00',
        agenda: agenda(title),
      }),
    );
  const pack = async (reference: string, query = ''): Promise<string> =>
    (await server.as('chair').get<string>(`/api/meetings/${reference}/papers/pack?format=text${query}`)).body;

  beforeAll(async () => {
    server = await startTestServer('embedded', (database) =>
      meeting(database, '1', 'As it was put to the meeting', '2022-10-20T09:00:00Z'),
    );
    await meeting(server.database, '1', 'As somebody renamed it years later');
    await meeting(server.database, '2', 'Entered afterwards');
  });
  afterAll(() => server.close());

  it('is the meeting, for one that the record knew when it was held', async () => {
    const text = await pack('CCAG-1');
    expect(text).toContain('As it was put to the meeting');
    expect(text).not.toContain('years later');
  });

  it('is now, for a meeting that was entered afterwards', async () => {
    expect(await pack('CCAG-2')).toContain('Entered afterwards');
  });

  it('is what the caller asks for', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await pack('CCAG-1', `&asAt=${today}`)).toContain('years later');
  });
});
