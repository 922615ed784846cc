/** Recording a modification as a source tells it: created or brought up to date, and nothing written when nothing differs. */
import type { BodyWithProfile } from '../../codes/model/knowledge.ts';
import { printedReference, readReference, sortableReferenceKey, type Grammar } from '../../codes/model/references.ts';
import { isInFlight, stageOrder } from '../../codes/model/shared-stage.ts';
import { bodiesWithProfiles, findBodyWithProfile, grammarsOf } from '../../codes/queries.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { ADDED } from '../../platform/record/description.ts';
import { addRow, editRow, removeRow } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import type { PartialDate } from '../../values/partial-date.ts';
import type { Reference } from '../../values/reference.ts';
import { ok, type Result } from '../../values/result.ts';
import type { DateInput, ModificationInput, Recorded, RelationInput, UpdateInput } from '../model/input.ts';
import type { Modification, ModificationKind } from '../model/modification.ts';
import { findModificationByReference } from '../queries/find.ts';
import { datesOf, decisionsOf, modificationById, positionsOf, relationsOf, updatesOf } from '../store/modifications.ts';
import { isSameEvent, writeDecision } from './decisions.ts';
import { changedColumns, DERIVED, NOTHING_YET } from './fields.ts';
import { touch } from './touch.ts';

const UPDATES = 'modification_update';

/** JSON columns give their keys back in an order of their own, so dates are compared value by value. */
const sameDate = (a: PartialDate, b: PartialDate): boolean =>
  a.raw === b.raw &&
  a.precision === b.precision &&
  a.earliest === b.earliest &&
  a.latest === b.latest &&
  a.doubtful === b.doubtful &&
  a.milestone === b.milestone;

/**
 * Records a modification by its reference: created when it (and any issue it was carried over from) is not on record,
 * updated where the input differs, else left untouched. Fields left out stay as they are. Dated updates, relations and
 * decisions are added only when new; recording the same input twice writes nothing the second time.
 */
export async function recordModification(
  context: CommandContext,
  input: ModificationInput,
): Promise<Result<Recorded, Problem>> {
  const body = await findBodyWithProfile(context.database, input.reference.body, context.at.slice(0, 10));
  if (body.kind === 'failed') return body;
  const changed = new Set<string>();
  const found = await presentOrCarriedOver(context, input, body.value, changed);
  const { id } = found ?? (await create(context, input, body.value, changed));
  // Decisions first, then the body's word: a word said now is later than a decision told in the same breath.
  const decided = await writeDecisions(context, id, input, body.value, changed);
  if (decided.kind === 'failed') return decided;
  const present = await mustFind(context, id);
  const columns = changedColumns(withTitle(input, present), present, body.value.profile);
  for (const column of Object.keys(columns)) if (!DERIVED.includes(column)) changed.add(column);
  await writeDates(context, id, input.dates ?? [], changed);
  await writePositions(context, id, input, changed);
  await writeRelations(context, present, input.relations ?? [], changed);
  const told = await writeUpdates(context, id, input.updates ?? [], changed);
  // That somebody looked and found nothing new is kept, and moves nothing.
  if (told || [...changed].some((field) => field !== UPDATES)) await touch(context, id, columns);
  const outcome = changed.has(ADDED) ? 'created' : changed.size === 0 ? 'unchanged' : 'updated';
  return ok({ outcome, id, changedFields: [...changed] });
}

/** A change whose source gives no title is called by its reference until one is known. */
const withTitle = (input: ModificationInput, present: Modification): ModificationInput =>
  input.title !== undefined || present.title !== '' ? input : { ...input, title: present.reference };

function kindOf(input: ModificationInput, { profile }: BodyWithProfile): ModificationKind {
  if (input.kind !== undefined) return input.kind;
  const scheme = profile.schemes.find((candidate) => candidate.scheme === input.reference.scheme);
  if (scheme?.stands === 'issue') return 'issue';
  return scheme?.names === 'change proposal' ? 'change-proposal' : 'modification';
}

const referenceColumns = (reference: Reference, { profile }: BodyWithProfile) => ({
  scheme: reference.scheme,
  number: reference.number,
  suffix: reference.suffix,
  reference: printedReference(profile, reference),
  reference_key: sortableReferenceKey(reference),
});

async function create(
  context: CommandContext,
  input: ModificationInput,
  body: BodyWithProfile,
  changed: Set<string>,
): Promise<Modification> {
  const id = newId('modification');
  changed.add(ADDED);
  await addRow(context.database, 'modification', {
    id,
    body_id: body.body.id,
    ...referenceColumns(input.reference, body),
    kind: kindOf(input, body),
    title: NOTHING_YET.title,
    stage_order: stageOrder(null),
    in_flight: isInFlight(null, null),
    impact_value: NOTHING_YET.impact,
    moved_at: context.at,
  });
  return mustFind(context, id);
}

async function mustFind(context: CommandContext, id: string): Promise<Modification> {
  const found = await modificationById(context.database, id);
  if (found === null) throw new Error(`Modification ${id} vanished within a command`);
  return found;
}

async function presentOrCarriedOver(
  context: CommandContext,
  input: ModificationInput,
  body: BodyWithProfile,
  changed: Set<string>,
): Promise<Modification | null> {
  const present = await findModificationByReference(context.database, input.reference);
  const carriedFrom = input.carriedFrom ?? null;
  if (carriedFrom === null) return present;
  const issue = await findModificationByReference(context.database, carriedFrom);
  // Already one record, or nothing to carry over but the old name.
  if (issue !== null && present !== null && issue.id === present.id) return present;
  if (issue === null) {
    const bearer = present ?? (await create(context, input, body, changed));
    await keepFormerReference(context, bearer.id, carriedFrom, body, changed);
    return bearer;
  }
  if (present !== null) {
    if (issue.overlay === 'superseded') return present;
    await touch(context, issue.id, { overlay: 'superseded', in_flight: false });
    changed.add('superseded-issue');
    return present;
  }
  const edited = await editRow(context.database, 'modification', issue.id, issue.version, {
    ...referenceColumns(input.reference, body),
    kind: kindOf(input, body),
  });
  if (edited.kind === 'failed') throw new Error(edited.failure.detail);
  await keepFormerReference(context, issue.id, carriedFrom, body, changed);
  changed.add('reference');
  return mustFind(context, issue.id);
}

async function keepFormerReference(
  context: CommandContext,
  id: string,
  former: Reference,
  { profile }: BodyWithProfile,
  changed: Set<string>,
): Promise<void> {
  await addRow(context.database, 'modification_former_reference', {
    id: newId('former'),
    modification_id: id,
    reference: printedReference(profile, former),
    reference_key: sortableReferenceKey(former),
    note: 'carried over',
  });
  changed.add('modification_former_reference');
}

async function writeDates(
  context: CommandContext,
  id: string,
  inputs: readonly DateInput[],
  changed: Set<string>,
): Promise<void> {
  if (inputs.length === 0) return;
  const present = await datesOf(context.database, id);
  for (const type of new Set(inputs.map((input) => input.type))) {
    const there = present.filter((date) => date.type === type);
    const wanted = inputs.filter((input) => input.type === type);
    for (const [position, input] of wanted.entries()) {
      const row = there[position];
      const values = {
        qualifier: input.qualifier ?? '',
        date: input.date,
        earliest: input.date.earliest,
        latest: input.date.latest,
        note: input.note ?? '',
      };
      if (row === undefined) {
        await addRow(context.database, 'modification_date', {
          id: newId('date'),
          modification_id: id,
          type,
          position,
          ...values,
        });
      } else if (sameDate(row.date, input.date) && row.qualifier === values.qualifier && row.note === values.note) {
        continue;
      } else {
        const edited = await editRow(context.database, 'modification_date', row.id, row.version, values);
        if (edited.kind === 'failed') throw new Error(edited.failure.detail);
      }
      changed.add('modification_date');
    }
    for (const row of there.slice(wanted.length)) {
      await removeRow(context.database, 'modification_date', row.id);
      changed.add('modification_date');
    }
  }
}

async function writePositions(
  context: CommandContext,
  id: string,
  input: ModificationInput,
  changed: Set<string>,
): Promise<void> {
  if (input.positions === undefined) return;
  const present = await positionsOf(context.database, id);
  for (const { stakeholder, stance, words = '' } of input.positions) {
    const row = present.find((position) => position.stakeholder === stakeholder);
    if (row === undefined) {
      await addRow(context.database, 'modification_position', {
        id: newId('position'),
        modification_id: id,
        stakeholder,
        stance,
        words,
      });
    } else if (row.stance === stance && row.words === words) {
      continue;
    } else {
      const edited = await editRow(context.database, 'modification_position', row.id, row.version, { stance, words });
      if (edited.kind === 'failed') throw new Error(edited.failure.detail);
    }
    changed.add('modification_position');
  }
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Adds updates that are new. True when one of them tells of a change. */
async function writeUpdates(
  context: CommandContext,
  id: string,
  inputs: readonly UpdateInput[],
  changed: Set<string>,
): Promise<boolean> {
  if (inputs.length === 0) return false;
  const known = (await updatesOf(context.database, id)).map(({ date, words }) => ({ date, words }));
  let told = false;
  for (const { date, words, kind, meetingKey } of inputs) {
    const isKnown = known.some(
      (update) =>
        tidy(update.words) === tidy(words) &&
        update.date.earliest === date.earliest &&
        (date.earliest !== null || update.date.raw === date.raw),
    );
    if (isKnown) continue;
    known.push({ date, words });
    await addRow(context.database, 'modification_update', {
      id: newId('update'),
      modification_id: id,
      date,
      earliest: date.earliest,
      words,
      kind,
      meeting_key: meetingKey ?? null,
    });
    changed.add(UPDATES);
    if (kind === 'change') told = true;
  }
  return told;
}

/**
 * The key a relation's words are read as. Where several bodies' grammars fit, the change's own body is meant, then the
 * one that names a change or issue; null where the words name nothing, or still several things at once.
 */
export async function targetKey(
  input: RelationInput,
  ownBody: string,
  grammars: () => Promise<Grammar[]>,
): Promise<string | null> {
  if (input.target !== undefined) return input.target === null ? null : sortableReferenceKey(input.target);
  const candidates = readReference(await grammars(), input.targetRaw);
  const choices = [
    candidates,
    candidates.filter((one) => one.reference.body === ownBody),
    candidates.filter((one) => one.scheme.stands === 'modification' || one.scheme.stands === 'issue'),
  ];
  const only = choices.find((choice) => choice.length === 1)?.[0];
  return only === undefined ? null : sortableReferenceKey(only.reference);
}

async function writeRelations(
  context: CommandContext,
  modification: Modification,
  inputs: readonly RelationInput[],
  changed: Set<string>,
): Promise<void> {
  if (inputs.length === 0) return;
  const known = (await relationsOf(context.database, modification.id)).map((one) => ({
    relation: one.relation,
    raw: one.targetRaw,
    key: one.targetKey,
  }));
  const grammars = async () => grammarsOf(await bodiesWithProfiles(context.database, context.at.slice(0, 10)));
  for (const input of inputs) {
    const key = await targetKey(input, modification.body, grammars);
    const isKnown = known.some(
      (one) => one.relation === input.relation && (one.raw === input.targetRaw || (key !== null && one.key === key)),
    );
    if (isKnown || key === modification.referenceKey) continue;
    known.push({ relation: input.relation, raw: input.targetRaw, key });
    await addRow(context.database, 'modification_relation', {
      id: newId('relation'),
      modification_id: modification.id,
      relation: input.relation,
      target_raw: input.targetRaw,
      target_key: key,
      note: input.note ?? '',
    });
    changed.add('modification_relation');
  }
}

async function writeDecisions(
  context: CommandContext,
  id: string,
  input: ModificationInput,
  body: BodyWithProfile,
  changed: Set<string>,
): Promise<Result<null, Problem>> {
  for (const decision of input.decisions ?? []) {
    const known = await decisionsOf(context.database, id);
    if (known.some((event) => isSameEvent(event, decision))) continue;
    const present = await mustFind(context, id);
    const route = input.route === undefined ? present.route : input.route;
    const written = await writeDecision(context, { ...present, route }, decision, body.profile);
    if (written.kind === 'failed') return written;
    changed.add('modification_decision');
  }
  return ok(null);
}
