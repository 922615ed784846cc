import type { ReactNode } from 'react';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';

/** A source that is a meeting (`CCAG-12`, `DAG-10.1`) linked to its page; other words as they are. */
export function MeetingChip({ meeting }: { readonly meeting: string | null }): ReactNode {
  if (meeting === null) return '';
  return /^[A-Za-z]+-\d+(?:\.\d+)?$/.test(meeting) ? (
    <ReferenceChip reference={meeting} href={`/meetings/${meeting}`} />
  ) : (
    meeting
  );
}
