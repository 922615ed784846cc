/** What the front page makes of the record: which meetings matter now, and the one true sentence. Pure. */
import { printCivilDate } from '../../values/partial-date.ts';
import type { Action, Change, ChangeRequest, Group, MeetingInList, Milestone, Risk, StandingKind } from './answers.ts';

const byDate = (a: MeetingInList, b: MeetingInList): number => a.date.localeCompare(b.date);

export interface Calendar {
  /** The group that the programme counts time by; null before any group is on record. */
  readonly group: string | null;
  /** That group's next meeting, today's included. */
  readonly next: MeetingInList | null;
  /** The one before it that took place. */
  readonly last: MeetingInList | null;
  /** Every group's meetings from today on, soonest first. */
  readonly coming: readonly MeetingInList[];
}

/** Where the programme stands between its meetings. */
export function calendarOf(meetings: readonly MeetingInList[], groups: readonly Group[], today: string): Calendar {
  const group = (groups.find((one) => one.main) ?? groups[0])?.shortName ?? null;
  const called = meetings.filter((meeting) => meeting.state !== 'cancelled').toSorted(byDate);
  const coming = called.filter((meeting) => meeting.date >= today);
  const own = called.filter((meeting) => meeting.group.shortName === group);
  // A past date that stayed "scheduled" is one of which nothing is known: it tells no time.
  const past = own.filter((meeting) => meeting.date < today && meeting.state !== 'scheduled');
  return { group, next: own.find((meeting) => meeting.date >= today) ?? null, last: past.at(-1) ?? null, coming };
}

/** What moved, by code body, the busiest first. */
export function movedByBody(
  changes: readonly Change[],
): readonly { readonly body: string; readonly changes: readonly Change[] }[] {
  const bodies = new Map<string, Change[]>();
  for (const change of changes) bodies.set(change.body, [...(bodies.get(change.body) ?? []), change]);
  return [...bodies]
    .map(([body, moved]) => ({ body, changes: moved }))
    .toSorted((a, b) => b.changes.length - a.changes.length || a.body.localeCompare(b.body));
}

const OUTSTANDING = new Set(['open', 'proposed-closed']);

/** Actions past their date, and those proposed for closing; the rest needs nobody's attention today. */
export const attentionOf = (actions: readonly Action[]) => ({
  outstanding: actions.filter((action) => OUTSTANDING.has(action.state)),
  overdue: actions.filter((action) => action.overdue),
  proposed: actions.filter((action) => action.state === 'proposed-closed'),
});

/** The order in which standings are told: what needs somebody first. */
export const STANDINGS: readonly StandingKind[] = ['late', 'red', 'amber', 'unexamined', 'green', 'done'];

/** How many milestones stand each way; kinds without any are left out. */
export const standingCounts = (
  milestones: readonly Milestone[],
): readonly { readonly kind: StandingKind; readonly count: number }[] =>
  STANDINGS.map((kind) => ({
    kind,
    count: milestones.filter((milestone) => milestone.standing.kind === kind).length,
  })).filter(({ count }) => count > 0);

/** Milestones not reached yet, by the date they are planned for; those without a date last. */
export const milestonesAhead = (milestones: readonly Milestone[]): readonly Milestone[] =>
  milestones
    .filter((milestone) => milestone.actual === null)
    .toSorted((a, b) => (a.plannedDate ?? '9999').localeCompare(b.plannedDate ?? '9999'));

export const awaitingDecision = (requests: readonly ChangeRequest[]): readonly ChangeRequest[] =>
  requests.filter((request) => request.outcome === null);

const GRAVITY: Readonly<Record<Risk['rag'], number>> = { red: 0, amber: 1, none: 2, green: 3 };

/** Open risks, the gravest first. */
export const topRisks = (risks: readonly Risk[]): readonly Risk[] =>
  risks
    .filter((risk) => risk.state !== 'closed')
    .toSorted((a, b) => GRAVITY[a.rag] - GRAVITY[b.rag] || a.reference.localeCompare(b.reference));

/** `1 action`, `3 actions`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** `BSC`, `BSC and SEC`, `BSC, REC and SEC`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** `18 changes and 1 issue`, of these many in all. */
export const inFlightWords = (all: number, issues: number): string =>
  listed([
    ...(all > issues ? [counted(all - issues, 'change')] : []),
    ...(issues > 0 ? [counted(issues, 'issue')] : []),
  ]);

export interface Facts {
  readonly today: string;
  readonly next: MeetingInList | null;
  /** Items for decision on its agenda. */
  readonly toDecide: number;
  /** Changes and issues in flight. */
  readonly inFlight: number;
  readonly issues: number;
  readonly moved: number;
  /** What the movement is counted from, in words: `CCAG-11, 26 Oct 2022`; null when there is nothing to compare with. */
  readonly since: string | null;
  readonly silent: readonly string[];
  readonly overdue: number;
  readonly milestones: number;
  readonly unexamined: number;
}

/** The one sentence that serves a person who reads nothing else. */
export function overviewSentence(facts: Facts): string {
  const parts: string[] = [];
  if (facts.next !== null) {
    const when = facts.next.date === facts.today ? 'today' : `on ${printCivilDate(facts.next.date)}`;
    const what =
      facts.toDecide === 0
        ? 'has no item for decision on its agenda yet'
        : `has ${counted(facts.toDecide, 'item')} for decision`;
    parts.push(`${facts.next.reference} ${when} ${what}`);
  }
  if (facts.inFlight > 0) {
    const flight = `${inFlightWords(facts.inFlight, facts.issues)} ${facts.inFlight === 1 ? 'is' : 'are'} in flight`;
    const moved =
      facts.since === null ? '' : `, ${facts.moved === 0 ? 'none' : String(facts.moved)} moved since ${facts.since}`;
    parts.push(`${flight}${moved}`);
  }
  if (facts.silent.length > 0) parts.push(`${listed(facts.silent)} made no return`);
  if (facts.overdue > 0)
    parts.push(`${counted(facts.overdue, 'action')} ${facts.overdue === 1 ? 'is' : 'are'} overdue`);
  if (facts.unexamined > 0)
    parts.push(
      `${String(facts.unexamined)} of ${counted(facts.milestones, 'milestone')} ${facts.unexamined === 1 ? 'is' : 'are'} unexamined`,
    );
  return parts.length === 0 ? 'Nothing needs attention.' : `${parts.join('; ')}.`;
}
