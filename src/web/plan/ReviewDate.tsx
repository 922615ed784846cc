import type { ReactNode } from 'react';
import { CivilDate } from '../parts/dates.tsx';
import type { Risk } from './answers.ts';
import styles from './Parts.module.css';

/** When the risk is to be looked at again; says so where that day has passed. */
export function ReviewDate({ risk }: { readonly risk: Pick<Risk, 'reviewDate' | 'reviewOverdue'> }): ReactNode {
  if (risk.reviewDate === null) return '';
  return (
    <>
      <CivilDate date={risk.reviewDate} />
      {risk.reviewOverdue && <span className={styles.overdue}> overdue</span>}
    </>
  );
}
