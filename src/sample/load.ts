/** Loads the sample programme: everything that happened in it, in order, by the commands that people use. */
import { loadDefaultProfiles } from '../codes/commands.ts';
import { londonInstant } from '../meetings/model/meeting.ts';
import type { Database, Instant } from '../platform/database/tables.ts';
import { problem } from '../platform/errors/problem.ts';
import { ROLE_PEOPLE } from '../platform/people/role-people.ts';
import { recordPerson, recordProgramme } from '../platform/people/store.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { runCommand } from '../platform/record/command.ts';
import { failed, ok } from '../values/result.ts';
import { doDeed, ORDER, type Named } from './do-deed.ts';
import type { Happening, Who } from './happening.ts';
import { HAPPENINGS, START, STANDING_DATE } from './programme/index.ts';

/** All that is done at one instant by one person: one command, one entry of the ledger. */
interface Batch {
  readonly at: Instant;
  readonly by: Who;
  readonly happenings: readonly Happening[];
}

const END_OF_WORKING_DAY = '16:30';

const instantOf = (happening: Happening): Instant => londonInstant(happening.on, happening.at ?? END_OF_WORKING_DAY);

/** Happenings as batches in order of time; within a batch, what is spoken of before what speaks of it. */
export function batchesOf(happenings: readonly Happening[]): Batch[] {
  const batches = new Map<string, { at: Instant; by: Who; happenings: Happening[] }>();
  for (const happening of happenings) {
    const at = instantOf(happening);
    const by = happening.by ?? 'secretariat';
    const key = `${at} ${by}`;
    const batch = batches.get(key) ?? { at, by, happenings: [] };
    batch.happenings.push(happening);
    batches.set(key, batch);
  }
  const sorted = [...batches.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, batch]) => batch);
  return sorted.map((batch) => ({
    ...batch,
    happenings: batch.happenings.toSorted((a, b) => ORDER.indexOf(a.deed.does) - ORDER.indexOf(b.deed.does)),
  }));
}

function actor(who: Who): Actor {
  const found = ROLE_PEOPLE.find((person) => person.id === `person_${who}`);
  if (found === undefined) throw new Error(`The sample has nobody who is ${who}`);
  return found;
}

/**
 * Loads the sample programme into a new record, laid out over the months in which it happened. A record that already
 * holds a later entry cannot take it: the ledger only grows forward.
 *
 * @throws when a step of the sample is refused, which is a fault of the sample.
 */
export async function loadSampleProgramme(database: Database): Promise<void> {
  const started = await runCommand(
    database,
    {
      actor: actor('secretariat'),
      command: 'programme.start',
      reason: 'The sample programme starts',
      at: londonInstant(START, '09:00'),
    },
    async (context) => {
      await recordProgramme(context.database, {
        name: 'Market-wide Half-Hourly Settlement (sample)',
        shortName: 'MHHS',
        sample: true,
        standingDate: STANDING_DATE,
      });
      for (const person of ROLE_PEOPLE) await recordPerson(context.database, person);
      return loadDefaultProfiles(context);
    },
  );
  if (started.kind === 'failed') throw new Error(started.failure.detail);
  const named: Named = new Map();
  for (const batch of batchesOf(HAPPENINGS)) {
    const reason = [...new Set(batch.happenings.map((happening) => happening.why))].join('; ');
    const done = await runCommand(
      database,
      { actor: actor(batch.by), command: 'sample.load', reason, at: batch.at },
      async (context) => {
        for (const happening of batch.happenings) {
          const result = await doDeed(context, named, happening.deed);
          if (result.kind === 'failed')
            return failed(problem(result.failure.code, `${happening.on}, ${happening.why}: ${result.failure.detail}`));
        }
        return ok(null);
      },
    );
    if (done.kind === 'failed') throw new Error(`The sample cannot be loaded: ${done.failure.detail}`);
  }
}
