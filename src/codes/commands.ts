/** What people do with code bodies: add and edit them, correct a profile, begin a new one, keep releases. */
import { addDays, isCivilDate, printCivilDate, type CivilDate } from '../values/partial-date.ts';
import { failed, ok, type Result } from '../values/result.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import type { CommandContext } from '../platform/record/command.ts';
import { addRow, editRow, removeRow } from '../platform/record/edit.ts';
import { newId } from '../platform/record/identity.ts';
import { DEFAULT_BODIES } from './default-profiles/index.ts';
import { type CodeBody, type Profile, type ProfileContent, type ReleaseKind } from './model/profile.ts';
import { profileFaults } from './model/validate-profile.ts';
import { findBody } from './queries.ts';
import { allBodies, profileColumns, profilesOf, releasesOf } from './store.ts';

export type NewBody = Omit<CodeBody, 'id'>;

/** Adds a code body; its short name must be new. Returns its id. */
export async function addBody(context: CommandContext, input: NewBody): Promise<Result<string, Problem>> {
  if (!/^[A-Za-z][A-Za-z0-9]{0,11}$/.test(input.shortName))
    return failed(
      problem(
        'invalid-value',
        'The short name is printed in every reference: give 1 to 12 letters and digits, a letter first.',
      ),
    );
  const there = await allBodies(context.database);
  if (there.some((body) => body.shortName.toLowerCase() === input.shortName.toLowerCase()))
    return failed(problem('already-there', `There is a code body ${input.shortName} already. Edit that one.`));
  const id = newId('code-body');
  await addRow(context.database, 'code_body', {
    id,
    short_name: input.shortName,
    name: input.name,
    administrator: input.administrator,
    aliases: input.aliases,
    kind: input.kind,
    expected_in_horizon: input.expectedInHorizon,
    position: input.position,
  });
  return ok(id);
}

/** Edits a body in place; its short name stays, since every reference is printed with it. Returns the new version. */
export async function editBody(
  context: CommandContext,
  idOrName: string,
  ifMatch: number | null,
  patch: Partial<Omit<NewBody, 'shortName'>>,
): Promise<Result<number, Problem>> {
  const body = await findBody(context.database, idOrName);
  if (body.kind === 'failed') return body;
  return editRow(context.database, 'code_body', body.value.id, ifMatch, {
    name: patch.name,
    administrator: patch.administrator,
    aliases: patch.aliases,
    kind: patch.kind,
    expected_in_horizon: patch.expectedInHorizon,
    position: patch.position,
  });
}

function checked(content: ProfileContent): Result<null, Problem> {
  const faults = profileFaults(content);
  return faults.length === 0
    ? ok(null)
    : failed(
        problem(
          'invalid-value',
          `The profile cannot be used as it is: ${faults.map((fault) => fault.message).join(' ')}`,
          faults,
        ),
      );
}

const exists = (day: CivilDate): boolean => isCivilDate(day);

const noSuchDay = (words: string): Problem =>
  problem('invalid-value', `“${words}” is no day of the calendar. Give it as YYYY-MM-DD.`);

/**
 * Begins a new profile of a body from a civil date on: the one before it ends the day before. Returns the profile's id.
 * Refused (`already-there`) when a profile starts on that day or later: that one is to be corrected instead.
 */
export async function addProfile(
  context: CommandContext,
  idOrName: string,
  effectiveFrom: CivilDate,
  content: ProfileContent,
): Promise<Result<string, Problem>> {
  const body = await findBody(context.database, idOrName);
  if (body.kind === 'failed') return body;
  if (!exists(effectiveFrom)) return failed(noSuchDay(effectiveFrom));
  const valid = checked(content);
  if (valid.kind === 'failed') return valid;
  const latest = (await profilesOf(context.database, body.value.id))[0];
  if (latest !== undefined && latest.effectiveFrom >= effectiveFrom)
    return failed(
      problem(
        'already-there',
        `${body.value.shortName} already has a profile that starts on ${printCivilDate(latest.effectiveFrom)}. ` +
          'Correct that one, or begin the new one on a later day.',
      ),
    );
  if (latest !== undefined && (latest.effectiveTo === null || latest.effectiveTo >= effectiveFrom)) {
    const ended = await editRow(context.database, 'code_body_profile', latest.id, latest.version, {
      effective_to: addDays(effectiveFrom, -1),
    });
    if (ended.kind === 'failed') return ended;
  }
  const id = newId('profile');
  await addRow(context.database, 'code_body_profile', {
    id,
    body_id: body.value.id,
    effective_from: effectiveFrom,
    ...profileColumns(content),
  });
  return ok(id);
}

/** Corrects a profile in place: what it says now is what always should have been said of its period. */
export async function correctProfile(
  context: CommandContext,
  idOrName: string,
  profileId: string,
  ifMatch: number | null,
  patch: Partial<ProfileContent>,
): Promise<Result<number, Problem>> {
  const present = await profileNamed(context, idOrName, profileId);
  if (present.kind === 'failed') return present;
  const content: ProfileContent = { ...present.value, ...patch };
  const valid = checked(content);
  if (valid.kind === 'failed') return valid;
  return editRow(context.database, 'code_body_profile', profileId, ifMatch, profileColumns(content));
}

async function profileNamed(
  context: CommandContext,
  idOrName: string,
  profileId: string,
): Promise<Result<Profile, Problem>> {
  const body = await findBody(context.database, idOrName);
  if (body.kind === 'failed') return body;
  const found = (await profilesOf(context.database, body.value.id)).find((profile) => profile.id === profileId);
  return found === undefined
    ? failed(problem('not-found', `${body.value.shortName} has no such profile. Go back to the code body’s page.`))
    : ok(found);
}

export interface NewRelease {
  readonly name: string;
  readonly date: CivilDate;
  readonly kind: ReleaseKind;
  readonly note: string;
}

/**
 * Records a release of a body. Idempotent: a release of that name and date already on record is brought to the kind
 * and note given, and nothing is written when it has them. Returns its id and what was done.
 */
export async function recordRelease(
  context: CommandContext,
  idOrName: string,
  input: NewRelease,
): Promise<Result<{ id: string; outcome: 'created' | 'updated' | 'unchanged' }, Problem>> {
  const body = await findBody(context.database, idOrName);
  if (body.kind === 'failed') return body;
  if (!exists(input.date)) return failed(noSuchDay(input.date));
  const there = (await releasesOf(context.database, body.value.id)).find(
    (release) => release.name === input.name && release.date === input.date,
  );
  if (there !== undefined) {
    const edited = await editRow(context.database, 'code_release', there.id, there.version, {
      kind: input.kind,
      note: input.note,
    });
    if (edited.kind === 'failed') return edited;
    return ok({ id: there.id, outcome: edited.value === there.version ? 'unchanged' : 'updated' });
  }
  const id = newId('release');
  await addRow(context.database, 'code_release', { id, body_id: body.value.id, ...input });
  return ok({ id, outcome: 'created' });
}

/** Edits a release in place. Returns the new version. */
export async function editRelease(
  context: CommandContext,
  releaseId: string,
  ifMatch: number | null,
  patch: Partial<NewRelease>,
): Promise<Result<number, Problem>> {
  return editRow(context.database, 'code_release', releaseId, ifMatch, { ...patch });
}

/** Removes a release from the record; its history stays. */
export const removeRelease = (context: CommandContext, releaseId: string): Promise<Result<null, Problem>> =>
  removeRow(context.database, 'code_release', releaseId);

/**
 * Loads the bodies and profiles that a new record starts with. Bodies that are there already are left as they are, so
 * that nothing corrected is ever overwritten. Returns the short names of the bodies added.
 */
export async function loadDefaultProfiles(context: CommandContext): Promise<Result<readonly string[], Problem>> {
  const there = new Set((await allBodies(context.database)).map((body) => body.shortName));
  const added: string[] = [];
  for (const body of DEFAULT_BODIES) {
    if (there.has(body.shortName)) continue;
    const id = await addBody(context, body);
    if (id.kind === 'failed') return id;
    const profile = await addProfile(context, body.shortName, body.effectiveFrom, body.profile);
    if (profile.kind === 'failed') return profile;
    added.push(body.shortName);
  }
  return ok(added);
}
