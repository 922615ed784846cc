/**
 * Writes a whole pack into the record, in one command, and tells what that did, record by record.
 *
 * What was created or changed is not what the steps claim but what the database remembers of this very entry: the
 * history that the triggers wrote. The same function run and rolled back is therefore an exact preview.
 */
import type { PackContents } from '../../formats/pack/model.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { ADDED, changesOf, type RecordChange } from '../../platform/record/description.ts';
import { ok, type Result } from '../../values/result.ts';
import { sumOutcomes, type AcceptOutcome, type RecordOutcome } from '../model.ts';
import { fieldsOf, titleOf } from '../record-fields.ts';
import { entryBefore, insertProvenance, type NewProvenance } from '../store/provenance.ts';
import type { Applied, ApplyStep } from './applied.ts';
import { applyHorizon, applyIssues, applyModifications } from './changes.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import {
  applyActions,
  applyAgenda,
  applyAttachments,
  applyMeeting,
  applyNextMeetings,
  applyRecommendations,
  applyUpdates,
} from './meeting.ts';
import {
  applyAssumptions,
  applyChangeRequests,
  applyDeliverables,
  applyFreezeOptions,
  applyMilestones,
  applyRisks,
  applyStatusSummary,
} from './plan.ts';

/** In the order in which records depend on each other: what is spoken of before what speaks of it. */
const STEPS: readonly ApplyStep[] = [
  applyMeeting,
  applyModifications,
  applyIssues,
  applyHorizon,
  applyMilestones,
  applyChangeRequests,
  applyRisks,
  applyDeliverables,
  applyFreezeOptions,
  applyStatusSummary,
  applyAssumptions,
  applyActions,
  applyUpdates,
  applyRecommendations,
  applyAttachments,
  applyNextMeetings,
  applyAgenda,
];

/** Accepts corrected contents; a step that cannot write is a problem, and then nothing of the pack is written. */
export async function acceptPack(
  context: CommandContext,
  intakeId: string,
  contents: PackContents,
): Promise<Result<AcceptOutcome, Problem>> {
  const applied: Applied[] = [];
  const written = new Map<string, Applied>();
  for (const step of STEPS) {
    const done = await step({ context, contents, intakeId, written });
    if (done.kind === 'failed') return done;
    applied.push(...done.value);
    // The first record that a part of the pack went to is the one it is known by.
    for (const one of done.value) if (!written.has(one.source.key)) written.set(one.source.key, one);
  }
  await insertProvenance(context.database, intakeId, applied.flatMap(provenanceFrom));
  return ok(sumOutcomes(await outcomesOf(context, applied)));
}

function provenanceFrom({ source, kind, id }: Applied): NewProvenance[] {
  const whole = {
    recordKind: kind,
    recordId: id,
    field: source.key,
    start: source.span.start,
    end: source.span.end,
    raw: '',
  };
  const fields = fieldsOf(source).map((field) => ({
    recordKind: kind,
    recordId: id,
    field: `${source.key} ${field.path}`,
    start: field.span.start,
    end: field.span.end,
    raw: field.raw,
  }));
  return [whole, ...fields];
}

async function outcomesOf(context: CommandContext, applied: readonly Applied[]): Promise<RecordOutcome[]> {
  const period = { after: await entryBefore(context.database, context.entry), until: context.at };
  const changes = new Map<string, readonly RecordChange[]>();
  for (const kind of new Set(applied.map((one) => one.kind))) {
    const description = DESCRIPTIONS.get(kind);
    if (description === undefined) throw new Error(`Intake writes records of kind ${kind}, which nobody has described`);
    const ids = [...new Set(applied.filter((one) => one.kind === kind).map((one) => one.id))];
    for (const [id, list] of await changesOf(context.database, description, period, ids))
      changes.set(`${kind} ${id}`, list);
  }
  const seen = new Set<string>();
  return applied.flatMap(({ source, kind, id }) => {
    const record = `${kind} ${id}`;
    if (seen.has(record)) return [];
    seen.add(record);
    const list = changes.get(record) ?? [];
    const created = list.some((change) => change.field === ADDED);
    return [
      {
        key: source.key,
        kind,
        id,
        title: titleOf(source),
        outcome: created ? ('created' as const) : list.length > 0 ? ('updated' as const) : ('unchanged' as const),
        changes: created ? [] : list.map(({ label, before, after }) => ({ label, before, after })),
      },
    ];
  });
}
