import { useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Decision, Escalation, Step } from './answers.ts';
import { StateMark } from './StateMark.tsx';
import styles from './Escalation.module.css';

/** `SRO: awaiting; PSG: awaiting`. */
export const escalationInWords = (decision: Pick<Decision, 'escalation'>): string =>
  decision.escalation.map((step) => `${step.body}: ${step.stateLabel.toLowerCase()}`).join('; ');

/** The way up on one line: each body with the shape of how it stands. */
export function EscalationLine({ decision }: { readonly decision: Pick<Decision, 'escalation'> }): ReactNode {
  return decision.escalation.map((step, index) => (
    <span key={step.id} className={styles.short} title={`${step.body}: ${step.stateLabel}`}>
      {index === 0 ? '' : <span className={styles.arrow}>→ </span>}
      <StateMark state={step.state} label={step.body} />
      <span className="visually-hidden"> {step.stateLabel}</span>
    </span>
  ));
}

/** The way up: the group itself, then each body in turn with what it said and what it may still say. */
export function EscalationChain({ decision }: { readonly decision: Decision }): ReactNode {
  return (
    <ol className={styles.chain}>
      <li className={styles.link} data-state={decision.outcome}>
        <p className={styles.body}>{decision.group}</p>
        <div>
          <StateMark state={decision.outcome} label={decision.outcomeLabel} />
          <p className={styles.day}>
            <CivilDate date={decision.decidedOn} />
          </p>
        </div>
      </li>
      {decision.escalation.map((step) => (
        <Above key={step.id} decision={decision} escalation={step} />
      ))}
    </ol>
  );
}

function Above({ decision, escalation }: { readonly decision: Decision; readonly escalation: Escalation }): ReactNode {
  const session = useSession();
  return (
    <li className={styles.link} data-state={escalation.state}>
      <p className={styles.body}>{escalation.body}</p>
      <div>
        <StateMark state={escalation.state} label={escalation.stateLabel} />
        {escalation.decidedOn === null ? null : (
          <p className={styles.day}>
            <CivilDate date={escalation.decidedOn} />
          </p>
        )}
        {escalation.words === '' ? null : <p className={styles.words}>{escalation.words}</p>}
      </div>
      <div className={`${styles.steps ?? ''} screen-only`}>
        {escalation.steps
          .filter((step) => session.may(step.verb, 'decision'))
          .map((step) => (
            <Say key={step.name} decision={decision} escalation={escalation} step={step} />
          ))}
      </div>
    </li>
  );
}

/** Records what a body said of the decision. */
function Say(props: { readonly decision: Decision; readonly escalation: Escalation; readonly step: Step }): ReactNode {
  const { decision, escalation, step } = props;
  const send = useSend();
  const { today } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" aria-label={`${escalation.body}: ${step.label}`} onClick={() => setOpen(true)}>
        {step.label}…
      </Button>
      <FormDialog
        open={open}
        title={`${escalation.body} on ${decision.reference}: ${step.label.toLowerCase()}`}
        submit={step.label}
        fields={[
          { name: 'decidedOn', label: 'On', kind: 'date', initial: today },
          { name: 'words', label: 'What was said', kind: 'longText' },
        ]}
        onSubmit={(values) =>
          send(
            'POST',
            `/api/decisions/${decision.reference}/escalation/${escalation.id}/steps`,
            {
              step: step.name,
              ...(values['decidedOn'] === '' ? {} : { decidedOn: values['decidedOn'] }),
              ...(values['words'] === '' ? {} : { words: values['words'] }),
            },
            escalation.version,
            `${escalation.body}: ${step.label.toLowerCase()}`,
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** Sends a decision up to one more body. */
export function SendUp({ decision }: { readonly decision: Decision }): ReactNode {
  const session = useSession();
  const send = useSend();
  const [open, setOpen] = useState(false);
  if (!session.may('decide', 'decision')) return null;
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Send up…
      </Button>
      <FormDialog
        open={open}
        title={`Send ${decision.reference} up`}
        submit="Send it up"
        fields={[
          { name: 'body', label: 'To which body', kind: 'text', required: true, hint: 'For example SRO or PSG' },
        ]}
        onSubmit={(values) =>
          send(
            'POST',
            `/api/decisions/${decision.reference}/escalation`,
            { body: values['body'] },
            undefined,
            `Sent up to ${values['body'] ?? ''}`,
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  );
}
