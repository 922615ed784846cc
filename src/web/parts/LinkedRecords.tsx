import type { ReactNode } from 'react';
import type { Result } from '../../values/result.ts';
import type { Problem } from '../api/problem.ts';
import { useSend } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { note } from './announce.ts';
import { Button } from './Button.tsx';
import { Section } from './FieldList.tsx';
import { LinkRecord } from './LinkRecord.tsx';
import { RecordChips } from './RecordChips.tsx';
import { keyOf, useNamedRecords, type LinkedRecord, type RecordKey } from './records.ts';
import { relationInWords } from './relations.ts';
import { groupRows } from './tableRows.ts';
import styles from './LinkedRecords.module.css';

interface LinkedRecordsProps {
  readonly links: readonly LinkedRecord[];
  /** The record's own address, `/api/milestones/M8`, and what it is called: `M8`. */
  readonly path: string;
  readonly name: string;
  readonly mayEdit: boolean;
}

/** What a record is linked with, either way round, for linking and parting by those who may: the same on every page. */
export function LinkedRecords({ links, path, name, mayEdit }: LinkedRecordsProps): ReactNode {
  const { inPast } = useMoment();
  const { link, unlink } = useLinking(path, name);
  const editable = mayEdit && !inPast;
  return (
    <Section
      title="Linked records"
      {...(links.length > 0 ? { count: links.length } : {})}
      {...(editable ? { actions: <LinkRecord title={`Link a record with ${name}`} onLink={link} /> } : {})}
    >
      {links.length === 0 ? (
        <p className={styles.none}>
          Nothing is linked with {name}
          {editable ? '. Link the actions, decisions, milestones, risks or changes it has to do with.' : '.'}
        </p>
      ) : (
        <LinkList links={links} onUnlink={editable ? unlink : null} />
      )}
    </Section>
  );
}

/** Making a link and taking one away; the latter can be undone for as long as the note stands. */
function useLinking(path: string, name: string) {
  const send = useSend();
  const link = ({ kind, id }: RecordKey): Promise<Result<unknown, Problem>> =>
    send('POST', `${path}/links`, { kind, id }, undefined, 'The record is linked');
  const unlink = async ({ kind, id }: RecordKey, reference: string): Promise<void> => {
    const taken = await send('DELETE', `${path}/links/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`);
    if (taken.kind === 'failed') {
      note(taken.failure.detail, { tone: 'problem' });
      return;
    }
    const undo = async (): Promise<void> => {
      const back = await link({ kind, id });
      if (back.kind === 'failed') note(back.failure.detail, { tone: 'problem' });
    };
    note(`${name} is no longer linked with ${reference}.`, { action: { label: 'Undo', run: () => void undo() } });
  };
  return { link, unlink };
}

interface LinkListProps {
  readonly links: readonly LinkedRecord[];
  /** Takes a link away that can be taken away from here; null where nobody may. */
  readonly onUnlink?: ((link: LinkedRecord, reference: string) => Promise<void>) | null;
}

/** Links by what they say, each with the other record's name. */
export function LinkList({ links, onUnlink = null }: LinkListProps): ReactNode {
  const named = useNamedRecords(links);
  return groupRows(links, relationInWords).map(({ name: relation, rows }) => (
    <div key={relation} className={styles.group}>
      <h3 className={styles.relation}>{relation}</h3>
      <ul>
        {rows.map((link) => {
          const record = named.get(keyOf(link));
          return (
            <li key={keyOf(link)} className={styles.link}>
              <span className={styles.title}>
                <RecordChips keys={[link]} named={named} /> {record?.title}
                {link.note === '' ? null : <span className={styles.note}> {link.note}</span>}
              </span>
              {onUnlink === null || !link.removable ? null : (
                <Button
                  look="quiet"
                  className="screen-only"
                  aria-label={`Unlink ${record?.reference ?? link.kind}`}
                  title="Unlink"
                  onClick={() => void onUnlink(link, record?.reference ?? 'that record')}
                >
                  ✕
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
