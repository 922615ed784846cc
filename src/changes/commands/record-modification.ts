/** Recording a modification as a source tells it: created or brought up to date, and nothing written when nothing differs. */
import type { BodyWithProfile } from '../../codes/model/knowledge.ts';
import { printedReference, sortableReferenceKey } from '../../codes/model/references.ts';
import { isInFlight, stageOrder } from '../../codes/model/shared-stage.ts';
import { findBodyWithProfile } from '../../codes/queries.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { ADDED } from '../../platform/record/description.ts';
import { addRow, editRow } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import type { Reference } from '../../values/reference.ts';
import { ok, type Result } from '../../values/result.ts';
import type { ModificationInput, Recorded } from '../model/input.ts';
import type { Modification, ModificationKind } from '../model/modification.ts';
import { findModificationByReference } from '../queries/find.ts';
import { decisionsOf, modificationById } from '../store/modifications.ts';
import { isSameEvent, writeDecision } from './decisions.ts';
import { changedColumns, DERIVED, NOTHING_YET } from './fields.ts';
import { UPDATES, writeDates, writePositions, writeUpdates } from './record-parts.ts';
import { writeRelations } from './record-relations.ts';
import { touch } from './touch.ts';

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
