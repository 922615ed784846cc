/** Change requests to the programme. CR0012 is a fact; the two before it, decided, are the sample's own. */
import type { Happening } from '../happening.ts';

export const REQUESTS: readonly Happening[] = [
  {
    on: '2022-04-06',
    why: 'CR0001 raised',
    deed: {
      does: 'request',
      with: {
        reference: 'CR0001',
        title: 'Move the design baseline (M5) to October 2022',
        request: 'Give the design six more months, so that it is complete when it is baselined.',
        raisedBy: 'Programme (design lead)',
        raisedOn: '2022-04-06',
        affectedMilestones: ['M5'],
        decisionGroup: 'PSG',
      },
    },
  },
  {
    on: '2022-05-18',
    why: 'CR0001 assessed',
    deed: {
      does: 'request',
      with: {
        reference: 'CR0001',
        assessmentFrom: '2022-04-13',
        assessmentTo: '2022-05-11',
        scheduleWeeksMin: 26,
        scheduleWeeksMax: 26,
        impacts: [
          { text: 'Everything that follows the design moves by as much.', kind: 'schedule' },
          { text: 'A complete design makes rework less likely.', kind: 'benefit' },
        ],
      },
    },
  },
  {
    on: '2022-06-15',
    why: 'CR0001 decided',
    by: 'chair',
    deed: {
      does: 'request',
      with: {
        reference: 'CR0001',
        decision: {
          outcome: 'approved',
          decidedBy: 'PSG, then the regulator',
          decidedOn: '2022-06-15',
          note: 'A replan of all later milestones is to follow.',
        },
      },
    },
  },
  {
    on: '2022-06-22',
    why: 'CR0002 raised',
    deed: {
      does: 'request',
      with: {
        reference: 'CR0002',
        title: 'Second round of the replan',
        request: 'Move every milestone after M5 to follow the later design baseline.',
        raisedBy: 'Programme (PMO)',
        raisedOn: '2022-06-22',
        assessmentFrom: '2022-06-22',
        affectedMilestones: ['M6', 'M7', 'M8', 'M10'],
        decisionGroup: 'PSG',
      },
    },
  },
  {
    on: '2022-08-03',
    why: 'CR0002 decided',
    by: 'chair',
    deed: {
      does: 'request',
      with: {
        reference: 'CR0002',
        assessmentTo: '2022-07-20',
        impacts: [{ text: 'Code is baselined about six months later than first planned.', kind: 'schedule' }],
        decision: {
          outcome: 'approved-with-conditions',
          decidedBy: 'PSG',
          decidedOn: '2022-08-03',
          note: 'Holds until a third round of consultation replaces it.',
        },
      },
    },
  },
  {
    on: '2022-10-25',
    why: 'CR0012 raised',
    deed: {
      does: 'request',
      with: {
        reference: 'CR0012',
        title: 'Increase in scope of CCAG ToR and code drafting activities to include consequential change',
        request: 'Let CCAG also approve the drafting of changes to the codes that only follow from the programme.',
        raisedBy: 'RECCo',
        raisedOn: '2022-10-25',
        affectedMilestones: ['M6'],
        decisionGroup: 'PSG',
      },
    },
  },
  {
    on: '2022-11-02',
    why: 'PSG sent CR0012 to impact assessment',
    deed: {
      does: 'request',
      with: { reference: 'CR0012', assessmentFrom: '2022-11-02', state: 'impact-assessment' },
    },
  },
  {
    on: '2022-11-17',
    why: 'CR0012 assessed',
    deed: {
      does: 'request',
      with: {
        reference: 'CR0012',
        assessmentTo: '2022-11-16',
        costAmount: 60_000,
        costKind: 'ROM',
        scheduleWeeksMin: 8,
        scheduleWeeksMax: 12,
      },
    },
  },
];
