/**
 * The meetings, and what every one of them leaves behind: papers, a record that it was held, minutes, ratification.
 *
 * CCAG 8 to 12, PSG of 2 November, DAG of 31 October and 9 November, TMAG of 16 November and CDWG of 8 November met on
 * the days given; the other days, and the numbers of the groups other than CCAG, follow each group's cadence.
 */
import type { DocumentBlock } from '../../meetings/model/document.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { addDays } from '../../values/partial-date.ts';
import type { Purpose } from '../../meetings/model/meeting.ts';
import { minutesTitle } from '../do-deed.ts';
import type { Happening } from '../happening.ts';
import { parties } from '../words.ts';

/** `[title, objective, purpose, lead, minutes, what was said of it]` and the records it was about. */
type Item = readonly [
  title: string,
  objective: string,
  purpose: Purpose,
  lead: string,
  minutes: number,
  said: string,
  about?: readonly string[],
];

interface SampleMeeting {
  readonly group: string;
  readonly number: string;
  readonly extraordinary?: boolean;
  readonly date: CivilDate;
  readonly title?: string;
  readonly end: string;
  readonly items: readonly Item[];
}

/** `CCAG-8`, `eCCAG-1`, `DAG-16.1`. */
export const keyOf = (meeting: Pick<SampleMeeting, 'group' | 'number' | 'extraordinary'>): string =>
  `${meeting.extraordinary === true ? 'e' : ''}${meeting.group}-${meeting.number}`;

const WELCOME: Item = ['Welcome', 'Open the meeting', 'information', 'Chair', 5, 'Attendance was noted.'];
const MINUTES: Item = [
  'Minutes and Actions',
  'Approve the last minutes and go through the actions',
  'decision',
  'Chair, Secretariat',
  15,
  'The minutes were approved and the actions brought up to date.',
];
const PROGRAMME: Item = [
  'Programme Updates',
  'News from the other groups',
  'information',
  'Programme (PMO)',
  10,
  'The updates were noted.',
];
const HORIZON: Item = [
  'Horizon Scanning Log',
  'What each code body has in flight that may touch the programme',
  'information',
  'Code bodies, Programme (design lead)',
  20,
  'Each code body went through its return.',
];
const CLOSE: Item = [
  'Summary and Next Steps',
  'Repeat actions and decisions',
  'information',
  'Chair, Secretariat',
  5,
  'The secretariat read back the actions.',
];

const ccag = (number: string, date: CivilDate, ...own: readonly Item[]): SampleMeeting => ({
  group: 'CCAG',
  number,
  date,
  end: '11:30',
  items: [WELCOME, ...(number === '1' ? [] : [MINUTES]), PROGRAMME, HORIZON, ...own, CLOSE],
});

const other = (group: string, number: string, date: CivilDate, ...own: readonly Item[]): SampleMeeting => ({
  group,
  number,
  date,
  end: '12:00',
  items: [WELCOME, ...own, CLOSE],
});

export const CCAG_MEETINGS: readonly SampleMeeting[] = [
  ccag('1', '2021-12-15', [
    'Terms of Reference',
    'Agree what the group is for',
    'decision',
    'Chair',
    30,
    'The terms were agreed with the addition that every code body returns a log each month.',
  ]),
  ccag('2', '2022-01-26', [
    'Code drafting approach',
    'Who drafts what, and who approves it',
    'discussion',
    'Programme (code lead)',
    30,
    'Members asked for topic areas that follow the design, not the codes.',
  ]),
  ccag('3', '2022-02-23', [
    'Topic areas',
    'Agree the topic areas',
    'decision',
    'Programme (code lead)',
    30,
    'Nine topic areas were agreed, each with its own approval.',
  ]),
  ccag('4', '2022-03-23', [
    'Smart meter powers',
    'What the code needs before the powers are used',
    'information',
    'Regulator',
    20,
    'The regulator explained what would trigger the work on powers.',
    ['M7'],
  ]),
  ccag('5', '2022-04-27', [
    'M5 and the design',
    'What a later design baseline means for drafting',
    'discussion',
    'Programme (PMO)',
    25,
    'Members preferred a complete design to an early one.',
    ['M5'],
  ]),
  ccag('6', '2022-05-25', [
    'Drafting plan, first view',
    'Comment on the order of topic areas',
    'discussion',
    'Programme (code lead)',
    25,
    'Code bodies asked that data and metering come first.',
    ['M6'],
  ]),
  ccag('7', '2022-06-22', [
    'Lessons from a revoked approval',
    'What the programme should learn from R0041',
    'discussion',
    'Code bodies',
    20,
    'The text approved was not the text meant; members asked that approvals name the exact text.',
    ['R0041'],
  ]),
  ccag(
    '8',
    '2022-07-27',
    [
      'Qualification and code',
      'Does qualification need code in force or only approved',
      'discussion',
      'Programme (code lead)',
      25,
      'Views differed; members were asked to write them down with reasons.',
      ['M6', 'M8'],
    ],
    [
      'Topic areas outside the design baseline',
      'How to draft qualification and transition',
      'discussion',
      'Programme (code lead)',
      10,
      'The programme will bring an approach.',
    ],
  ),
  ccag(
    '9',
    '2022-08-24',
    [
      'Qualification dependencies',
      'What testing waits for',
      'discussion',
      'Programme (code lead)',
      20,
      'A list of dependencies is needed before anybody can answer.',
      ['M8', 'M10'],
    ],
    [
      'Data specification',
      'Where it will live',
      'information',
      'Programme (design lead)',
      15,
      'Ownership is still to be confirmed.',
    ],
  ),
  ccag(
    '10',
    '2022-09-28',
    [
      'M8 and M10',
      'Should code go live with the central systems',
      'decision',
      'Programme (code lead)',
      25,
      'The group recommended one day for both, provided that qualification is not held up.',
      ['M8', 'M10'],
    ],
    [
      'Settlement timetable',
      'When to draft it',
      'discussion',
      'Programme (code lead)',
      10,
      'To be settled with design and the code bodies.',
    ],
  ),
  ccag(
    '11',
    '2022-10-26',
    [
      'Design to code mapping',
      'How artefacts are followed into text',
      'discussion',
      'Programme (drafting lead)',
      15,
      'Members want to see the mapping at paragraph level.',
      ['M6'],
    ],
    [
      'Code freeze',
      'Should other change stop before go-live',
      'discussion',
      'Domestic supplier representative',
      15,
      'The programme cannot impose one; it will ask the code bodies what they can do.',
      ['M8'],
    ],
    [
      'Export meter points',
      'Supplier concerns on new export meter points',
      'discussion',
      'Domestic supplier representative',
      5,
      'To be raised with the testing and migration group.',
    ],
  ),
];

const EXTRAORDINARY: SampleMeeting = {
  group: 'CCAG',
  number: '1',
  extraordinary: true,
  date: '2022-09-14',
  title: 'Extraordinary meeting on M8 and M10',
  end: '11:00',
  items: [
    WELCOME,
    [
      'Options for M8',
      'Prepare the September recommendation',
      'discussion',
      'Programme (code lead)',
      45,
      'Three options were compared; the aligned one found most support.',
      ['M8', 'M10'],
    ],
    CLOSE,
  ],
};

const REPLAN: Item = [
  'Programme replan',
  'Progress of the consultation',
  'information',
  'Programme (PMO)',
  30,
  'The steering group noted where the rounds of consultation stand.',
];
const DESIGN: Item = [
  'Design artefacts',
  'Review the month’s artefacts',
  'decision',
  'Programme (design lead)',
  60,
  'The artefacts of the month were accepted with comments.',
  ['M5'],
];
const MIGRATION: Item = [
  'Migration options',
  'Compare the options that remain',
  'discussion',
  'Programme (migration lead)',
  45,
  'Participants asked for figures before choosing.',
];
const DRAFTING: Item = [
  'Drafting plan',
  'Order and length of the topic areas',
  'discussion',
  'Programme (code lead)',
  45,
  'Comments were taken into the plan.',
  ['M6'],
];

const OTHERS: readonly SampleMeeting[] = [
  other('PSG', '10', '2022-09-07', REPLAN),
  other('PSG', '11', '2022-10-05', REPLAN, [
    'M5 readiness',
    'Is the design ready to be baselined',
    'discussion',
    'Programme (design lead)',
    30,
    'The decision was left to the design group at the end of October.',
    ['M5'],
  ]),
  other(
    'PSG',
    '12',
    '2022-11-02',
    REPLAN,
    [
      'M3 decision',
      'Approve M3',
      'decision',
      'Programme (PMO)',
      30,
      'Approved on condition that participants show how they have mobilised.',
      ['M3'],
    ],
    [
      'Change request CR0012',
      'Send it to impact assessment',
      'decision',
      'RECCo',
      15,
      'To be assessed by 16 November.',
      ['CR0012'],
    ],
  ),
  other('DAG', '15', '2022-09-14', DESIGN),
  other('DAG', '16', '2022-10-12', DESIGN),
  {
    ...other('DAG', '16.1', '2022-10-31', [
      'Design baseline',
      'Baseline the design',
      'decision',
      'Programme (design lead)',
      60,
      'Approved by all members, on condition that the agreed list of remaining work is finished by 31 January 2023.',
      ['M5'],
    ]),
    title: 'Extraordinary meeting on the design baseline',
  },
  other('DAG', '17', '2022-11-09', [
    'Change after the baseline',
    'How the design may change from now on',
    'information',
    'Programme (assurance)',
    40,
    'Small corrections go through the group; larger ones need a change request.',
    ['M5'],
  ]),
  other('TMAG', '11', '2022-10-19', MIGRATION),
  other('TMAG', '12', '2022-11-16', MIGRATION, [
    'Export meter points',
    'The concern raised by CCAG',
    'discussion',
    'Programme (migration lead)',
    15,
    'To be worked on by the migration working group.',
    ['CCAG11-02'],
  ]),
  other('CDWG', '9', '2022-09-13', DRAFTING),
  other('CDWG', '10', '2022-10-11', DRAFTING),
  other('CDWG', '11', '2022-11-08', DRAFTING, [
    'Consequential drafting',
    'What CR0012 would add',
    'discussion',
    'RECCo',
    20,
    'The amount of text cannot be known before the changes are designed.',
    ['CR0012'],
  ]),
];

const contentOf = (meeting: SampleMeeting): DocumentBlock[] =>
  meeting.items.flatMap(([title, , , , , said]) => [
    { kind: 'heading' as const, level: 2, text: title },
    { kind: 'paragraph' as const, text: said },
  ]);

/** Meetings whose headline report is on record: those that decided something the whole programme waited for. */
const REPORTED = new Set(['CCAG-10', 'CCAG-11', 'PSG-12', 'DAG-16.1']);

const START_TIME = '10:00';

const AGENDAS_FROM: CivilDate = '2022-07-01';

/** The life of one meeting that was held. `ratifiedBy` is the next one, which approves its minutes. */
function lifeOf(meeting: SampleMeeting, ratifiedBy: SampleMeeting | null): Happening[] {
  const key = keyOf(meeting);
  const { group, number, extraordinary = false, date } = meeting;
  const identity = { group, number, extraordinary };
  const agenda = (said: boolean) => ({
    does: 'agenda' as const,
    with: {
      meeting: key,
      items: meeting.items.map(([title, objective, purpose, lead, minutes, text, about]) => ({
        title,
        objective,
        purpose,
        lead: parties(lead),
        minutes,
        ...(said ? { minuteText: text, about: about ?? [] } : {}),
      })),
    },
  });
  const papersOn = addDays(date, -7);
  const minutesOn = addDays(date, 5);
  const document = {
    meeting: key,
    kind: 'minutes' as const,
    title: minutesTitle(key),
    content: contentOf(meeting),
    version: '1.0',
  };
  const particulars = {
    ...identity,
    date,
    startTime: START_TIME,
    endTime: meeting.end,
    place: 'Online',
    chair: 'Chair',
    ...(meeting.title === undefined ? {} : { title: meeting.title }),
  };
  const papers: Happening[] = [
    {
      on: papersOn,
      at: '17:00',
      why: `Papers of ${key} issued`,
      deed: { does: 'meeting', with: { ...particulars, state: 'papers-issued' } },
    },
    // An agenda as sent out is on record from the middle of 2022 on; before, only as it was held.
    ...(date < AGENDAS_FROM
      ? []
      : [{ on: papersOn, at: '17:00', why: `Papers of ${key} issued`, deed: agenda(false) }]),
  ];
  return [
    // Of other groups only what was held is on record.
    ...(group === 'CCAG' ? papers : []),
    {
      on: date,
      at: '10:55',
      why: `${key} was held`,
      deed: { does: 'meeting', with: { ...particulars, state: 'held' } },
    },
    { on: date, at: '10:55', why: `${key} was held`, deed: agenda(true) },
    {
      on: minutesOn,
      why: `Minutes of ${key} issued`,
      deed: { does: 'meeting', with: { ...identity, state: 'minuted' } },
    },
    {
      on: minutesOn,
      why: `Minutes of ${key} issued`,
      deed: { does: 'document', with: document },
    },
    ...(REPORTED.has(key)
      ? [
          {
            on: addDays(date, 2),
            why: `Headline report of ${key} issued`,
            deed: {
              does: 'document' as const,
              with: {
                meeting: key,
                kind: 'headline-report' as const,
                title: `Headline report of ${key}`,
                version: '1.0',
                state: 'approved' as const,
                content: [
                  { kind: 'list' as const, ordered: false, items: meeting.items.slice(1, -1).map((one) => one[5]) },
                ],
              },
            },
          },
        ]
      : []),
    ...(ratifiedBy === null
      ? []
      : [
          {
            on: ratifiedBy.date,
            at: '10:55',
            why: `${keyOf(ratifiedBy)} was held`,
            deed: { does: 'approval' as const, with: { meeting: key, version: '1.0', at: keyOf(ratifiedBy) } },
          },
        ]),
  ];
}

const next = (meetings: readonly SampleMeeting[], index: number): SampleMeeting | null => meetings[index + 1] ?? null;

export const MEETINGS: readonly Happening[] = [
  ...CCAG_MEETINGS.flatMap((meeting, index) => lifeOf(meeting, next(CCAG_MEETINGS, index))),
  ...lifeOf(EXTRAORDINARY, CCAG_MEETINGS.find((meeting) => meeting.number === '10') ?? null),
  ...OTHERS.flatMap((meeting, index) =>
    lifeOf(meeting, OTHERS.slice(index + 1).find((later) => later.group === meeting.group) ?? null),
  ),
];
