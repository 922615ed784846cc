import type { ReactNode } from 'react';
import styles from './StageBadge.module.css';

interface StageBadgeProps {
  /** The body's own word, as written; empty where it is shown elsewhere. */
  readonly raw: string;
  /** The shared stage it maps to, in words: `with authority`; null where it maps to none. */
  readonly shared: string | null;
  /** Where the shared stage stands on the shared axis: step 1 of `of`. Draws a small track. */
  readonly step?: { readonly at: number; readonly of: number };
  /** What lies over the stage: `on hold`, `sent back`. */
  readonly overlay?: string | null;
}

/** A stage twice: the body's own word, and beside it the shared stage that makes bodies comparable. */
export function StageBadge({ raw, shared, step, overlay }: StageBadgeProps): ReactNode {
  return (
    <span className={styles.stage}>
      {raw !== '' && <span>{raw}</span>}
      {shared !== null && (
        <span className={styles.shared}>
          {step !== undefined && <Track at={step.at} of={step.of} />}
          {shared}
        </span>
      )}
      {overlay !== undefined && overlay !== null && overlay !== '' && <span className={styles.overlay}>{overlay}</span>}
    </span>
  );
}

/** One small bar a stage, filled up to where it stands. */
function Track({ at, of }: { readonly at: number; readonly of: number }): ReactNode {
  return (
    <svg className={styles.track} viewBox={`0 0 ${String(of * 4)} 8`} width={of * 4} height={8} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <rect
          key={index}
          x={index * 4}
          y={index < at ? 0 : 5}
          width={3}
          height={index < at ? 8 : 3}
          data-filled={index < at}
        />
      ))}
    </svg>
  );
}
