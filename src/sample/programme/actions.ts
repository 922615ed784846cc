/**
 * Actions. Those of CCAG 8 to 11 that are still open are facts (references, days, owners' roles, what was proposed for
 * CCAG-12), in our own words; the older ones are the sample's own.
 */
import type { ActionVerdict } from '../../meetings/model/action.ts';
import { addDays, type CivilDate } from '../../values/partial-date.ts';
import type { Happening } from '../happening.ts';
import { date, parties } from '../words.ts';
import { CCAG_MEETINGS, keyOf } from './meetings.ts';

/** What was said of it for a meeting (by its number), and what it now concerns too; `closed` is what the meeting agreed. */
type Said = readonly [meeting: string, verdict: ActionVerdict, words: string, about?: readonly string[]];

type SampleAction = readonly [
  reference: string,
  text: string,
  owners: string,
  due: string,
  said: readonly Said[],
  about?: readonly string[],
];

const ALL: readonly SampleAction[] = [
  [
    'CCAG01-01',
    'Write the terms of reference as agreed and publish them',
    'Secretariat',
    '12/01/2022',
    [['2', 'closed', 'Published.']],
  ],
  [
    'CCAG01-02',
    'Name a contact in each code body for the horizon log',
    'Code bodies',
    '26/01/2022',
    [
      ['2', 'ongoing', 'Two of four are named.'],
      ['3', 'closed', 'All four are named.'],
    ],
  ],
  [
    'CCAG02-01',
    'Bring a list of topic areas that follows the design',
    'Programme (code lead)',
    '23/02/2022',
    [['3', 'closed', 'Brought, and agreed with one more area.']],
  ],
  [
    'CCAG03-01',
    'Map each topic area to the codes it touches',
    'Programme (code lead)',
    '27/04/2022',
    [
      ['4', 'ongoing', 'Half mapped.'],
      ['5', 'closed', 'Mapped and shared.'],
    ],
    ['M6'],
  ],
  [
    'CCAG04-01',
    'Say when the trigger for smart meter powers has to be shared',
    'Regulator',
    '25/05/2022',
    [['6', 'closed', 'Answered in writing; it is a milestone now.']],
    ['M7'],
  ],
  [
    'CCAG05-01',
    'Show what a later M5 does to the drafting plan',
    'Programme (PMO)',
    '25/05/2022',
    [
      ['6', 'ongoing', 'Waits for CR0001.'],
      ['7', 'closed', 'Shown with the replan.'],
    ],
    ['M5', 'M6', 'CR0001'],
  ],
  [
    'CCAG06-01',
    'Ask code bodies for the people they can give to drafting',
    'Programme (PMO)',
    '22/06/2022',
    [['8', 'closed', 'Answered by all.']],
  ],
  [
    'CCAG07-01',
    'Propose how approvals can name the exact text',
    'Code bodies, Programme (drafting lead)',
    '24/08/2022',
    [['9', 'closed', 'Approvals will carry a mark of the text.']],
    ['R0041'],
  ],
  [
    'CCAG08-01',
    'Send round the list of open questions on qualification',
    'Secretariat',
    '03/08/2022',
    [['9', 'closed', 'Sent.']],
  ],
  [
    'CCAG08-06',
    'Say, with reasons, whether qualification needs the new code in force (M8) or only approved (M6), and if not for qualification, by when it is needed.',
    'CCAG members',
    '17/08/2022',
    [
      ['9', 'ongoing', 'Four answers so far.'],
      ['10', 'ongoing', 'Answers differ between constituencies.'],
      ['12', 'ongoing', 'Stays open until agenda item 5 has been heard.'],
    ],
    ['M6', 'M8'],
  ],
  [
    'CCAG08-08',
    'Find a way to draft the topic areas that the design baseline leaves out, such as qualification and transition, and bring it back.',
    'Programme (code lead)',
    '17/08/2022',
    [
      ['10', 'ongoing', 'Two ways are being compared.'],
      [
        '12',
        'recommend-closed',
        'CR0012 settles it: approved, the programme drafts them; rejected, the code bodies raise their own changes.',
        ['CR0012'],
      ],
    ],
  ],
  [
    'CCAG09-01',
    'Ask the testing workstream for its answer to the query about qualification',
    'Chair',
    '31/08/2022',
    [
      ['10', 'ongoing', 'Asked.'],
      ['12', 'recommend-closed', 'To be confirmed at the meeting.'],
    ],
  ],
  [
    'CCAG09-06',
    'List what drafting and qualification wait for, so that the group can say when text must be active',
    'Programme (code lead)',
    '14/09/2022',
    [
      ['11', 'ongoing', 'A first list was shared.'],
      ['12', 'recommend-closed', 'Elexon can support M8 on the day of M10; see agenda item 5.'],
    ],
    ['M8', 'M10'],
  ],
  [
    'CCAG09-07',
    'Send the dates of the drafting working group for the rest of the year',
    'Programme (PMO)',
    '31/08/2022',
    [['10', 'closed', 'Sent.']],
  ],
  [
    'CCAG09-09',
    'Say where the data specification will be kept, by whom, and who owns it',
    'Programme (design lead)',
    '14/09/2022',
    [
      ['11', 'ongoing', 'With the design team.'],
      ['12', 'recommend-closed', 'It will be kept with the REC’s own texts and governed there.'],
    ],
  ],
  [
    'CCAG10-01',
    'Take the recommendation on M8 to the steering group',
    'Chair',
    '05/10/2022',
    [['11', 'closed', 'Taken; it goes into the third round of the replan.']],
    ['M8', 'M10'],
  ],
  [
    'CCAG10-03',
    'Agree with design, Elexon and RECCo when to draft the settlement timetable',
    'Programme (code lead)',
    '26/10/2022',
    [
      ['11', 'ongoing', 'A meeting is planned.'],
      ['12', 'recommend-closed', 'It will be part of what M6 delivers.'],
    ],
    ['M6'],
  ],
  [
    'CCAG11-01',
    'Share how design artefacts are mapped to text, how each is followed and in what detail, and what consequential artefacts would add.',
    'Programme (drafting lead)',
    '23/11/2022',
    [['12', 'ongoing', 'More in December; matrices are tried out in the second sprint.']],
    ['CR0012'],
  ],
  [
    'CCAG11-02',
    'Tell the testing and migration group of suppliers’ concerns about new export meter points',
    'Programme (governance lead)',
    '16/11/22',
    [['12', 'recommend-closed', 'It was on that group’s agenda of 16 November.']],
    ['DP206'],
  ],
  [
    'CCAG11-03',
    'Sum up how a regulatory code freeze could work, go through it with the code bodies and bring it back',
    'Programme (code lead)',
    '23/11/22',
    [
      [
        '12',
        'recommend-closed',
        'Code bodies can raise the threshold for changes that touch settlement; see agenda item 7.',
      ],
    ],
    ['M8'],
  ],
  [
    'CCAG11-04',
    'Say which parts of the text may be needed before M10',
    'Programme (code lead)',
    '23/11/22',
    [['12', 'recommend-closed', 'Told under agenda item 5.']],
    ['M10'],
  ],
];

const DATES = new Map([
  ...CCAG_MEETINGS.map((meeting) => [meeting.number, meeting.date] as const),
  ['12', '2022-11-23'],
]);

const dayOf = (meeting: string): CivilDate => {
  const day = DATES.get(meeting);
  if (day === undefined) throw new Error(`The sample has no CCAG ${meeting}`);
  return day;
};

const ukDate = (day: CivilDate): string => day.split('-').reverse().join('/');

const updateOf = (reference: string, text: string, [meeting, verdict, words, about]: Said): Happening => {
  const key = keyOf({ group: 'CCAG', number: meeting });
  const agreed = verdict === 'closed';
  const on = agreed ? dayOf(meeting) : addDays(dayOf(meeting), -7);
  return {
    on,
    at: agreed ? '10:55' : '17:00',
    why: agreed ? `${key} was held` : `Papers of ${key} issued`,
    deed: {
      does: 'action',
      with: { reference, text, about: about ?? [], update: { meeting: key, verdict, words, date: on } },
    },
  };
};

export const ACTIONS: readonly Happening[] = ALL.flatMap(([reference, text, owners, due, said, about]) => {
  const meeting = String(Number(reference.slice(4, 6)));
  const raised = dayOf(meeting);
  const key = keyOf({ group: 'CCAG', number: meeting });
  return [
    {
      on: raised,
      at: '10:55',
      why: `${key} was held`,
      deed: {
        does: 'action' as const,
        with: {
          reference,
          text,
          owners: parties(owners),
          raised: date(ukDate(raised)),
          due: date(due),
          update: { meeting: key, verdict: 'new' as const, words: 'Raised.', date: raised },
          about: about ?? [],
        },
      },
    },
    ...said.map((one) => updateOf(reference, text, one)),
  ];
});
