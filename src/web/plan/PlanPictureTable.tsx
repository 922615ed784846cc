import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMoment } from '../app/moment.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { PictureRow, PlanPicture } from './answers.ts';
import { slipWords } from './reading.ts';
import { STANDING_WORDS, StandingMark } from './Standing.tsx';

const dateColumn = (
  id: 'baseline' | 'target' | 'forecast' | 'actual' | 'forecastThen',
  header: string,
): Column<PictureRow> => ({
  id,
  header,
  value: (row) => row[id]?.latest ?? row[id]?.raw ?? null,
  cell: (row) => <PartialDateText date={row[id]} />,
  width: '112px',
});

const columns: readonly Column<PictureRow>[] = [
  {
    id: 'title',
    header: 'Milestone',
    value: (row) => row.title,
    cell: (row) => <Link to={row.href}>{row.title}</Link>,
  },
  { id: 'reference', header: 'Reference', value: (row) => row.reference, width: '84px' },
  {
    id: 'standing',
    header: 'Standing',
    value: (row) => STANDING_WORDS[row.standing.kind],
    cell: (row) => <StandingMark standing={row.standing} />,
    filter: true,
    width: '124px',
  },
  dateColumn('target', 'Target'),
  dateColumn('forecast', 'Forecast'),
  dateColumn('actual', 'Reached'),
  {
    id: 'slip',
    header: 'Against target',
    value: (row) => row.slip.againstTarget,
    cell: (row) => slipWords(row.slip.againstTarget),
    align: 'end',
    width: '112px',
  },
];

const comparedColumns: readonly Column<PictureRow>[] = [
  ...columns,
  dateColumn('forecastThen', 'Forecast then'),
  {
    id: 'since',
    header: 'Moved since',
    value: (row) => row.slipSince,
    cell: (row) => (row.slipSince === 0 ? 'not moved' : slipWords(row.slipSince)),
    align: 'end',
    width: '104px',
  },
];

const keyOf = (row: PictureRow): string => row.id;
const hrefOf = (row: PictureRow): string => row.href;

/** The same data as the picture's, for reading and for those who cannot see it. */
export function PlanPictureTable({ answer }: { readonly answer: PlanPicture }): ReactNode {
  const { since } = useMoment();
  return (
    <>
      <DataTable
        caption="Milestones over time"
        rows={answer.rows}
        columns={since === null ? columns : comparedColumns}
        rowKey={keyOf}
        rowHref={hrefOf}
        prefix="picture."
        toolbar={false}
      />
      {answer.dependencies.length > 0 && (
        <>
          <h3>Dependencies</h3>
          <ul>
            {answer.dependencies.map((dependency) => (
              <li key={dependency.id}>{dependency.words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
