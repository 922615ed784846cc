import { Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { printInstant } from '../app/momentWords.ts';
import { printValue } from './printValue.ts';
import styles from './ChangedMark.module.css';

interface ChangedMarkProps {
  /** What happened to this one value since the moment compared with, oldest first. */
  readonly changes: readonly FieldChange[];
  /** The value's name. */
  readonly label: string;
}

const wordsOf = (change: FieldChange): string =>
  `was ${printValue(change.before)}; changed ${printInstant(change.at)}${change.actor === null ? '' : ` by ${change.actor}`}`;

/** A small mark beside a value that changed; on hover, focus or paper it says what it was, who changed it and when. */
export function ChangedMark({ changes, label }: ChangedMarkProps): ReactNode {
  const [open, setOpen] = useState(false);
  const first = changes[0];
  if (first === undefined) return null;
  return (
    <>
      <Popover opened={open} onChange={setOpen} position="top" withinPortal withRoles={false}>
        <Popover.Target>
          <button
            type="button"
            className={styles.mark}
            aria-label={`${label} changed: ${wordsOf(first)}`}
            onMouseEnter={() => setOpen(true)}
            onMouseLeave={() => setOpen(false)}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setOpen(false);
            }}
          >
            Δ
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.story} aria-hidden="true">
          <p className={styles.label}>{label}</p>
          <ol>
            {changes.map((change, index) => (
              <li key={index}>
                <del>{printValue(change.before)}</del> <ins>{printValue(change.after)}</ins>
                <p className={styles.who}>
                  {[change.actor, printInstant(change.at), change.reason].filter(Boolean).join(' · ')}
                </p>
              </li>
            ))}
          </ol>
        </Popover.Dropdown>
      </Popover>
      <small className={`print-only ${styles.paper ?? ''}`}> ({wordsOf(first)})</small>
    </>
  );
}
