import type { PackContents } from '../../formats/pack/model.ts';

/**
 * How records name the meeting whose pack this is: `CCAG-12`, `eCCAG-3`; null where the cover gives no number. A meeting
 * between two (`DAG-10.1`) shows by its number that it is an extra one.
 */
export function meetingKeyOf(contents: PackContents): string | null {
  const { meeting } = contents;
  if (meeting === null || meeting.number === null) return null;
  return `${meeting.extraordinary && !meeting.number.value.includes('.') ? 'e' : ''}${meeting.group.value}-${meeting.number.value}`;
}
