/** Writes what a pack says about its meeting: the meeting and its agenda, actions, updates, recommendations, papers. */
import type { PackAgendaItem, PackContents, PackSection, UpdateItem } from '../../formats/pack/model.ts';
import { recordAction } from '../../meetings/commands/actions.ts';
import type { AgendaItemInput } from '../../meetings/commands/agenda.ts';
import { recordDecision, type EscalationInput } from '../../meetings/commands/decisions.ts';
import { recordDocumentVersion } from '../../meetings/commands/documents.ts';
import { recordMeeting } from '../../meetings/commands/meetings.ts';
import { recordGroupUpdate, recordMeetingNote } from '../../meetings/commands/record-told.ts';
import type { HeadedItem } from '../../meetings/model/document.ts';
import { findMeetingByReference } from '../../meetings/queries/time.ts';
import { listDecisions } from '../../meetings/store/decisions.ts';
import { agendaOf, groupUpdatesAt, notesOf } from '../../meetings/store/meetings.ts';
import { problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { failed, ok } from '../../values/result.ts';
import type { Applied, ApplyInput, ApplyStep } from './applied.ts';
import { meetingKeyOf } from './meeting-key.ts';
import { mentionedRecords } from './mentioned.ts';
import { requestOf } from './plan.ts';

const meetingFields = (contents: PackContents) => {
  const { meeting } = contents;
  if (meeting === null) return null;
  const first = contents.agendaItems[0];
  const last = contents.agendaItems.at(-1);
  return {
    group: meeting.group.value,
    number: meeting.number?.value ?? null,
    extraordinary: meeting.extraordinary,
    ...(meeting.date === null ? {} : { date: meeting.date.value }),
    ...(first?.start == null ? {} : { startTime: first.start.value }),
    ...(last?.end == null ? {} : { endTime: last.end.value }),
    state: 'papers-issued' as const,
  };
};

/** The meeting itself, first of all: everything else in the pack hangs on it. */
export const applyMeeting: ApplyStep = async ({ context, contents }) => {
  const fields = meetingFields(contents);
  const source = contents.meeting;
  if (fields === null || source === null) {
    return failed(
      problem(
        'invalid-value',
        'The pack does not say which meeting it is for. Correct the first page to name the group, the number and the date, and read it in again.',
      ),
    );
  }
  const recorded = await recordMeeting(context, fields);
  return recorded.kind === 'failed' ? recorded : ok([{ source, kind: 'meeting', id: recorded.value.id }]);
};

const noteOf = (note: PackSection['notes'][number]) => ({ shape: note.shape, text: note.value });

function agendaItemOf(item: PackAgendaItem, input: ApplyInput, paged: boolean): AgendaItemInput {
  const { section } = item;
  const purpose = item.purpose ?? section?.purpose ?? null;
  const lead = item.lead ?? section?.lead ?? null;
  const minutes = item.minutes ?? section?.minutes ?? null;
  return {
    title: item.title.value,
    objective: item.objective?.value ?? section?.objective?.value ?? '',
    ...(purpose === null ? {} : { purpose: purpose.value }),
    ...(lead === null ? {} : { lead: lead.value }),
    ...(minutes === null ? {} : { minutes: minutes.value }),
    ...(item.page === null || paged ? {} : { page: item.page.value }),
    notes: section?.notes.map(noteOf) ?? [],
    about: mentionedRecords(input.written, section?.mentions ?? [], section?.milestones ?? []),
  };
}

/** The agenda, after the records it is about; and sections that stand on no agenda, as notes of the meeting. */
export const applyAgenda: ApplyStep = async (input) => {
  const { context, contents } = input;
  const fields = meetingFields(contents);
  const meeting = meetingKeyOf(contents);
  if (fields === null || meeting === null) return ok([]);
  const applied: Applied[] = [];
  if (contents.agendaItems.length > 0) {
    // A page number belongs to the paper it was printed in: the first paper's stays.
    const known = await findMeetingByReference(context.database, meeting);
    const paged = known !== null && (await agendaOf(context.database, known.id)).length > 0;
    const recorded = await recordMeeting(context, {
      ...fields,
      agenda: contents.agendaItems.map((item) => agendaItemOf(item, input, paged)),
    });
    if (recorded.kind === 'failed') return recorded;
    contents.agendaItems.forEach((source, at) => {
      const id = recorded.value.agenda[at]?.id;
      if (id === undefined) return;
      applied.push({ source, kind: 'agenda-item', id });
      if (source.section !== null) applied.push({ source: source.section, kind: 'agenda-item', id });
    });
  }
  const onAgenda = new Set(contents.agendaItems.map((item) => item.section?.key));
  for (const source of contents.sections) {
    if (onAgenda.has(source.key) || source.notes.length === 0) continue;
    const recorded = await recordMeetingNote(context, {
      meeting,
      kind: 'note',
      title: source.title.value,
      items: source.notes.map((note) => ({ heading: '', text: note.value })),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'meeting-note', id: recorded.value.id });
  }
  return ok(applied);
};

export const applyActions: ApplyStep = async ({ context, contents, written }) => {
  const meeting = meetingKeyOf(contents);
  const applied: Applied[] = [];
  for (const source of contents.actions) {
    const recorded = await recordAction(context, {
      reference: { ...source.reference.value, extraordinary: false },
      text: source.text.value,
      ...(source.owners === null ? {} : { owners: source.owners.value }),
      ...(source.raised === null ? {} : { raised: source.raised.value }),
      ...(source.due === null ? {} : { due: source.due.value }),
      ...(source.update === null && source.verdict === null
        ? {}
        : { update: { meeting, verdict: source.verdict?.value ?? 'ongoing', words: source.update?.value ?? '' } }),
      about: mentionedRecords(written, source.mentions, source.milestones),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'action', id: recorded.value.id });
  }
  return ok(applied);
};

const headed = (item: UpdateItem): HeadedItem => ({ heading: item.heading?.value ?? '', text: item.value });

const joined = ({ heading, text }: HeadedItem): string => `${heading} ${text}`.replace(/\s+/g, ' ').trim();

/**
 * The items as the record already parts them into heading and words, where the words are the same: a format that cannot
 * set a heading apart (a plain sentence in a PDF) must not take it away.
 */
function asKnown(items: readonly HeadedItem[], known: readonly HeadedItem[]): HeadedItem[] {
  const byWords = new Map(known.map((item) => [joined(item), item]));
  return items.map((item) => byWords.get(joined(item)) ?? item);
}

/** Updates of other groups, of the wider programme, and what the pack argues or announces in passing. */
export const applyUpdates: ApplyStep = async ({ context, contents }) => {
  const meeting = meetingKeyOf(contents);
  if (meeting === null) return ok([]);
  const applied: Applied[] = [];
  const row = await findMeetingByReference(context.database, meeting);
  const told =
    row === null
      ? []
      : [...(await groupUpdatesAt(context.database, row.id)), ...(await notesOf(context.database, row.id))];
  const known = told.flatMap((one) => one.items);
  for (const [position, source] of contents.updates.entries()) {
    const recorded = await recordGroupUpdate(context, {
      meeting,
      fromGroup: source.group.value,
      occurred: source.date.value,
      items: asKnown(source.items.map(headed), known),
      ...(source.report === null ? {} : { report: source.report.value }),
      position,
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'group-update', id: recorded.value.id });
  }
  for (const [position, source] of contents.groupUpdates.entries()) {
    const date = source.date?.value;
    if (date === undefined) continue;
    const recorded = await recordGroupUpdate(context, {
      meeting,
      fromGroup: source.group.value,
      occurred: date,
      items: source.topics.map((topic) => ({ heading: '', text: topic.value })),
      requests: source.actions.map((action) => action.value),
      position: contents.updates.length + position,
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'group-update', id: recorded.value.id });
  }
  for (const [position, source] of contents.programmeUpdates.entries()) {
    const recorded = await recordMeetingNote(context, {
      meeting,
      kind: 'programme-update',
      title: source.title.value,
      items: asKnown(source.items.map(headed), known),
      position,
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'meeting-note', id: recorded.value.id });
  }
  for (const [position, source] of contents.statements.entries()) {
    const recorded = await recordMeetingNote(context, {
      meeting,
      kind: 'statement',
      title: source.label.value,
      items: [{ heading: '', text: source.text.value }],
      position,
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'meeting-note', id: recorded.value.id });
  }
  if (contents.nextSteps.length > 0) {
    const items = contents.nextSteps.map((step) => ({ heading: '', text: step.text.value }));
    const recorded = await recordMeetingNote(context, { meeting, kind: 'next-step', title: 'Next steps', items });
    if (recorded.kind === 'failed') return recorded;
    for (const source of contents.nextSteps) applied.push({ source, kind: 'meeting-note', id: recorded.value.id });
  }
  return ok(applied);
};

/** Who takes a recommendation further: the SRO where the section says so, then the group that decides the request. */
function escalationOf(
  contents: PackContents,
  recommendation: PackContents['recommendations'][number],
): EscalationInput[] {
  const reference = requestOf(contents, recommendation);
  const request = contents.changeRequests.find(
    (candidate) => reference !== null && candidate.reference.value.number === reference.number,
  );
  const section = contents.sections.find((candidate) => candidate.title.value === recommendation.section);
  const words = [
    section?.objective?.value ?? '',
    ...(section?.notes.map((note) => note.value) ?? []),
    recommendation.text.value,
  ].join(' ');
  return [
    ...(/\bSRO\b/.test(words) ? [{ body: 'SRO' }] : []),
    ...(request?.decisionGroup == null ? [] : [{ body: request.decisionGroup.value }]),
  ];
}

const wordsKey = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Recommendations of the group that still wait from an earlier meeting, by their words: a pack that prints one again
 * shows that it is still waiting, and makes no second one.
 */
async function pendingOf(context: CommandContext, group: string, meeting: string): Promise<Map<string, string>> {
  const filter = {
    groups: [group],
    kinds: ['recommendation' as const],
    outcomes: ['pending' as const],
    from: null,
    to: null,
    text: '',
  };
  const row = await findMeetingByReference(context.database, meeting);
  const rows = await listDecisions(context.database, filter, 'asc', null, 1000);
  return new Map(rows.filter((one) => one.meeting_id !== row?.id).map((one) => [wordsKey(one.text), one.id]));
}

/** Recommendations put to the meeting: pending until it has agreed, each with its conditions and its way up. */
export const applyRecommendations: ApplyStep = async ({ context, contents, written }) => {
  const meeting = meetingKeyOf(contents);
  if (meeting === null) return ok([]);
  const applied: Applied[] = [];
  const waiting = await pendingOf(context, contents.meeting?.group.value ?? '', meeting);
  for (const source of contents.recommendations) {
    const again = waiting.get(wordsKey(source.text.value));
    if (again !== undefined) {
      applied.push({ source, kind: 'decision', id: again });
      continue;
    }
    const escalation = escalationOf(contents, source);
    const reference = requestOf(contents, source);
    const request = [...written.values()].find(
      (candidate) =>
        candidate.source.kind === 'change-request' &&
        reference !== null &&
        candidate.source.reference.value.number === reference.number,
    );
    const about = mentionedRecords(written, source.mentions, source.milestones);
    const recorded = await recordDecision(context, {
      meeting,
      kind: 'recommendation',
      capacity: 'recommend',
      text: source.text.value,
      ...(source.condition === null ? {} : { conditions: [{ text: source.condition.value, met: false }] }),
      ...(escalation.length === 0 ? {} : { escalation }),
      about:
        request === undefined
          ? about
          : [{ kind: request.kind, id: request.id }, ...about.filter((key) => key.id !== request.id)],
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'decision', id: recorded.value.id });
  }
  return ok(applied);
};

export const applyNextMeetings: ApplyStep = async ({ context, contents }) => {
  const applied: Applied[] = [];
  for (const source of contents.nextMeetings) {
    const { precision, earliest } = source.date.value;
    if (precision !== 'day' || earliest === null) continue;
    const recorded = await recordMeeting(context, {
      group: source.group.value,
      number: null,
      date: earliest,
      ...(source.time === null ? {} : { startTime: source.time.value }),
      state: 'scheduled',
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'meeting', id: recorded.value.id });
  }
  return ok(applied);
};

export const applyAttachments: ApplyStep = async ({ context, contents }) => {
  const meeting = meetingKeyOf(contents);
  if (meeting === null || contents.meeting === null) return ok([]);
  const applied: Applied[] = [];
  for (const source of contents.meeting.attachments) {
    const title = source.title.value;
    const version = /\bv(\d+(?:\.\d+)*)\b/i.exec(title)?.[1];
    const recorded = await recordDocumentVersion(context, {
      meeting,
      kind: 'attachment',
      title: title
        .replace(/\s*\bv\d+(?:\.\d+)*\b/i, '')
        .replace(/\s*\(change[- ]marked\)/i, '')
        .trim(),
      label: source.label.value,
      ...(version === undefined ? {} : { version }),
      changeMarked: /\(change[- ]marked\)/i.test(title),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'document', id: recorded.value.id });
  }
  return ok(applied);
};
