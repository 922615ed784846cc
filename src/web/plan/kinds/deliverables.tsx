/** Deliverables, as a table of small records. */
import { ok } from '../../../values/result.ts';
import type { Deliverable } from '../answers.ts';
import { DateCell, FieldCell, sortOf } from '../Cells.tsx';
import { MeetingChip } from '../MeetingChip.tsx';
import { keyInWords } from '../../parts/words.ts';
import { optionsOf, orNull } from '../reading.ts';
import type { SmallKind } from '../SmallRecords.tsx';

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
