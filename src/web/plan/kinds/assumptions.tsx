/** Planning assumptions, as a table of small records. */
import { ok } from '../../../values/result.ts';
import type { PlanningAssumption } from '../answers.ts';
import { FieldCell } from '../Cells.tsx';
import { keyInWords } from '../../parts/words.ts';
import { optionsOf, orNull } from '../reading.ts';
import type { SmallKind } from '../SmallRecords.tsx';

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
