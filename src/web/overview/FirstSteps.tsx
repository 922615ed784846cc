import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './Overview.module.css';

/** How to get an empty record of one's own, in words for whoever started the program. */
export function StartEmpty(): ReactNode {
  return (
    <p className={styles.empty}>
      To start with an empty record of your own, stop Pandect and start it with another data folder:{' '}
      <code>PANDECT_DATA=my-programme npm start -- --empty</code>. The sample stays where it is.
    </p>
  );
}

/** What to do first in an empty record. */
export function FirstSteps(): ReactNode {
  return (
    <section className={styles.first} aria-label="What to do first">
      <ol>
        <li>
          <Link to="/intake">Read in a meeting pack</Link>: you see what is in it, and what is odd, before any of it
          goes into the record.
        </li>
        <li>
          Or set up by hand: the <Link to="/groups">groups</Link> and their <Link to="/meetings">meetings</Link>, the{' '}
          <Link to="/plan">milestones</Link>, and the <Link to="/register">changes in flight</Link>.
        </li>
        <li>
          Check how the <Link to="/codes">code bodies</Link> work: their stages, references and release days.
        </li>
      </ol>
    </section>
  );
}
