/** Meetings: their states, when they are, and the times of their agendas. */
import { addDays, type CivilDate } from '../../values/partial-date.ts';
import type { Instant } from '../../platform/database/tables.ts';
import type { Workflow } from './workflow.ts';

export const MEETING_STATES = ['scheduled', 'papers-issued', 'held', 'minuted', 'ratified', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const MEETING_STEPS = ['issue-papers', 'hold', 'issue-minutes', 'ratify', 'cancel', 'reinstate'] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

export const MEETING_WORKFLOW: Workflow<MeetingState, MeetingStep> = {
  of: 'meeting',
  states: {
    scheduled: 'Scheduled',
    'papers-issued': 'Papers issued',
    held: 'Held',
    minuted: 'Minuted',
    ratified: 'Minutes ratified',
    cancelled: 'Cancelled',
  },
  steps: [
    {
      name: 'issue-papers',
      label: 'Issue papers',
      from: ['scheduled'],
      to: 'papers-issued',
      verb: 'edit',
      needsMeeting: false,
    },
    {
      name: 'hold',
      label: 'Record as held',
      from: ['scheduled', 'papers-issued'],
      to: 'held',
      verb: 'edit',
      needsMeeting: false,
    },
    {
      name: 'issue-minutes',
      label: 'Issue minutes',
      from: ['held'],
      to: 'minuted',
      verb: 'edit',
      needsMeeting: false,
    },
    // A later meeting ratifies; approving a version of its minutes at that meeting does the same.
    { name: 'ratify', label: 'Ratify minutes', from: ['minuted'], to: 'ratified', verb: 'edit', needsMeeting: false },
    {
      name: 'cancel',
      label: 'Cancel meeting',
      from: ['scheduled', 'papers-issued'],
      to: 'cancelled',
      verb: 'edit',
      needsMeeting: false,
    },
    {
      name: 'reinstate',
      label: 'Put back in the calendar',
      from: ['cancelled'],
      to: 'scheduled',
      verb: 'edit',
      needsMeeting: false,
    },
  ],
};

/** How far a meeting has come; a source that says less than the record knows changes nothing. */
export const meetingProgress = (state: MeetingState): number => MEETING_STATES.indexOf(state);

export const PURPOSES = ['decision', 'information', 'discussion'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Somebody with a part in something, by role or organisation: `Programme`, detail `design lead`. */
export interface Party {
  readonly role: string;
  readonly detail: string | null;
}

/** `Programme (design lead), Chair`. */
export const printParties = (parties: readonly Party[]): string =>
  parties.map((party) => (party.detail === null ? party.role : `${party.role} (${party.detail})`)).join(', ');

export interface Note {
  readonly shape: 'heading' | 'paragraph' | 'bullet' | 'number';
  readonly text: string;
}

/** A clock time `HH:MM` of a 24-hour clock. */
export type ClockTime = string;

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

export const isClockTime = (words: string): boolean => CLOCK.test(words);

const minutesOf = (time: ClockTime): number | null => {
  const parts = CLOCK.exec(time);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
};

const clock = (minutes: number): ClockTime => {
  const ofDay = minutes % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

export interface AgendaTime {
  /** Null where the meeting has no start time. */
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
}

/**
 * When each item starts and ends: the meeting's start, and the minutes of the items before it. Never stored, so that
 * moving or lengthening an item moves all that follow. An item without minutes takes no time.
 */
export function agendaTimes(
  start: ClockTime | null,
  items: readonly { readonly minutes: number | null }[],
): AgendaTime[] {
  let at = start === null ? null : minutesOf(start);
  return items.map((item) => {
    if (at === null) return { start: null, end: null };
    const from = at;
    at += item.minutes ?? 0;
    return { start: clock(from), end: clock(at) };
  });
}

/** Where meetings are held in time: the programme's clocks are Great Britain's. */
export const MEETING_TIME_ZONE = 'Europe/London';

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: MEETING_TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Milliseconds that London clocks are ahead of UTC at an instant. */
function londonAhead(at: number): number {
  const parts = new Map(londonParts.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

/** The instant at which London clocks show that time of that day (in the repeated hour of autumn: the second time). */
export function londonInstant(date: CivilDate, time: ClockTime): Instant {
  const shown = Date.parse(`${date}T${time}:00Z`);
  return new Date(shown - londonAhead(shown)).toISOString();
}

/** The civil date that London clocks show at an instant. */
export const londonDate = (at: Instant): CivilDate =>
  new Date(Date.parse(at) + londonAhead(Date.parse(at))).toISOString().slice(0, 10);

/**
 * The instant a meeting stands for in *as at* and *since*: its end, or, where nobody gave one, the end of its day.
 */
export const meetingInstant = (meeting: { readonly date: CivilDate; readonly endTime: ClockTime | null }): Instant =>
  meeting.endTime !== null && isClockTime(meeting.endTime)
    ? londonInstant(meeting.date, meeting.endTime)
    : new Date(Date.parse(londonInstant(addDays(meeting.date, 1), '00:00')) - 1).toISOString();
