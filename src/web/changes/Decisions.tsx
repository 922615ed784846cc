import { useState, type ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { useSession } from '../app/session.ts';
import type { CodeBodyDetail } from '../codes/answers.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Change, Decision } from './answers.ts';
import { capital } from '../parts/words.ts';
import { CAPACITY_WORDS, OUTCOME_MARKS, OUTCOME_WORDS } from './words.ts';
import styles from './Decisions.module.css';

/** What was decided on the change, event after event: an approval may be revoked, and given again on corrected text. */
export function Decisions({ change }: { readonly change: Change }): ReactNode {
  const { inPast } = useMoment();
  const [deciding, setDeciding] = useState(false);
  const mayDecide = change.may.decide && !inPast && change.next.decisions.length > 0;
  const marked = change.changes.filter(({ field }) => field === 'modification_decision');
  return (
    <Section
      title="Decisions"
      {...(change.decisions.length > 0 ? { count: change.decisions.length } : {})}
      {...(mayDecide ? { actions: <Button onClick={() => setDeciding(true)}>Record a decision</Button> } : {})}
    >
      {marked.length === 0 ? null : (
        <p className={styles.quiet}>
          Decisions changed <ChangedMark changes={marked} label="Decisions" />
        </p>
      )}
      {change.decisions.length === 0 ? (
        <p className={styles.quiet}>Nothing has been decided on it yet.</p>
      ) : (
        <ol className={styles.events}>
          {change.decisions.map((decision) => (
            <Event key={decision.id} change={change} decision={decision} mayStrike={change.may.decide && !inPast} />
          ))}
        </ol>
      )}
      <RecordDecision change={change} open={deciding} onClose={() => setDeciding(false)} />
    </Section>
  );
}

interface EventProps {
  readonly change: Change;
  readonly decision: Decision;
  readonly mayStrike: boolean;
}

function Event({ change, decision, mayStrike }: EventProps): ReactNode {
  const send = useSend();
  const { today } = useSession();
  const [striking, setStriking] = useState(false);
  const isStruck = decision.struckBecause !== null;
  const recommended = decision.capacity === 'recommend';
  const words = (
    <>
      <strong>{OUTCOME_WORDS[decision.outcome]}</strong> by {decision.who}{' '}
      <span className={styles.quiet}>({CAPACITY_WORDS[decision.capacity]})</span>
    </>
  );
  return (
    <li className={styles.event} data-struck={isStruck || undefined} data-recommended={recommended || undefined}>
      <span className={styles.mark} aria-hidden="true">
        {OUTCOME_MARKS[decision.outcome]}
      </span>
      <span className={styles.date}>
        <CivilDate date={decision.date} />
      </span>
      <div>
        <p>
          {isStruck ? <del>{words}</del> : words}
          {isStruck ? <span> Struck out: {decision.struckBecause}</span> : null}
        </p>
        {decision.conditions === '' ? null : <p>On condition that {decision.conditions}</p>}
        {decision.grounds === '' ? null : <p className={styles.quiet}>{decision.grounds}</p>}
        <p className={styles.quiet}>
          {decision.textHash === null ? (
            recommended ? null : (
              'The text it was decided on is not on record.'
            )
          ) : (
            <>
              On the text <code title={decision.textHash}>{decision.textHash.slice(0, 12)}…</code>
            </>
          )}
          {decision.appealUntil === null ? null : (
            <>
              {' '}
              {decision.appealUntil >= today ? 'Can be appealed until' : 'Could be appealed until'}{' '}
              <CivilDate date={decision.appealUntil} />.
            </>
          )}
        </p>
        {mayStrike && !isStruck ? (
          <span className={`${styles.tools ?? ''} screen-only`}>
            <Button look="quiet" onClick={() => setStriking(true)}>
              Recorded in error…
            </Button>
          </span>
        ) : null}
      </div>
      <FormDialog
        open={striking}
        title="Strike this decision out?"
        submit="Strike it out"
        onClose={() => setStriking(false)}
        onSubmit={(values) =>
          send(
            'POST',
            `/api/modifications/${change.id}/decisions/${decision.id}/strike`,
            values,
            undefined,
            'The decision was struck out',
          )
        }
        fields={[
          {
            name: 'because',
            label: 'Why it was recorded in error',
            kind: 'longText',
            required: true,
            hint: 'It stays readable and no longer counts. An approval taken back by its decider is a revocation: record that as a decision.',
          },
        ]}
      />
    </li>
  );
}

interface RecordDecisionProps {
  readonly change: Change;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Records a decision: what the server allows next, by whom, on which text. */
function RecordDecision({ change, open, onClose }: RecordDecisionProps): ReactNode {
  const send = useSend();
  const { today } = useSession();
  const body = useGet<CodeBodyDetail>(`/api/codes/${change.body}`, {}, { enabled: open });
  const deciders = body.data?.profile?.deciders ?? [];
  const capacities = [...new Set(change.next.decisions.flatMap((step) => step.capacities))];
  return (
    <FormDialog
      open={open}
      title={`Record a decision on ${change.reference}`}
      submit="Record the decision"
      onClose={onClose}
      onSubmit={(values) =>
        send(
          'POST',
          `/api/modifications/${change.id}/decisions`,
          {
            who: values['who'],
            capacity: values['capacity'],
            outcome: values['outcome'],
            date: values['date'],
            conditions: values['conditions'],
            grounds: values['grounds'],
            ...(values['textHash'] === '' ? {} : { textHash: values['textHash'] }),
            ...(values['appealUntil'] === '' ? {} : { appealUntil: values['appealUntil'] }),
          },
          undefined,
          'The decision is on record',
        )
      }
      fields={[
        {
          name: 'outcome',
          label: 'Outcome',
          kind: 'select',
          required: true,
          options: change.next.decisions.map(({ outcome }) => ({ value: outcome, label: OUTCOME_WORDS[outcome] })),
        },
        {
          name: 'who',
          label: 'Who',
          kind: 'text',
          required: true,
          ...(deciders.length === 0
            ? {}
            : { hint: `${change.body} has: ${deciders.map(({ name }) => name).join(', ')}.` }),
        },
        {
          name: 'capacity',
          label: 'Given as',
          kind: 'select',
          required: true,
          options: capacities.map((value) => ({ value, label: capital(CAPACITY_WORDS[value]) })),
          initial: capacities.includes('decide') ? 'decide' : (capacities[0] ?? 'decide'),
          hint: 'A recommendation binds nobody; the others do.',
        },
        { name: 'date', label: 'Date', kind: 'date', required: true, initial: today },
        { name: 'conditions', label: 'On condition that', kind: 'longText' },
        { name: 'grounds', label: 'Grounds', kind: 'longText' },
        {
          name: 'textHash',
          label: 'Fingerprint of the text decided on (SHA-256)',
          kind: 'text',
          hint: '64 hexadecimal digits. It binds the decision to the exact text.',
        },
        {
          name: 'appealUntil',
          label: 'Can be appealed until',
          kind: 'date',
          hint: 'Left out, it is worked out from the code’s appeal window.',
        },
      ]}
    />
  );
}
