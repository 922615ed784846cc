/** Uniform Network Code: bare numbers (0701) whose suffixes combine: alternative, self-governance, fast track, varied. */
import {
  AWAITING_IMPLEMENTATION_WORDS,
  COMMON_STATES,
  FROM_THE_BEGINNING,
  IMPACT_WORDS,
  NO_DEFAULT_EFFECT,
  scheme,
  stage,
  WITH_AUTHORITY_WORDS,
  type DefaultBody,
} from './common.ts';

/** Longest first, so that `0621AV` is not read as `0621A`. */
const SUFFIXES = ['AFT', 'AV', 'BV', 'CV', 'SV', 'AS', 'BS', 'CS', 'FT', 'A', 'B', 'C', 'S', 'V'];

export const UNC: DefaultBody = {
  shortName: 'UNC',
  name: 'Uniform Network Code',
  administrator: 'Joint Office of Gas Transporters',
  aliases: ['Uniform Network Code'],
  kind: 'network',
  expectedInHorizon: false,
  position: 7,
  effectiveFrom: FROM_THE_BEGINNING,
  profile: {
    schemes: [scheme('', 'modification', 'modification', { suffixes: SUFFIXES })],
    stages: [
      stage('panel', 'Panel', 'drafting', ['workgroup', 'consultation', 'withdrawn'], ['Draft', 'Raised']),
      stage(
        'workgroup',
        'Workgroup',
        'assessment',
        ['consultation', 'withdrawn', 'on-hold'],
        ['Workgroup Report', 'Assessment'],
      ),
      stage('consultation', 'Consultation', 'consultation', ['final-report'], []),
      stage(
        'final-report',
        'Final Modification Report',
        'report',
        ['with-authority', 'approved', 'rejected'],
        ['Panel recommendation'],
      ),
      stage(
        'with-authority',
        'With Authority',
        'with-authority',
        ['approved', 'rejected', 'sent-back'],
        WITH_AUTHORITY_WORDS.filter((words) => words !== 'With Authority'),
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
      { key: 'panel', name: 'Modification Panel', capacities: ['recommend', 'decide'] },
    ],
    routes: [
      { key: 'authority', name: 'Authority decision', decider: 'authority', appealWorkingDays: null, note: '' },
      { key: 'self-governance', name: 'Self-governance (S)', decider: 'panel', appealWorkingDays: null, note: '' },
      { key: 'fast-track', name: 'Fast track (FT)', decider: 'panel', appealWorkingDays: null, note: '' },
    ],
    appealWorkingDays: null,
    releaseRules: [],
    defaultEffect: NO_DEFAULT_EFFECT,
    note: 'Each alternative has documents of its own.',
  },
};
