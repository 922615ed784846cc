/**
 * The changes in flight and how each moved over the months.
 *
 * References, titles, dates and the last status of each are facts; the steps before it that nobody published are the
 * sample's own, plausible and no more. Summaries and positions are in our own words.
 */
import crypto from 'node:crypto';
import type { DateInput, DecisionInput, PositionInput, RelationInput, UpdateInput } from '../../changes/commands.ts';
import type { ClockTime } from '../../meetings/model/meeting.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Happening } from '../happening.ts';
import { date, reference } from '../words.ts';

/** One thing that became known of a change on a day. */
interface Step {
  readonly on: CivilDate;
  /** London clock; the end of the working day when absent. */
  readonly at?: ClockTime;
  /** Why it is told; the body's return when absent. */
  readonly why?: string;
  readonly stage?: string;
  /** Given as `panel: '13/12/22'`. */
  readonly dates?: Readonly<Partial<Record<'raised' | 'panel' | 'authority' | 'decision' | 'implementation', string>>>;
  readonly decisions?: readonly DecisionInput[];
  readonly positions?: readonly PositionInput[];
  /** Words of the update; `No change.` for one that looked and found nothing. */
  readonly update?: string;
  readonly meeting?: string;
  /** Name of the release it is meant for. */
  readonly release?: string;
  /** The new reference of an issue that became a change. */
  readonly becomes?: string;
}

interface SampleChange {
  readonly body: string;
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** The day it was raised, as written. */
  readonly raised: string;
  readonly impact: string;
  /** What the words come to, where the body's profile does not know them. */
  readonly supporting?: string;
  readonly relations?: readonly RelationInput[];
  readonly steps: readonly [Step, ...(readonly Step[])];
}

const NO_CHANGE = 'No change.';

const textHash = (words: string): string => crypto.createHash('sha256').update(words).digest('hex');

const ALL: readonly SampleChange[] = [
  {
    body: 'SEC',
    name: 'DP206',
    title: 'Allowing Generation Licence Holders to Apply Export MPANs',
    summary:
      'Today only a licensed supplier can register an export meter point. The proposal would let holders of a generation licence do so as well, so that households have more choice in whom they sell to.',
    raised: '10 May 22',
    impact: 'TBC',
    steps: [
      {
        on: '2022-05-11',
        stage: 'Draft',
        dates: { decision: 'TBC' },
        positions: [
          {
            stakeholder: 'Parties',
            stance: 'unknown',
            words: 'Not asked yet: on hold while its effect on other codes is discussed.',
          },
        ],
      },
      { on: '2022-09-21', update: 'Talks with REC and BSC continue.', meeting: 'CCAG-10' },
      { on: '2022-11-17', update: NO_CHANGE, meeting: 'CCAG-12' },
    ],
  },
  {
    body: 'SEC',
    name: 'MP162',
    title: 'SEC changes required to deliver MHHS',
    summary:
      'Lets agents of suppliers collect half-hourly readings from electricity smart meters, as the target operating model needs.',
    raised: '7 May 21',
    impact: 'Yes',
    steps: [
      {
        on: '2021-12-08',
        stage: 'Refinement',
        dates: { decision: 'TBC' },
        positions: [
          {
            stakeholder: 'Suppliers',
            stance: 'concerned',
            words: 'They pay for something that others gain from.',
          },
          {
            stakeholder: 'Possible meter data retrievers',
            stance: 'concerned',
            words: 'Access to half-hourly data raises questions of competition.',
          },
        ],
      },
      { on: '2022-04-20', stage: 'Consultation' },
      {
        on: '2022-08-17',
        stage: 'Modification Report',
        meeting: 'CCAG-9',
        update: 'The report goes out for comments.',
      },
      {
        on: '2022-11-17',
        stage: 'With Authority for decision',
        dates: { decision: 'End November 22?', implementation: 'June 2024' },
        release: 'SEC June 2024 release',
        decisions: [
          {
            who: 'Change Board',
            capacity: 'recommend',
            outcome: 'approved',
            date: '2022-10-26',
            grounds: 'A majority voted for it.',
          },
        ],
        update:
          'A majority of the Change Board recommended approval on 26 October. Approved before the year ends, it goes into the release of June 2024.',
        meeting: 'CCAG-12',
      },
    ],
  },
  {
    body: 'REC',
    name: 'R0015',
    title: 'Remote communication obligations for electricity Advanced Meters',
    summary:
      'Would oblige parties to have remote communication working on every current-transformer meter by March 2023 and on every advanced meter by October 2024.',
    raised: '17/11/21',
    impact: 'Supporting an effective transition',
    supporting: 'an effective transition',
    relations: [{ relation: 'supports', targetRaw: 'P432' }],
    steps: [
      { on: '2021-12-08', stage: 'REC Initial Assessment', dates: { decision: 'TBC' } },
      { on: '2022-03-16', stage: 'Solution development' },
      {
        on: '2022-06-15',
        stage: 'Consultation',
        positions: [{ stakeholder: 'MEMs', stance: 'opposes', words: 'The duty would fall on them.' }],
      },
      {
        on: '2022-09-21',
        stage: 'Awaiting Authority Determination',
        decisions: [{ who: 'Metering Expert Panel', capacity: 'recommend', outcome: 'rejected', date: '2022-09-14' }],
        update: 'The metering experts advise against it; the Authority decides.',
        meeting: 'CCAG-10',
      },
    ],
  },
  {
    body: 'REC',
    name: 'R0017',
    title: 'Invalid Requests for Site Technical Details',
    summary:
      'Makes clear to network operators and metering agents how site technical details are asked for and sent (flow D0215). The process is governed by two codes at once.',
    // The log of November says 22/11/22, later than changes with higher numbers; this is the year it must have been.
    raised: '22/11/21',
    impact: 'TBC',
    steps: [
      {
        on: '2021-12-08',
        stage: 'REC Initial Assessment',
        dates: { decision: 'TBC' },
        positions: [{ stakeholder: 'MEMs and DNOs', stance: 'supports' }],
      },
      { on: '2022-05-18', stage: 'Solution development' },
      { on: '2022-10-19', update: NO_CHANGE, meeting: 'CCAG-11' },
    ],
  },
  {
    body: 'REC',
    name: 'R0026',
    title: 'Whole Current (WC/ Current Transformer (CT) Certificates',
    summary:
      'Metering agents can work on whole-current or current-transformer meters without having been assessed for that kind. A way to close this gap is sought, which may change how they qualify.',
    raised: '22/11/21',
    impact: 'Of interest - Qualification',
    steps: [
      { on: '2021-12-08', stage: 'REC Initial Assessment', dates: { decision: 'TBC' } },
      { on: '2022-07-20', stage: 'On Hold', update: 'Waits for people to work on it.', meeting: 'CCAG-8' },
    ],
  },
  {
    body: 'REC',
    name: 'R0032',
    title: 'New Registration data items and processes to support the transition to Market-wide Half-Hourly Settlement',
    summary:
      'Brings data items kept by metering agents into today’s registration systems and shows them in the enquiry service, so that data can be cleansed before the transition. Market message D0312 is rearranged for it.',
    raised: '03/02/22',
    impact: 'Supporting data population ahead of transition completion',
    supporting: 'data population ahead of transition completion',
    steps: [
      { on: '2022-02-09', stage: 'REC Initial Assessment', dates: { decision: 'TBC' } },
      { on: '2022-05-18', stage: 'Impact Assessment', dates: { decision: '27/09/22' } },
      {
        on: '2022-08-17',
        stage: 'Consultation',
        positions: [
          {
            stakeholder: 'DNOs, MEMs and Suppliers',
            stance: 'opposes',
            words: 'They question its cost; so does the panel.',
          },
        ],
      },
      { on: '2022-10-19', dates: { decision: '15/11/22' }, update: 'The vote moved to November.', meeting: 'CCAG-11' },
      {
        on: '2022-11-17',
        stage: 'Approved',
        decisions: [{ who: 'Change Panel', capacity: 'decide', outcome: 'approved', date: '2022-11-15' }],
        update: 'The panel approved it on 15 November.',
        meeting: 'CCAG-12',
      },
    ],
  },
  {
    body: 'REC',
    name: 'R0041',
    title: 'REC version 3.0',
    summary:
      'The legal text of a new version of the code. It was approved, the approval was taken back when its text proved wrong, and it was approved again with the text put right.',
    raised: '11/03/22',
    impact: 'For awareness only',
    steps: [
      { on: '2022-03-16', stage: 'Change Proposal', dates: { decision: 'June 2022' } },
      {
        on: '2022-05-18',
        stage: 'Voting',
        dates: { decision: '17/06/22', implementation: '18/07/22' },
        release: 'REC version 3.0',
      },
      {
        on: '2022-06-17',
        why: 'R0041 was approved',
        stage: 'Approved',
        decisions: [
          {
            who: 'Change Panel',
            capacity: 'decide',
            outcome: 'approved',
            date: '2022-06-17',
            textHash: textHash('R0041, the text put to the vote on 17 June 2022'),
          },
        ],
      },
      {
        on: '2022-06-20',
        at: '11:00',
        why: 'R0041 was taken back',
        stage: 'Approval revoked',
        decisions: [
          {
            who: 'Change Panel',
            capacity: 'decide',
            outcome: 'revoked',
            date: '2022-06-20',
            grounds: 'Errors in the legal text came to light.',
          },
        ],
      },
      {
        on: '2022-06-20',
        why: 'R0041 was approved again',
        decisions: [
          {
            who: 'Change Panel',
            capacity: 'recommend',
            outcome: 'approved',
            date: '2022-06-20',
            textHash: textHash('R0041, the text as corrected on 20 June 2022'),
          },
          {
            who: 'Change Panel',
            capacity: 'decide',
            outcome: 're-approved',
            date: '2022-06-20',
            textHash: textHash('R0041, the text as corrected on 20 June 2022'),
            grounds: 'The text was put right.',
          },
        ],
        stage: 'Approved – awaiting implementation',
        update: 'Taken back and approved again on the same day, on corrected text.',
        meeting: 'CCAG-7',
      },
      { on: '2022-07-18', stage: 'Implemented', update: 'In force.', meeting: 'CCAG-8' },
    ],
  },
  {
    body: 'REC',
    name: 'R0044',
    title: 'MHHS Programme Changes required to Central Switching Service',
    summary:
      'Makes the registration of the new meter data retrievers known to the switching service, so that they can be given access to the smart meters they read. Meant to go live with M8; design documents are due in January.',
    raised: '29/4/22',
    impact: 'Direct impact',
    relations: [{ relation: 'parallel', targetRaw: 'MP162', note: 'The access that the other code grants.' }],
    steps: [
      {
        on: '2022-05-11',
        stage: 'REC Initial Assessment',
        dates: { panel: 'TBC', implementation: 'M8' },
        positions: [{ stakeholder: 'DCC as CSS Provider', stance: 'supports' }],
      },
      { on: '2022-08-17', stage: 'Impact Assessment' },
      { on: '2022-10-19', stage: 'Solution development', update: 'Requirements are agreed.', meeting: 'CCAG-11' },
      {
        on: '2022-11-17',
        stage: 'Consultation',
        dates: { panel: '13/12/22', authority: 'TBC' },
        update: 'Out for consultation; the panel votes on 13 December.',
        meeting: 'CCAG-12',
      },
    ],
  },
  {
    body: 'REC',
    name: 'R0047',
    title: 'Metering Code of Practice Consolidation',
    summary: 'Merges today’s several metering codes of practice into one simpler set that one audit can check.',
    raised: '20/5/22',
    impact: 'Of interest',
    steps: [
      {
        on: '2022-06-15',
        stage: 'REC Initial Assessment',
        dates: { decision: 'TBC' },
        positions: [{ stakeholder: 'MEMs and DNOs', stance: 'supports' }],
      },
      { on: '2022-08-17', stage: 'Consultation', dates: { decision: '15/11/22' } },
      {
        on: '2022-11-17',
        stage: 'Approved – awaiting implementation',
        decisions: [{ who: 'Change Panel', capacity: 'decide', outcome: 'approved', date: '2022-11-15' }],
        update: 'Approved on 15 November; a release is to be named.',
        meeting: 'CCAG-12',
      },
    ],
  },
  {
    body: 'REC',
    name: 'R0059',
    title: 'Maintenance of Qualification Schedule Change',
    summary:
      'The schedule on keeping a qualification is read in different ways, so that returns are incomplete and everybody spends time asking. The change would make it plain.',
    raised: '26/8/22',
    impact: 'Of interest – Qualification',
    steps: [
      { on: '2022-09-21', stage: 'REC Initial Assessment', dates: { decision: 'TBC' } },
      { on: '2022-11-17', update: NO_CHANGE, meeting: 'CCAG-12' },
    ],
  },
  {
    body: 'REC',
    name: 'I0064',
    title: 'Creating a Meter Operator Agent and MOCOP Installer',
    summary:
      'Two kinds of metering provider became one role when the retail codes were merged, though not every duty fits both. The change would tell them apart again.',
    raised: '13/7/22',
    impact: 'Of interest - Qualification',
    steps: [
      // The number is the change's own; that it began as an issue is the sample's.
      { on: '2022-07-20', stage: 'REC Issue', dates: { decision: 'TBC' } },
      {
        on: '2022-08-22',
        becomes: 'R0064',
        dates: { raised: '22/8/22' },
        stage: 'On Hold',
        positions: [{ stakeholder: 'MEMs', stance: 'unknown', words: 'Not known yet.' }],
        update: 'The issue became a change and waits for its turn.',
        meeting: 'CCAG-9',
      },
      {
        on: '2022-11-17',
        stage: 'REC Initial Assessment',
        update: 'People were found; it moves again.',
        meeting: 'CCAG-12',
      },
    ],
  },
  {
    body: 'REC',
    name: 'R0065',
    title: 'Registration of Smart Export Guarantee (SEG) Sites',
    summary:
      'Since 2020 export has to be registered and settled by processes built for import. The change asks whether they fit, shared smart meters above all.',
    raised: '22/8/22',
    impact: 'For awareness only',
    steps: [
      { on: '2022-08-24', stage: 'Verification', dates: { decision: 'TBC' } },
      { on: '2022-09-21', stage: 'On Hold' },
    ],
  },
  {
    body: 'REC',
    name: 'R0066',
    title: 'Inclusion of new DNO mastered SMRS Data Items in the EES (extension of R0032)',
    summary:
      'Shows more data items in the enquiry service, those that BSC CP1568 defines, before migration starts in October 2024. It carries R0032 further.',
    raised: '26/8/22',
    impact: 'Supporting data population ahead of transition completion',
    supporting: 'data population ahead of transition completion',
    relations: [
      { relation: 'extends', targetRaw: 'R0032' },
      { relation: 'mentions', targetRaw: 'CP1568' },
    ],
    steps: [
      {
        on: '2022-09-21',
        stage: 'REC Initial Assessment',
        dates: { decision: 'TBC' },
        positions: [
          { stakeholder: 'ERDS Providers, EES', stance: 'opposes', words: 'Questioned at the Change Panel.' },
        ],
      },
      { on: '2022-10-19', stage: 'Impact Assessment', dates: { decision: '20/12/22' } },
    ],
  },
  {
    body: 'REC',
    name: 'R0067',
    title: 'Introduction of CSS refresh functionality',
    summary:
      'Would let systems that talk to the switching service ask for messages again that came late, out of order or not at all, with nobody stepping in by hand.',
    raised: '26/8/22',
    impact: 'For awareness only',
    steps: [{ on: '2022-09-21', stage: 'Impact Assessment', dates: { decision: 'TBC' } }],
  },
  ...(
    [
      [
        'R0075',
        'Enabling Software Product Qualification',
        'Would let a software product qualify by itself, so that parties who use it can point to that when they enter the market and each year after.',
      ],
      [
        'R0080',
        "Improvements to 'Failed to Deliver' CSS Messages",
        'Many messages have gone undelivered since the switching service went live, because gateways failed for longer than it tries again. The change looks for a remedy.',
      ],
      [
        'R0081',
        'CSS Market Message Retry Strategy',
        'Replaces fixed times and counts of retries by a duty in principle, so that messages get through.',
      ],
    ] as const
  ).map(([name, title, summary]): SampleChange => ({
    body: 'REC',
    name,
    title,
    summary,
    raised: '27/10/22',
    impact: 'For awareness only',
    steps: [
      { on: '2022-11-01', stage: 'Verification', dates: { decision: 'TBC' } },
      { on: '2022-11-17', stage: 'On Hold' },
    ],
  })),
  {
    body: 'REC',
    name: 'RI-0036',
    title: 'Gas gate closure message cut-off timing',
    summary: 'An issue on when gas messages close; it also touches the messages that report secured and active.',
    raised: '12/10/22',
    impact: 'Of interest – impacts to SecuredActive messaging',
    steps: [{ on: '2022-10-19', stage: 'REC Issue' }],
  },
  {
    body: 'DCUSA',
    name: 'DCP328',
    title: 'Use of system charging for private networks with competition in supply',
    summary:
      'Keeps network charges in line with cost where suppliers compete on a private network. It speaks of BSC agents, meter types and the flows D0036 and D0275.',
    raised: '14/08/2018',
    impact: 'Low (Risk R0225)',
    steps: [
      { on: '2021-12-08', stage: 'Change Report' },
      {
        on: '2022-03-16',
        stage: 'Party Voting',
        positions: [{ stakeholder: 'Parties', stance: 'opposes', words: 'All of them voted against it.' }],
      },
      {
        on: '2022-06-15',
        stage: 'Awaiting Authority consent',
        dates: { implementation: 'April 2024*' },
        decisions: [{ who: 'Parties', capacity: 'recommend', outcome: 'rejected', date: '2022-05-27' }],
      },
      { on: '2022-11-17', update: NO_CHANGE, meeting: 'CCAG-12' },
    ],
  },
  {
    body: 'DCUSA',
    name: 'DCP414',
    title: 'Transitional Protection for NHH CT Customers affected by regulatory change.',
    summary:
      'Protects customers with current-transformer meters who move to half-hourly settlement from charges for excess capacity that only arise because no capacity was ever agreed. It helps P432 along.',
    raised: '18/10/22',
    impact: '',
    relations: [{ relation: 'supports', targetRaw: 'P432' }],
    steps: [
      { on: '2022-10-19', stage: 'Initial Assessment', dates: { implementation: 'June 2023*' } },
      {
        on: '2022-11-17',
        stage: 'Definition',
        update: 'The working group met for the first time on 7 November.',
        meeting: 'CCAG-12',
      },
    ],
  },
  {
    // Known from other records only: the BSC's own steps and dates here are the sample's.
    body: 'BSC',
    name: 'P432',
    title: 'Half-hourly settlement of current-transformer metering systems',
    summary:
      'Moves sites with current-transformer meters to half-hourly settlement ahead of the programme’s migration.',
    raised: '7/2/22',
    impact: 'Direct impact',
    steps: [
      { on: '2022-02-16', stage: 'Initial Written Assessment', dates: { implementation: 'October 2023' } },
      { on: '2022-05-18', stage: 'Assessment Procedure' },
      {
        on: '2022-09-21',
        stage: 'Assessment Procedure Consultation',
        update: 'Out for consultation until the end of the month.',
        meeting: 'CCAG-10',
      },
      { on: '2022-10-19', stage: 'Report Phase', dates: { decision: 'TBC' } },
    ],
  },
  {
    body: 'BSC',
    name: 'CP1568',
    title: 'New registration data items kept by network operators',
    summary: 'Defines the data items of the BSC that registration needs before migration; R0066 shows them.',
    raised: '4/7/22',
    impact: 'Supporting data population ahead of transition completion',
    supporting: 'data population ahead of transition completion',
    relations: [{ relation: 'supports', targetRaw: 'R0066' }],
    steps: [
      { on: '2022-07-20', stage: 'CPC Consultation' },
      {
        on: '2022-10-19',
        stage: 'Approved',
        decisions: [{ who: 'Panel Committee', capacity: 'decide', outcome: 'approved', date: '2022-10-04' }],
        dates: { implementation: 'June 2023' },
      },
    ],
  },
];

function happeningOf(change: SampleChange, step: Step, index: number): Happening {
  // Each step stands under the reference that the change has by then.
  const renamed = change.steps.slice(0, index + 1).findLast((one) => one.becomes !== undefined)?.becomes;
  const name = renamed ?? change.name;
  const { stage, dates, decisions, positions, update, meeting } = step;
  const inputs: DateInput[] = [
    ...(index === 0 ? [{ type: 'raised' as const, date: date(change.raised) }] : []),
    ...(['raised', 'panel', 'authority', 'decision', 'implementation'] as const).flatMap((type) => {
      const words = dates?.[type];
      return words === undefined ? [] : [{ type, date: date(words) }];
    }),
  ];
  const updates: UpdateInput[] =
    update === undefined
      ? []
      : [
          {
            date: date(step.on),
            words: update,
            kind: update === NO_CHANGE ? 'no-change' : 'change',
            meetingKey: meeting ?? null,
          },
        ];
  return {
    on: step.on,
    ...(step.at === undefined ? {} : { at: step.at }),
    by: 'drafter',
    why: step.why ?? `${change.body} return`,
    deed: {
      does: 'change',
      with: {
        name,
        reference: reference(change.body, name),
        ...(index === 0
          ? {
              title: change.title,
              summary: change.summary,
              impactRaw: change.impact,
              ...(change.supporting === undefined
                ? {}
                : { impact: 'supporting' as const, impactReasons: [change.supporting] }),
              relations: change.relations ?? [],
            }
          : {}),
        ...(step.becomes === undefined ? {} : { carriedFrom: reference(change.body, change.name) }),
        ...(stage === undefined ? {} : { stageRaw: stage }),
        ...(step.release === undefined ? {} : { release: step.release }),
        dates: inputs,
        updates,
        decisions: decisions ?? [],
        ...(positions === undefined ? {} : { positions }),
      },
    },
  };
}

/** What the horizon log needs to know of each change: when it was told, and under which reference. */
export const TOLD = ALL.map((change) => ({
  body: change.body,
  tellings: change.steps.map((step, index) => ({
    on: step.on,
    name: change.steps.slice(0, index + 1).findLast((one) => one.becomes !== undefined)?.becomes ?? change.name,
  })),
}));

/** Releases that changes are meant for. */
const RELEASES: readonly Happening[] = [
  {
    on: '2022-05-18',
    by: 'drafter',
    why: 'REC return',
    deed: {
      does: 'release',
      with: {
        body: 'REC',
        release: { name: 'REC version 3.0', date: '2022-07-18', kind: 'standard', note: 'The code’s new version.' },
      },
    },
  },
  {
    on: '2022-11-17',
    by: 'drafter',
    why: 'SEC return',
    deed: {
      does: 'release',
      with: {
        body: 'SEC',
        release: {
          name: 'SEC June 2024 release',
          date: '2024-06-27',
          kind: 'standard',
          note: 'The last Thursday of June, by the usual pattern.',
        },
      },
    },
  },
];

export const CHANGES: readonly Happening[] = [
  ...RELEASES,
  ...ALL.flatMap((change) => change.steps.map((step, index) => happeningOf(change, step, index))),
];
