/**
 * The plan: milestones as first agreed, as the replan moved them, and as they were looked at, or not.
 *
 * The fourteen drafting milestones and their dates of November 2022 are facts, as are M3 (approved on condition on 2
 * November), M5 (reached on 31 October) and that M8 is to be aligned with M10. What was first agreed, M4, M9 and the
 * dates of M10 are the sample's own.
 */
import type { MilestoneRead } from '../../plan/commands/milestones.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Deed, Happening } from '../happening.ts';
import { date } from '../words.ts';

interface SampleMilestone {
  readonly reference?: string;
  readonly title: string;
  readonly tier: number;
  readonly topicArea?: string;
  /** As first agreed, and as the replan of August moved it. */
  readonly first: string;
  readonly replanned: string;
}

const topic = (area: string, first: string, replanned: string): SampleMilestone => ({
  title: `${area} approved at CCAG`,
  tier: 2,
  topicArea: area,
  first,
  replanned,
});

const MILESTONES: readonly SampleMilestone[] = [
  { reference: 'M3', title: 'Participants mobilised', tier: 1, first: '31/5/22', replanned: '2/11/22' },
  { reference: 'M4', title: 'Design artefacts issued for review', tier: 2, first: '31/3/22', replanned: '31/8/22' },
  { reference: 'M5', title: 'Physical design baselined', tier: 1, first: '29/4/22', replanned: '31/10/22' },
  topic('Data Services', '26/10/22', '26/4/23'),
  topic('Metering Services', '26/10/22', '26/4/23'),
  topic('BSC Central Services', '21/12/22', '28/6/23'),
  topic('Registration', '21/12/22', '28/6/23'),
  topic('Governance', '25/1/23', '26/7/23'),
  topic('Qualification', '25/1/23', '26/7/23'),
  topic('Interfaces/Data Specification', '29/3/23', '27/9/23'),
  topic('Transition Text', '29/3/23', '27/9/23'),
  topic('Topic Area Mop Up', '26/4/23', '25/10/23'),
  { title: 'CCAG shares SMAP trigger', tier: 2, first: '28/4/23', replanned: '31/10/23' },
  { title: 'Finalise and consistency check approved at CCAG', tier: 2, first: '26/7/23', replanned: '24/1/24' },
  { reference: 'M6', title: 'Code changes baselined', tier: 1, first: '31/7/23', replanned: '31/1/24' },
  { reference: 'M7', title: 'Smart Meters Act powers enabled', tier: 1, first: '30/11/23', replanned: '31/5/24' },
  { reference: 'M8', title: 'Code changes delivered', tier: 1, first: '31/12/23', replanned: '30/6/24' },
  { reference: 'M9', title: 'System integration testing starts', tier: 1, first: '31/3/23', replanned: '31/10/23' },
  { reference: 'M10', title: 'Central systems go live', tier: 1, first: '30/4/24', replanned: '31/10/24' },
];

const OWNER = 'Programme (code lead)';

const happening = (on: CivilDate, why: string, deed: Deed, by?: Happening['by']): Happening => ({
  on,
  why,
  deed,
  ...(by === undefined ? {} : { by }),
});

const identity = ({ reference, title }: Pick<SampleMilestone, 'reference' | 'title'>): MilestoneRead => ({
  title,
  ...(reference === undefined ? {} : { reference }),
});

const milestone = (on: CivilDate, why: string, read: MilestoneRead): Happening =>
  happening(on, why, { does: 'milestone', with: read });

const named = (reference: string): MilestoneRead => {
  const found = MILESTONES.find((one) => one.reference === reference);
  if (found === undefined) throw new Error(`The sample has no ${reference}`);
  return identity(found);
};

const FIRST_PLAN: readonly Happening[] = MILESTONES.map((one) =>
  milestone('2021-12-08', 'The first plan', {
    ...identity(one),
    tier: one.tier,
    owner: OWNER,
    ...(one.topicArea === undefined ? {} : { topicArea: one.topicArea }),
    baseline: date(one.first),
    target: date(one.first),
    forecast: date(one.first),
    rag: 'green',
    ragRaw: 'Green',
    source: 'Programme plan',
  }),
);

const REPLAN: readonly Happening[] = MILESTONES.map((one) =>
  milestone('2022-08-03', 'Replan approved with CR0002', {
    ...identity(one),
    target: date(one.replanned),
    forecast: date(one.replanned),
    rag: 'green',
    ragRaw: 'Green',
    ragReason: '',
  }),
);

const DEPENDENCIES: readonly (readonly [from: string, to: string, kind: 'after' | 'awaits', note: string])[] = [
  ['M6', 'M5', 'after', 'Text is drafted from the design.'],
  ['M7', 'M6', 'after', 'The powers refer to the text.'],
  ['M8', 'M6', 'after', 'Only text that was baselined is released.'],
  ['M9', 'M5', 'after', 'Systems are built from the design.'],
  ['M10', 'M9', 'awaits', 'Systems go live once they were tested together.'],
];

const AREAS: readonly (readonly [name: string, note: string])[] = [
  ['Data Services', 'To start first, softly, in December.'],
  ['Metering Services', 'To start first, softly, in December.'],
  ['Qualification', 'Not in the design baseline: how to draft it hangs on CR0012.'],
  ['Transition Text', 'Not in the design baseline: how to draft it hangs on CR0012.'],
];

/** What the workstream said it would do in a month, and whether it was done by the next. */
const DELIVERABLES: readonly (readonly [
  told: CivilDate,
  meetingKey: string,
  due: string,
  text: string,
  done: CivilDate | null,
])[] = [
  ['2022-09-21', 'CCAG-10', 'October 2022', 'Run the first prototyping sprint', '2022-11-01'],
  ['2022-09-21', 'CCAG-10', 'October 2022', 'Agree the list of topic areas with each code body', '2022-10-19'],
  ['2022-10-19', 'CCAG-11', 'November 2022', 'Plan the second prototyping sprint', '2022-11-16'],
  ['2022-10-19', 'CCAG-11', 'November 2022', 'Recruit reviewers for the first two topic areas', null],
];

const STATUS: readonly (readonly [
  on: CivilDate,
  meetingKey: string,
  date: CivilDate,
  percent: number,
  summary: string,
])[] = [
  ['2022-07-20', 'CCAG-8', '2022-07-27', 15, 'Mobilisation for drafting has started; the plan waits for the design.'],
  ['2022-08-17', 'CCAG-9', '2022-08-24', 25, 'The plan was moved with the replan. Reviewers are being named.'],
  ['2022-09-21', 'CCAG-10', '2022-09-28', 40, 'The first prototyping sprint is prepared; qualification is open.'],
  [
    '2022-10-19',
    'CCAG-11',
    '2022-10-26',
    52,
    'The first sprint is nearly finished, and the design comes to its baseline.',
  ],
  [
    '2022-11-16',
    'CCAG-12',
    '2022-11-23',
    65,
    'Two thirds of the preparations are done and the rest should be by the end of the year, so that drafting can start in January 2023. Should CR0012 be approved, consequential text is added and M6 may move.',
  ],
];

export const PLAN: readonly Happening[] = [
  ...FIRST_PLAN,
  ...DEPENDENCIES.map(([from, to, kind, note]) =>
    happening('2021-12-08', 'The first plan', { does: 'dependency', with: { from, to, kind, note } }),
  ),
  ...MILESTONES.filter((one) => one.tier === 1)
    .slice(0, 2)
    .map((one) =>
      milestone('2022-03-16', 'The design will be late', {
        ...identity(one),
        rag: 'amber',
        ragRaw: 'Amber',
        ragReason: 'The design takes longer than planned.',
      }),
    ),
  milestone('2022-05-18', 'The design will be late', {
    ...named('M5'),
    forecast: date('31/10/22'),
    rag: 'red',
    ragRaw: 'Red',
    ragReason: 'The date has passed; the end of October is now expected.',
  }),
  ...REPLAN,
  milestone('2022-08-31', 'Design artefacts issued', { ...named('M4'), actual: date('31/8/22') }),
  happening('2022-09-28', 'CCAG-10 recommended one day for M8 and M10', {
    does: 'dependency',
    with: {
      from: 'M8',
      to: 'M10',
      kind: 'aligned-with',
      note: 'Recommended by CCAG in September 2022; the third round of the replan is to move the date.',
    },
  }),
  milestone('2022-10-31', 'The design was baselined', {
    ...named('M5'),
    actual: date('31/10/22'),
    ragReason: 'Approved on condition that the remaining work is finished by 31 January 2023.',
  }),
  milestone('2022-11-02', 'PSG approved M3 on condition', {
    ...named('M3'),
    actual: date('2/11/22'),
    ragReason: 'Approved on condition that participants show how they have mobilised.',
  }),
  milestone('2022-11-16', 'Testing is planned again', {
    ...named('M9'),
    forecast: date('30/11/23'),
    rag: 'amber',
    ragRaw: 'Amber',
    ragReason: 'The working group for it only starts in December.',
  }),
  happening('2022-11-16', 'Forecasts looked at', { does: 'examine', with: { milestone: 'M7' } }, 'chair'),
  happening('2022-11-16', 'Forecasts looked at', { does: 'examine', with: { milestone: 'M10' } }, 'chair'),
  happening(
    '2022-11-16',
    'Forecasts looked at',
    { does: 'examine', with: { milestone: 'Data Services approved at CCAG' } },
    'chair',
  ),
  ...AREAS.map(([name, note]) =>
    happening('2022-11-16', 'Papers of CCAG-12', { does: 'topicArea', with: { name, note } }),
  ),
  ...DELIVERABLES.flatMap(([told, meetingKey, due, text, done]) => [
    happening(told, `Report to ${meetingKey}`, { does: 'deliverable', with: { text, due: date(due), meetingKey } }),
    ...(done === null
      ? []
      : [happening(done, 'Deliverable done', { does: 'deliverable', with: { text, state: 'done' as const } })]),
  ]),
  ...STATUS.map(([on, meetingKey, day, percentComplete, summary]) =>
    happening(on, `Report to ${meetingKey}`, {
      does: 'status',
      with: { meetingKey, date: day, summary, percentComplete, rag: 'green' },
    }),
  ),
  happening('2022-09-28', 'CCAG-10 recommended one day for M8 and M10', {
    does: 'assumption',
    with: {
      text: 'New code is delivered on the day on which the central systems go live: M8 is aligned with M10.',
      explicit: false,
      state: 'proposed',
      source: 'CCAG-10',
    },
  }),
  happening('2022-11-16', 'Papers of CCAG-12', {
    does: 'assumption',
    with: {
      text: 'New code is delivered on the day on which the central systems go live: M8 is aligned with M10.',
      explicit: true,
    },
  }),
  happening('2022-11-16', 'Papers of CCAG-12', {
    does: 'freeze',
    with: {
      options: [
        {
          number: 1,
          name: 'Voluntary freeze',
          text: 'Participants decide for themselves which changes they still raise.',
          whoCanAct: 'Participants',
        },
        {
          number: 2,
          name: 'Standard process under a significant code review',
          text: 'Code bodies report changes that touch settlement to the regulator, which can suspend them.',
          whoCanAct: 'Regulator',
        },
        {
          number: 3,
          name: 'Higher threshold',
          text: 'The regulator or the code bodies demand more of a change before it is developed or implemented.',
          whoCanAct: 'Regulator and code bodies',
        },
      ],
    },
  }),
];
