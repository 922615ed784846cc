/** The programme itself, as a body: it issues change requests, design notes and risks that look like code references. */
import {
  COMMON_STATES,
  FROM_THE_BEGINNING,
  IMPACT_WORDS,
  NO_DEFAULT_EFFECT,
  scheme,
  stage,
  type DefaultBody,
} from './common.ts';

export const MHHS: DefaultBody = {
  shortName: 'MHHS',
  name: 'Market-wide Half-Hourly Settlement Programme',
  administrator: '',
  aliases: ['MHHS Programme', 'MHHSP'],
  kind: 'programme',
  expectedInHorizon: false,
  position: 8,
  effectiveFrom: FROM_THE_BEGINNING,
  profile: {
    schemes: [
      scheme('CR', 'change request', 'change-request'),
      scheme('DIN', 'design issue notification', 'other', { separator: '-' }),
      scheme('R', 'risk', 'other'),
    ],
    stages: [
      stage('raised', 'Raised', 'idea', ['impact-assessment', 'withdrawn'], ['Draft']),
      stage(
        'impact-assessment',
        'Impact Assessment',
        'assessment',
        ['decision', 'withdrawn'],
        ['In impact assessment'],
      ),
      stage('decision', 'With PSG for decision', 'report', ['with-authority', 'approved', 'rejected'], ['With PSG']),
      stage(
        'with-authority',
        'With Ofgem',
        'with-authority',
        ['approved', 'rejected'],
        ['With Authority for decision'],
      ),
      stage('approved', 'Approved', 'approved', ['implemented', 'revoked']),
      stage('implemented', 'Implemented', 'in-force', []),
      ...COMMON_STATES,
    ],
    impactWords: IMPACT_WORDS,
    deciders: [
      { key: 'authority', name: 'Authority', capacities: ['decide', 'direct'] },
      { key: 'psg', name: 'Programme Steering Group', capacities: ['recommend', 'decide'] },
      { key: 'sro', name: 'Senior Responsible Owner', capacities: ['decide'] },
    ],
    routes: [
      {
        key: 'level-1',
        name: 'Level 1 milestone',
        decider: 'authority',
        appealWorkingDays: null,
        note: 'Changes to Level 1 milestones.',
      },
      { key: 'psg', name: 'PSG decision', decider: 'psg', appealWorkingDays: null, note: '' },
      { key: 'sro', name: 'SRO decision', decider: 'sro', appealWorkingDays: null, note: '' },
    ],
    appealWorkingDays: null,
    releaseRules: [],
    defaultEffect: NO_DEFAULT_EFFECT,
    note: '',
  },
};
