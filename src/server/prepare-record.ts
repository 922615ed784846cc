/** What a new record needs before anybody can work in it: somebody to be, and the code bodies' profiles. */
import { loadDefaultProfiles } from '../codes/commands.ts';
import type { Database } from '../platform/database/tables.ts';
import { ROLE_PEOPLE } from '../platform/people/role-people.ts';
import { recordPerson, recordProgramme } from '../platform/people/store.ts';
import { runCommand } from '../platform/record/command.ts';
import { OPERATOR } from './session-routes.ts';

/** Readies a blank record. */
export async function prepareBlankRecord(database: Database): Promise<void> {
  await runCommand(database, { actor: OPERATOR, command: 'programme.start' }, async (context) => {
    await recordProgramme(context.database, {
      name: 'New programme',
      shortName: 'Programme',
      sample: false,
      standingDate: null,
    });
    for (const person of ROLE_PEOPLE) await recordPerson(context.database, person);
    return loadDefaultProfiles(context);
  });
}
