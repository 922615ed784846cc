/** Decisions and recommendations: what was decided, in what capacity, on which text, and who has to follow. */
import type { Workflow } from './workflow.ts';

export const DECISION_KINDS = ['decision', 'recommendation'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const DECISION_KIND_LABELS: Readonly<Record<DecisionKind, string>> = {
  decision: 'Decision',
  recommendation: 'Recommendation',
};

/** In what capacity the group speaks: an advisory group recommends, a steering group decides, a regulator directs. */
export const CAPACITIES = ['recommend', 'decide', 'direct', 'consent', 'advise', 'note'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const CAPACITY_LABELS: Readonly<Record<Capacity, string>> = {
  recommend: 'Recommends',
  decide: 'Decides',
  direct: 'Directs',
  consent: 'Consents',
  advise: 'Advises',
  note: 'Notes',
};

/** Decisions are not monotone: what was agreed may be revoked, and agreed again as a decision of its own. */
export const OUTCOMES = ['pending', 'agreed', 'agreed-with-conditions', 'rejected', 'deferred', 'revoked'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  pending: 'Not decided yet',
  agreed: 'Agreed',
  'agreed-with-conditions': 'Agreed with conditions',
  rejected: 'Rejected',
  deferred: 'Deferred',
  revoked: 'Revoked',
};

export interface Condition {
  readonly text: string;
  readonly met: boolean;
}

export const ESCALATION_STATES = ['awaiting', 'agreed', 'agreed-with-conditions', 'declined', 'returned'] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];

export const ESCALATION_STEPS = ['agree', 'agree-with-conditions', 'decline', 'return', 'reconsider'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/** One step of the way up, such as CCAG → SRO → PSG. */
export const ESCALATION_WORKFLOW: Workflow<EscalationState, EscalationStep> = {
  of: 'escalation step',
  states: {
    awaiting: 'Awaiting',
    agreed: 'Agreed',
    'agreed-with-conditions': 'Agreed with conditions',
    declined: 'Declined',
    returned: 'Returned',
  },
  steps: [
    { name: 'agree', label: 'Agree', from: ['awaiting'], to: 'agreed', verb: 'decide', needsMeeting: false },
    {
      name: 'agree-with-conditions',
      label: 'Agree with conditions',
      from: ['awaiting'],
      to: 'agreed-with-conditions',
      verb: 'decide',
      needsMeeting: false,
    },
    { name: 'decline', label: 'Decline', from: ['awaiting'], to: 'declined', verb: 'decide', needsMeeting: false },
    { name: 'return', label: 'Send back', from: ['awaiting'], to: 'returned', verb: 'decide', needsMeeting: false },
    {
      name: 'reconsider',
      label: 'Consider again',
      from: ['agreed', 'agreed-with-conditions', 'declined', 'returned'],
      to: 'awaiting',
      verb: 'decide',
      needsMeeting: false,
    },
  ],
};

/** `12 decisions, 5 recommendations; 3 with conditions to meet, 2 awaiting a higher body.` */
export function decisionSentence(counts: {
  readonly decisions: number;
  readonly recommendations: number;
  readonly conditional: number;
  readonly awaiting: number;
}): string {
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  const kinds = [
    ...(counts.decisions > 0 || counts.recommendations === 0 ? [plural(counts.decisions, 'decision')] : []),
    ...(counts.recommendations > 0 ? [plural(counts.recommendations, 'recommendation')] : []),
  ].join(', ');
  const rest = [
    ...(counts.conditional > 0 ? [`${counts.conditional} with conditions to meet`] : []),
    ...(counts.awaiting > 0 ? [`${counts.awaiting} awaiting a higher body`] : []),
  ].join(', ');
  return rest === '' ? `${kinds}.` : `${kinds}; ${rest}.`;
}
