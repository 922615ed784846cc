/**
 * Decisions as events, and not monotone: approved, revoked, approved again on corrected text. The state machine is
 * data, so that it can be read, shown and tested; nothing else knows what may follow what.
 */
import { CAPACITIES, type Capacity } from '../../codes/model/profile.ts';
import type { SharedStage, StageOverlay } from '../../codes/model/shared-stage.ts';
import type { Outcome } from './modification.ts';

/** Where the decisions so far leave a change. */
export const DECISION_STATES = ['undecided', 'approved', 'rejected', 'revoked', 'sent-back', 'deferred'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

type Steps = Readonly<Partial<Record<Outcome, { readonly to: DecisionState; readonly by: readonly Capacity[] }>>>;

const BINDING: readonly Capacity[] = ['decide', 'direct', 'consent'];

/** From each state, the outcomes that may come next, where each leads, and in what capacity it may be given. */
export const DECISION_STEPS: Readonly<Record<DecisionState, Steps>> = {
  undecided: {
    approved: { to: 'approved', by: BINDING },
    rejected: { to: 'rejected', by: BINDING },
    'sent-back': { to: 'sent-back', by: BINDING },
    deferred: { to: 'deferred', by: BINDING },
  },
  approved: {
    // A vote of parties, then the Authority's consent: two approvals of one change.
    approved: { to: 'approved', by: BINDING },
    revoked: { to: 'revoked', by: BINDING },
    rejected: { to: 'rejected', by: ['decide', 'direct', 'consent'] },
    'sent-back': { to: 'sent-back', by: BINDING },
  },
  rejected: {
    // A panel rejects, and the Authority directs that it be made after all (as with P347).
    approved: { to: 'approved', by: ['direct', 'consent'] },
    're-approved': { to: 'approved', by: BINDING },
    'sent-back': { to: 'sent-back', by: ['direct', 'consent'] },
  },
  revoked: {
    're-approved': { to: 'approved', by: BINDING },
    approved: { to: 'approved', by: BINDING },
    rejected: { to: 'rejected', by: BINDING },
    'sent-back': { to: 'sent-back', by: BINDING },
    deferred: { to: 'deferred', by: BINDING },
  },
  'sent-back': {
    approved: { to: 'approved', by: BINDING },
    're-approved': { to: 'approved', by: BINDING },
    rejected: { to: 'rejected', by: BINDING },
    'sent-back': { to: 'sent-back', by: BINDING },
    deferred: { to: 'deferred', by: BINDING },
  },
  deferred: {
    approved: { to: 'approved', by: BINDING },
    rejected: { to: 'rejected', by: BINDING },
    'sent-back': { to: 'sent-back', by: BINDING },
    deferred: { to: 'deferred', by: BINDING },
  },
};

/** What a reader sees of an event here. A struck event does not count. */
export interface DecisionEvent {
  readonly capacity: Capacity;
  readonly outcome: Outcome;
  readonly struckBecause?: string | null;
}

/** Where a series of events leaves a change. Recommendations bind nobody and leave it where it was. */
export function decisionState(events: readonly DecisionEvent[]): DecisionState {
  let state: DecisionState = 'undecided';
  for (const event of events) {
    if (event.capacity === 'recommend' || (event.struckBecause ?? null) !== null) continue;
    state = DECISION_STEPS[state][event.outcome]?.to ?? state;
  }
  return state;
}

/** Whether an event may follow. Anybody may recommend anything but a revocation at any time. */
export function mayFollow(state: DecisionState, event: DecisionEvent): boolean {
  if (event.capacity === 'recommend') return event.outcome !== 're-approved';
  return DECISION_STEPS[state][event.outcome]?.by.includes(event.capacity) ?? false;
}

export interface DecisionStep {
  readonly outcome: Outcome;
  readonly capacities: readonly Capacity[];
}

/** The decisions that may come next from a state, each with the capacities in which it may be given. */
export function nextDecisions(state: DecisionState): readonly DecisionStep[] {
  const outcomes: readonly Outcome[] = ['approved', 're-approved', 'rejected', 'sent-back', 'deferred', 'revoked'];
  return outcomes.flatMap((outcome) => {
    const capacities = CAPACITIES.filter((capacity) => mayFollow(state, { capacity, outcome }));
    return capacities.length === 0 ? [] : [{ outcome, capacities }];
  });
}

/** What a binding decision does to the change's place on the shared axis; its raw stage word stays the body's own. */
export function stageAfter(
  outcome: Outcome,
  stage: SharedStage | null,
): { readonly stage: SharedStage | null; readonly overlay: StageOverlay | null } {
  switch (outcome) {
    case 'approved':
    case 're-approved':
      return { stage: 'approved', overlay: null };
    case 'rejected':
      return { stage, overlay: 'rejected' };
    case 'revoked':
      return { stage, overlay: 'revoked' };
    case 'sent-back':
      return { stage, overlay: 'sent-back' };
    case 'deferred':
      return { stage, overlay: null };
  }
}
