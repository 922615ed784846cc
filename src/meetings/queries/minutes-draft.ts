/** Minutes written from the record: what the secretariat starts from, never what is published unread. */
import type { Database } from '../../platform/database/tables.ts';
import { printCivilDate, printPartialDate } from '../../values/partial-date.ts';
import { ok } from '../../values/result.ts';
import type { DocumentBlock } from '../model/document.ts';
import { printParties } from '../model/meeting.ts';
import { meetingDetail } from './meetings.ts';
import type { View } from './view.ts';

/** The minutes of a meeting as structured content: its items in order, decisions, and the action log. */
export async function minutesDraft(database: Database, view: View, idOrReference: string) {
  const found = await meetingDetail(database, view, idOrReference);
  if (found.kind === 'failed') return found;
  const meeting = found.value;
  const title = `${meeting.reference} minutes, ${printCivilDate(meeting.date)}`;
  const content: DocumentBlock[] = [{ kind: 'heading', level: 1, text: title }];
  if (meeting.introduction !== '') content.push({ kind: 'paragraph', text: meeting.introduction });
  for (const item of meeting.agenda) {
    content.push({ kind: 'heading', level: 2, text: `${item.position}. ${item.title}` });
    if (item.lead.length > 0) content.push({ kind: 'paragraph', text: `Lead: ${printParties(item.lead)}` });
    if (item.minuteText !== '') content.push({ kind: 'paragraph', text: item.minuteText });
    const decided = meeting.decisions.filter((decision) => decision.agendaItemId === item.id);
    if (decided.length > 0) content.push(listOfDecisions(decided));
  }
  const elsewhere = meeting.decisions.filter(
    (decision) => !meeting.agenda.some((item) => item.id === decision.agendaItemId),
  );
  if (elsewhere.length > 0) {
    content.push({ kind: 'heading', level: 2, text: 'Decisions' }, listOfDecisions(elsewhere));
  }
  const actions = [...meeting.actionsReviewed.map(({ action }) => action), ...meeting.actionsRaised].filter(
    (action, index, all) => all.findIndex((other) => other.id === action.id) === index,
  );
  if (actions.length > 0) {
    content.push(
      { kind: 'heading', level: 2, text: 'Actions' },
      {
        kind: 'table',
        heading: ['Ref', 'Action', 'Owner', 'Due', 'State', 'Update'],
        rows: actions.map((action) => [
          action.reference,
          action.text,
          printParties(action.owners),
          action.due === null ? '' : printPartialDate(action.due),
          action.stateLabel,
          meeting.actionsReviewed.find((reviewed) => reviewed.action.id === action.id)?.update?.words ?? '',
        ]),
      },
    );
  }
  if (meeting.nextMeetings.length > 0) {
    content.push(
      { kind: 'heading', level: 2, text: 'Next meetings' },
      {
        kind: 'list',
        ordered: false,
        items: meeting.nextMeetings.map(
          (next) =>
            `${next.group.shortName}: ${printCivilDate(next.date)}${next.startTime === null ? '' : `, ${next.startTime}`}`,
        ),
      },
    );
  }
  return ok({ title, content });
}

const listOfDecisions = (
  decisions: readonly { readonly reference: string; readonly text: string; readonly outcomeLabel: string }[],
): DocumentBlock => ({
  kind: 'list',
  ordered: false,
  items: decisions.map((decision) => `${decision.reference}: ${decision.text} (${decision.outcomeLabel})`),
});
