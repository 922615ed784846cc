import type { ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { ChangedMark } from '../parts/ChangedMark.tsx';

interface NewMarkProps {
  /** What changed in the record since the moment compared with. */
  readonly changes: readonly FieldChange[];
  /** What is new as a whole: "This whole meeting". */
  readonly what: string;
}

/** A mark on a record that as a whole was not there at the moment compared with. */
export function NewMark({ changes, what }: NewMarkProps): ReactNode {
  const added = changes.filter((change) => change.field === 'added');
  return (
    <ChangedMark
      label={what}
      changes={added.map((change) => ({ ...change, before: 'not on record', after: 'on record' }))}
    />
  );
}
