import type { ReactNode } from 'react';
import styles from './StateMark.module.css';

/** A shape for how far something has come; a state without one here is shown by its words alone. */
const SHAPES: Readonly<Record<string, string>> = {
  scheduled: '○',
  'papers-issued': '◔',
  held: '◑',
  minuted: '◕',
  ratified: '●',
  cancelled: '✕',
  open: '○',
  'proposed-closed': '◐',
  closed: '●',
  pending: '○',
  awaiting: '○',
  agreed: '●',
  'agreed-with-conditions': '◐',
  rejected: '✕',
  declined: '✕',
  revoked: '✕',
  returned: '↩',
  deferred: '→',
  draft: '○',
  approved: '●',
};

/** A state as a shape and the server's words for it; never by colour. */
export function StateMark({ state, label }: { readonly state: string; readonly label: string }): ReactNode {
  return (
    <span className={styles.state} data-state={state}>
      <span className={styles.shape} aria-hidden="true">
        {SHAPES[state] ?? '·'}
      </span>
      {label}
    </span>
  );
}
