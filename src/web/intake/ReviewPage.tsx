import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { printCivilDate } from '../../values/partial-date.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { packTitle, type AcceptOutcome, type Review, type Span } from './answers.ts';
import { Findings } from './Findings.tsx';
import { Outcome } from './Outcome.tsx';
import { Records } from './Records.tsx';
import { Source } from './Source.tsx';
import { Unread } from './Unread.tsx';
import styles from './ReviewPage.module.css';

/** One pack: its text beside what was read from it, what is odd, and what accepting would do. */
export default function ReviewPage(): ReactNode {
  const parameters: { readonly id?: string } = useParams({ strict: false });
  const id = parameters.id ?? '';
  const review = useGet<Review>(`/api/intakes/${id}`);
  return (
    <Loaded query={review} what="this pack">
      {(pack) => <ReviewOf pack={pack} />}
    </Loaded>
  );
}

function ReviewOf({ pack }: { readonly pack: Review }): ReactNode {
  const address = useAddress();
  const change = useChangeAddress();
  const chosen = oneOf(address['record']);
  const spot = oneOf(address['at']);
  const at = spot === null ? null : readSpot(spot);
  const open = pack.findings.filter((finding) => finding.state === 'open').length;
  /** Shows a place of the source; the record it belongs to is marked too. */
  const show = (span: Span, record: string | null): void =>
    change({ at: printSpot(span), record: record ?? undefined });
  /** A press in the source opens the record it became, among the records. */
  const choose = (span: Span, record: string | null): void =>
    change({ at: printSpot(span), record: record ?? undefined, ...(record === null ? {} : { tab: 'records' }) });
  return (
    <>
      <PageHeading
        title={`${packTitle(pack)} pack`}
        before={<Link to="/intake">Intake</Link>}
        sentence={pack.sentence}
        actions={<Actions pack={pack} open={open} />}
      />
      {pack.olderThan === null ? null : (
        <p className={styles.warning} role="note">
          A later pack of {pack.group} (of {printCivilDate(pack.olderThan)}) is already in the record. Accepting this
          one puts older values over newer ones; look at “If accepted” first.
        </p>
      )}
      {pack.notes.length === 0 ? null : (
        <ul className={styles.notes}>
          {pack.notes.map((note) => (
            <li key={note.message}>{note.message}</li>
          ))}
        </ul>
      )}
      <div className={styles.panes}>
        <Source review={pack} chosen={chosen} spot={at} onChoose={choose} />
        <div className={styles.side}>
          <Tabs
            label="What was read"
            tabs={[
              { id: 'findings', label: 'Findings', count: open, content: () => <Findings pack={pack} onShow={show} /> },
              {
                id: 'records',
                label: 'Records',
                count: pack.records.length,
                content: () => <Records pack={pack} chosen={chosen} onShow={show} />,
              },
              {
                id: 'outcome',
                label: pack.state === 'accepted' ? 'What accepting did' : 'If accepted',
                content: () => <Outcome pack={pack} onShow={show} />,
              },
              {
                id: 'unread',
                label: 'Not understood',
                count: pack.unread.length,
                content: () => <Unread pack={pack} onShow={show} />,
              },
            ]}
          />
        </div>
      </div>
    </>
  );
}

const printSpot = (span: Span): string => `${span.start}-${span.end}`;

/** `120-140` → a span; null for other words in the address. */
function readSpot(words: string): Span | null {
  const parts = /^(\d+)-(\d+)$/.exec(words);
  return parts === null ? null : { start: Number(parts[1]), end: Number(parts[2]) };
}

function Actions({ pack, open }: { readonly pack: Review; readonly open: number }): ReactNode {
  const send = useSend();
  return (
    <>
      <a className={styles.file} href={`/api/intakes/${pack.id}/file`} target="_blank" rel="noreferrer">
        {pack.fileName}
      </a>
      {pack.state !== 'staged' ? null : (
        <>
          <ConfirmButton
            label="Discard"
            look="quiet"
            question="Set this pack aside?"
            consequence="Nothing of it goes into the record. The file is kept; what you corrected here is kept with it, but not used."
            confirm="Discard the pack"
            disabled={!pack.may.edit}
            onConfirm={() => send('POST', `/api/intakes/${pack.id}/discard`, {}, undefined, 'The pack was set aside')}
          />
          <ConfirmButton
            label="Accept into the record"
            look="plain"
            question={`Accept the ${packTitle(pack)} pack?`}
            consequence={
              open === 0
                ? 'Everything shown under “If accepted” is written into the record, in one step.'
                : `Everything shown under “If accepted” is written into the record, in one step. ${open} ${open === 1 ? 'finding is' : 'findings are'} not settled: their values go in as they were read.`
            }
            confirm="Accept the pack"
            disabled={!pack.may.accept}
            onConfirm={() =>
              send<AcceptOutcome>('POST', `/api/intakes/${pack.id}/accept`, {}, undefined, 'The pack is in the record')
            }
          />
        </>
      )}
    </>
  );
}
