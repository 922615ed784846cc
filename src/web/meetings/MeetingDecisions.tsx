import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Decision, MeetingDetail } from './answers.ts';
import { RecordDecision } from './DecisionsPage.tsx';
import { EscalationChain, SendUp } from './Escalation.tsx';
import { StateMark } from './StateMark.tsx';
import { KIND_WORDS } from './words.ts';
import styles from './MeetingDecisions.module.css';

/** What the meeting decided and recommended, each with its conditions and its way up. */
export function MeetingDecisions({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  return (
    <Section
      title="Decisions and recommendations"
      count={meeting.decisions.length}
      actions={<RecordDecision meeting={meeting.reference} items={meeting.agenda} />}
    >
      {meeting.decisions.length === 0 ? (
        <EmptyState title="Nothing was decided or recommended">
          What the meeting decides is recorded here, with its conditions and who has to follow.
        </EmptyState>
      ) : (
        <ol className={styles.list}>
          {meeting.decisions.map((decision) => (
            <One key={decision.id} decision={decision} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function One({ decision }: { readonly decision: Decision }): ReactNode {
  return (
    <li className={styles.decision}>
      <div className={styles.head}>
        <ReferenceChip reference={decision.reference} href={`/decisions/${decision.reference}`} />
        <span className={styles.kind}>{KIND_WORDS[decision.kind]}</span>
      </div>
      <div>
        <p className={styles.text}>{decision.text}</p>
        {decision.conditions.length === 0 ? null : (
          <ul className={styles.conditions}>
            {decision.conditions.map((condition) => (
              <li key={condition.text}>
                <StateMark
                  state={condition.met ? 'agreed' : 'pending'}
                  label={`${condition.met ? 'Met' : 'Not met yet'}: ${condition.text}`}
                />
              </li>
            ))}
          </ul>
        )}
        <div className={styles.way}>
          <EscalationChain decision={decision} />
          <span className="screen-only">
            <SendUp decision={decision} />
          </span>
        </div>
      </div>
    </li>
  );
}
