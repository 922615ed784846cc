import { useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { ok } from '../../values/result.ts';
import { ActionState, DueDate } from './ActionFacts.tsx';
import { RaiseAction } from './ActionsPage.tsx';
import { ActionUpdateForm } from './ActionUpdateForm.tsx';
import type { Action, ActionUpdate, MeetingDetail } from './answers.ts';
import { Steps } from './Steps.tsx';
import { printParties } from './words.ts';
import styles from './MeetingActions.module.css';

/** Steps shown beside an action in a list; the others are on its own page. */
const SHOWN_STEPS = 2;

/** Actions this meeting looked at, and those it raised. What is proposed is not closed until the meeting agrees. */
export function MeetingActions({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const [updating, setUpdating] = useState<Action | null>(null);
  const raisedIds = new Set(meeting.actionsRaised.map((action) => action.id));
  const reviewed = meeting.actionsReviewed.filter(({ action }) => !raisedIds.has(action.id));
  const raised = meeting.actionsRaised.map((action) => ({
    action,
    update: meeting.actionsReviewed.find((one) => one.action.id === action.id)?.update ?? null,
  }));
  const proposed = reviewed
    .map(({ action }) => action)
    .filter((action) => action.closedAt === null && action.proposedAt?.id === meeting.id);
  return (
    <>
      <Section
        title="Looked at"
        count={reviewed.length}
        actions={proposed.length < 2 ? undefined : <AgreeAll meeting={meeting} proposed={proposed} />}
      >
        {proposed.length === 0 ? null : (
          <p className={styles.proposed}>
            {proposed.length === 1 ? 'One is' : `${String(proposed.length)} are`} proposed for closing. A proposal
            closes nothing: each stays open until the meeting agrees.
          </p>
        )}
        {reviewed.length === 0 ? (
          <EmptyState title="No action was looked at">
            Actions appear here when somebody says at this meeting how they stand.
          </EmptyState>
        ) : (
          <ActionTable meeting={meeting} rows={reviewed} onUpdate={setUpdating} />
        )}
      </Section>
      <Section title="Raised here" count={raised.length} actions={<RaiseAction meeting={meeting.reference} />}>
        {raised.length === 0 ? (
          <EmptyState title="No action was raised">
            {meeting.number === null
              ? 'Actions are numbered by their meeting. Once it has a number, they can be raised here.'
              : 'Actions raised here get this meeting’s number.'}
          </EmptyState>
        ) : (
          <ActionTable meeting={meeting} rows={raised} onUpdate={setUpdating} />
        )}
      </Section>
      {updating === null ? null : (
        <ActionUpdateForm action={updating} meeting={meeting.reference} onClose={() => setUpdating(null)} />
      )}
    </>
  );
}

interface ActionTableProps {
  readonly meeting: MeetingDetail;
  readonly rows: readonly { readonly action: Action; readonly update: ActionUpdate | null }[];
  readonly onUpdate: (action: Action) => void;
}

function ActionTable({ meeting, rows, onUpdate }: ActionTableProps): ReactNode {
  const mayEdit = useSession().may('edit', 'action');
  return (
    <table role="table" className={styles.table}>
      <thead role="rowgroup">
        <tr role="row">
          {['Action', 'What', 'Said at this meeting', 'State'].map((heading) => (
            <th key={heading} role="columnheader" scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ action, update }) => (
          <tr key={action.id} role="row">
            <td role="cell">
              <ReferenceChip reference={action.reference} href={`/actions/${action.reference}`} />
            </td>
            <td role="cell">
              <p>{action.text}</p>
              <p className={styles.owner}>
                {printParties(action.owners)}
                {action.due === null ? '' : ' · due '}
                {action.due === null ? null : <DueDate action={action} />}
              </p>
            </td>
            <td role="cell">
              {update === null ? (
                '–'
              ) : (
                <>
                  <p className={styles.verdict}>{update.verdictLabel}</p>
                  <p className={styles.words}>{update.words}</p>
                </>
              )}
            </td>
            <td role="cell">
              <ActionState action={action} />
              <div className={`${styles.steps ?? ''} screen-only`}>
                {mayEdit ? (
                  <Button look="quiet" aria-label={`Update ${action.reference}`} onClick={() => onUpdate(action)}>
                    Update…
                  </Button>
                ) : null}
                <Steps
                  steps={action.steps.slice(0, SHOWN_STEPS)}
                  path={`/api/actions/${action.reference}/steps`}
                  version={action.version}
                  resource="action"
                  name={action.reference}
                  agreedAt={meeting.reference}
                  look="quiet"
                />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Closes every action proposed for closing at this meeting, each in its own step, so that each keeps its own history. */
function AgreeAll({
  meeting,
  proposed,
}: {
  readonly meeting: MeetingDetail;
  readonly proposed: readonly Action[];
}): ReactNode {
  const session = useSession();
  const send = useSend();
  if (!session.may('decide', 'action')) return null;
  return (
    <ConfirmButton
      label={`Agree closing all ${String(proposed.length)}…`}
      question={`Did ${meeting.reference} agree to close all ${String(proposed.length)}?`}
      consequence={
        <>
          {proposed.map((action, index) => (
            <span key={action.id}>
              {index === 0 ? '' : ', '}
              <span className={styles.whole}>{action.reference}</span>
            </span>
          ))}{' '}
          will be closed. Each can be reopened on its own.
        </>
      }
      confirm={proposed.length === 1 ? 'Close it' : 'Close them'}
      keep={proposed.length === 1 ? 'Keep it open' : 'Keep them open'}
      onConfirm={async () => {
        for (const action of proposed) {
          const body = { step: 'agree-closure', meeting: meeting.reference };
          const done = await send(
            'POST',
            `/api/actions/${action.reference}/steps`,
            body,
            action.version,
            `${action.reference} is closed`,
          );
          if (done.kind === 'failed') return done;
        }
        return ok(null);
      }}
    />
  );
}
