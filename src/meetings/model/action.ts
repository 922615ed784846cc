/** Actions: who owes what by when. A proposal to close is not a closure until a meeting agrees. */
import type { CivilDate } from '../../values/partial-date.ts';
import type { Workflow } from './workflow.ts';

export const ACTION_STATES = ['open', 'proposed-closed', 'closed', 'cancelled'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_STEPS = ['propose-closure', 'keep-open', 'agree-closure', 'cancel', 'reopen'] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

export const ACTION_WORKFLOW: Workflow<ActionState, ActionStep> = {
  of: 'action',
  states: { open: 'Open', 'proposed-closed': 'Proposed for closing', closed: 'Closed', cancelled: 'Cancelled' },
  steps: [
    {
      name: 'propose-closure',
      label: 'Propose closing',
      from: ['open'],
      to: 'proposed-closed',
      verb: 'edit',
      needsMeeting: false,
    },
    {
      name: 'keep-open',
      label: 'Keep open',
      from: ['proposed-closed'],
      to: 'open',
      verb: 'decide',
      needsMeeting: false,
    },
    {
      name: 'agree-closure',
      label: 'Agree closing',
      from: ['open', 'proposed-closed'],
      to: 'closed',
      verb: 'decide',
      needsMeeting: true,
    },
    {
      name: 'cancel',
      label: 'Cancel action',
      from: ['open', 'proposed-closed'],
      to: 'cancelled',
      verb: 'decide',
      needsMeeting: true,
    },
    {
      name: 'reopen',
      label: 'Reopen',
      from: ['closed', 'cancelled'],
      to: 'open',
      verb: 'decide',
      needsMeeting: false,
    },
  ],
};

/** What an update says of its action. All but `closed` and `superseded` leave it open until the meeting agrees. */
export const ACTION_VERDICTS = ['ongoing', 'recommend-closed', 'closed', 'new', 'superseded'] as const;
export type ActionVerdict = (typeof ACTION_VERDICTS)[number];

export const VERDICT_LABELS: Readonly<Record<ActionVerdict, string>> = {
  ongoing: 'Ongoing',
  'recommend-closed': 'Recommend closing',
  closed: 'Closed',
  new: 'New',
  superseded: 'Superseded',
};

/** The state that an update with this verdict leaves its action in. */
export const stateAfterVerdict: Readonly<Record<ActionVerdict, ActionState>> = {
  ongoing: 'open',
  new: 'open',
  'recommend-closed': 'proposed-closed',
  closed: 'closed',
  superseded: 'cancelled',
};

/** Still owed: closing it was at most proposed. */
export const isOutstanding = (state: ActionState): boolean => state === 'open' || state === 'proposed-closed';

/** The states in which an action can be overdue: once closing is proposed, it waits for a meeting, not for its owner. */
export const OWED_STATES: readonly ActionState[] = ['open'];

/** Owed, and the last day it may have been due lies before `today`. No due day: never overdue. */
export const isOverdue = (
  action: { readonly state: ActionState; readonly dueLatest: CivilDate | null },
  today: CivilDate,
): boolean => OWED_STATES.includes(action.state) && action.dueLatest !== null && action.dueLatest < today;

export interface ActionCounts {
  /** Open, those proposed for closing among them. */
  readonly outstanding: number;
  readonly proposed: number;
  /** Past due and nobody has proposed closing them. */
  readonly overdue: number;
  readonly closed: number;
  /** Printed reference of the one meeting at which closing is proposed; null for none or several. */
  readonly proposedAt: string | null;
}

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;

/** `10 actions open, 8 proposed for closing at CCAG-12, 3 overdue.` */
export function actionSentence(counts: ActionCounts): string {
  const parts = [`${counted(counts.outstanding, 'action', 'actions')} open`];
  if (counts.proposed > 0) {
    parts.push(
      `${counts.proposed} proposed for closing${counts.proposedAt === null ? '' : ` at ${counts.proposedAt}`}`,
    );
  }
  if (counts.outstanding > 0) parts.push(counts.overdue === 0 ? 'none overdue' : `${counts.overdue} overdue`);
  if (counts.closed > 0) parts.push(`${counts.closed} closed`);
  const sentence = parts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
