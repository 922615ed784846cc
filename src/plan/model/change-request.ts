/**
 * A request to change the programme itself: what it asks, what its impact assessment found, what was recommended and
 * what was decided. Its workflow is data, so that screens ask what is possible and never know a state by name.
 */
import type { CivilDate } from '../../values/partial-date.ts';

export const CHANGE_REQUEST_STATES = ['raised', 'impact-assessment', 'recommendation', 'decision', 'outcome'] as const;
export type ChangeRequestState = (typeof CHANGE_REQUEST_STATES)[number];

export const STATE_WORDS: Readonly<Record<ChangeRequestState, string>> = {
  raised: 'Raised',
  'impact-assessment': 'In impact assessment',
  recommendation: 'Assessed; recommendation being made',
  decision: 'Awaiting decision',
  outcome: 'Decided',
};

export const OUTCOMES = ['approved', 'approved-with-conditions', 'rejected', 'deferred', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const IMPACT_KINDS = ['risk', 'scope', 'cost', 'schedule', 'benefit'] as const;
export type ImpactKind = (typeof IMPACT_KINDS)[number];

export interface Impact {
  readonly id: string;
  readonly kind: ImpactKind;
  readonly text: string;
}

export interface Recommendation {
  readonly id: string;
  readonly text: string;
  /** What it depends on, in words: `subject to PSG approval of CR12`. */
  readonly condition: string | null;
  readonly byGroup: string | null;
  /** What became of it, in words; null while nothing has. */
  readonly outcome: string | null;
}

export interface ChangeRequest {
  readonly kind: 'change-request';
  readonly id: string;
  readonly version: number;
  readonly number: number;
  /** `CR0012`. */
  readonly reference: string;
  readonly title: string;
  /** What it asks for. */
  readonly request: string | null;
  readonly raisedBy: string | null;
  readonly raisedOn: CivilDate | null;
  readonly state: ChangeRequestState;
  readonly assessmentFrom: CivilDate | null;
  readonly assessmentTo: CivilDate | null;
  /** References of milestones: `M6`. */
  readonly affectedMilestones: readonly string[];
  /** Whole pounds. */
  readonly costAmount: number | null;
  /** What kind of figure the cost is: `ROM` (rough order of magnitude), `quoted`. */
  readonly costKind: string | null;
  readonly scheduleWeeksMin: number | null;
  readonly scheduleWeeksMax: number | null;
  readonly benefit: string | null;
  /** Short name of the group that decides: `PSG`. */
  readonly decisionGroup: string | null;
  readonly outcome: Outcome | null;
  readonly outcomeNote: string;
  readonly decidedBy: string | null;
  readonly decidedOn: CivilDate | null;
}

export const STEPS = [
  'start-assessment',
  'close-assessment',
  'put-to-decision',
  'send-back',
  'decide',
  'reopen',
] as const;
export type Step = (typeof STEPS)[number];

export interface StepRule {
  readonly step: Step;
  /** What a button says. */
  readonly words: string;
  readonly from: readonly ChangeRequestState[];
  readonly to: ChangeRequestState;
  /** The policy's verb: who may edit may take it, or only who may decide. */
  readonly verb: 'edit' | 'decide';
}

/** The workflow. Decisions are not monotone: what was decided may be reopened, and what was assessed sent back. */
export const STEP_RULES: readonly StepRule[] = [
  {
    step: 'start-assessment',
    words: 'Start impact assessment',
    from: ['raised'],
    to: 'impact-assessment',
    verb: 'edit',
  },
  {
    step: 'close-assessment',
    words: 'Close impact assessment',
    from: ['impact-assessment'],
    to: 'recommendation',
    verb: 'edit',
  },
  { step: 'put-to-decision', words: 'Put to decision', from: ['recommendation'], to: 'decision', verb: 'edit' },
  {
    step: 'send-back',
    words: 'Send back to assessment',
    from: ['recommendation', 'decision'],
    to: 'impact-assessment',
    verb: 'edit',
  },
  {
    step: 'decide',
    words: 'Record the decision',
    from: ['raised', 'impact-assessment', 'recommendation', 'decision'],
    to: 'outcome',
    verb: 'decide',
  },
  { step: 'reopen', words: 'Reopen', from: ['outcome'], to: 'decision', verb: 'decide' },
];

/** The steps possible from a state, in the order of the workflow. */
export const stepsFrom = (state: ChangeRequestState): readonly StepRule[] =>
  STEP_RULES.filter((rule) => rule.from.includes(state));

/** `CR12`, `CR 12`, `cr-0012`, `12` → 12: one request is one record however it is spelled; null for other words. */
export function changeRequestNumber(words: string): number | null {
  const parts = /^(?:CR[\s\u00a0-]{0,2})?0*(\d{1,6})$/i.exec(words.trim());
  return parts === null ? null : Number(parts[1]);
}

/** 12 → `CR0012`, as the programme prints it. */
export const printChangeRequest = (number: number): string => `CR${String(number).padStart(4, '0')}`;

/**
 * Who decides: the group it names (PSG where it names none) and, when it moves a level-1 milestone, the regulator
 * after it (the programme's change control; `domain.md` section 3).
 */
export function decidersOf(decisionGroup: string | null, tiers: readonly (number | null)[]): readonly string[] {
  const group = decisionGroup ?? 'PSG';
  return tiers.includes(1) && group !== 'Ofgem' ? [group, 'Ofgem'] : [group];
}

/** How far along its workflow what was read of a request shows it to be. */
export function stateShown(read: {
  readonly assessmentFrom?: CivilDate | null;
  readonly assessmentTo?: CivilDate | null;
  readonly impacts?: readonly unknown[];
  readonly recommendations?: readonly unknown[];
}): ChangeRequestState {
  if ((read.recommendations?.length ?? 0) > 0 || (read.assessmentTo ?? null) !== null) return 'recommendation';
  if ((read.impacts?.length ?? 0) > 0 || (read.assessmentFrom ?? null) !== null) return 'impact-assessment';
  return 'raised';
}

/** The further of two states along the workflow: what is read later never takes a request back by itself. */
export const further = (a: ChangeRequestState, b: ChangeRequestState): ChangeRequestState =>
  CHANGE_REQUEST_STATES.indexOf(a) >= CHANGE_REQUEST_STATES.indexOf(b) ? a : b;

/** What a statement of an impact assessment is about, from its words; `scope` where they say nothing narrower. */
export function impactKindOf(text: string): ImpactKind {
  if (/\bbenefit|\bsaving/i.test(text)) return 'benefit';
  if (/\bscope\b/i.test(text) && !/^(?:the )?increased scope\b/i.test(text)) return 'scope';
  if (/\btimescale|\bschedule\b|\bdelay|\bweeks\b|\btimel/i.test(text)) return 'schedule';
  if (/\bcosts?\b|£/i.test(text)) return 'cost';
  if (/\brisks?\b/i.test(text)) return 'risk';
  return 'scope';
}

/** `8–12 weeks`, `8 weeks`; empty where there is no range. */
export function printWeeks(min: number | null, max: number | null): string {
  const [from, to] = [min ?? max, max ?? min];
  if (from === null || to === null) return '';
  return from === to ? `${from} ${from === 1 ? 'week' : 'weeks'}` : `${from}–${to} weeks`;
}

/** `£60,000 (ROM)`; empty where there is no figure. */
export const printCost = (amount: number | null, kind: string | null): string =>
  amount === null ? '' : `£${amount.toLocaleString('en-GB')}${kind === null ? '' : ` (${kind})`}`;
