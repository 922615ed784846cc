/** What the bodies' profiles have in common: small builders, states any change can fall into, the programme's words. */
import type { CivilDate } from '../../values/partial-date.ts';
import type {
  BodyKind,
  ImpactWords,
  KnownScheme,
  ProfileContent,
  ProfileStage,
  ReleaseRule,
} from '../model/profile.ts';
import type { SharedStage, StageOverlay } from '../model/shared-stage.ts';

/** A body and the profile it starts with. */
export interface DefaultBody {
  readonly shortName: string;
  readonly name: string;
  readonly administrator: string;
  readonly aliases: readonly string[];
  readonly kind: BodyKind;
  readonly expectedInHorizon: boolean;
  readonly position: number;
  readonly effectiveFrom: CivilDate;
  readonly profile: ProfileContent;
}

/** The day from which a default profile applies: before anything in the record, since nothing older was looked up. */
export const FROM_THE_BEGINNING: CivilDate = '2000-01-01';

/** A way of writing references; four digits, nothing between letters and number, no suffix unless said. */
export const scheme = (
  letters: string,
  names: string,
  stands: KnownScheme['stands'],
  more: Partial<Pick<KnownScheme, 'digits' | 'separator' | 'suffixes' | 'becomes'>> = {},
): KnownScheme => ({ scheme: letters, names, stands, digits: 4, separator: '', suffixes: [], ...more });

/** A stage of the body's own process. */
export const stage = (
  key: string,
  name: string,
  shared: SharedStage,
  next: readonly string[],
  aliases: readonly string[] = [],
): ProfileStage => ({ key, name, stage: shared, overlay: null, next, aliases });

const state = (
  key: string,
  name: string,
  shared: SharedStage | null,
  overlay: StageOverlay,
  aliases: readonly string[],
  next: readonly string[] = [],
): ProfileStage => ({ key, name, stage: shared, overlay, next, aliases });

/** States on top of a stage that every body has words for. Words with a stage of their own are added by the body. */
export const COMMON_STATES: readonly ProfileStage[] = [
  state('on-hold', 'On Hold', null, 'on-hold', ['Paused', 'Deferred', 'Parked']),
  state('suspended', 'Suspended', null, 'suspended', ['Suspended (SCR)', 'Suspended by SCR', 'Subsumed into SCR']),
  state('sent-back', 'Sent Back', 'with-authority', 'sent-back', [
    'Send Back',
    'Returned by Authority',
    'Sent back by Authority',
  ]),
  state('withdrawn', 'Withdrawn', null, 'withdrawn', ['Closed', 'Withdrawn by proposer']),
  state('rejected', 'Rejected', null, 'rejected', ['Not approved', 'Declined', 'Rejected by Authority']),
  state('revoked', 'Revoked', null, 'revoked', ['Approval revoked']),
  state('superseded', 'Superseded', null, 'superseded', ['Replaced']),
];

/** Words seen for "the Authority is to decide": three bodies say it three ways in one month. */
export const WITH_AUTHORITY_WORDS: readonly string[] = [
  'With Authority',
  'With Authority for decision',
  'Awaiting Authority Determination',
  'Awaiting Authority consent',
  'Awaiting Authority decision',
  'With Ofgem',
  'With Ofgem for decision',
];

/** Words seen for "approved, waiting for its release". */
export const AWAITING_IMPLEMENTATION_WORDS: readonly string[] = [
  'Awaiting Implementation',
  'Approved - awaiting implementation',
  'Approved awaiting implementation',
];

/** The programme's impact words: free text in the returns, one controlled value here. */
export const IMPACT_WORDS: readonly ImpactWords[] = [
  { words: 'Direct', value: 'direct' },
  { words: 'Direct impact', value: 'direct' },
  { words: 'Yes', value: 'direct' },
  { words: 'High', value: 'direct' },
  { words: 'Supporting', value: 'supporting' },
  { words: 'Supports', value: 'supporting' },
  { words: 'Of interest', value: 'of-interest' },
  { words: 'Indirect', value: 'of-interest' },
  { words: 'Indirect impact', value: 'of-interest' },
  { words: 'For awareness only', value: 'awareness' },
  { words: 'For awareness', value: 'awareness' },
  { words: 'Awareness', value: 'awareness' },
  { words: 'Low', value: 'low' },
  { words: 'Low impact', value: 'low' },
  { words: 'None', value: 'none' },
  { words: 'No', value: 'none' },
  { words: 'No impact', value: 'none' },
  { words: 'TBC', value: 'unknown' },
  { words: 'TBD', value: 'unknown' },
  { words: 'Unknown', value: 'unknown' },
  { words: 'To be confirmed', value: 'unknown' },
];

const THURSDAY = 4;

/** Release on a Thursday of a month. */
export const thursday = (name: string, month: number, which: 1 | 2 | 3 | 4 | 'last', basis: string): ReleaseRule => ({
  kind: 'weekday-of-month',
  name,
  releaseKind: 'standard',
  month,
  weekday: THURSDAY,
  which,
  basis,
});

/** Where no default is known, the notice or the release must say. */
export const NO_DEFAULT_EFFECT = {
  daysAfterNotice: null,
  time: '00:00',
  words: 'On the date that the decision or the release gives; no default rule is on record.',
} as const;
