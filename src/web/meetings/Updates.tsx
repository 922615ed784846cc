import type { ReactNode } from 'react';
import { PartialDateText } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { HeadedItem, MeetingDetail, MeetingNote } from './answers.ts';
import styles from './Updates.module.css';

const NOTE_HEADINGS: readonly (readonly [MeetingNote['kind'], string])[] = [
  ['programme-update', 'Programme updates'],
  ['status', 'Status'],
  ['statement', 'Statements'],
  ['next-step', 'Next steps'],
  ['note', 'Notes'],
];

/** What other groups and the programme told the meeting. */
export function Updates({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  if (meeting.groupUpdates.length === 0 && meeting.notes.length === 0)
    return (
      <EmptyState title="Nobody has told the meeting anything yet">
        Updates from other groups and from the programme come in with the meeting’s pack.
      </EmptyState>
    );
  return (
    <>
      {meeting.groupUpdates.length === 0 ? null : (
        <Section title="From other groups" count={meeting.groupUpdates.length}>
          <div className={styles.updates}>
            {meeting.groupUpdates.map((update) => (
              <article key={update.id} className={styles.update}>
                <h3 className={styles.from}>
                  <ReferenceChip
                    reference={update.group.shortName}
                    href={`/groups/${update.group.shortName}`}
                    title={update.group.name}
                  />{' '}
                  <PartialDateText date={update.occurred} />
                </h3>
                <Items items={update.items} />
                {update.requests.length === 0 ? null : (
                  <>
                    <h4>Asked of this meeting</h4>
                    <ul className={styles.requests}>
                      {update.requests.map((request) => (
                        <li key={request}>{request}</li>
                      ))}
                    </ul>
                  </>
                )}
                {update.report === '' ? null : <p className={styles.report}>{update.report}</p>}
              </article>
            ))}
          </div>
        </Section>
      )}
      {NOTE_HEADINGS.map(([kind, heading]) => {
        const notes = meeting.notes.filter((note) => note.kind === kind);
        return notes.length === 0 ? null : (
          <Section key={kind} title={heading} count={notes.length}>
            <div className={styles.updates}>
              {notes.map((note) => (
                <article key={note.id} className={styles.update}>
                  <h3>{note.title}</h3>
                  <Items items={note.items} />
                </article>
              ))}
            </div>
          </Section>
        );
      })}
    </>
  );
}

function Items({ items }: { readonly items: readonly HeadedItem[] }): ReactNode {
  return (
    <ul className={styles.items}>
      {items.map((item, index) => (
        <li key={index}>
          {item.heading === '' ? null : <strong className={styles.heading}>{item.heading}</strong>} {item.text}
        </li>
      ))}
    </ul>
  );
}
