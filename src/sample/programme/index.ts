/** Everything that happened in the sample programme. References, dates and statuses are facts; the prose is our own. */
import type { Happening } from '../happening.ts';
import { ACTIONS } from './actions.ts';
import { CCAG_12 } from './ccag-12.ts';
import { CHANGES } from './changes.ts';
import { DECISIONS } from './decisions.ts';
import { GROUPS } from './groups.ts';
import { HORIZON } from './horizon.ts';
import { MEETINGS } from './meetings.ts';
import { PLAN } from './plan.ts';
import { REQUESTS } from './requests.ts';
import { RISKS } from './risks.ts';
import { UPDATES } from './updates.ts';

/** The day on which the programme is set up. */
export const START = '2021-12-01';

/** The day on which the sample stands still: that of CCAG-12, before the meeting. */
export const STANDING_DATE = '2022-11-23';

export const HAPPENINGS: readonly Happening[] = [
  ...GROUPS,
  ...MEETINGS,
  ...CHANGES,
  ...HORIZON,
  ...PLAN,
  ...REQUESTS,
  ...RISKS,
  ...ACTIONS,
  ...DECISIONS,
  ...UPDATES,
  ...CCAG_12,
];
