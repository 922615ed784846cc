/** How the kinds of this capability are told to people: for marks of change and for histories. */
import type { RecordDescription } from '../../platform/record/description.ts';
import { labelled } from '../../values/labels.ts';
import { ACTION_VERDICTS, ACTION_WORKFLOW, VERDICT_LABELS } from './action.ts';
import { CAPACITY_LABELS, DECISION_KIND_LABELS, ESCALATION_WORKFLOW, OUTCOME_LABELS } from './decision.ts';
import { MEETING_WORKFLOW, printParties, type Party } from './meeting.ts';
import type { RowValues } from '../../platform/record/changes.ts';

const words = (row: RowValues, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isParty = (value: unknown): value is Party =>
  isObject(value) &&
  typeof value['role'] === 'string' &&
  (value['detail'] === null || typeof value['detail'] === 'string');

const toldParties = (value: unknown): unknown =>
  Array.isArray(value) && value.every(isParty) ? printParties(value) : value;

/** `subject to approval (not met); funding agreed (met)`. */
const toldConditions = (value: unknown): unknown =>
  Array.isArray(value) && value.every(isObject)
    ? value.map((one) => `${words(one, 'text')} (${one['met'] === true ? 'met' : 'not met'})`).join('; ')
    : value;

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** `Replan. Round three starts in December; Design. It is approved`. */
const toldItems = (value: unknown): string =>
  Array.isArray(value) && value.every(isObject)
    ? value.map((item) => [words(item, 'heading'), words(item, 'text')].filter(Boolean).join('. ')).join('; ')
    : '';

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
  print: { state: labelled(MEETING_WORKFLOW.states) },
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
      print: (row) =>
        [
          toldItems(row['items']),
          ...(isWords(row['requests']) ? row['requests'].map((request) => `Asked: ${request}`) : []),
          words(row, 'report'),
        ]
          .filter(Boolean)
          .join('; '),
    },
    {
      table: 'meeting_note',
      parentColumn: 'meeting_id',
      label: 'Note',
      print: (row) => [words(row, 'title'), toldItems(row['items'])].filter(Boolean).join(': '),
    },
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
  print: { owners: toldParties, state: labelled(ACTION_WORKFLOW.states) },
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
    decided_on: 'Date',
  },
  print: {
    kind: labelled(DECISION_KIND_LABELS),
    capacity: labelled(CAPACITY_LABELS),
    outcome: labelled(OUTCOME_LABELS),
    conditions: toldConditions,
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
