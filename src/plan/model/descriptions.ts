/** How each kind of the plan is told to people: the marks "what changed since" and the histories come from these. */
import type { RecordDescription } from '../../platform/record/description.ts';
import { capitalised, labelled, spelledOut } from '../../values/labels.ts';
import { printCost, STATE_WORDS } from './change-request.ts';

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A rating as people say it. */
const rated = labelled({ red: 'Red', amber: 'Amber', green: 'Green', none: 'Not rated' });

export const MILESTONE: RecordDescription = {
  kind: 'milestone',
  table: 'milestone',
  labels: {
    reference: 'Reference',
    title: 'Title',
    tier: 'Tier',
    topic_area: 'Topic area',
    owner: 'Owner',
    baseline: 'Baseline',
    target: 'Target',
    forecast: 'Forecast',
    actual: 'Actual',
    rag: 'Reported status',
    rag_reason: 'Reason for the status',
    examined_at: 'Forecast examined',
    examined_by: 'Forecast examined by',
  },
  print: { rag: rated },
  parts: [
    {
      table: 'milestone_dependency',
      parentColumn: 'from_id',
      label: 'Dependency',
      print: (row) => words(row['words']),
    },
  ],
};

export const CHANGE_REQUEST: RecordDescription = {
  kind: 'change-request',
  table: 'change_request',
  labels: {
    title: 'Title',
    request: 'What it asks for',
    raised_by: 'Raised by',
    raised_on: 'Raised on',
    state: 'State',
    assessment_from: 'Impact assessment from',
    assessment_to: 'Impact assessment to',
    affected_milestones: 'Affected milestones',
    cost_amount: 'Cost',
    cost_kind: 'Kind of cost figure',
    schedule_weeks_min: 'Weeks at least',
    schedule_weeks_max: 'Weeks at most',
    benefit: 'Benefit',
    decision_group: 'Decision group',
    outcome: 'Outcome',
    outcome_note: 'Note on the outcome',
    decided_by: 'Decided by',
    decided_on: 'Decided on',
  },
  print: {
    state: labelled(STATE_WORDS),
    cost_amount: (amount) => (typeof amount === 'number' ? printCost(amount, null) : amount),
    outcome: spelledOut,
  },
  parts: [
    {
      table: 'change_request_impact',
      parentColumn: 'change_request_id',
      label: 'Impact',
      print: (row) => `${capitalised(words(row['kind']))}: ${words(row['text'])}`,
    },
    {
      table: 'change_request_recommendation',
      parentColumn: 'change_request_id',
      label: 'Recommendation',
      print: (row) =>
        [words(row['text']), words(row['condition']), words(row['outcome'])].filter((part) => part !== '').join(' – '),
    },
  ],
};

export const RISK: RecordDescription = {
  kind: 'risk',
  table: 'risk',
  labels: {
    type: 'Type',
    description: 'Description',
    cause: 'Cause',
    effect: 'Effect',
    rag: 'Rating',
    rating_raw: 'Rating in the source',
    owner: 'Owner',
    review_date: 'Review date',
    state: 'State',
  },
  print: { type: spelledOut, rag: rated, state: spelledOut },
  parts: [
    {
      table: 'risk_mitigation',
      parentColumn: 'risk_id',
      label: 'Mitigation',
      print: (row) => `${words(row['text'])}${row['done'] === true ? ' – done' : ''}`,
    },
  ],
};

export const DELIVERABLE: RecordDescription = {
  kind: 'deliverable',
  table: 'deliverable',
  labels: { text: 'Deliverable', due: 'Due', state: 'State' },
  print: { state: spelledOut },
  parts: [],
};

export const TOPIC_AREA: RecordDescription = {
  kind: 'topic-area',
  table: 'topic_area',
  labels: { name: 'Name', state: 'State', note: 'Note', milestone_id: 'Approved by' },
  print: { state: spelledOut, milestone_id: () => 'a milestone of the plan' },
  parts: [],
};

export const PLANNING_ASSUMPTION: RecordDescription = {
  kind: 'planning-assumption',
  table: 'planning_assumption',
  labels: { text: 'Assumption', explicit: 'Said openly', source: 'Source', state: 'State' },
  print: { state: spelledOut },
  parts: [],
};

export const FREEZE_OPTION: RecordDescription = {
  kind: 'freeze-option',
  table: 'freeze_option',
  labels: { name: 'Name', text: 'Option', who_can_act: 'Who can act' },
  parts: [],
};

export const FREEZE_RECOMMENDATION: RecordDescription = {
  kind: 'freeze-recommendation',
  table: 'freeze_recommendation',
  labels: { text: 'Recommendation', by_group: 'By', outcome: 'Outcome' },
  parts: [],
};

export const STATUS_REPORT: RecordDescription = {
  kind: 'status-report',
  table: 'status_report',
  labels: { date: 'Date', summary: 'Summary', percent_complete: 'Percent complete', rag: 'Status' },
  print: { rag: rated },
  parts: [],
};

/** All kinds of the plan. */
export const PLAN_DESCRIPTIONS: readonly RecordDescription[] = [
  MILESTONE,
  CHANGE_REQUEST,
  RISK,
  DELIVERABLE,
  TOPIC_AREA,
  PLANNING_ASSUMPTION,
  FREEZE_OPTION,
  FREEZE_RECOMMENDATION,
  STATUS_REPORT,
];
