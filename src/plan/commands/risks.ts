/** What people, and papers read in, do to risks and issues. */
import { failed, ok, type Result } from '../../values/result.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow, removeRow, versionOf, type ColumnPatch } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import { normalised } from '../model/likeness.ts';
import { readCauseAndEffect, readMitigation, type RiskState, type RiskType } from '../model/risk.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { nextNumber } from '../store/next-number.ts';
import { findRisk, findRiskByKey, mitigationsOf } from '../store/risks.ts';
import { addPart, MITIGATIONS, recordParts } from './parts.ts';
import { recorded } from './recorded.ts';

const noRisk = (words: string): Problem =>
  problem('not-found', `There is no risk ${words}. Look for it in the list of risks.`);

/** Fields that a person may change in place, and a source may tell; what is not said is left out. */
export interface RiskFields {
  readonly type?: RiskType | undefined;
  readonly description?: string | undefined;
  readonly cause?: string | null | undefined;
  readonly effect?: string | null | undefined;
  readonly rag?: Rag | undefined;
  /** The rating in the source's words: `Medium Risk`. */
  readonly ratingRaw?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly reviewDate?: CivilDate | null | undefined;
  readonly state?: RiskState | undefined;
}

export interface MitigationRead {
  readonly text: string;
  /** Read from the words (`… - Complete`) when absent. */
  readonly done?: boolean | undefined;
}

export interface RiskRead extends RiskFields {
  readonly description: string;
  /** The identifier the source gives it, where it identifies. */
  readonly identifier?: string | null | undefined;
  readonly mitigations?: readonly MitigationRead[] | undefined;
  /** Where it was read first, in words: `CCAG-12`. */
  readonly source?: string | null | undefined;
}

const columnsOf = (fields: RiskFields): ColumnPatch => ({
  type: fields.type,
  description: fields.description,
  description_key: fields.description === undefined ? undefined : normalised(fields.description),
  cause: fields.cause,
  effect: fields.effect,
  rag: fields.rag,
  rating_raw: fields.ratingRaw,
  owner: fields.owner,
  review_date: fields.reviewDate,
  state: fields.state,
});

/**
 * Adds the risk under the next running reference, or brings the one with the same identifier or words up to date;
 * writes nothing when nothing differs. A new one's cause and effect are read from its description where not given.
 */
export async function recordRisk({ database }: CommandContext, read: RiskRead): Promise<Result<Recorded, Problem>> {
  const present = await findRiskByKey(database, { identifier: read.identifier ?? null, description: read.description });
  const row = await upsertRow(
    database,
    'risk',
    'risk',
    present?.id ?? null,
    { ...columnsOf(read), identifier: read.identifier },
    {
      number: present === null ? await nextNumber(database, 'risk', 'number') : undefined,
      type: 'risk',
      ...readCauseAndEffect(read.description),
      source: read.source,
    },
  );
  const known = (await mitigationsOf(database, [row.id])).get(row.id) ?? [];
  const told = (read.mitigations ?? []).map((one) => {
    const { text, done } = readMitigation(one.text);
    return { text, done: one.done ?? done };
  });
  const mitigations = await recordParts(database, MITIGATIONS, row.id, known, told, (one) => ({ ...one }));
  return recorded(row, { mitigations });
}

/** Adds a risk under the next running reference; `already-there` when its words are. Answers its id. */
export async function addRisk(
  { database }: CommandContext,
  fields: RiskFields & { readonly description: string },
): Promise<Result<string, Problem>> {
  const present = await findRiskByKey(database, { description: fields.description });
  if (present !== null)
    return failed(problem('already-there', `${present.reference} already says that. Change that one instead.`));
  const id = newId('risk');
  const number = await nextNumber(database, 'risk', 'number');
  await addRow(database, 'risk', { id, number, ...columnsOf({ type: 'risk', ...fields }) });
  return ok(id);
}

/** Changes fields in place. Answers the new version. */
export async function editRisk(
  { database }: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  fields: RiskFields,
): Promise<Result<number, Problem>> {
  const present = await findRisk(database, idOrReference);
  if (present === null) return failed(noRisk(idOrReference));
  return editRow(database, 'risk', present.id, ifMatch, columnsOf(fields));
}

/** Removes a risk with its mitigations; their history stays. */
export async function removeRisk({ database }: CommandContext, idOrReference: string): Promise<Result<null, Problem>> {
  const present = await findRisk(database, idOrReference);
  return present === null ? failed(noRisk(idOrReference)) : removeRow(database, 'risk', present.id);
}

/** Adds a mitigation at the end. Answers its id. */
export async function addMitigation(
  { database }: CommandContext,
  idOrReference: string,
  one: MitigationRead,
): Promise<Result<string, Problem>> {
  const present = await findRisk(database, idOrReference);
  if (present === null) return failed(noRisk(idOrReference));
  return ok(await addPart(database, MITIGATIONS, present.id, { text: one.text, done: one.done ?? false }));
}

/**
 * Changes a mitigation (ticking it off, mostly) or, with null, removes it. A mitigation is small enough for the last
 * writer to win, so no version is asked for.
 */
export async function changeMitigation(
  { database }: CommandContext,
  idOrReference: string,
  mitigationId: string,
  change: { readonly text?: string | undefined; readonly done?: boolean | undefined } | null,
): Promise<Result<null, Problem>> {
  const present = await findRisk(database, idOrReference);
  if (present === null) return failed(noRisk(idOrReference));
  const own = (await mitigationsOf(database, [present.id])).get(present.id) ?? [];
  if (!own.some((one) => one.id === mitigationId))
    return failed(problem('not-found', `${present.reference} has no such mitigation; it may have been removed.`));
  if (change === null) return removeRow(database, 'risk_mitigation', mitigationId);
  const version = await versionOf(database, 'risk_mitigation', mitigationId);
  const edited = await editRow(database, 'risk_mitigation', mitigationId, version, { ...change });
  return edited.kind === 'failed' ? edited : ok(null);
}
