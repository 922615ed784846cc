import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import { useLater } from './later.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import styles from './Loaded.module.css';

/** Words that something is on its way, after half a second of silence. */
export function Waiting({ what }: { readonly what: string }): ReactNode {
  const late = useLater(true);
  return late ? (
    <p className={styles.waiting} role="status">
      Loading {what}…
    </p>
  ) : null;
}

interface LoadedProps<Answer> {
  readonly query: UseQueryResult<Answer>;
  /** What is waited for, as in "Loading the register…". */
  readonly what: string;
  readonly children: (answer: Answer) => ReactNode;
}

/**
 * Shows an answer once it is there; until then progress, and when it fails the problem with a retry. An answer already
 * on the screen stays, dimmed while a newer one is fetched, with a line above it when the newer one can't be had.
 */
export function Loaded<Answer>({ query, what, children }: LoadedProps<Answer>): ReactNode {
  const retry = (): void => void query.refetch();
  if (query.data === undefined)
    return query.isError ? <ProblemNotice problem={problemOf(query.error)} onRetry={retry} /> : <Waiting what={what} />;
  return (
    <>
      {query.isError && (
        <p className={styles.stale} role="status">
          This is what was last read; the newest can’t be had ({problemOf(query.error).title}).{' '}
          <button type="button" className={styles.retry} onClick={retry}>
            Try again
          </button>
        </p>
      )}
      <div className={styles.loaded} aria-busy={query.isPlaceholderData || undefined}>
        {children(query.data)}
      </div>
    </>
  );
}
