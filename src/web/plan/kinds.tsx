/** The plan's smaller records, as tables and forms. */
import { Link } from '@tanstack/react-router';
import { ok } from '../../values/result.ts';
import { PartialDateText } from '../parts/dates.tsx';
import type {
  Deliverable,
  FreezeOption,
  FreezeRecommendation,
  PlanningAssumption,
  StatusReport,
  TopicArea,
} from './answers.ts';
import { DateCell, DayCell, FieldCell, RagCell, sortOf } from './Cells.tsx';
import { MeetingChip } from './MeetingChip.tsx';
import { PercentCell } from './PercentCell.tsx';
import { keyInWords } from '../parts/words.ts';
import { optionsOf, orNull, RAG_OPTIONS, readWhole } from './reading.ts';
import type { SmallKind } from './SmallRecords.tsx';

const TOPIC_STATES = ['not-started', 'drafting', 'review', 'consultation', 'approved'];

export const TOPIC_AREAS: SmallKind<TopicArea> = {
  path: 'topic-areas',
  title: 'Topic areas',
  one: 'topic area',
  nameOf: (row) => row.name,
  empty: 'A topic area is a part of the design that is drafted into the codes together and approved by one milestone.',
  fields: [
    { name: 'name', label: 'Name', kind: 'text', required: true },
    { name: 'state', label: 'State', kind: 'select', options: optionsOf(TOPIC_STATES), required: true },
    { name: 'note', label: 'Note', kind: 'longText' },
  ],
  body: ({ name, state, note }) => ok({ name, state, note }),
  columns: (owner) => [
    {
      id: 'name',
      header: 'Topic area',
      value: (row) => row.name,
      cell: (row) => <FieldCell of={owner(row)} field="name" label="Name" kind="text" value={row.name} />,
    },
    {
      id: 'state',
      header: 'State',
      value: (row) => keyInWords(row.state),
      sortValue: (row) => TOPIC_STATES.indexOf(row.state),
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="state"
          label={`State of ${row.name}`}
          kind="select"
          value={row.state}
          options={optionsOf(TOPIC_STATES)}
        />
      ),
      filter: true,
      group: true,
      width: '140px',
    },
    {
      id: 'milestone',
      header: 'Approved by',
      value: (row) => row.milestone?.title ?? null,
      cell: (row) => (row.milestone === null ? '' : <Link to={row.milestone.href}>{row.milestone.title}</Link>),
    },
    {
      id: 'target',
      header: 'Target',
      value: (row) => sortOf(row.milestone?.target ?? null),
      cell: (row) => <PartialDateText date={row.milestone?.target ?? null} />,
      width: '110px',
    },
    {
      id: 'forecast',
      header: 'Forecast',
      value: (row) => sortOf(row.milestone?.forecast ?? null),
      cell: (row) => <PartialDateText date={row.milestone?.forecast ?? null} />,
      width: '110px',
    },
    {
      id: 'note',
      header: 'Note',
      value: (row) => row.note,
      cell: (row) => (
        <FieldCell of={owner(row)} field="note" label={`Note on ${row.name}`} kind="longText" value={row.note} />
      ),
    },
  ],
};

const DELIVERABLE_STATES = ['planned', 'done', 'dropped'];

export const DELIVERABLES: SmallKind<Deliverable> = {
  path: 'deliverables',
  title: 'Deliverables',
  one: 'deliverable',
  nameOf: (row) => row.text,
  empty: 'A deliverable is what a workstream says it will deliver by a date, usually before the next meeting.',
  fields: [
    { name: 'text', label: 'What will be delivered', kind: 'longText', required: true },
    { name: 'due', label: 'Due', kind: 'partialDate' },
    { name: 'state', label: 'State', kind: 'select', options: optionsOf(DELIVERABLE_STATES), required: true },
    { name: 'meetingKey', label: 'First told to', kind: 'text', hint: 'A meeting, such as CCAG-12' },
  ],
  body: ({ text, due = '', state, meetingKey = '' }) =>
    ok({ text, due: orNull(due), state, meetingKey: orNull(meetingKey) }),
  columns: (owner) => [
    {
      id: 'text',
      header: 'Deliverable',
      value: (row) => row.text,
      cell: (row) => <FieldCell of={owner(row)} field="text" label="Deliverable" kind="longText" value={row.text} />,
    },
    {
      id: 'due',
      header: 'Due',
      value: (row) => sortOf(row.due),
      cell: (row) => <DateCell of={owner(row)} field="due" label="Due" date={row.due} />,
      width: '140px',
    },
    {
      id: 'state',
      header: 'State',
      value: (row) => keyInWords(row.state),
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="state"
          label="State"
          kind="select"
          value={row.state}
          options={optionsOf(DELIVERABLE_STATES)}
        />
      ),
      filter: true,
      group: true,
      width: '130px',
    },
    {
      id: 'meeting',
      header: 'First told to',
      field: 'meetingKey',
      value: (row) => row.meetingKey,
      cell: (row) => <MeetingChip meeting={row.meetingKey} />,
      filter: true,
      group: true,
      width: '120px',
    },
  ],
};

const ASSUMPTION_STATES = ['proposed', 'agreed', 'withdrawn'];
const SAID = [
  { value: 'yes', label: 'Said openly' },
  { value: 'no', label: 'Found to underlie the plan' },
];

export const ASSUMPTIONS: SmallKind<PlanningAssumption> = {
  path: 'planning-assumptions',
  title: 'Planning assumptions',
  one: 'planning assumption',
  nameOf: (row) => row.text,
  empty: 'An assumption is what the plan takes as given. Writing it down lets somebody see when it stops being true.',
  fields: [
    { name: 'text', label: 'What the plan takes as given', kind: 'longText', required: true },
    { name: 'explicit', label: 'Is it said openly?', kind: 'select', options: SAID, required: true },
    { name: 'state', label: 'State', kind: 'select', options: optionsOf(ASSUMPTION_STATES), required: true },
    { name: 'source', label: 'Source', kind: 'text', hint: 'Where it was said, such as CCAG-12' },
  ],
  body: ({ text, explicit, state, source = '' }) =>
    ok({ text, explicit: explicit === 'yes', state, source: orNull(source) }),
  columns: (owner) => [
    {
      id: 'text',
      header: 'Assumption',
      value: (row) => row.text,
      cell: (row) => <FieldCell of={owner(row)} field="text" label="Assumption" kind="longText" value={row.text} />,
    },
    {
      id: 'state',
      header: 'State',
      value: (row) => keyInWords(row.state),
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="state"
          label="State"
          kind="select"
          value={row.state}
          options={optionsOf(ASSUMPTION_STATES)}
        />
      ),
      filter: true,
      group: true,
      width: '130px',
    },
    {
      id: 'explicit',
      header: 'How it is known',
      value: (row) => (row.explicit ? 'Said openly' : 'Found to underlie the plan'),
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="explicit"
          label="How it is known"
          kind="select"
          value={row.explicit ? 'yes' : 'no'}
          options={SAID}
          read={(words) => words === 'yes'}
        />
      ),
      filter: true,
      width: '200px',
    },
    {
      id: 'source',
      header: 'Source',
      value: (row) => row.source,
      cell: (row) => (
        <FieldCell of={owner(row)} field="source" label="Source" kind="text" value={row.source ?? ''} read={orNull} />
      ),
      width: '120px',
    },
  ],
};

export const FREEZE_OPTIONS: SmallKind<FreezeOption> = {
  path: 'freeze-options',
  title: 'Options for a code freeze',
  one: 'freeze option',
  nameOf: (row) => row.name,
  defaultSort: 'name',
  empty: 'An option is a way of holding back changes to the codes before go-live.',
  fields: [
    { name: 'number', label: 'Number', kind: 'text', required: true },
    { name: 'name', label: 'Name', kind: 'text', required: true },
    { name: 'text', label: 'What would happen', kind: 'longText', required: true },
    { name: 'whoCanAct', label: 'Who can act', kind: 'text' },
  ],
  body: ({ number: words = '', name, text, whoCanAct = '' }) => {
    const number = readWhole('the number', words, '4');
    return number.kind === 'failed' ? number : ok({ number: number.value, name, text, whoCanAct: orNull(whoCanAct) });
  },
  columns: (owner) => [
    {
      id: 'name',
      header: 'Option',
      value: (row) => row.name,
      sortValue: (row) => row.number,
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="name"
          label={`Name of option ${String(row.number)}`}
          kind="text"
          value={row.name}
        >
          {row.number}. {row.name}
        </FieldCell>
      ),
      width: '280px',
    },
    { id: 'number', header: 'Number', value: (row) => row.number, align: 'end', hidden: true, width: '76px' },
    {
      id: 'text',
      header: 'What would happen',
      value: (row) => row.text,
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="text"
          label={`What would happen: ${row.name}`}
          kind="longText"
          value={row.text}
        />
      ),
    },
    {
      id: 'whoCanAct',
      header: 'Who can act',
      value: (row) => row.whoCanAct,
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="whoCanAct"
          label={`Who can act: ${row.name}`}
          kind="text"
          value={row.whoCanAct ?? ''}
          read={orNull}
        />
      ),
      width: '170px',
    },
  ],
};

export const FREEZE_RECOMMENDATIONS: SmallKind<FreezeRecommendation> = {
  path: 'freeze-recommendations',
  title: 'Recommendations about a code freeze',
  one: 'recommendation',
  nameOf: (row) => row.text,
  empty: 'What a group recommends to do about the freeze, and what became of it.',
  fields: [
    { name: 'text', label: 'What is recommended', kind: 'longText', required: true },
    { name: 'byGroup', label: 'By', kind: 'text', hint: 'A group, such as CCAG' },
    { name: 'meetingKey', label: 'At', kind: 'text', hint: 'A meeting, such as CCAG-12' },
    { name: 'outcome', label: 'What became of it', kind: 'text' },
  ],
  body: ({ text, byGroup = '', meetingKey = '', outcome = '' }) =>
    ok({ text, byGroup: orNull(byGroup), meetingKey: orNull(meetingKey), outcome: orNull(outcome) }),
  columns: (owner) => [
    {
      id: 'text',
      header: 'Recommendation',
      value: (row) => row.text,
      cell: (row) => <FieldCell of={owner(row)} field="text" label="Recommendation" kind="longText" value={row.text} />,
    },
    {
      id: 'byGroup',
      header: 'By',
      value: (row) => row.byGroup,
      cell: (row) => (
        <FieldCell of={owner(row)} field="byGroup" label="By" kind="text" value={row.byGroup ?? ''} read={orNull} />
      ),
      width: '110px',
    },
    {
      id: 'meeting',
      header: 'At',
      field: 'meetingKey',
      value: (row) => row.meetingKey,
      cell: (row) => <MeetingChip meeting={row.meetingKey} />,
      width: '110px',
    },
    {
      id: 'outcome',
      header: 'What became of it',
      value: (row) => row.outcome,
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="outcome"
          label="What became of it"
          kind="longText"
          value={row.outcome ?? ''}
          read={orNull}
        />
      ),
      width: '220px',
    },
  ],
};

export const STATUS_REPORTS: SmallKind<StatusReport> = {
  path: 'status-reports',
  title: 'Status reports',
  one: 'status report',
  nameOf: (row) => row.meetingKey,
  defaultSort: '-date',
  empty: 'A status report is what the workstream told one meeting about where it stands.',
  fields: [
    { name: 'meetingKey', label: 'Meeting', kind: 'text', hint: 'Such as CCAG-12', required: true },
    { name: 'date', label: 'Date', kind: 'date' },
    { name: 'summary', label: 'Summary', kind: 'longText', required: true },
    { name: 'percentComplete', label: 'Percent complete', kind: 'text', hint: 'A whole number from 0 to 100' },
    { name: 'rag', label: 'Status', kind: 'select', options: RAG_OPTIONS, required: true },
  ],
  body: ({ meetingKey, date = '', summary, percentComplete: words = '', rag }) => {
    const percentComplete = readWhole('the percent complete', words.replace('%', ''), '65');
    return percentComplete.kind === 'failed'
      ? percentComplete
      : ok({ meetingKey, date: orNull(date), summary, percentComplete: percentComplete.value, rag });
  },
  columns: (owner) => [
    {
      id: 'meeting',
      header: 'Meeting',
      field: 'meetingKey',
      value: (row) => row.meetingKey,
      cell: (row) => <MeetingChip meeting={row.meetingKey} />,
      width: '100px',
    },
    {
      id: 'date',
      header: 'Date',
      value: (row) => row.date,
      cell: (row) => <DayCell of={owner(row)} field="date" label={`Date of ${row.meetingKey}`} date={row.date} />,
      width: '130px',
    },
    {
      id: 'percentComplete',
      header: 'Complete',
      value: (row) => row.percentComplete,
      cell: (row) => <PercentCell of={owner(row)} report={row} />,
      width: '140px',
    },
    {
      id: 'rag',
      header: 'Status',
      value: (row) => keyInWords(row.rag === 'none' ? 'not rated' : row.rag),
      cell: (row) => <RagCell of={owner(row)} field="rag" label={`Status told to ${row.meetingKey}`} rag={row.rag} />,
      width: '120px',
    },
    {
      id: 'summary',
      header: 'Summary',
      value: (row) => row.summary,
      cell: (row) => (
        <FieldCell
          of={owner(row)}
          field="summary"
          label={`Summary told to ${row.meetingKey}`}
          kind="longText"
          value={row.summary}
        />
      ),
    },
  ],
};
