/** Options for a code freeze and what was recommended, as tables of small records. */
import { ok } from '../../../values/result.ts';
import type { FreezeOption, FreezeRecommendation } from '../answers.ts';
import { FieldCell } from '../Cells.tsx';
import { MeetingChip } from '../MeetingChip.tsx';
import { orNull, readWhole } from '../reading.ts';
import type { SmallKind } from '../SmallRecords.tsx';

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
