/** Distribution Connection and Use of System Agreement: parties vote; on Part 1 matters the Authority then decides. */
import {
  AWAITING_IMPLEMENTATION_WORDS,
  COMMON_STATES,
  FROM_THE_BEGINNING,
  IMPACT_WORDS,
  NO_DEFAULT_EFFECT,
  scheme,
  stage,
  thursday,
  WITH_AUTHORITY_WORDS,
  type DefaultBody,
} from './common.ts';

const SEEN_IN_2022 = 'the pattern of the 2022 releases';

export const DCUSA: DefaultBody = {
  shortName: 'DCUSA',
  name: 'Distribution Connection and Use of System Agreement',
  administrator: 'ElectraLink',
  aliases: [],
  kind: 'code',
  expectedInHorizon: true,
  position: 4,
  effectiveFrom: FROM_THE_BEGINNING,
  profile: {
    schemes: [scheme('DCP', 'change proposal', 'modification', { digits: 3, suffixes: ['A', 'B', 'C'] })],
    stages: [
      stage('initial', 'Initial Assessment', 'drafting', ['definition', 'change-report', 'withdrawn'], ['Draft']),
      stage(
        'definition',
        'Definition',
        'assessment',
        ['consultation', 'change-report', 'withdrawn', 'on-hold'],
        ['Working Group', 'Assessment', 'Impact Assessment', 'Solution development'],
      ),
      stage(
        'consultation',
        'Consultation',
        'consultation',
        ['definition', 'change-report'],
        ['Working Group Consultation'],
      ),
      stage('change-report', 'Change Report', 'report', ['voting', 'withdrawn'], []),
      stage('voting', 'Party Voting', 'report', ['with-authority', 'approved', 'rejected'], ['Voting']),
      stage(
        'with-authority',
        'Awaiting Authority Consent',
        'with-authority',
        ['approved', 'rejected', 'sent-back'],
        WITH_AUTHORITY_WORDS.filter((words) => words !== 'Awaiting Authority consent'),
      ),
      stage('approved', 'Approved', 'approved', ['awaiting-implementation', 'revoked']),
      stage(
        'awaiting-implementation',
        'Awaiting Implementation',
        'scheduled',
        ['implemented', 'revoked'],
        AWAITING_IMPLEMENTATION_WORDS.filter((words) => words !== 'Awaiting Implementation'),
      ),
      stage('implemented', 'Implemented', 'in-force', ['revoked'], ['In force']),
      ...COMMON_STATES,
    ],
    impactWords: IMPACT_WORDS,
    deciders: [
      { key: 'authority', name: 'Authority', capacities: ['decide', 'direct', 'consent'] },
      { key: 'parties', name: 'Parties', capacities: ['recommend', 'decide'] },
    ],
    routes: [
      {
        key: 'part-1',
        name: 'Part 1',
        decider: 'authority',
        appealWorkingDays: null,
        note: 'The vote is a recommendation; the Authority decides.',
      },
      { key: 'part-2', name: 'Part 2', decider: 'parties', appealWorkingDays: null, note: 'The parties decide.' },
    ],
    appealWorkingDays: null,
    releaseRules: [
      thursday('February release', 2, 'last', SEEN_IN_2022),
      {
        kind: 'day-of-month',
        name: 'April charging release',
        releaseKind: 'charging',
        month: 4,
        day: 1,
        basis: SEEN_IN_2022,
      },
      thursday('June release', 6, 4, SEEN_IN_2022),
      thursday('November release', 11, 1, SEEN_IN_2022),
    ],
    defaultEffect: NO_DEFAULT_EFFECT,
    note: 'A pre-release about a week earlier shows all approved changes; where split files and the full text differ, the full text prevails.',
  },
};
