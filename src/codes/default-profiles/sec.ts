/** Smart Energy Code: draft proposals (DP) become modification proposals (MP). */
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

const PATTERN = 'a pattern seen, not looked up';

export const SEC: DefaultBody = {
  shortName: 'SEC',
  name: 'Smart Energy Code',
  administrator: 'SECAS',
  aliases: [],
  kind: 'code',
  expectedInHorizon: true,
  position: 3,
  effectiveFrom: FROM_THE_BEGINNING,
  profile: {
    schemes: [
      scheme('MP', 'modification', 'modification', { digits: 3 }),
      scheme('DP', 'draft proposal', 'modification', { digits: 3 }),
    ],
    stages: [
      stage(
        'development',
        'Development',
        'drafting',
        ['refinement', 'withdrawn', 'on-hold'],
        ['Draft', 'Development Stage'],
      ),
      stage(
        'refinement',
        'Refinement',
        'assessment',
        ['consultation', 'report', 'withdrawn', 'on-hold'],
        ['Refinement Process', 'Impact Assessment', 'Definition', 'Assessment', 'Solution development'],
      ),
      stage('consultation', 'Refinement Consultation', 'consultation', ['refinement', 'report'], ['Consultation']),
      stage(
        'report',
        'Report Phase',
        'report',
        ['change-board', 'withdrawn'],
        ['Modification Report', 'Modification Report Consultation'],
      ),
      stage(
        'change-board',
        'Change Board',
        'report',
        ['with-authority', 'approved', 'rejected'],
        ['Change Board vote'],
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
      { key: 'change-board', name: 'Change Board', capacities: ['recommend', 'decide'] },
      { key: 'secretary-of-state', name: 'Secretary of State', capacities: ['direct'] },
    ],
    routes: [
      { key: 'authority', name: 'Authority determined', decider: 'authority', appealWorkingDays: null, note: '' },
      { key: 'self-governance', name: 'Self-governance', decider: 'change-board', appealWorkingDays: null, note: '' },
      {
        key: 'fast-track',
        name: 'Fast-track',
        decider: 'change-board',
        appealWorkingDays: null,
        note: 'Has no modification report.',
      },
      {
        key: 'direction',
        name: 'Secretary of State direction',
        decider: 'secretary-of-state',
        appealWorkingDays: null,
        note: 'Outside the modification process; may activate sections already present.',
      },
    ],
    appealWorkingDays: null,
    releaseRules: [
      thursday('February release', 2, 'last', PATTERN),
      thursday('June release', 6, 'last', PATTERN),
      thursday('November release', 11, 1, PATTERN),
    ],
    defaultEffect: NO_DEFAULT_EFFECT,
    note: 'Sections can be present but inactive until a direction activates them.',
  },
};
