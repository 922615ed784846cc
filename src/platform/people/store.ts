/** People and their sessions. Accounts with passwords and single sign-on come later; a session is already what it will be. */
import crypto from 'node:crypto';
import type { Database, DatabaseTransaction } from '../database/tables.ts';
import type { Actor } from '../policy/policy.ts';

declare module '../database/tables.ts' {
  interface Tables {
    person: RecordColumns & {
      name: string;
      roles: Json<readonly import('../policy/policy.ts').Role[]>;
      organisation: string;
    };
    session: { token_sha256: string; person_id: string; created_at: Instant; expires_at: Instant };
    programme: RecordColumns & { name: string; short_name: string; sample: boolean; standing_date: string | null };
  }
}

export interface Person extends Actor {
  readonly organisation: string;
}

export interface Programme {
  readonly name: string;
  readonly shortName: string;
  readonly sample: boolean;
  /** Civil date on which a sample programme stands still; null for a live one. */
  readonly standingDate: string | null;
}

/** How long a sign-in lasts, in days. */
const SESSION_DAYS = 14;

/** Only the hash of a session's token is kept: a stolen backup signs nobody in. */
const hashOf = (token: string): string => crypto.createHash('sha256').update(token).digest('hex');

/** Everybody who can sign in, by name. */
export async function people(database: Database): Promise<Person[]> {
  const rows = await database
    .selectFrom('person')
    .select(['id', 'name', 'roles', 'organisation'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, roles: row.roles }));
}

/** Adds a person or sets their name, roles and organisation. */
export async function recordPerson(transaction: DatabaseTransaction, person: Person): Promise<void> {
  const values = { name: person.name, roles: JSON.stringify(person.roles), organisation: person.organisation };
  await transaction
    .insertInto('person')
    .values({ id: person.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** Signs a person in; returns the token, which is kept nowhere. Null when there is no such person. */
export async function openSession(database: Database, personId: string, now: Date): Promise<string | null> {
  const person = await database.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  if (person === undefined) return null;
  const token = crypto.randomBytes(32).toString('base64url');
  const expires = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  await database
    .insertInto('session')
    .values({
      token_sha256: hashOf(token),
      person_id: personId,
      created_at: now.toISOString(),
      expires_at: expires.toISOString(),
    })
    .execute();
  return token;
}

/** The person of a session that has not expired; null otherwise. */
export async function personOfSession(database: Database, token: string, now: Date): Promise<Person | null> {
  const row = await database
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.roles', 'person.organisation'])
    .where('session.token_sha256', '=', hashOf(token))
    .where('session.expires_at', '>', now.toISOString())
    .executeTakeFirst();
  return row === undefined ? null : { ...row, roles: row.roles };
}

/** Ends a session. */
export async function closeSession(database: Database, token: string): Promise<void> {
  await database.deleteFrom('session').where('token_sha256', '=', hashOf(token)).execute();
}

/** The programme that the record is of; null in a blank record. */
export async function programme(database: Database): Promise<Programme | null> {
  const row = await database
    .selectFrom('programme')
    .select(['name', 'short_name as shortName', 'sample', 'standing_date as standingDate'])
    .executeTakeFirst();
  return row ?? null;
}

/** Sets the programme's name and standing. */
export async function recordProgramme(transaction: DatabaseTransaction, value: Programme): Promise<void> {
  const values = {
    name: value.name,
    short_name: value.shortName,
    sample: value.sample,
    standing_date: value.standingDate,
  };
  await transaction
    .insertInto('programme')
    .values({ id: 'programme', ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}
