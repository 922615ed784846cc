import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { placeOf } from '../app/search.ts';
import styles from './ReferenceChip.module.css';

interface ReferenceChipProps {
  /** As its body prints it: `R0044`, `CCAG08-06`. */
  readonly reference: string;
  /** Where the record is shown; without it the chip is words only. The server's links carry it (`href`). */
  readonly href?: string | null;
  /** The record's title, for whoever stops at the chip. */
  readonly title?: string | null;
}

/** A reference that links wherever it appears. */
export function ReferenceChip({ reference, href, title }: ReferenceChipProps): ReactNode {
  const hint = title === null ? undefined : title;
  return href === undefined || href === null ? (
    <span className={styles.chip} title={hint}>
      {reference}
    </span>
  ) : (
    <Link {...placeOf(href)} className={styles.chip} title={hint}>
      {reference}
    </Link>
  );
}
