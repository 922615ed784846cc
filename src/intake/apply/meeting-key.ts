import type { PackContents } from '../../formats/pack/model.ts';

/** How records name the meeting whose pack this is: `CCAG-12`, `eCCAG-3`; null where the cover gives no number. */
export function meetingKeyOf(contents: PackContents): string | null {
  const { meeting } = contents;
  if (meeting === null || meeting.number === null) return null;
  return `${meeting.extraordinary ? 'e' : ''}${meeting.group.value}-${meeting.number.value}`;
}
