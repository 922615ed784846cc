import type { ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { ChangedMark } from './ChangedMark.tsx';
import styles from './FieldList.module.css';

/** Labels and values of one record, a hairline between them. */
export function FieldList({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={styles.list}>{children}</dl>;
}

interface FieldRowProps {
  readonly label: string;
  /** The value: words, chips, or an `EditableField`. */
  readonly children: ReactNode;
  /** The record's changes since the moment compared with, and this field's name among them: marks the value. */
  readonly changes?: readonly FieldChange[];
  readonly field?: string;
}

/** One label and its value, marked when it changed. */
export function FieldRow({ label, children, changes = [], field }: FieldRowProps): ReactNode {
  const marked = changes.filter((change) => change.field === field);
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>
        {children}
        {marked.length > 0 && <ChangedMark changes={marked} label={label} />}
      </dd>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** Buttons at the end of the heading's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, count, actions, children }: SectionProps): ReactNode {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2>
          {title}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </h2>
        {actions !== undefined && <div className={`${styles.actions ?? ''} screen-only`}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Two columns on wide screens: the matter and, beside it, what goes with it. One on narrow screens and paper. */
export function Beside({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }): ReactNode {
  return (
    <div className={styles.beside}>
      <div>{children}</div>
      <div>{aside}</div>
    </div>
  );
}
