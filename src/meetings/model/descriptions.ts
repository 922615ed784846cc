/** How the kinds of this capability are told to people: for marks of change and for histories. */
import type { RecordDescription } from '../../platform/record/description.ts';
import { ACTION_VERDICTS, VERDICT_LABELS } from './action.ts';
import { ESCALATION_WORKFLOW } from './decision.ts';
import type { RowValues } from '../../platform/record/changes.ts';

const words = (row: RowValues, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};

export const GROUP_DESCRIPTION: RecordDescription = {
  kind: 'group',
  table: 'governance_group',
  labels: {
    short_name: 'Short name',
    name: 'Name',
    level: 'Level',
    parent_id: 'Reports to',
    cadence: 'Cadence',
    terms_of_reference: 'Terms of reference',
    constituencies: 'Constituencies',
    chair_role: 'Chair',
    main: 'Main group',
  },
  parts: [],
};

export const MEETING_DESCRIPTION: RecordDescription = {
  kind: 'meeting',
  table: 'meeting',
  labels: {
    number: 'Number',
    extraordinary: 'Extraordinary',
    title: 'Title',
    date: 'Date',
    start_time: 'Start',
    end_time: 'End',
    place: 'Place',
    state: 'State',
    introduction: 'Introduction',
    chair: 'Chair',
  },
  parts: [
    {
      table: 'agenda_item',
      parentColumn: 'meeting_id',
      label: 'Agenda item',
      print: (row) => {
        const minutes = row['minutes'];
        return `${words(row, 'title')}${typeof minutes === 'number' ? ` (${minutes} minutes)` : ''}`;
      },
    },
    {
      table: 'group_update',
      parentColumn: 'meeting_id',
      label: 'Update from another group',
      print: (row) => JSON.stringify(row['items']),
    },
    { table: 'meeting_note', parentColumn: 'meeting_id', label: 'Note', print: (row) => words(row, 'title') },
    {
      table: 'document',
      parentColumn: 'meeting_id',
      label: 'Document',
      print: (row) => [words(row, 'label'), words(row, 'title')].filter(Boolean).join(': '),
    },
  ],
};

export const ACTION_DESCRIPTION: RecordDescription = {
  kind: 'action',
  table: 'action',
  labels: { text: 'Action', owners: 'Owner', raised: 'Raised', due: 'Due', state: 'State' },
  parts: [
    {
      table: 'action_update',
      parentColumn: 'action_id',
      label: 'Update',
      print: (row) => {
        const verdict = ACTION_VERDICTS.find((known) => known === row['verdict']);
        return `${verdict === undefined ? '' : `${VERDICT_LABELS[verdict]}: `}${words(row, 'words')}`;
      },
    },
  ],
};

export const DECISION_DESCRIPTION: RecordDescription = {
  kind: 'decision',
  table: 'decision',
  labels: {
    kind: 'Kind',
    text: 'Text',
    capacity: 'Capacity',
    outcome: 'Outcome',
    conditions: 'Conditions',
    text_sha256: 'Text decided on',
    decided_on: 'Decided on',
  },
  parts: [
    {
      table: 'decision_escalation',
      parentColumn: 'decision_id',
      label: 'Escalation',
      print: (row) => {
        const state = Object.entries(ESCALATION_WORKFLOW.states).find(([known]) => known === row['state']);
        return `${words(row, 'body')}: ${(state?.[1] ?? '').toLowerCase()}`;
      },
    },
  ],
};

export const DOCUMENT_DESCRIPTION: RecordDescription = {
  kind: 'document',
  table: 'document',
  labels: { label: 'Label', title: 'Title', kind: 'Kind' },
  parts: [
    {
      table: 'document_version',
      parentColumn: 'document_id',
      label: 'Version',
      print: (row) => `${words(row, 'label')} (${words(row, 'state')})`,
    },
  ],
};
