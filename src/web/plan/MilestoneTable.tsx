import { Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useSession } from '../app/session.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { Milestone } from './answers.ts';
import { DateCell, FieldCell, RagCell, sortOf, type Owner } from './Cells.tsx';
import styles from './Parts.module.css';
import { keyInWords } from '../parts/words.ts';
import { slipWords } from './reading.ts';
import { STANDING_WORDS, StandingMark } from './Standing.tsx';

const keyOf = (milestone: Milestone): string => milestone.id;
const hrefOf = (milestone: Milestone): string => milestone.href;
const changesOf = (milestone: Milestone) => milestone.changes;

/** Every milestone with all its dates, edited where they stand. */
export function MilestoneTable({ milestones }: { readonly milestones: readonly Milestone[] }): ReactNode {
  const { may } = useSession();
  const mayEdit = may('edit', 'milestone');
  const columns = useMemo(() => columnsFor(mayEdit), [mayEdit]);
  return (
    <DataTable
      caption="Milestones"
      rows={milestones}
      columns={columns}
      rowKey={keyOf}
      rowHref={hrefOf}
      changesOf={changesOf}
      defaultSort="position"
      prefix="milestones."
      empty={
        <EmptyState title="No milestones yet">
          Add the first one with “Add a milestone”, or read a meeting pack in: its plan table becomes milestones.
        </EmptyState>
      }
    />
  );
}

function columnsFor(mayEdit: boolean): readonly Column<Milestone>[] {
  // By the id, since the reference itself can be edited.
  const owner = ({ id, version }: Milestone): Owner => ({
    path: `/api/milestones/${id}`,
    version,
    mayEdit,
    compact: true,
  });
  const date = (
    field: 'baseline' | 'target' | 'forecast' | 'actual',
    label: string,
    hidden = false,
  ): Column<Milestone> => ({
    id: field,
    header: label,
    value: (row) => sortOf(row[field]),
    cell: (row) =>
      mayEdit ? (
        <DateCell of={owner(row)} field={field} label={`${label} of ${row.title}`} date={row[field]} />
      ) : (
        <PartialDateText date={row[field]} />
      ),
    width: '126px',
    hidden,
  });
  return [
    {
      id: 'title',
      header: 'Milestone',
      value: (row) => row.title,
      cell: (row) => <Link to={row.href}>{row.title}</Link>,
    },
    {
      id: 'reference',
      header: 'Reference',
      value: (row) => row.reference,
      cell: (row) => (row.reference === null ? '' : <ReferenceChip reference={row.reference} href={row.href} />),
      width: '80px',
    },
    { id: 'position', header: 'Place in the plan', value: (row) => row.position, align: 'end', hidden: true },
    {
      id: 'tier',
      header: 'Level',
      value: (row) => (row.tier === null ? '' : `Level ${String(row.tier)}`),
      filter: true,
      group: true,
      hidden: true,
    },
    { id: 'topicArea', header: 'Topic area', value: (row) => row.topicArea, filter: true, group: true, hidden: true },
    { id: 'owner', header: 'Owner', value: (row) => row.owner, filter: true, group: true, hidden: true },
    {
      id: 'standing',
      header: 'Standing',
      value: (row) => STANDING_WORDS[row.standing.kind],
      cell: (row) => <StandingMark standing={row.standing} />,
      filter: true,
      group: true,
      width: '118px',
    },
    date('baseline', 'Baseline', true),
    date('target', 'Target'),
    date('forecast', 'Forecast'),
    date('actual', 'Reached'),
    {
      id: 'slip',
      header: 'Slip',
      value: (row) => row.slip.againstTarget,
      cell: (row) => slipWords(row.slip.againstTarget),
      align: 'end',
      width: '88px',
    },
    {
      id: 'rag',
      header: 'Reported',
      value: (row) => keyInWords(row.rag === 'none' ? 'not rated' : row.rag),
      cell: (row) => (
        <>
          <RagCell of={owner(row)} field="rag" label={`Reported status of ${row.title}`} rag={row.rag} />
          {(row.ragReason !== '' || row.rag === 'red' || row.rag === 'amber') && (
            <div>
              <FieldCell
                of={owner(row)}
                field="ragReason"
                label={`Reason for the status of ${row.title}`}
                kind="longText"
                value={row.ragReason}
              />
            </div>
          )}
        </>
      ),
      filter: true,
      group: true,
      width: '164px',
    },
    { id: 'ragReason', header: 'Reason', value: (row) => row.ragReason, hidden: true },
    {
      id: 'dependencies',
      header: 'Depends on',
      value: (row) =>
        row.dependencies
          .filter(({ direction }) => direction === 'follows')
          .map(({ words }) => words)
          .join('; '),
      cell: (row) => (row.dependencies.length === 0 ? '' : <Follows milestone={row} />),
      width: '150px',
    },
  ];
}

/** What a milestone follows, each by its reference where it has one. */
function Follows({ milestone }: { readonly milestone: Milestone }): ReactNode {
  return (
    <div className={styles.lines}>
      {milestone.dependencies
        .filter(({ direction }) => direction === 'follows')
        .map(({ id, kind, words, other }) => (
          <div key={id} title={words}>
            {keyInWords(kind)}{' '}
            {other.reference === null ? (
              <Link to={other.href}>{other.title}</Link>
            ) : (
              <ReferenceChip reference={other.reference} href={other.href} title={other.title} />
            )}
          </div>
        ))}
    </div>
  );
}
