import type { Selectable } from 'kysely';
import type { Database, Tables } from '../../platform/database/tables.ts';
import { normalised } from '../model/likeness.ts';
import { printRisk, riskNumber, type Mitigation, type Risk } from '../model/risk.ts';
import './tables.ts';

const fromRow = (row: Selectable<Tables['risk']>): Risk => ({
  kind: 'risk',
  id: row.id,
  version: row.version,
  reference: printRisk(row.number),
  number: row.number,
  type: row.type,
  identifier: row.identifier,
  description: row.description,
  cause: row.cause,
  effect: row.effect,
  rag: row.rag,
  ratingRaw: row.rating_raw,
  owner: row.owner,
  reviewDate: row.review_date,
  state: row.state,
  source: row.source,
});

/** All risks and issues by number. */
export async function allRisks(database: Database): Promise<Risk[]> {
  const rows = await database.selectFrom('risk').selectAll().orderBy('number').execute();
  return rows.map(fromRow);
}

/** By opaque id or reference (`R-001`, `R1`); null when there is none. */
export async function findRisk(database: Database, idOrReference: string): Promise<Risk | null> {
  const number = riskNumber(idOrReference);
  const row = await database
    .selectFrom('risk')
    .selectAll()
    .where((where) => (number === null ? where('id', '=', idOrReference) : where('number', '=', number)))
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** By natural key: the source's own identifier where it gives one, else the description's normalised words. */
export async function findRiskByKey(
  database: Database,
  given: { readonly identifier?: string | null; readonly description: string },
): Promise<Risk | null> {
  const identifier = given.identifier ?? null;
  const rows = await database
    .selectFrom('risk')
    .selectAll()
    .where((where) =>
      where.or([
        where('description_key', '=', normalised(given.description)),
        ...(identifier === null ? [] : [where('identifier', '=', identifier)]),
      ]),
    )
    .orderBy('number')
    .execute();
  const row = rows.find((one) => identifier !== null && one.identifier === identifier) ?? rows[0];
  return row === undefined ? null : fromRow(row);
}

/** What is done against the risks, in order, by risk id. */
export async function mitigationsOf(
  database: Database,
  riskIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Mitigation[]>> {
  const result = new Map<string, Mitigation[]>(riskIds.map((id) => [id, []]));
  if (riskIds.length === 0) return result;
  const rows = await database
    .selectFrom('risk_mitigation')
    .select(['id', 'risk_id', 'text', 'done'])
    .where('risk_id', 'in', [...riskIds])
    .orderBy('position')
    .orderBy('id')
    .execute();
  for (const { risk_id, ...mitigation } of rows) result.get(risk_id)?.push(mitigation);
  return result;
}
