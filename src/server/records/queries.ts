/** Questions about records of any kind: what they are called, and what a reference may stand for. */
import { resolveReference } from '../../changes/queries.ts';
import { actionNamed, decisionNamed, meetingNamed } from '../../meetings/lookup.ts';
import { findGroup } from '../../meetings/store/groups.ts';
import { findChangeRequest } from '../../plan/store/change-requests.ts';
import { findMilestone } from '../../plan/store/milestones.ts';
import { findRisk } from '../../plan/store/risks.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { NamedRecord, RecordKey } from './model.ts';
import { NAMES } from './store.ts';

/** The names of these records, in the order of the keys; those unknown now (or at that moment) are left out. */
export async function nameRecords(database: Database, keys: readonly RecordKey[]): Promise<NamedRecord[]> {
  const found = new Map<string, NamedRecord>();
  for (const kind of new Set(keys.map((key) => key.kind))) {
    const namesOf = Object.hasOwn(NAMES, kind) ? NAMES[kind] : undefined;
    if (namesOf === undefined) continue;
    const ids = keys.filter((key) => key.kind === kind).map((key) => key.id);
    for (const name of await namesOf(database, ids)) found.set(`${kind}:${name.id}`, { kind, ...name });
  }
  return keys.flatMap((key) => found.get(`${key.kind}:${key.id}`) ?? []);
}

/**
 * Every record of any kind that the words may name, exact references only: `R0044` may be changes of two bodies and
 * `CR12` the programme's request. Changes come first, as people ask for them most.
 */
export async function resolveWords(database: Database, words: string, on: CivilDate): Promise<NamedRecord[]> {
  const wanted = words.trim();
  const changes = await resolveReference(database, wanted, on);
  const keys: RecordKey[] = [];
  const add = (kind: string, record: { readonly id: string } | null): void => {
    if (record !== null) keys.push({ kind, id: record.id });
  };
  add('group', await findGroup(database, wanted));
  for (const [kind, named] of [
    ['meeting', meetingNamed],
    ['action', actionNamed],
    ['decision', decisionNamed],
  ] as const) {
    const found = await named(database, wanted);
    add(kind, found.kind === 'ok' ? found.value : null);
  }
  add('milestone', await findMilestone(database, wanted));
  add('change-request', await findChangeRequest(database, wanted));
  add('risk', await findRisk(database, wanted));
  return [...changes, ...(await nameRecords(database, keys))];
}
