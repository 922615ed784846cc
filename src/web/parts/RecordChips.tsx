import type { ReactNode } from 'react';
import { ReferenceChip } from './ReferenceChip.tsx';
import { keyOf, type Names, type RecordKey } from './records.ts';
import { keyInWords } from './words.ts';
import styles from './LinkedRecords.module.css';

interface RecordChipsProps {
  readonly keys: readonly RecordKey[];
  readonly named: Names;
}

/** Records as chips; one that can't be named at this moment is shown by its kind. */
export function RecordChips({ keys, named }: RecordChipsProps): ReactNode {
  return (
    <span className={styles.chips}>
      {keys.map((key) => {
        const record = named.get(keyOf(key));
        return record === undefined ? (
          <ReferenceChip key={keyOf(key)} reference={keyInWords(key.kind)} title="Not on record at this moment" />
        ) : (
          <ReferenceChip key={keyOf(key)} reference={record.reference} href={record.href} title={record.title} />
        );
      })}
    </span>
  );
}
