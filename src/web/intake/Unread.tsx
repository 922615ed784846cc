import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import type { Review, Span } from './answers.ts';
import styles from './Outcome.module.css';

interface UnreadProps {
  readonly pack: Review;
  readonly onShow: (span: Span, record: string | null) => void;
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Every passage that became no record, so that nothing is dropped in silence. */
export function Unread({ pack, onShow }: UnreadProps): ReactNode {
  if (pack.unread.length === 0) {
    return (
      <EmptyState title="Nothing was left unread">
        {Math.round(pack.coverage * 100)} % of the text became records; the rest is the pack’s own headings and labels.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.sum}>
        These passages became no record. Add what matters by hand after accepting; the file is kept.
      </p>
      <ul className={styles.list}>
        {pack.unread.map((span) => (
          <li key={span.start}>
            <span className={styles.kind}>Line {lineOf(pack.text, span.start)}</span>{' '}
            <button type="button" className={styles.record} onClick={() => onShow(span, null)}>
              {pack.text.slice(span.start, span.end).trim()}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
