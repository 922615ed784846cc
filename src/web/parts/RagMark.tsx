import type { ReactNode } from 'react';
import type { Rag } from '../../values/rag.ts';
import styles from './RagMark.module.css';

interface RagMarkProps {
  readonly rag: Rag;
  /** A status nobody has looked at since it was copied: shown hollow, not as what it claims. */
  readonly unexamined?: boolean;
  /** Shows the word beside the mark. */
  readonly words?: boolean;
}

const WORDS: Readonly<Record<Rag, string>> = { red: 'Red', amber: 'Amber', green: 'Green', none: 'Not rated' };

/** Red, amber or green as letter, shape and colour: red a square, amber a triangle, green a disc; unexamined a ring. */
export function RagMark({ rag, unexamined = false, words = false }: RagMarkProps): ReactNode {
  const name = unexamined ? `Unexamined (reported ${WORDS[rag].toLowerCase()})` : WORDS[rag];
  return (
    <span className={styles.rag}>
      <svg
        viewBox="0 0 20 20"
        width="20"
        height="20"
        className={styles.mark}
        data-rag={unexamined ? 'unexamined' : rag}
        role={words ? undefined : 'img'}
        aria-hidden={words || undefined}
        aria-label={words ? undefined : name}
      >
        <Shape rag={unexamined ? 'unexamined' : rag} />
      </svg>
      {words && <span>{unexamined ? 'Unexamined' : WORDS[rag]}</span>}
    </span>
  );
}

/** The mark itself, 20 by 20, for use inside other pictures too. */
export function Shape({ rag }: { readonly rag: Rag | 'unexamined' }): ReactNode {
  switch (rag) {
    case 'red':
      return (
        <>
          <rect x="2.500" y="2.500" width="15" height="15" rx="1.500" className={styles.red} />
          <text x="10" y="14" className={styles.light}>
            R
          </text>
        </>
      );
    case 'amber':
      return (
        <>
          <path d="M10 1.500 19 18H1z" className={styles.amber} />
          <text x="10" y="15.800" className={styles.dark}>
            A
          </text>
        </>
      );
    case 'green':
      return (
        <>
          <circle cx="10" cy="10" r="8" className={styles.green} />
          <text x="10" y="14" className={styles.light}>
            G
          </text>
        </>
      );
    case 'unexamined':
      return <circle cx="10" cy="10" r="7" className={styles.hollow} />;
    default:
      return <path d="M6 10h8" className={styles.hollow} />;
  }
}
