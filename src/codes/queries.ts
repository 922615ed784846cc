/** Questions about code bodies, their profiles and releases. */
import { addDays, type CivilDate } from '../values/partial-date.ts';
import { failed, ok, type Result } from '../values/result.ts';
import type { Database } from '../platform/database/tables.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import { knowledgeOf, type BodyWithProfile } from './model/knowledge.ts';
import { profileOn, type Profile, type ReleaseKind } from './model/profile.ts';
import type { Grammar } from './model/references.ts';
import { releaseDays } from './model/release-days.ts';
import { allBodies, profilesOf, releasesOf, type StoredBody } from './store.ts';

/** The bodies with the profile each has in force on a civil date; a body without one then is left out. */
export async function bodiesWithProfiles(
  database: Database,
  on: CivilDate,
): Promise<(BodyWithProfile & { body: StoredBody })[]> {
  const profiles = await profilesOf(database);
  return (await allBodies(database)).flatMap((body) => {
    const profile = profileOn(
      profiles.filter((candidate) => candidate.bodyId === body.id),
      on,
    );
    return profile === null ? [] : [{ body, profile }];
  });
}

/** Everything reading references needs, of all bodies. */
export const grammarsOf = (bodies: readonly BodyWithProfile[]): Grammar[] =>
  bodies.map(({ body, profile }) => ({ body: body.shortName, schemes: profile.schemes, aliases: body.aliases }));

/** A pack reader's knowledge of the code bodies as of a civil date. */
export async function packKnowledge(database: Database, on: CivilDate): Promise<ReturnType<typeof knowledgeOf>> {
  return knowledgeOf(await bodiesWithProfiles(database, on));
}

/** The body of this id or short name (any case). */
export async function findBody(database: Database, idOrName: string): Promise<Result<StoredBody, Problem>> {
  const bodies = await allBodies(database);
  const found = bodies.find((body) => body.id === idOrName || body.shortName.toLowerCase() === idOrName.toLowerCase());
  return found === undefined
    ? failed(
        problem(
          'not-found',
          `There is no code body “${idOrName}” on record. Those on record are: ${bodies.map((body) => body.shortName).join(', ') || 'none yet'}.`,
        ),
      )
    : ok(found);
}

/** A body with its profile in force on the civil date. */
export async function findBodyWithProfile(
  database: Database,
  idOrName: string,
  on: CivilDate,
): Promise<Result<BodyWithProfile, Problem>> {
  const body = await findBody(database, idOrName);
  if (body.kind === 'failed') return body;
  const profile = profileOn(await profilesOf(database, body.value.id), on);
  return profile === null
    ? failed(
        problem(
          'not-found',
          `${body.value.shortName} has no profile in force on ${on}. Add one that starts on or before that day.`,
        ),
      )
    : ok({ body: body.value, profile });
}

/** A release day as pages show it: on record, or only computed from the body's rules. */
export interface ReleaseShown {
  /** Null for a computed day that is not on record. */
  readonly id: string | null;
  readonly body: string;
  readonly name: string;
  readonly date: CivilDate;
  readonly kind: ReleaseKind;
  readonly computed: boolean;
  readonly note: string;
  readonly version: number | null;
}

/**
 * Release days of a body (all bodies without one) from one civil date to another, both included: those on record, and
 * those its profiles' rules give on days with none on record. Each rule counts only while its profile is in force.
 */
export async function releaseDaysBetween(
  database: Database,
  range: { readonly from: CivilDate; readonly to: CivilDate },
  bodyId?: string,
): Promise<ReleaseShown[]> {
  const recorded = (await releasesOf(database, bodyId)).filter(
    (release) => release.date >= range.from && release.date <= range.to,
  );
  const shown: ReleaseShown[] = recorded.map(({ bodyId: _body, ...release }) => ({ ...release, computed: false }));
  for (const profile of await profilesOf(database, bodyId)) {
    for (const day of daysUnder(profile, range)) {
      if (recorded.some((release) => release.body === profile.body && release.date === day.date)) continue;
      shown.push({ id: null, body: profile.body, ...day, computed: true, note: '', version: null });
    }
  }
  return shown.sort((a, b) => (a.date === b.date ? (a.body < b.body ? -1 : 1) : a.date < b.date ? -1 : 1));
}

const daysUnder = (profile: Profile, range: { readonly from: CivilDate; readonly to: CivilDate }) => {
  const from = profile.effectiveFrom > range.from ? profile.effectiveFrom : range.from;
  const to = profile.effectiveTo !== null && profile.effectiveTo < range.to ? profile.effectiveTo : range.to;
  return from > to ? [] : releaseDays(profile.releaseRules, from, to);
};

/** A year back and two years on from a day: the range of releases shown where none is asked for. */
export const usualReleaseRange = (today: CivilDate): { from: CivilDate; to: CivilDate } => ({
  from: addDays(today, -365),
  to: addDays(today, 730),
});
