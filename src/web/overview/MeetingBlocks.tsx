import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { CivilDate } from '../parts/dates.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { AgendaItem, Decision, MeetingInFull, MeetingInList } from './answers.ts';
import { Block, firstOf, More, Nothing } from './Block.tsx';
import styles from './Overview.module.css';

interface ToDecideProps {
  readonly meeting: MeetingInFull;
  readonly today: string;
  /** Its items for decision. */
  readonly agenda: readonly AgendaItem[];
  /** Decisions of all meetings that nobody has made yet. */
  readonly decisions: readonly Decision[];
}

/** What the next meeting has to decide; where none is called, what the last one left undecided. */
export function ToDecideBlock({ meeting, today, agenda, decisions }: ToDecideProps): ReactNode {
  const when = meeting.date === today ? 'today' : printCivilDate(meeting.date);
  const ahead = meeting.date >= today;
  const pending = decisions.filter((decision) => decision.outcome === 'pending');
  const { shown, more } = firstOf(pending, 7);
  return (
    <Block
      title={ahead ? `To decide at ${meeting.reference}, ${when}` : `Undecided after ${meeting.reference}, ${when}`}
      to={`/meetings/${meeting.reference}`}
      all="The meeting"
    >
      {agenda.length === 0 && ahead && <Nothing>No item is for decision on its agenda yet.</Nothing>}
      {pending.length === 0 && !ahead && <Nothing>Nothing was left undecided.</Nothing>}
      {agenda.length > 0 && ahead && (
        <ol className={styles.rows}>
          {agenda.map((item) => (
            <li key={item.id} className={styles.timed}>
              <span className={styles.time}>{item.start ?? '–'}</span>
              <div>
                <p className={styles.title}>
                  {item.position}. {item.title}
                </p>
                {item.objective !== '' && <p className={styles.about}>{item.objective}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
      {pending.length > 0 && (
        <>
          {ahead && <h3 className={styles.sub}>Put forward and not decided yet</h3>}
          <ul className={styles.rows}>
            {shown.map((decision) => {
              const open = decision.conditions.filter((condition) => !condition.met).length;
              return (
                <li key={decision.id} className={styles.chipped}>
                  <ReferenceChip reference={decision.reference} href={`/decisions/${decision.reference}`} />
                  <p className={styles.clamped}>
                    {decision.text}
                    {open > 0 && (
                      <span className={styles.about}>
                        {' '}
                        ({open} {open === 1 ? 'condition' : 'conditions'} to meet)
                      </span>
                    )}
                  </p>
                </li>
              );
            })}
          </ul>
          <More count={more} />
        </>
      )}
    </Block>
  );
}

interface MeetingsProps {
  readonly coming: readonly MeetingInList[];
  readonly today: string;
}

/** The meetings of every group that come next. */
export function MeetingsBlock({ coming, today }: MeetingsProps): ReactNode {
  const { shown, more } = firstOf(coming, 4);
  return (
    <Block title="Next meetings" to="/meetings" all="All meetings">
      {shown.length === 0 && <Nothing>No meeting is in the calendar.</Nothing>}
      <ul className={styles.rows}>
        {shown.map((meeting) => (
          <li key={meeting.id} className={styles.pair}>
            <span>
              <ReferenceChip reference={meeting.reference} href={`/meetings/${meeting.reference}`} />{' '}
              <span className={styles.about}>{meeting.stateLabel}</span>
            </span>
            <span className={styles.when}>
              {meeting.date === today ? 'Today' : <CivilDate date={meeting.date} />}
              {meeting.startTime === null ? '' : `, ${meeting.startTime}`}
            </span>
          </li>
        ))}
      </ul>
      <More count={more} />
    </Block>
  );
}
