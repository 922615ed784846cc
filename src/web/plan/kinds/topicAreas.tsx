/** Topic areas of the drafting, as a table of small records. */
import { Link } from '@tanstack/react-router';
import { ok } from '../../../values/result.ts';
import { PartialDateText } from '../../parts/dates.tsx';
import type { TopicArea } from '../answers.ts';
import { FieldCell, sortOf } from '../Cells.tsx';
import { keyInWords } from '../../parts/words.ts';
import { optionsOf } from '../reading.ts';
import type { SmallKind } from '../SmallRecords.tsx';

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
