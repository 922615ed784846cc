import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import type { Search } from '../app/search.ts';
import styles from './Overview.module.css';

interface BlockProps {
  readonly title: string;
  /** The list that this block is the start of. */
  readonly to: string;
  readonly search?: Search;
  /** What the link says: `All 14 milestones`. */
  readonly all: string;
  readonly children: ReactNode;
}

/** One block of the front page: a heading under a rule, the start of a list, and the way to all of it. */
export function Block({ title, to, search, all, children }: BlockProps): ReactNode {
  const heading = useId();
  return (
    <section className={styles.block} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <Link to={to} search={(before: Search) => ({ ...momentOf(before), ...search })} className={styles.all}>
          {all}
        </Link>
      </div>
      {children}
    </section>
  );
}

/** Of the address only the moment goes along. */
const momentOf = ({ asAt, since }: Search): Search => ({ asAt, since });

/** Says that there is nothing, in the quiet voice. */
export function Nothing({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={styles.nothing}>{children}</p>;
}

/** The first few of a list, and how many more there are. */
export function firstOf<Item>(items: readonly Item[], most: number): { shown: readonly Item[]; more: number } {
  // One line more is as short as saying that there is one more.
  const limit = items.length === most + 1 ? items.length : most;
  return { shown: items.slice(0, limit), more: Math.max(0, items.length - limit) };
}

/** `and 4 more`. */
export function More({ count }: { readonly count: number }): ReactNode {
  return count === 0 ? null : <p className={styles.nothing}>and {count} more</p>;
}
