/** Small facts of actions that lists and pages share. */
import type { ReactNode } from 'react';
import { PartialDateText } from '../parts/dates.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Action, MeetingMention } from './answers.ts';
import { StateMark } from './StateMark.tsx';
import { counted } from './words.ts';
import styles from './ActionFacts.module.css';

/** A meeting as a chip. */
export function MeetingChip({ meeting }: { readonly meeting: MeetingMention }): ReactNode {
  return <ReferenceChip reference={meeting.reference} href={`/meetings/${meeting.reference}`} title={meeting.date} />;
}

/** When an action is due, and by how much it is late. */
export function DueDate({ action }: { readonly action: Pick<Action, 'due' | 'overdue' | 'daysOverdue'> }): ReactNode {
  return (
    <span className={styles.due}>
      <PartialDateText date={action.due} />
      {action.overdue && (
        <span className={styles.late}>
          <span aria-hidden="true">▲</span> {counted(action.daysOverdue, 'day')} late
        </span>
      )}
    </span>
  );
}

/** The state in words, with the meeting at which closing was proposed or agreed. */
export function ActionState({
  action,
}: {
  readonly action: Pick<Action, 'state' | 'stateLabel' | 'proposedAt' | 'closedAt'>;
}): ReactNode {
  const at = action.closedAt ?? action.proposedAt;
  return (
    <span className={styles.state}>
      <StateMark state={action.state} label={action.stateLabel} />
      {at === null ? null : <span className={styles.at}>at {at.reference}</span>}
    </span>
  );
}

/** Long words in a row of a list: the first lines, all of them on paper and on the record's own page. */
export function Clamped({ words }: { readonly words: string }): ReactNode {
  return (
    <span className={styles.clamped} title={words}>
      {words}
    </span>
  );
}
