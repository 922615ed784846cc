import type { ReactNode } from 'react';
import type { AgendaNote } from './answers.ts';
import { stretchesOf } from './notes.ts';
import styles from './NoteList.module.css';

/** Notes as a reader sees them: headings, paragraphs and lists. */
export function NoteList({ notes }: { readonly notes: readonly AgendaNote[] }): ReactNode {
  return (
    <div className={styles.notes}>
      {stretchesOf(notes).map((stretch, index) => {
        const [first] = stretch;
        switch (first.shape) {
          case 'heading':
            return (
              <strong key={index} className={styles.heading}>
                {first.text}
              </strong>
            );
          case 'paragraph':
            return (
              <span key={index} className={styles.paragraph}>
                {first.text}
              </span>
            );
          default: {
            const List = first.shape === 'number' ? 'ol' : 'ul';
            return (
              <List key={index} className={styles[first.shape]}>
                {stretch.map((note, at) => (
                  <li key={at}>{note.text}</li>
                ))}
              </List>
            );
          }
        }
      })}
    </div>
  );
}
