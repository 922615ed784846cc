import type { ReactNode } from 'react';
import type { Vocabulary } from '../codes/answers.ts';
import { thickness } from './InFlightDrawing.tsx';
import styles from './InFlight.module.css';

/** What the shapes of the picture stand for. */
export function Legend({ vocabulary }: { readonly vocabulary: Vocabulary }): ReactNode {
  return (
    <div className={styles.legend}>
      <ol aria-label="Stages, as the bars show them">
        {vocabulary.stages.map((stage, index) => (
          <li key={stage.value} title={stage.meaning}>
            <svg width="22" height="18" viewBox="0 -9 22 18" aria-hidden="true">
              <rect
                x={0}
                y={-thickness(index + 1) / 2}
                width={22}
                height={thickness(index + 1)}
                rx={1.5}
                className={styles.stretch}
                data-step={index + 1}
              />
            </svg>
            {stage.label}
          </li>
        ))}
      </ol>
      <ul aria-label="Marks on the bars">
        <li>
          <svg width="22" height="18" viewBox="0 -9 22 18" aria-hidden="true">
            <rect x={0.5} y={-4} width={21} height={8} rx={1.5} className={styles.stretch} data-paused />
          </svg>
          on hold, or stage not known
        </li>
        <li>
          <svg width="16" height="18" viewBox="-8 -9 16 18" aria-hidden="true">
            <path d="M0 -6 6 0 0 6-6 0Z" className={styles.mark} />
          </svg>
          decision expected
        </li>
        <li>
          <svg width="16" height="18" viewBox="-8 -9 16 18" aria-hidden="true">
            <path d="M-5 -6H5L0 6Z" className={styles.mark} />
          </svg>
          implementation
        </li>
        <li>
          <svg width="16" height="18" viewBox="-8 -9 16 18" aria-hidden="true">
            <path d="M0 -6 6 0 0 6-6 0Z" className={styles.mark} data-doubtful />
          </svg>
          a day that is not certain
        </li>
        <li>
          <svg width="16" height="18" viewBox="-8 -9 16 18" aria-hidden="true">
            <line y1={-9} y2={9} className={styles.decision} />
            <circle r={6.5} className={styles.outcome} />
            <text y={3.5} textAnchor="middle" className={styles.outcomeMark}>
              ✓
            </text>
          </svg>
          decided (a broken ring: recommended): ✓ approved, ✕ rejected, ⊘ revoked, ↩ sent back
        </li>
      </ul>
    </div>
  );
}
