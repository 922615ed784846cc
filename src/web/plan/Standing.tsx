import type { ReactNode } from 'react';
import { Shape } from '../parts/RagMark.tsx';
import type { Standing, StandingKind } from './answers.ts';
import styles from './Standing.module.css';

export const STANDING_WORDS: Readonly<Record<StandingKind, string>> = {
  unexamined: 'Unexamined',
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  late: 'Late',
  done: 'Reached',
};

/**
 * The mark of a standing, 20 by 20, for use inside other pictures: the shapes of red, amber, green and unexamined;
 * late a diamond with an L, reached a solid disc with a tick.
 */
export function StandingShape({ kind }: { readonly kind: StandingKind }): ReactNode {
  switch (kind) {
    case 'late':
      return (
        <>
          <path d="M10 1 19 10 10 19 1 10z" className={styles.late} />
          <text x="10" y="13.600" className={styles.lateWords}>
            L
          </text>
        </>
      );
    case 'done':
      return (
        <>
          <circle cx="10" cy="10" r="8" className={styles.done} />
          <path d="M6 10.300 9 13.300 14 7.300" className={styles.tick} />
        </>
      );
    default:
      return <Shape rag={kind} />;
  }
}

/** How a milestone stands: mark and word, its reason behind it (or in full below, where there is room). */
export function StandingMark({ standing }: { readonly standing: Standing }): ReactNode {
  return (
    <span className={styles.standing} title={standing.reason}>
      <svg viewBox="0 0 20 20" width="20" height="20" className={styles.mark} aria-hidden="true">
        <StandingShape kind={standing.kind} />
      </svg>
      <span>
        {STANDING_WORDS[standing.kind]}
        {standing.unexamined && standing.kind !== 'unexamined' ? ', unexamined' : ''}
      </span>
    </span>
  );
}
