import type { ReactNode } from 'react';
import { dismiss, holdNotes, releaseNotes, useBoard } from './announce.ts';
import styles from './Notes.module.css';

/** The short notes at the foot of the screen, with what can still be undone, and the live region behind them. */
export function Notes(): ReactNode {
  const { said, notes } = useBoard();
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
      {notes.length > 0 && (
        <section
          className={styles.notes}
          aria-label="Notes"
          onMouseEnter={holdNotes}
          onMouseLeave={releaseNotes}
          onFocus={holdNotes}
          onBlur={releaseNotes}
        >
          {notes.map((note) => (
            <div key={note.id} className={styles.note} data-tone={note.tone}>
              <p>{note.words}</p>
              {note.action !== null && (
                <button
                  type="button"
                  className={styles.action}
                  onClick={() => {
                    dismiss(note.id);
                    note.action?.run();
                  }}
                >
                  {note.action.label}
                </button>
              )}
              <button type="button" className={styles.close} onClick={() => dismiss(note.id)}>
                Dismiss
              </button>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
