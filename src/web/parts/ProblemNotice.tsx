import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { Button } from './Button.tsx';
import styles from './ProblemNotice.module.css';

interface ProblemNoticeProps {
  readonly problem: Problem;
  /** Tries again what failed; shown as a button. */
  readonly onRetry?: () => void;
}

/** What went wrong, where, and what to do, in the server's words. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps): ReactNode {
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.title}>{problem.title}</p>
      <p>{problem.detail}</p>
      {problem.errors.length > 0 && (
        <ul className={styles.errors}>
          {problem.errors.map((error, index) => (
            <li key={index}>
              {error.field !== undefined && <strong>{error.field}: </strong>}
              {error.message}
            </li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <div className={styles.retry}>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  );
}
