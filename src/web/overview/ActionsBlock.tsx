import type { ReactNode } from 'react';
import { PartialDateText } from '../parts/dates.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Action } from './answers.ts';
import { Block, firstOf, More, Nothing } from './Block.tsx';
import { counted } from './briefing.ts';
import styles from './Overview.module.css';

interface ActionsProps {
  readonly outstanding: readonly Action[];
  readonly overdue: readonly Action[];
  readonly proposed: readonly Action[];
}

/** Actions past their date, and those that a meeting is asked to close. */
export function ActionsBlock({ outstanding, overdue, proposed }: ActionsProps): ReactNode {
  return (
    <Block title="Actions" to="/actions" all={`All ${counted(outstanding.length, 'outstanding action')}`}>
      {overdue.length + proposed.length === 0 && <Nothing>None is overdue or proposed for closing.</Nothing>}
      <Kind title="Overdue" actions={overdue} />
      <Kind title="Proposed for closing" actions={proposed} />
    </Block>
  );
}

function Kind({ title, actions }: { readonly title: string; readonly actions: readonly Action[] }): ReactNode {
  if (actions.length === 0) return null;
  const { shown, more } = firstOf(actions, 3);
  return (
    <>
      <h3 className={styles.sub}>
        {title} <span className={styles.count}>{actions.length}</span>
      </h3>
      <ul className={styles.rows}>
        {shown.map((action) => (
          <li key={action.id} className={styles.chipped}>
            <ReferenceChip reference={action.reference} href={`/actions/${action.reference}`} />
            <div>
              <p className={styles.clamped}>{action.text}</p>
              <p className={styles.about}>
                {action.owners.map((owner) => owner.role).join(', ') || 'No owner'}
                {action.due === null ? null : (
                  <>
                    {', due '}
                    <PartialDateText date={action.due} />
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <More count={more} />
    </>
  );
}
