import { useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { OUTCOMES, type ChangeRequestDetail, type Step } from './answers.ts';
import { keyInWords } from '../parts/words.ts';
import { optionsOf, orNull } from './reading.ts';
import styles from './Workflow.module.css';
import shared from './Parts.module.css';

/** Where the request stands, and the steps that the server allows from here. */
export function Workflow({ request }: { readonly request: ChangeRequestDetail }): ReactNode {
  return (
    <div>
      <ol className={styles.track} aria-label="Workflow">
        {request.workflow.map(({ state, reached }) => {
          const here = state === request.state;
          return (
            <li
              key={state}
              className={styles.stage}
              data-reached={reached || undefined}
              aria-current={here ? 'step' : undefined}
            >
              {keyInWords(state)}
              {here && <span className={styles.now}>{request.stateWords}</span>}
              {!here && <span className="visually-hidden">{reached ? ' (passed)' : ' (to come)'}</span>}
            </li>
          );
        })}
      </ol>
      {request.steps.length > 0 && (
        <div className={`${shared.steps ?? ''} screen-only`}>
          {request.steps.map((step) => (
            <StepButton key={step.step} request={request} step={step} />
          ))}
        </div>
      )}
    </div>
  );
}

interface StepProps {
  readonly request: ChangeRequestDetail;
  readonly step: Step;
}

/** The step that has a form of its own: who decided, when and how. */
const DECIDE = 'decide';

function StepButton({ request, step }: StepProps): ReactNode {
  const send = useSend();
  const order = request.workflow.map(({ state }) => state);
  const back = order.indexOf(step.to) < order.indexOf(request.state);
  const take = () =>
    send(
      'POST',
      `/api/change-requests/${request.id}/steps`,
      { step: step.step },
      request.version,
      `${request.reference}: ${step.words.toLowerCase()}`,
    );
  if (step.step === DECIDE) return <Decide request={request} words={step.words} />;
  if (back)
    return (
      <ConfirmButton
        label={step.words}
        question={`${step.words}: ${request.reference}?`}
        consequence={
          request.outcome === null
            ? `It goes back to “${keyInWords(step.to).toLowerCase()}”; what was found so far stays.`
            : `Its outcome, “${keyInWords(request.outcome).toLowerCase()}”, is taken away; the history keeps it.`
        }
        confirm={step.words}
        onConfirm={take}
      />
    );
  return (
    <Button
      onClick={() => {
        void take().then((taken) => {
          if (taken.kind === 'failed') note(taken.failure.detail, { tone: 'problem' });
          else note(`${request.reference} now stands at “${keyInWords(step.to).toLowerCase()}”.`);
        });
      }}
    >
      {step.words}
    </Button>
  );
}

function Decide({ request, words }: { readonly request: ChangeRequestDetail; readonly words: string }): ReactNode {
  const send = useSend();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {words}
      </Button>
      <FormDialog
        open={open}
        title={`How was ${request.reference} decided?`}
        fields={[
          { name: 'outcome', label: 'Outcome', kind: 'select', options: optionsOf(OUTCOMES), required: true },
          {
            name: 'decidedBy',
            label: 'Decided by',
            kind: 'text',
            initial: request.deciders.at(-1) ?? '',
            hint: `It is for ${request.deciders.join(', then ')} to decide`,
          },
          { name: 'decidedOn', label: 'Decided', kind: 'date' },
          { name: 'note', label: 'Conditions and reasons', kind: 'longText' },
        ]}
        submit="Record the decision"
        onSubmit={({ outcome, decidedBy = '', decidedOn = '', note: reasons = '' }) =>
          send(
            'POST',
            `/api/change-requests/${request.id}/decision`,
            { outcome, decidedBy: orNull(decidedBy), decidedOn: orNull(decidedOn), note: reasons },
            request.version,
            'The decision is recorded',
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  );
}
