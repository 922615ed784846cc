/** Writes what a pack says about changes in flight: the modifications and issues of the horizon log, and who was silent. */
import { findModificationByReference } from '../../changes/queries.ts';
import { datesOf as modificationDates, positionsOf as presentPositions } from '../../changes/store/modifications.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { recordHorizonReturn } from '../../changes/commands/horizon.ts';
import { recordModification } from '../../changes/commands/record-modification.ts';
import type { DateInput, PositionInput, UpdateInput } from '../../changes/model/input.ts';
import { UNNAMED, type DateType, type Stance } from '../../changes/model/modification.ts';
import type { DecisionDateKind, Mention, PackIssue, PackModification } from '../../formats/pack/model.ts';
import { printReference, referenceKey } from '../../values/reference.ts';
import { ok } from '../../values/result.ts';
import type { Applied, ApplyStep } from './applied.ts';
import { meetingKeyOf } from './meeting-key.ts';

const DATE_TYPES: Readonly<Record<DecisionDateKind, DateType>> = {
  decision: 'decision',
  panel: 'panel',
  authority: 'authority',
  implementation: 'implementation',
};

/** The dates that the cell names, whatever they are worth. */
function datesRead(source: PackModification): DateInput[] {
  const notes = source.footnotes.map((footnote) => footnote.value).join(' ');
  return [
    ...(source.raised === null ? [] : [{ type: 'raised' as const, date: source.raised.value }]),
    ...source.decisionDates.map(({ value }) => ({
      type: DATE_TYPES[value.kind],
      date: value.date,
      ...(value.decider === null ? {} : { qualifier: value.decider }),
      ...(value.kind === 'implementation' && notes !== '' ? { note: notes } : {}),
    })),
  ];
}

/** Words that name no day never take the place of a day that is known: the finding about them asks for the right one. */
async function datesOf(context: CommandContext, source: PackModification): Promise<DateInput[]> {
  const read = datesRead(source);
  if (!read.some(({ date }) => date.precision === 'impossible')) return read;
  const present = await findModificationByReference(context.database, source.reference.value);
  const known =
    present === null
      ? []
      : (await modificationDates(context.database, present.id)).filter(({ date }) => date.earliest !== null);
  return read.filter(({ type, date }) => date.precision !== 'impossible' || !known.some((one) => one.type === type));
}

/** What a sentence about stakeholders says, by its own words; `unknown` where it says nothing definite. */
function stanceOf(words: string): Stance {
  if (/\breject|\boppos|\bchalleng/i.test(words)) return 'opposes';
  if (/\bconcern/i.test(words)) return 'concerned';
  if (/\bsupport/i.test(words)) return 'supports';
  return 'unknown';
}

/** `MEMs and DNOs - supported`: who, and after the dash what they say. */
const NAMED = /^((?:(?!\s[-–—]\s)[^.:;]){2,80}?)\s+[-–—]\s+(.+)$/s;

/** A stance that a person gave stays where the words are the same and tell none by themselves. */
async function positionsOf(context: CommandContext, source: PackModification): Promise<PositionInput[]> {
  const read = positionsRead(source);
  if (!read.some(({ stance }) => stance === 'unknown')) return read;
  const present = await findModificationByReference(context.database, source.reference.value);
  const known = present === null ? [] : await presentPositions(context.database, present.id);
  return read.map((one) => {
    const same = known.find(({ stakeholder, words }) => stakeholder === one.stakeholder && words === one.words);
    return one.stance === 'unknown' && same !== undefined ? { ...one, stance: same.stance } : one;
  });
}

/** Positions are parted by semicolons where each names who holds it; other sentences are about stakeholders at large. */
function positionsRead(source: PackModification): PositionInput[] {
  const words = source.positions?.value ?? '';
  if (words === '' || /^(?:tbc|n\/a|none)$/i.test(words)) return [];
  const named: PositionInput[] = [];
  const unnamed: string[] = [];
  for (const part of words.split(/;\s+/)) {
    const [, stakeholder, said] = NAMED.exec(part) ?? [];
    if (stakeholder === undefined || said === undefined) unnamed.push(part);
    else named.push({ stakeholder: stakeholder.trim(), stance: stanceOf(said), words: said.trim() });
  }
  const rest = unnamed.join('; ');
  return rest === '' ? named : [{ stakeholder: UNNAMED, stance: stanceOf(rest), words: rest }, ...named];
}

const relationsOf = (mentions: readonly Mention[]) =>
  mentions
    .filter((mention) => mention.names !== 'risk')
    .map((mention) => ({
      relation: 'mentions' as const,
      targetRaw: printReference(mention.value),
      target: mention.value,
    }));

export const applyModifications: ApplyStep = async ({ context, contents }) => {
  const applied: Applied[] = [];
  const meetingKey = meetingKeyOf(contents);
  for (const source of contents.modifications) {
    const updates: UpdateInput[] = source.updates.map(({ value }) => ({
      date: value.date,
      words: value.words,
      kind: value.noChange ? 'no-change' : 'change',
      meetingKey,
    }));
    const recorded = await recordModification(context, {
      reference: source.reference.value,
      carriedFrom: source.carriedFrom,
      title: source.title.value,
      titleRaw: source.title.raw,
      ...(source.summary === null ? {} : { summary: source.summary.value }),
      ...(source.status === null ? {} : { stageRaw: source.status.raw }),
      ...(source.impact === null ? {} : impactOf(source.impact)),
      dates: await datesOf(context, source),
      ...(source.positions === null ? {} : { positions: await positionsOf(context, source) }),
      updates,
      relations: relationsOf(source.mentions),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'modification', id: recorded.value.id });
  }
  return ok(applied);
};

function impactOf(impact: NonNullable<PackModification['impact']>) {
  const { value, reason } = impact.value;
  return {
    impactRaw: impact.raw,
    ...(value === null ? {} : { impact: value }),
    ...(reason === null ? {} : { impactReasons: [reason] }),
  };
}

export const applyIssues: ApplyStep = async ({ context, contents }) => {
  const applied: Applied[] = [];
  for (const source of contents.issues) {
    const recorded = await recordModification(context, {
      reference: source.reference.value,
      kind: 'issue',
      title: source.title.value,
      titleRaw: source.title.raw,
      ...(source.status === null ? {} : { stageRaw: source.status.raw }),
      ...(source.impact === null ? {} : impactOf(source.impact)),
      relations: [...relationsOf(source.mentions), ...unclaimed(source)],
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'modification', id: recorded.value.id });
  }
  return ok(applied);
};

/** References that nobody's scheme explains are kept as words: a person says whose they are. */
const unclaimed = (source: PackIssue) =>
  source.otherReferences.map((other) => ({ relation: 'mentions' as const, targetRaw: other.value, target: null }));

/** The month's returns: what each code body named, and which were silent. */
export const applyHorizon: ApplyStep = async ({ context, contents }) => {
  const source = contents.horizon;
  const period = meetingKeyOf(contents);
  if (source === null || period === null) return ok([]);
  const byKey = new Map<string, PackModification | PackIssue>(
    [...contents.modifications, ...contents.issues].map((change) => [change.key, change]),
  );
  const applied: Applied[] = [];
  for (const one of source.returns) {
    const entries = [...one.modifications, ...one.issues].flatMap((key) => {
      const change = byKey.get(key);
      if (change === undefined) return [];
      return [
        { reference: change.reference.value, ...(change.status === null ? {} : { stageRaw: change.status.raw }) },
      ];
    });
    const recorded = await recordHorizonReturn(context, {
      body: one.body,
      period,
      ...(contents.meeting?.date == null ? {} : { periodDate: contents.meeting.date.value }),
      state: one.silent ? 'silent' : 'returned',
      ...(source.date === null ? {} : { logDate: source.date.value }),
      entries: [...new Map(entries.map((entry) => [referenceKey(entry.reference), entry])).values()],
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'horizon-return', id: recorded.value.id });
  }
  return ok(applied);
};
