import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** What is not there: "No actions are open". */
  readonly title: string;
  /** Why, and what to do next. */
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Nothing to show, why, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.why}>{children}</div>}
      {action !== undefined && (
        <div className={styles.action}>
          <Button onClick={action.run}>{action.label}</Button>
        </div>
      )}
    </div>
  );
}
