/** What other groups told CCAG, and news of the wider programme. Days and matters are facts where CCAG-12 tells them. */
import { addDays, type CivilDate } from '../../values/partial-date.ts';
import type { Happening } from '../happening.ts';
import { date } from '../words.ts';

type Told = readonly [
  meeting: string,
  meetingDate: CivilDate,
  from: string,
  occurred: string,
  items: readonly (readonly [heading: string, text: string])[],
];

const ALL: readonly Told[] = [
  [
    'CCAG-10',
    '2022-09-28',
    'PSG',
    '07 September 2022',
    [['Replan', 'The second round of consultation closes this month.']],
  ],
  ['CCAG-10', '2022-09-28', 'DAG', '14 September 2022', [['Artefacts', 'All remaining artefacts are out for review.']]],
  [
    'CCAG-11',
    '2022-10-26',
    'PSG',
    '05 October 2022',
    [
      ['M8 and M10', 'The recommendation of CCAG was noted and goes into the replan.'],
      ['M5', 'Readiness was looked at; the design group decides.'],
    ],
  ],
  ['CCAG-11', '2022-10-26', 'TMAG', '19 October 2022', [['Migration', 'Three options remain.']]],
  [
    'CCAG-12',
    '2022-11-23',
    'PSG',
    '02 November 2022',
    [
      ['M5', 'The design is baselined; the plan for the remaining work was shown.'],
      ['M3', 'Approved on condition that mobilisation is shown and the third round confirms it.'],
      ['Replan', 'The third round runs from mid-December to the end of January.'],
      ['CR0012', 'Sent to impact assessment.'],
    ],
  ],
  [
    'CCAG-12',
    '2022-11-23',
    'TMAG',
    '16 November 2022',
    [
      ['Environments', 'The draft of the environments plan may be shared; its baseline is due in February 2023.'],
      ['Migration', 'The steering group chooses an option on 7 December.'],
      ['Export meter points', 'Taken up by the migration working group.'],
      ['Integration testing', 'A working group for it first meets on 1 December.'],
    ],
  ],
  [
    'CCAG-12',
    '2022-11-23',
    'DAG',
    '09 November 2022',
    [
      ['Baseline', 'Approved by all, with a list of remaining work; larger changes now need a change request.'],
      ['Assurance', 'Nothing found that stands in the way; a webinar explains the new process on 17 November.'],
    ],
  ],
  [
    'CCAG-12',
    '2022-11-23',
    'CDWG',
    '08 November 2022',
    [
      ['', 'How long the drafting plan takes'],
      ['', 'What the first sprint showed, and what the second is for'],
      ['', 'Design change after M5, and consequential drafting'],
    ],
  ],
];

export const UPDATES: readonly Happening[] = [
  ...ALL.map(([meeting, day, fromGroup, occurred, items]): Happening => ({
    on: addDays(day, -7),
    at: '17:00',
    why: `Papers of ${meeting} issued`,
    deed: {
      does: 'groupUpdate',
      with: {
        meeting,
        fromGroup,
        occurred: date(occurred),
        items: items.map(([heading, text]) => ({ heading, text })),
        ...(fromGroup === 'CDWG' ? { requests: ['Send thoughts on the second sprint to the programme'] } : {}),
      },
    },
  })),
];
