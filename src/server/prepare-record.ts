/** What a new record needs before anybody can work in it: somebody to be, and the code bodies' profiles. */
import { loadDefaultProfiles } from '../codes/commands.ts';
import type { Database, Instant } from '../platform/database/tables.ts';
import { recordPerson, recordProgramme, type Person } from '../platform/people/store.ts';
import { runCommand } from '../platform/record/command.ts';
import { OPERATOR } from './session-routes.ts';

/** The people of a programme nobody has set up accounts for: one for each role, named by role alone. */
export const ROLE_PEOPLE: readonly Person[] = [
  { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'], organisation: 'Programme office' },
  { id: 'person_chair', name: 'Chair', roles: ['chair'], organisation: 'Programme' },
  { id: 'person_drafter', name: 'Code drafter', roles: ['drafter'], organisation: 'Code administrator' },
  { id: 'person_member', name: 'Group member', roles: ['member'], organisation: 'Supplier' },
  { id: 'person_observer', name: 'Observer', roles: ['observer'], organisation: 'Regulator' },
];

/** Readies a blank record; `at` lays it back in time for a sample programme. */
export async function prepareBlankRecord(database: Database, at?: Instant): Promise<void> {
  await runCommand(
    database,
    { actor: OPERATOR, command: 'programme.start', ...(at === undefined ? {} : { at }) },
    async (context) => {
      await recordProgramme(context.database, {
        name: 'New programme',
        shortName: 'Programme',
        sample: false,
        standingDate: null,
      });
      for (const person of ROLE_PEOPLE) await recordPerson(context.database, person);
      return loadDefaultProfiles(context);
    },
  );
}
