import type { ReactNode } from 'react';
import { CivilDate } from '../parts/dates.tsx';
import { RagMark } from '../parts/RagMark.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { ChangeRequest, Intakes, Risk } from './answers.ts';
import { Block, firstOf, More, Nothing } from './Block.tsx';
import { counted, listed } from './briefing.ts';
import styles from './Overview.module.css';

/** Requests to change the programme that nobody has decided. */
export function RequestsBlock({ requests }: { readonly requests: readonly ChangeRequest[] }): ReactNode {
  const { shown, more } = firstOf(requests, 4);
  return (
    <Block title="Change requests awaiting decision" to="/change-requests" all="All change requests">
      {requests.length === 0 && <Nothing>None awaits a decision.</Nothing>}
      <ul className={styles.rows}>
        {shown.map((request) => (
          <li key={request.id} className={styles.chipped}>
            <ReferenceChip reference={request.reference} href={request.href} />
            <div>
              <p className={styles.clamped}>{request.title}</p>
              <p className={styles.about}>
                {request.stateWords}
                {request.deciders.length === 0 ? '' : `; ${listed(request.deciders)} to decide`}
                {request.assessmentTo === null ? null : (
                  <>
                    {'; assessment to '}
                    <CivilDate date={request.assessmentTo} />
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <More count={more} />
    </Block>
  );
}

/** The gravest open risks. */
export function RisksBlock({ risks }: { readonly risks: readonly Risk[] }): ReactNode {
  const { shown, more } = firstOf(risks, 3);
  return (
    <Block title="Top risks" to="/risks" all={`All ${counted(risks.length, 'open risk')}`}>
      {risks.length === 0 && <Nothing>No risk is open.</Nothing>}
      <ul className={styles.rows}>
        {shown.map((risk) => (
          <li key={risk.id} className={styles.chipped}>
            <span className={styles.rated}>
              <RagMark rag={risk.rag} /> <ReferenceChip reference={risk.reference} href={risk.href} />
            </span>
            <div>
              <p className={styles.clamped}>{risk.description}</p>
              <p className={styles.about}>
                {risk.owner ?? 'No owner'}
                {risk.mitigations.length === 0
                  ? ''
                  : `; ${String(risk.mitigations.filter((one) => one.done).length)} of ${counted(risk.mitigations.length, 'mitigation')} done`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <More count={more} />
    </Block>
  );
}

/** Packs that were read and not yet accepted; nothing is shown when none waits. */
export function PacksBlock({ waiting }: { readonly waiting: Intakes['items'] }): ReactNode {
  if (waiting.length === 0) return null;
  const { shown, more } = firstOf(waiting, 3);
  return (
    <Block title="Packs waiting for review" to="/intake" all="All packs">
      <ul className={styles.rows}>
        {shown.map((intake) => (
          <li key={intake.id} className={styles.chipped}>
            <ReferenceChip
              reference={
                intake.group === null ? 'Pack' : [intake.group, intake.meetingNumber].filter(Boolean).join('-')
              }
              href={`/intake/${intake.id}`}
            />
            <p className={styles.about}>{intake.fileName}</p>
          </li>
        ))}
      </ul>
      <More count={more} />
    </Block>
  );
}
