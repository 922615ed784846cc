/** The groups that govern the programme. Cadences and terms are in our own words. */
import type { GroupInput } from '../../meetings/commands/groups.ts';
import type { Happening } from '../happening.ts';

const ALL: readonly GroupInput[] = [
  {
    shortName: 'PSG',
    name: 'Programme Steering Group',
    level: 1,
    parent: null,
    cadence: 'Monthly, first Wednesday',
    termsOfReference: 'Steers the programme, approves its milestones and decides on changes to its plan and scope.',
    constituencies: ['Suppliers', 'Network operators', 'Agents', 'Code bodies', 'Central parties', 'Consumers'],
    chairRole: 'Senior responsible owner',
  },
  {
    shortName: 'DAG',
    name: 'Design Advisory Group',
    level: 2,
    parent: 'PSG',
    cadence: 'Monthly, second Wednesday',
    termsOfReference: 'Approves the design, its baseline and every later change to it.',
    constituencies: ['Suppliers', 'Network operators', 'Agents', 'Code bodies', 'Central parties'],
    chairRole: 'Chair',
  },
  {
    shortName: 'TMAG',
    name: 'Testing and Migration Advisory Group',
    level: 2,
    parent: 'PSG',
    cadence: 'Monthly, third Wednesday',
    termsOfReference: 'Advises on how the industry tests, qualifies and migrates.',
    constituencies: ['Suppliers', 'Network operators', 'Agents', 'Central parties'],
    chairRole: 'Chair',
  },
  {
    shortName: 'CCAG',
    name: 'Cross Code Advisory Group',
    level: 2,
    parent: 'PSG',
    cadence: 'Monthly, Wednesday',
    termsOfReference:
      'Sees that the approved design is written into every code correctly and at the same time, and watches other changes to those codes.',
    constituencies: [
      'Code bodies',
      'Domestic suppliers',
      'Non-domestic suppliers',
      'Network operators',
      'Agents',
      'Regulator',
    ],
    chairRole: 'Chair',
    main: true,
  },
  {
    shortName: 'CDWG',
    name: 'Code Drafting Working Group',
    level: 3,
    parent: 'CCAG',
    cadence: 'Monthly, second Tuesday',
    termsOfReference: 'Drafts and reviews code text by topic area, before and after consultation.',
    constituencies: ['Code bodies', 'Programme', 'Any participant'],
    chairRole: 'Programme (code lead)',
  },
];

export const GROUPS: readonly Happening[] = ALL.map((group) => ({
  on: '2021-12-01',
  why: 'The programme’s groups are set up',
  deed: { does: 'group', with: group },
}));
