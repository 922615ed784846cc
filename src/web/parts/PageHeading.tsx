import { useEffect, type ReactNode } from 'react';
import styles from './PageHeading.module.css';

interface PageHeadingProps {
  readonly title: string;
  /** A reference, stage or other mark before the title. */
  readonly before?: ReactNode;
  /** The one true sentence made from the page's data; a person who reads only it has been served. */
  readonly sentence?: ReactNode;
  /** Buttons for the page as a whole, at the end of the title's line. */
  readonly actions?: ReactNode;
}

/** The page's h1, its one true sentence, and its actions. Sets the window's title. */
export function PageHeading({ title, before, sentence, actions }: PageHeadingProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · Pandect`;
  }, [title]);
  return (
    <div className={styles.heading}>
      <div className={styles.line}>
        {before !== undefined && <div className={styles.before}>{before}</div>}
        <h1 tabIndex={-1}>{title}</h1>
        {actions !== undefined && <div className={`${styles.actions ?? ''} screen-only`}>{actions}</div>}
      </div>
      {sentence !== undefined && sentence !== '' && <p className={styles.sentence}>{sentence}</p>}
    </div>
  );
}
