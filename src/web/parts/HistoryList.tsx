import type { ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { EmptyState } from './EmptyState.tsx';
import { InstantText } from './dates.tsx';
import { printValue } from './printValue.ts';
import { useLinksInWords } from './useLinksInWords.ts';
import styles from './HistoryList.module.css';

/** Where a value came from, in the source's own words. */
export interface Provenance {
  readonly field?: string;
  readonly label?: string;
  /** The source: `CCAG 12 pack, line 214`. */
  readonly source: string;
  readonly quote: string;
  readonly href?: string | null;
}

/** One thing somebody did, as the server tells it, with all it changed. */
export interface HistoryEntry {
  readonly entry: number;
  readonly at: string;
  readonly actor: string | null;
  readonly command: string;
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  readonly provenance?: readonly Provenance[];
}

interface HistoryListProps {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
}

/** The field under which the server tells that a record is new. */
const ADDED = 'added';

/** What happened to a record: what changed, from what to what, who did it, when and why. */
export function HistoryList({ entries }: HistoryListProps): ReactNode {
  const tell = useLinksInWords(entries.flatMap(({ changes }) => changes));
  if (entries.length === 0)
    return (
      <EmptyState title="No history yet">
        Each change made here will be listed with who made it, when and why.
      </EmptyState>
    );
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.entry} className={styles.entry}>
          <p className={styles.who}>
            <InstantText instant={entry.at} />
            {entry.actor !== null && <span className={styles.actor}>{entry.actor}</span>}
          </p>
          <div>
            <ul>
              {entry.changes.filter(tellsSomething).map((change, index) => (
                <li key={index}>
                  <Change change={tell(change)} />
                </li>
              ))}
              {entry.changes.length === 0 && <li>{commandInWords(entry.command)}</li>}
            </ul>
            {entry.reason !== null && entry.reason !== '' && <p className={styles.reason}>{entry.reason}</p>}
            {entry.provenance !== undefined && <ProvenanceList provenance={entry.provenance} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** `action.edit` → `Action edit`; the last resort where a change has no fields to tell. */
const commandInWords = (command: string): string => {
  const words = command.replaceAll(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A new record's fields that were left blank are not told. */
const tellsSomething = (change: FieldChange): boolean =>
  change.field === ADDED || !isBlank(change.before) || !isBlank(change.after);

function Change({ change }: { readonly change: FieldChange }): ReactNode {
  const label = change.label ?? change.field;
  if (change.field === ADDED) return <span className={styles.label}>{label}</span>;
  return (
    <>
      <span className={styles.label}>{label}</span>{' '}
      {!isBlank(change.before) && (
        <>
          <span className="visually-hidden">from </span>
          <del>{printValue(change.before)}</del>{' '}
        </>
      )}
      <span className="visually-hidden">to </span>
      {isBlank(change.after) ? 'taken out' : <ins>{printValue(change.after)}</ins>}
    </>
  );
}

/** The source's own words behind values, each with where it stands. */
export function ProvenanceList({ provenance }: { readonly provenance: readonly Provenance[] }): ReactNode {
  return (
    <ul className={styles.provenance}>
      {provenance.map((one, index) => (
        <li key={index}>
          {(one.label ?? one.field) !== undefined && <span className={styles.label}>{one.label ?? one.field}</span>}{' '}
          <q>{one.quote}</q>{' '}
          <span className={styles.source}>
            {one.href === undefined || one.href === null ? one.source : <a href={one.href}>{one.source}</a>}
          </span>
        </li>
      ))}
    </ul>
  );
}
