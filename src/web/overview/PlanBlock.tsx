import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PartialDateText } from '../parts/dates.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { Shape } from '../parts/RagMark.tsx';
import type { Milestone, StandingKind } from './answers.ts';
import { Block, firstOf, More, Nothing } from './Block.tsx';
import { counted, standingCounts } from './briefing.ts';
import styles from './Overview.module.css';

const WORDS: Readonly<Record<StandingKind, string>> = {
  late: 'late',
  red: 'red',
  amber: 'amber',
  green: 'green',
  unexamined: 'unexamined',
  done: 'reached',
};

interface PlanProps {
  readonly milestones: readonly Milestone[];
  readonly ahead: readonly Milestone[];
}

/** How the milestones stand, and which come next. */
export function PlanBlock({ milestones, ahead }: PlanProps): ReactNode {
  const { shown, more } = firstOf(ahead, 5);
  return (
    <Block title="Plan" to="/plan" all={`All ${counted(milestones.length, 'milestone')}`}>
      {milestones.length === 0 ? (
        <Nothing>No milestone is on record.</Nothing>
      ) : (
        <ul className={styles.counts} aria-label="How the milestones stand">
          {standingCounts(milestones).map(({ kind, count }) => (
            <li key={kind}>
              <Mark kind={kind} /> <strong>{count}</strong> {WORDS[kind]}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.rows}>
        {shown.map((milestone) => (
          <li key={milestone.id} className={styles.pair}>
            <span className={styles.named} title={milestone.standing.reason}>
              <Mark kind={milestone.standing.kind} />
              <span className="visually-hidden">{WORDS[milestone.standing.kind]}: </span>
              <span>
                {milestone.reference !== null && (
                  <>
                    <ReferenceChip reference={milestone.reference} href={milestone.href} />{' '}
                  </>
                )}
                {milestone.reference === null ? <Link to={milestone.href}>{milestone.title}</Link> : milestone.title}
              </span>
            </span>
            <span className={styles.when}>
              <PartialDateText date={milestone.forecast ?? milestone.target} />
            </span>
          </li>
        ))}
      </ul>
      <More count={more} />
    </Block>
  );
}

/** The mark of a standing: a letter in a shape; a ring where nobody looked; a diamond for late, a tick for reached. */
function Mark({ kind }: { readonly kind: StandingKind }): ReactNode {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" className={styles.mark} aria-hidden="true">
      {kind === 'late' ? (
        <>
          <path d="M10 1 19 10 10 19 1 10z" className={styles.late} />
          <text x="10" y="13.600" className={styles.lateWords}>
            L
          </text>
        </>
      ) : kind === 'done' ? (
        <>
          <circle cx="10" cy="10" r="8" className={styles.done} />
          <path d="M6 10.300 9 13.300 14 7.300" className={styles.tick} />
        </>
      ) : (
        <Shape rag={kind} />
      )}
    </svg>
  );
}
