import { useIsFetching } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLater } from '../parts/later.ts';
import styles from './ProgressLine.module.css';

/** A thin moving line at the top of the window while anything takes longer than half a second. */
export function ProgressLine(): ReactNode {
  const fetching = useIsFetching() > 0;
  const loading = useRouterState({ select: (state) => state.isLoading });
  const slow = useLater(fetching || loading);
  return slow ? (
    <div className={styles.line} role="progressbar" aria-label="Loading">
      <span />
    </div>
  ) : null;
}
