import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Vocabulary } from '../codes/answers.ts';
import { labelOf, stepOf } from '../codes/vocabulary.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { StageBadge } from '../parts/StageBadge.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { Change, HorizonMention } from './answers.ts';

interface HorizonLogsProps {
  readonly change: Change;
  readonly vocabulary: Vocabulary;
}

const keyOf = (mention: HorizonMention): string => mention.period;

const columnsWith = (vocabulary: Vocabulary): readonly Column<HorizonMention>[] => [
  {
    id: 'log',
    header: 'Log of',
    value: ({ period }) => period,
    sortValue: ({ periodDate }) => periodDate,
    cell: ({ period }) => (
      <Link to="/register" search={{ tab: 'log', log: period }}>
        {period.replace('-', ' ')}
      </Link>
    ),
    width: '130px',
  },
  {
    id: 'date',
    header: 'Date',
    value: ({ periodDate }) => periodDate,
    cell: ({ periodDate }) => <CivilDate date={periodDate} />,
    width: '130px',
  },
  {
    id: 'stage',
    header: 'Stage as returned',
    value: ({ stageRaw }) => stageRaw,
    cell: ({ stageRaw, stage, overlay }) => {
      const step = stepOf(vocabulary, stage);
      return (
        <StageBadge
          raw={stageRaw}
          shared={stage === null ? null : labelOf(vocabulary.stages, stage)}
          overlay={labelOf(vocabulary.overlays, overlay)}
          {...(step === null ? {} : { step })}
        />
      );
    },
  },
  { id: 'words', header: 'What was told', value: ({ words }) => words },
];

/** What each horizon log said of the change at the time. */
export function HorizonLogs({ change, vocabulary }: HorizonLogsProps): ReactNode {
  return (
    <DataTable
      caption="Horizon logs"
      rows={change.horizon}
      columns={columnsWith(vocabulary)}
      rowKey={keyOf}
      defaultSort="-log"
      prefix="logs."
      toolbar={false}
      empty={
        <EmptyState title="No horizon log names it">
          {change.body} has not returned this change for any meeting on record.
        </EmptyState>
      }
    />
  );
}
