import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import type { Column } from '../parts/tableRows.ts';
import { packTitle, type Intake, type Review } from './answers.ts';
import styles from './IntakePage.module.css';

interface IntakeList {
  readonly items: readonly Intake[];
  readonly sentence: string;
}

const STATE_WORDS: Readonly<Record<Intake['state'], string>> = {
  staged: 'To review',
  accepted: 'Accepted',
  discarded: 'Discarded',
};

const hrefOf = (intake: Intake): string => `/intake/${intake.id}`;

const columns: readonly Column<Intake>[] = [
  {
    id: 'meeting',
    header: 'Meeting',
    value: packTitle,
    cell: (intake) => <Link to={hrefOf(intake)}>{packTitle(intake)}</Link>,
    width: '140px',
  },
  {
    id: 'date',
    header: 'Date',
    value: (intake) => intake.meetingDate ?? '',
    cell: (intake) => (intake.meetingDate === null ? '' : <CivilDate date={intake.meetingDate} />),
    width: '130px',
  },
  { id: 'state', header: 'State', value: (intake) => STATE_WORDS[intake.state], filter: true, width: '110px' },
  { id: 'file', header: 'File', value: (intake) => intake.fileName },
  {
    id: 'coverage',
    header: 'Read',
    value: (intake) => intake.coverage,
    cell: (intake) => `${Math.round(intake.coverage * 100)} %`,
    align: 'end',
    width: '80px',
  },
];

const keyOf = (intake: Intake): string => intake.id;

/** Packs that came in, and the place to drop the next one. */
export default function IntakePage(): ReactNode {
  const intakes = useGet<IntakeList>('/api/intakes');
  return (
    <Loaded query={intakes} what="the packs that came in">
      {(list) => (
        <>
          <PageHeading title="Intake" sentence={list.sentence} />
          <Upload />
          <DataTable
            caption="Packs that came in"
            rows={list.items}
            columns={columns}
            rowKey={keyOf}
            rowHref={hrefOf}
            toolbar={list.items.length > 10}
            empty={
              <EmptyState title="No pack has come in yet">
                Drop a meeting pack above. You will see what Pandect reads in it, and what is odd, before anything of it
                goes into the record.
              </EmptyState>
            }
          />
        </>
      )}
    </Loaded>
  );
}

/** Where a person drops or chooses a file. What went wrong stays on the page until the next try. */
function Upload(): ReactNode {
  const session = useSession();
  const send = useSend();
  const navigate = useNavigate();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!session.may('add', 'intake'))
    return <p className={styles.hint}>Sign in as the secretariat or a code drafter to read a pack in.</p>;

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setProblem(null);
    setReading(file.name);
    const staged = await send<Review>(
      'POST',
      '/api/intakes',
      file,
      undefined,
      `${file.name} is read and ready for review`,
    );
    setReading(null);
    if (staged.kind === 'failed') setProblem(staged.failure);
    else void navigate({ to: hrefOf(staged.value) });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  return (
    <section aria-label="Read a pack in" className="screen-only">
      <div
        className={`${styles.drop ?? ''} ${over ? (styles.over ?? '') : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>
          <strong>Drop a meeting pack here</strong>, or choose one: PowerPoint, PDF, Word, text or Markdown. Nothing
          goes into the record until you accept it.
        </p>
        <input
          ref={chooser}
          type="file"
          className="visually-hidden"
          aria-label="Meeting pack"
          tabIndex={-1}
          accept=".txt,.md,.pdf,.pptx,.docx"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button look="primary" disabled={reading !== null} onClick={() => chooser.current?.click()}>
          {reading === null ? 'Choose a file…' : `Reading ${reading}…`}
        </Button>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </section>
  );
}
