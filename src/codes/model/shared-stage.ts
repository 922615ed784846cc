/**
 * The shared axis: where any body's change stands, in words that mean the same for all of them. A body's own word is
 * always kept beside it; what it maps to is data of that body's profile.
 */
import {
  IMPACT_VALUES,
  SHARED_STAGES,
  STAGE_OVERLAYS,
  type ImpactValue,
  type SharedStage,
  type StageOverlay,
} from '../../formats/pack/knowledge.ts';

export { IMPACT_VALUES, SHARED_STAGES, STAGE_OVERLAYS, type ImpactValue, type SharedStage, type StageOverlay };

export interface Meaning {
  /** How people write it: `with the Authority`. */
  readonly label: string;
  /** What it says of the change itself. */
  readonly meaning: string;
  /** What somebody who waits for the change should expect of it. */
  readonly expect: string;
}

/** Each stage of the axis, from both ends: what the change is doing, and what a reader may rely on. */
export const STAGE_MEANINGS: Readonly<Record<SharedStage, Meaning>> = {
  idea: {
    label: 'idea',
    meaning: 'A problem or wish is on record; nobody has proposed how to change the code.',
    expect: 'It may never become a change.',
  },
  drafting: {
    label: 'drafting',
    meaning: 'A change is proposed and its solution or text is being written.',
    expect: 'Solution and text will still move.',
  },
  assessment: {
    label: 'assessment',
    meaning: 'A working group or the administrator defines the change and weighs its effects.',
    expect: 'Alternatives may appear; dates are estimates.',
  },
  consultation: {
    label: 'consultation',
    meaning: 'Parties are asked for their views on the solution or its text.',
    expect: 'Answer now if it affects you; the text may move once more.',
  },
  report: {
    label: 'report and vote',
    meaning: 'The final report is written, or the panel or parties are voting on it.',
    expect: 'Text should be final; a recommendation or decision is next.',
  },
  'with-authority': {
    label: 'with the Authority',
    meaning: 'The code’s own process is finished and the Authority is to decide.',
    expect: 'Approval, rejection or a send-back, often without a date.',
  },
  approved: {
    label: 'approved',
    meaning: 'Decided in favour; no release or date is fixed yet, or an appeal may still be open.',
    expect: 'It will be made unless appealed or revoked.',
  },
  scheduled: {
    label: 'scheduled',
    meaning: 'Approved, and waiting for its release or implementation date.',
    expect: 'Build on its text; watch for a revocation.',
  },
  'in-force': {
    label: 'in force',
    meaning: 'The code reads as the change says.',
    expect: 'It is no longer in flight.',
  },
};

/** Each overlay: a state on top of the stage, or one that ends it. */
export const OVERLAY_MEANINGS: Readonly<Record<StageOverlay, Meaning>> = {
  'on-hold': {
    label: 'on hold',
    meaning: 'Its proposer or administrator has paused it.',
    expect: 'It resumes where it stopped.',
  },
  suspended: {
    label: 'suspended',
    meaning: 'The Authority has stopped it while a significant code review runs.',
    expect: 'It waits for the review to end.',
  },
  'sent-back': {
    label: 'sent back',
    meaning: 'The decider returned it for correction without deciding.',
    expect: 'A corrected report or text comes to the decider again.',
  },
  varied: {
    label: 'varied',
    meaning: 'It was altered after it had been proposed or consulted on.',
    expect: 'Look at the varied text, not the first one.',
  },
  withdrawn: { label: 'withdrawn', meaning: 'Its proposer took it back.', expect: 'It is no longer in flight.' },
  rejected: {
    label: 'rejected',
    meaning: 'The decider refused it.',
    expect: 'It is over, unless appealed or directed after all.',
  },
  revoked: {
    label: 'revoked',
    meaning: 'An approval was taken back.',
    expect: 'Its text does not take effect; it may be approved again on corrected text.',
  },
  superseded: {
    label: 'superseded',
    meaning: 'Another change takes its place.',
    expect: 'Follow the other change; this one is no longer in flight.',
  },
};

/** The programme's impact values, from both ends. */
export const IMPACT_MEANINGS: Readonly<Record<ImpactValue, Meaning>> = {
  direct: {
    label: 'direct',
    meaning: 'It changes text, data or processes that the programme’s own drafting touches.',
    expect: 'The drafting must take account of it.',
  },
  supporting: {
    label: 'supporting',
    meaning: 'The programme depends on it being made.',
    expect: 'Its dates are on the plan.',
  },
  'of-interest': {
    label: 'of interest',
    meaning: 'It touches the programme’s subject without changing its text.',
    expect: 'Followed at each meeting.',
  },
  awareness: {
    label: 'for awareness',
    meaning: 'Known to have no effect on the drafting; told so that nobody is surprised.',
    expect: 'No work follows.',
  },
  low: { label: 'low', meaning: 'A small effect that needs no plan of its own.', expect: 'Checked before release.' },
  none: { label: 'none', meaning: 'Assessed as having no effect.', expect: 'Not followed further.' },
  unknown: {
    label: 'to be confirmed',
    meaning: 'Nobody has said yet whether it concerns the programme.',
    expect: 'Somebody should say.',
  },
};

const ENDINGS: readonly StageOverlay[] = ['withdrawn', 'rejected', 'superseded'];

/** A change is in flight until it is in force or has ended; one with an unknown stage is. */
export const isInFlight = (stage: SharedStage | null, overlay: StageOverlay | null): boolean =>
  stage !== 'in-force' && (overlay === null || !ENDINGS.includes(overlay));

/** Place of a stage on the axis, 0 for `idea`; null for an unknown stage. */
export const stageOrder = (stage: SharedStage | null): number | null =>
  stage === null ? null : SHARED_STAGES.indexOf(stage);
