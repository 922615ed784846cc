/**
 * Names of records of every kind, one query a kind (two for parts of meetings). Each asks the tables directly, because a name needs two columns
 * where the capability's own reading of the record would join and count.
 */
import '../../changes/store/tables.ts';
import { modificationHref } from '../../changes/model/modification.ts';
import '../../codes/store.ts';
import { meetingReferenceOf } from '../../meetings/lookup.ts';
import '../../meetings/store/tables.ts';
import { printChangeRequest } from '../../plan/model/change-request.ts';
import { printRisk } from '../../plan/model/risk.ts';
import { changeRequestHref } from '../../plan/queries/change-requests.ts';
import { milestoneHref } from '../../plan/queries/milestones.ts';
import { riskHref } from '../../plan/queries/risks.ts';
import '../../plan/store/tables.ts';
import type { Database } from '../../platform/database/tables.ts';
import { printCivilDate } from '../../values/partial-date.ts';
import type { NamedRecord } from './model.ts';

type Name = Omit<NamedRecord, 'kind'>;
type NamesOf = (database: Database, ids: readonly string[]) => Promise<readonly Name[]>;

const meetings: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('meeting as m')
    .innerJoin('governance_group as g', 'g.id', 'm.group_id')
    .select(['m.id', 'm.title', 'm.number', 'm.extraordinary', 'm.date', 'g.short_name as group_short_name', 'g.name'])
    .where('m.id', 'in', ids)
    .execute();
  return rows.map((row) => {
    const reference = meetingReferenceOf(row);
    return {
      id: row.id,
      reference,
      title: `${row.title || row.name}, ${printCivilDate(row.date)}`,
      href: `/meetings/${reference}`,
    };
  });
};

/** Parts of a meeting lead to the meeting, at their place. */
const partsOfMeeting =
  (table: 'agenda_item' | 'meeting_note', noun: string): NamesOf =>
  async (database, ids) => {
    const parts = await database
      .selectFrom(table)
      .select(['id', 'title', 'position', 'meeting_id'])
      .where('id', 'in', ids)
      .execute();
    if (parts.length === 0) return [];
    const named = await meetings(database, [...new Set(parts.map((part) => part.meeting_id))]);
    return parts.flatMap((part) => {
      const meeting = named.find((one) => one.id === part.meeting_id);
      if (meeting === undefined) return [];
      return {
        id: part.id,
        reference: `${meeting.reference} ${noun} ${String(part.position)}`,
        title: part.title,
        href: `${meeting.href}#${part.id}`,
      };
    });
  };

const groupUpdates: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('group_update as u')
    .innerJoin('meeting as m', 'm.id', 'u.meeting_id')
    .innerJoin('governance_group as g', 'g.id', 'm.group_id')
    .innerJoin('governance_group as of', 'of.id', 'u.from_group_id')
    .select(['u.id', 'of.short_name as of', 'of.name as ofName'])
    .select(['m.number', 'm.extraordinary', 'm.date', 'g.short_name as group_short_name'])
    .where('u.id', 'in', ids)
    .execute();
  return rows.map((row) => {
    const meeting = meetingReferenceOf(row);
    return {
      id: row.id,
      reference: `${row.of} update`,
      title: `${row.ofName} to ${meeting}`,
      href: `/meetings/${meeting}#${row.id}`,
    };
  });
};

const documents: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('document as d')
    .leftJoin('meeting as m', 'm.id', 'd.meeting_id')
    .leftJoin('governance_group as g', 'g.id', 'm.group_id')
    .select(['d.id', 'd.label', 'd.title', 'm.number', 'm.extraordinary', 'm.date', 'g.short_name'])
    .where('d.id', 'in', ids)
    .execute();
  return rows.map((row) => {
    const meeting =
      row.short_name === null || row.date === null
        ? null
        : meetingReferenceOf({
            group_short_name: row.short_name,
            number: row.number,
            extraordinary: row.extraordinary === true,
            date: row.date,
          });
    return {
      id: row.id,
      reference: row.label || 'Document',
      title: row.title,
      href: meeting === null ? '/meetings' : `/meetings/${meeting}#${row.id}`,
    };
  });
};

const decisions: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('decision')
    .select(['id', 'reference', 'text'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, reference, text }) => ({ id, reference, title: text, href: `/decisions/${reference}` }));
};

const actions: NamesOf = async (database, ids) => {
  const rows = await database.selectFrom('action').select(['id', 'reference', 'text']).where('id', 'in', ids).execute();
  return rows.map(({ id, reference, text }) => ({ id, reference, title: text, href: `/actions/${reference}` }));
};

const groups: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('governance_group')
    .select(['id', 'short_name', 'name'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.short_name,
    title: row.name,
    href: `/groups/${row.short_name}`,
  }));
};

const codeBodies: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('code_body')
    .select(['id', 'short_name', 'name'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.short_name,
    title: row.name,
    href: `/codes/${row.short_name}`,
  }));
};

const modifications: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('modification as m')
    .innerJoin('code_body as b', 'b.id', 'm.body_id')
    .select(['m.id', 'm.reference', 'm.title', 'b.short_name as body'])
    .where('m.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: `${row.body} ${row.reference}`,
    title: row.title,
    href: modificationHref(row),
  }));
};

const horizonReturns: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('horizon_return as r')
    .innerJoin('code_body as b', 'b.id', 'r.body_id')
    .select(['r.id', 'r.period', 'b.short_name as body'])
    .where('r.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: `${row.body} return`,
    title: `${row.body}’s return for ${row.period}`,
    href: `/codes/${row.body}`,
  }));
};

const milestones: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('milestone')
    .select(['id', 'reference', 'title'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference ?? 'Milestone',
    title: row.title,
    href: milestoneHref(row),
  }));
};

const changeRequests: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('change_request')
    .select(['id', 'number', 'title'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, number, title }) => {
    const reference = printChangeRequest(number);
    return { id, reference, title, href: changeRequestHref({ reference }) };
  });
};

const risks: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('risk')
    .select(['id', 'number', 'description'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, number, description }) => {
    const reference = printRisk(number);
    return { id, reference, title: description, href: riskHref({ reference }) };
  });
};

/** The plan's smaller records have no references and no pages of their own: the plan shows them in lists. */
const statements =
  (table: 'deliverable' | 'planning_assumption' | 'freeze_recommendation', reference: string, href: string): NamesOf =>
  async (database, ids) => {
    const rows = await database.selectFrom(table).select(['id', 'text']).where('id', 'in', ids).execute();
    return rows.map((row) => ({ id: row.id, reference, title: row.text, href }));
  };

const topicAreas: NamesOf = async (database, ids) => {
  const rows = await database.selectFrom('topic_area').select(['id', 'name']).where('id', 'in', ids).execute();
  return rows.map((row) => ({
    id: row.id,
    reference: 'Topic area',
    title: row.name,
    href: '/plan?tab=topics',
  }));
};

const freezeOptions: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('freeze_option')
    .select(['id', 'number', 'name'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: `Freeze option ${String(row.number)}`,
    title: row.name,
    href: '/plan?tab=freeze',
  }));
};

const statusReports: NamesOf = async (database, ids) => {
  const rows = await database
    .selectFrom('status_report')
    .select(['id', 'meeting_key', 'summary'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: `Status at ${row.meeting_key}`,
    title: row.summary,
    href: '/plan?tab=status',
  }));
};

/** How the records of each kind are named. A kind that is not here cannot be linked to. */
export const NAMES: Readonly<Record<string, NamesOf>> = {
  'agenda-item': partsOfMeeting('agenda_item', 'item'),
  'change-request': changeRequests,
  'code-body': codeBodies,
  'freeze-option': freezeOptions,
  'freeze-recommendation': statements('freeze_recommendation', 'Freeze recommendation', '/plan?tab=freeze'),
  'group-update': groupUpdates,
  'horizon-return': horizonReturns,
  'meeting-note': partsOfMeeting('meeting_note', 'note'),
  'planning-assumption': statements('planning_assumption', 'Planning assumption', '/plan?tab=assumptions'),
  'status-report': statusReports,
  'topic-area': topicAreas,
  action: actions,
  decision: decisions,
  deliverable: statements('deliverable', 'Deliverable', '/plan?tab=deliverables'),
  document: documents,
  group: groups,
  meeting: meetings,
  milestone: milestones,
  modification: modifications,
  risk: risks,
};
