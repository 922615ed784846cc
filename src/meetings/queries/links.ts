/** What the records of this capability are called where a link leads to them; other capabilities tell of theirs. */
import type { Database } from '../../platform/database/tables.ts';
import type { RecordKey } from '../../platform/record/links.ts';
import { actionsById } from '../store/actions.ts';
import { decisionById } from '../store/decisions.ts';
import { agendaItemById, meetingById, meetingsById } from '../store/meetings.ts';
import { findGroup } from '../store/groups.ts';
import { meetingReferenceOf } from '../lookup.ts';

export interface DescribedRecord {
  readonly reference: string;
  readonly title: string;
  readonly href: string;
}

/** What groups, meetings, agenda items, actions and decisions are called and where they are; null for other kinds. */
export async function describeMeetingRecord(database: Database, key: RecordKey): Promise<DescribedRecord | null> {
  switch (key.kind) {
    case 'group': {
      const group = await findGroup(database, key.id);
      return group === null
        ? null
        : { reference: group.short_name, title: group.name, href: `/groups/${group.short_name}` };
    }
    case 'meeting': {
      const [meeting] = await meetingsById(database, [key.id]);
      if (meeting === undefined) return null;
      const reference = meetingReferenceOf(meeting);
      return { reference, title: meeting.title || meeting.group_name, href: `/meetings/${reference}` };
    }
    case 'agenda-item': {
      const item = await agendaItemById(database, key.id);
      const meeting = item === null ? null : await meetingById(database, item.meeting_id);
      if (item === null || meeting === null) return null;
      const reference = meetingReferenceOf(meeting);
      return {
        reference: `${reference} item ${item.position}`,
        title: item.title,
        href: `/meetings/${reference}#${item.id}`,
      };
    }
    case 'action': {
      const [action] = await actionsById(database, [key.id]);
      return action === undefined
        ? null
        : { reference: action.reference, title: action.text, href: `/actions/${action.reference}` };
    }
    case 'decision': {
      const decision = await decisionById(database, key.id);
      return decision === null
        ? null
        : { reference: decision.reference, title: decision.text, href: `/decisions/${decision.reference}` };
    }
    default:
      return null;
  }
}
