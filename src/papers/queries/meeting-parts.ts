/** The parts of a pack that the meetings' record gives: actions, news, what is recommended, what comes next. */
import type { Database } from '../../platform/database/tables.ts';
import { printParties } from '../../meetings/model/meeting.ts';
import { actionsPage } from '../../meetings/queries/actions.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import type { meetingDetail } from '../../meetings/queries/meetings.ts';
import type { View } from '../../meetings/queries/view.ts';
import { readPartialDate } from '../../values/partial-date.ts';
import type { PackPart, PaperAction, PaperAttachment, PaperGroup, PaperUpdateItem } from '../model.ts';
import { monthOf } from '../words.ts';

/** Everything of one meeting, as the meetings' capability tells it. */
export type MeetingInFull = Extract<Awaited<ReturnType<typeof meetingDetail>>, { readonly kind: 'ok' }>['value'];
type Action = MeetingInFull['actionsReviewed'][number]['action'];
type ActionUpdate = NonNullable<MeetingInFull['actionsReviewed'][number]['update']>;

const words = (text: string): string | null => (text.trim() === '' ? null : text);

const groupOf = (group: { readonly shortName: string; readonly name: string }): PaperGroup => ({
  shortName: group.shortName,
  name: group.name,
});

const actionOf = (action: Action, update: ActionUpdate | null): PaperAction => ({
  reference: action.reference,
  raised: action.raised,
  text: action.text,
  owners: words(printParties(action.owners)),
  due: action.due,
  verdict: update?.verdict ?? null,
  update: words(update?.words ?? ''),
});

/** A meeting still to come has actions that nobody has written an update for yet; this many are read at most. */
const MOST_ACTIONS = 500;

/** The action log: what this meeting reviews and, while it is still to come, everything else its group is owed. */
export async function actionLog(database: Database, view: View, meeting: MeetingInFull): Promise<PaperAction[]> {
  const reviewed = meeting.actionsReviewed.map(({ action, update }) => actionOf(action, update));
  if (meeting.state !== 'scheduled' && meeting.state !== 'papers-issued') return reviewed;
  const known = new Set(reviewed.map((action) => action.reference));
  const page = await actionsPage(database, view, {
    filter: {
      states: ['open', 'proposed-closed'],
      owner: '',
      groups: [meeting.group.shortName],
      dueFrom: null,
      dueTo: null,
      overdueOn: null,
      text: '',
    },
    sort: 'reference',
    order: 'asc',
    cursor: undefined,
    limit: MOST_ACTIONS,
  });
  const open = page.kind === 'ok' ? page.value.items : [];
  return [
    ...reviewed,
    ...open
      .filter((action) => !known.has(action.reference) && isBefore(action, meeting))
      .map((action) => actionOf(action, action.latestUpdate)),
  ].sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** An action raised at this meeting or a later one is not yet on its log. */
const isBefore = (action: Action, meeting: MeetingInFull): boolean =>
  action.raised?.earliest == null || action.raised.earliest < meeting.date;

const headed = (items: readonly { readonly heading: string; readonly text: string }[]): PaperUpdateItem[] =>
  items.map((item) => ({ heading: words(item.heading), text: item.text }));

const mentions = (title: string, shortName: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${shortName.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(title);

/** News of other groups: those that an agenda item names have a section of their own, the others stand together. */
export function groupNews(meeting: MeetingInFull): {
  readonly together: PackPart[];
  readonly named: { readonly shortName: string; readonly part: PackPart }[];
} {
  const named = meeting.groupUpdates.filter(
    (update) =>
      update.group.shortName !== meeting.group.shortName &&
      meeting.agenda.some((item) => mentions(item.title, update.group.shortName)),
  );
  const others = meeting.groupUpdates.filter((update) => !named.includes(update));
  const news = meeting.notes.filter((note) => note.kind === 'programme-update');
  return {
    together: [
      ...(others.length === 0
        ? []
        : [
            {
              kind: 'updates' as const,
              updates: others.map((update) => ({
                group: groupOf(update.group),
                date: update.occurred,
                items: [...headed(update.items), ...update.requests.map((text) => ({ heading: null, text }))],
                report: words(update.report),
              })),
            },
          ]),
      ...(news.length === 0
        ? []
        : [
            {
              kind: 'programme-updates' as const,
              updates: news.map((note) => ({ title: note.title, items: headed(note.items) })),
            },
          ]),
    ],
    named: named.map((update) => ({
      shortName: update.group.shortName,
      part: {
        kind: 'group-update',
        group: groupOf(update.group),
        period: update.occurred.earliest === null ? null : monthOf(update.occurred.earliest),
        topics: update.items.map((item) => (item.heading === '' ? item.text : `${item.heading} – ${item.text}`)),
        actions: update.requests,
      },
    })),
  };
}

/** What is put to the meeting to recommend or decide, and the records each is about (`kind id`). */
export async function recommendationsOf(
  database: Database,
  meeting: MeetingInFull,
): Promise<
  {
    readonly text: string;
    readonly condition: string | null;
    readonly agendaItemId: string | null;
    readonly about: readonly string[];
  }[]
> {
  const found = [];
  for (const decision of meeting.decisions) {
    if (decision.kind !== 'recommendation') continue;
    const links = await linksSeenFrom(database, { kind: 'decision', id: decision.id });
    found.push({
      text: decision.text,
      condition: words(decision.conditions.map((condition) => condition.text).join('; ')),
      agendaItemId: decision.agendaItemId,
      about: links.filter((link) => link.direction === 'from').map((link) => `${link.kind} ${link.id}`),
    });
  }
  return found;
}

const LABELS = { Situation: 'Situation', Complication: 'Complication' } as const;

/** The passages that argue a case, under their labels; others than the two known print as running text. */
export const statementsOf = (meeting: MeetingInFull): PackPart[] =>
  meeting.notes
    .filter((note) => note.kind === 'statement')
    .map((note): PackPart => {
      const paragraphs = note.items.flatMap((item) => item.text.split('\n'));
      const label = note.title === LABELS.Situation || note.title === LABELS.Complication ? note.title : null;
      return label !== null
        ? { kind: 'statement', label, paragraphs }
        : { kind: 'words', notes: [{ shape: 'heading', text: note.title }, ...paragraphs.map(paragraph)] };
    });

const paragraph = (text: string) => ({ shape: 'paragraph' as const, text });

/** Notes of the meeting that stand on no agenda item. */
export const otherNotes = (meeting: MeetingInFull): PackPart[] =>
  meeting.notes
    .filter((note) => note.kind === 'note' || note.kind === 'status')
    .map((note) => ({
      kind: 'words',
      notes: [
        { shape: 'heading', text: note.title },
        ...headed(note.items).map((item) => ({
          shape: 'bullet' as const,
          text: item.heading === null ? item.text : `${item.heading} – ${item.text}`,
        })),
      ],
    }));

/** Next steps and the meetings that come next. */
export function whatComesNext(meeting: MeetingInFull): PackPart[] {
  const steps = meeting.notes.filter((note) => note.kind === 'next-step').flatMap((note) => note.items);
  return [
    ...(steps.length === 0 ? [] : [{ kind: 'next-steps' as const, steps: steps.map((step) => step.text) }]),
    ...(meeting.nextMeetings.length === 0
      ? []
      : [
          {
            kind: 'next-meetings' as const,
            meetings: meeting.nextMeetings.map((next) => ({
              group: groupOf(next.group),
              date: readPartialDate(next.date),
              time: next.startTime,
            })),
          },
        ]),
  ];
}

/** The papers attached, under the labels they were given. */
export const attachmentsOf = (meeting: MeetingInFull): PaperAttachment[] =>
  meeting.documents
    .filter((document) => document.kind === 'attachment')
    .map((document, at) => {
      const latest = document.versions.at(-1);
      const version = latest === undefined ? '' : ` v${latest.label.replace(/^v/i, '')}`;
      return {
        label: words(document.label) ?? `Attachment ${String(at + 1)}`,
        title: `${document.title}${version}${latest?.changeMarked === true ? ' (change marked)' : ''}`,
      };
    });
