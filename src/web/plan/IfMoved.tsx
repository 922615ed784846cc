import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { addDays, isCivilDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { Section } from '../parts/FieldList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { AffectedMilestone, IfMoved as Answer, MilestoneDetail } from './answers.ts';
import { MovedPicture } from './MovedPicture.tsx';
import { slipWords } from './reading.ts';
import styles from './Parts.module.css';

/** "What moves if this moves": nothing is written; the day asked about is in the address, so that it can be shared. */
export function IfMoved({ milestone }: { readonly milestone: MilestoneDetail }): ReactNode {
  const address = useAddress();
  const change = useChangeAddress();
  const { today } = useSession();
  const id = useId();
  const asked = oneOf(address['to']);
  const to = asked !== null && isCivilDate(asked) ? asked : null;
  const from = milestone.plannedDate ?? today;
  return (
    <Section title="What moves if this moves">
      <div className={`${styles.ask ?? ''} screen-only`}>
        <label htmlFor={id}>If it moves to</label>
        <input
          id={id}
          type="date"
          value={to ?? ''}
          onChange={(event) => change({ to: event.target.value === '' ? undefined : event.target.value })}
        />
        {[28, 84].map((days) => (
          <Button key={days} look="quiet" onClick={() => change({ to: addDays(from, days) })}>
            {days / 7} weeks later
          </Button>
        ))}
        {to !== null && (
          <Button look="quiet" onClick={() => change({ to: undefined })}>
            Clear
          </Button>
        )}
      </div>
      {to === null ? (
        <p className={styles.note}>Choose a day to see which milestones would move with it. Nothing is changed.</p>
      ) : (
        <Answered milestone={milestone} to={to} />
      )}
    </Section>
  );
}

function Answered({ milestone, to }: { readonly milestone: MilestoneDetail; readonly to: string }): ReactNode {
  const answer = useGet<Answer>(`/api/milestones/${milestone.id}/if-moved`, { to });
  return (
    <Loaded query={answer} what="what would move">
      {(moved) => (
        <>
          <p className={styles.answer} role="status">
            {moved.sentence}.
          </p>
          {moved.affected.length > 0 && <MovedPicture moved={moved} table={<MovedTable moved={moved} />} />}
        </>
      )}
    </Loaded>
  );
}

const columns: readonly Column<AffectedMilestone>[] = [
  {
    id: 'title',
    header: 'Milestone',
    value: (row) => row.title,
    cell: (row) => <Link to={row.href}>{row.reference === null ? row.title : `${row.reference} ${row.title}`}</Link>,
  },
  {
    id: 'from',
    header: 'From',
    value: (row) => row.from,
    cell: (row) => <CivilDate date={row.from} none="no date" />,
    width: '110px',
  },
  { id: 'to', header: 'To', value: (row) => row.to, cell: (row) => <CivilDate date={row.to} />, width: '110px' },
  {
    id: 'days',
    header: 'Moves by',
    value: (row) => row.days,
    cell: (row) => slipWords(row.days),
    align: 'end',
    width: '96px',
  },
  {
    id: 'because',
    header: 'Because of',
    value: (row) => row.because.map((one) => one.reference ?? one.title).join(', '),
    width: '140px',
  },
];

const keyOf = (row: AffectedMilestone): string => row.id;
const hrefOf = (row: AffectedMilestone): string => row.href;

function MovedTable({ moved }: { readonly moved: Answer }): ReactNode {
  return (
    <DataTable
      caption="What would move"
      rows={moved.affected}
      columns={columns}
      rowKey={keyOf}
      rowHref={hrefOf}
      prefix="moved."
      toolbar={false}
    />
  );
}
