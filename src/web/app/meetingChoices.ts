import { useGet } from '../api/queries.ts';
import type { ListAnswer } from '../api/client.ts';
import type { MeetingChoice } from './momentWords.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/** Meetings already held, newest first: the moments people name. Asked of the present, whatever the time bar says. */
export function useMeetingChoices(): readonly MeetingChoice[] {
  const { data } = useGet<ListAnswer<MeetingChoice>>('/api/meetings', { limit: 500 }, { atMoment: false });
  return (data?.items ?? [])
    .filter((meeting) => meeting.date !== null && meeting.date <= today())
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
