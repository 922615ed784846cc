/** Minutes and headline reports: the version last issued or, before there is one, a draft out of the record. */
import { todayAt } from '../../platform/people/today.ts';
import type { DocumentBlock } from '../../meetings/model/document.ts';
import { printParties } from '../../meetings/model/meeting.ts';
import { documentDetail } from '../../meetings/queries/documents.ts';
import { meetingDetail } from '../../meetings/queries/meetings.ts';
import { minutesDraft } from '../../meetings/queries/minutes-draft.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import { NOW, type Moment } from '../../platform/record/moment.ts';
import { printCivilDate, printPartialDate } from '../../values/partial-date.ts';
import { ok, type Result } from '../../values/result.ts';
import type { DocumentPaper } from '../print-document.ts';
import { countOf } from '../words.ts';
import type { MeetingInFull } from './meeting-parts.ts';

export const DOCUMENT_PAPERS = { minutes: 'Minutes', 'headline-report': 'Headline report' } as const;
export type DocumentPaperKind = keyof typeof DOCUMENT_PAPERS;

const DRAFT = 'Draft out of the record; no version has been issued yet';

interface Written {
  readonly title: string;
  readonly standing: string;
  readonly content: readonly DocumentBlock[];
}

/** The version last issued of this kind; null where none has words. */
async function issued(database: Database, meeting: MeetingInFull, kind: DocumentPaperKind): Promise<Written | null> {
  for (const document of meeting.documents.filter((one) => one.kind === kind)) {
    const detail = await documentDetail(database, document.id);
    const latest = detail.kind === 'ok' ? detail.value.versions.at(-1) : undefined;
    if (latest?.content == null || latest.content.length === 0) continue;
    const approved = latest.approvedAt === null ? latest.state : `approved at ${latest.approvedAt.reference}`;
    return {
      title: document.title,
      standing: `Version ${latest.label.replace(/^v/i, '')}, ${approved}`,
      content: latest.content,
    };
  }
  return null;
}

/** What was decided, who owes what since, and when the group meets again: a headline report out of the record. */
function headlines(meeting: MeetingInFull): Written {
  const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, text });
  const list = (items: readonly string[]): DocumentBlock => ({ kind: 'list', ordered: false, items });
  const closed = meeting.actionsReviewed.filter(({ action }) => action.closedAt?.reference === meeting.reference);
  const summary = [
    countOf(meeting.decisions.length, 'decision or recommendation', 'decisions and recommendations'),
    `${countOf(meeting.actionsRaised.length, 'action')} raised`,
    `${countOf(closed.length, 'action')} closed`,
  ];
  const said = meeting.agenda.filter((item) => item.minuteText.trim() !== '');
  return {
    title: `${meeting.reference} headline report, ${printCivilDate(meeting.date)}`,
    standing: DRAFT,
    content: [
      { kind: 'paragraph', text: `${summary.join('; ')}.` },
      ...(meeting.decisions.length === 0
        ? []
        : [
            heading('Decisions and recommendations'),
            list(
              meeting.decisions.map(({ reference, text, outcomeLabel }) => `${reference}: ${text} (${outcomeLabel})`),
            ),
          ]),
      ...(said.length === 0
        ? []
        : [heading('Key points'), list(said.map((item) => `${item.title}: ${item.minuteText}`))]),
      ...(meeting.actionsRaised.length === 0
        ? []
        : [
            heading('Actions raised'),
            {
              kind: 'table' as const,
              heading: ['Ref', 'Action', 'Owner', 'Due'],
              rows: meeting.actionsRaised.map((action) => [
                action.reference,
                action.text,
                printParties(action.owners),
                action.due === null ? '' : printPartialDate(action.due),
              ]),
            },
          ]),
      ...(closed.length === 0
        ? []
        : [heading('Actions closed'), list(closed.map(({ action }) => `${action.reference}: ${action.text}`))]),
      ...(meeting.nextMeetings.length === 0
        ? []
        : [
            heading('Next meetings'),
            list(
              meeting.nextMeetings.map(
                (next) =>
                  `${next.group.shortName}: ${printCivilDate(next.date)}${next.startTime === null ? '' : `, ${next.startTime}`}`,
              ),
            ),
          ]),
    ],
  };
}

/**
 * The minutes or headline report of a meeting, as the record that `database` reads has them at `moment`. Fails with
 * `not-found` where there is no such meeting.
 */
export async function documentPaper(
  database: Database,
  meetingReference: string,
  kind: DocumentPaperKind,
  moment: Moment = NOW,
): Promise<Result<DocumentPaper, Problem>> {
  const view = { moment, since: null, today: await todayAt(database, moment) };
  const found = await meetingDetail(database, view, meetingReference);
  if (found.kind === 'failed') return found;
  const meeting = found.value;
  const written = (await issued(database, meeting, kind)) ?? (await drafted(database, view, meeting, kind));
  return ok({
    ...written,
    meeting: meeting.reference,
    kind: DOCUMENT_PAPERS[kind],
    asAt: moment.kind === 'as-at' ? moment.at : new Date().toISOString(),
  });
}

async function drafted(
  database: Database,
  view: Parameters<typeof minutesDraft>[1],
  meeting: MeetingInFull,
  kind: DocumentPaperKind,
): Promise<Written> {
  if (kind === 'headline-report') return headlines(meeting);
  const draft = await minutesDraft(database, view, meeting.id);
  if (draft.kind === 'failed') throw new Error('A meeting that was found has no draft of its minutes');
  return { ...draft.value, standing: DRAFT };
}
