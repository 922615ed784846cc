/** Status reports, as a table of small records. */
import { ok } from '../../../values/result.ts';
import type { StatusReport } from '../answers.ts';
import { DayCell, FieldCell, RagCell } from '../Cells.tsx';
import { MeetingChip } from '../MeetingChip.tsx';
import { PercentCell } from '../PercentCell.tsx';
import { keyInWords } from '../../parts/words.ts';
import { orNull, RAG_OPTIONS, readWhole } from '../reading.ts';
import type { SmallKind } from '../SmallRecords.tsx';

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
