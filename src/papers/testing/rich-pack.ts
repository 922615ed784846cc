/** A rich synthetic pack for tests: every kind of part, in our own words, people by role only. */
import { readPartialDate, type PartialDate } from '../../values/partial-date.ts';
import type { PackPaper, PaperModification } from '../model.ts';

const on = (words: string): PartialDate => readPartialDate(words);

const change = (reference: string, title: string, rest: Partial<PaperModification> = {}): PaperModification => ({
  reference,
  title,
  summary: 'Makes the code say what the approved design asks for.',
  updates: [],
  positions: 'Suppliers support it; meter operators have asked for more time.',
  raised: on('10 May 2022'),
  status: 'Consultation',
  decisionDates: [{ decider: null, date: on('TBC') }],
  impact: 'Of interest',
  ...rest,
});

const GROUP = { shortName: 'CCAG', name: 'Cross-Code Advisory Group' };

/** A pack of eleven items for the cross-code group's fourteenth meeting. */
export const RICH_PACK: PackPaper = {
  kind: 'pack-paper',
  programme: { shortName: 'MHHS', name: 'Market-wide Half-Hourly Settlement Programme' },
  reference: 'CCAG-14',
  group: GROUP,
  number: '14',
  extraordinary: false,
  date: '2023-01-25',
  place: 'Online, joining details in the invitation',
  asAt: '2023-01-18T16:30:00.000Z',
  attachments: [{ label: 'Attachment 1', title: 'Minutes of meeting 13 (change marked)' }],
  items: [
    {
      position: 1,
      title: 'Welcome',
      objective: null,
      purpose: 'information',
      lead: 'Chair',
      start: '10:00',
      minutes: 5,
      parts: [],
    },
    {
      position: 2,
      title: 'Minutes and Actions',
      objective: 'Approve the minutes of the last meeting and review open actions',
      purpose: 'decision',
      lead: 'Chair & Secretariat',
      start: '10:05',
      minutes: 15,
      parts: [
        {
          kind: 'words',
          notes: [{ shape: 'bullet', text: 'Approval of the minutes of the meeting held 21 Dec 2022.' }],
        },
        {
          kind: 'actions',
          actions: [
            {
              reference: 'CCAG12-02',
              raised: on('23/11/2022'),
              text: 'Say which parts of the drafting qualification waits for, and by when (M6 or M8).',
              owners: 'Programme (design lead)',
              due: on('18/01/2023'),
              verdict: 'ongoing',
              update: 'The workshop is booked for the first week of February.',
            },
            {
              reference: 'CCAG13-01',
              raised: on('21/12/2022'),
              text: 'Confirm who hosts the data specification once the service is live.',
              owners: 'Code Bodies, Programme (PMO)',
              due: on('End January 23?'),
              verdict: 'recommend-closed',
              update: 'The retail code will host it & the design team agrees.',
            },
            {
              reference: 'CCAG13-02',
              raised: on('21/12/2022'),
              text: 'Bring the list of consequential changes to the group.',
              owners: 'Secretariat',
              due: null,
              verdict: null,
              update: null,
            },
          ],
        },
      ],
    },
    {
      position: 3,
      title: 'Programme Updates',
      objective: 'Hear from the other groups and the wider programme',
      purpose: 'information',
      lead: 'Programme (PMO)',
      start: '10:20',
      minutes: 5,
      parts: [
        {
          kind: 'updates',
          updates: [
            {
              group: { shortName: 'PSG', name: 'Programme Steering Group' },
              date: on('11 January 2023'),
              items: [
                {
                  heading: 'Replan',
                  text: 'The group started the third round of consultation, which closes in March.',
                },
                { heading: null, text: 'The sponsor thanked all who had answered.' },
              ],
              report: 'The PSG headline report is on the programme portal.',
            },
            {
              group: { shortName: 'DAG', name: 'Design Advisory Group' },
              date: on('18 January 2023'),
              items: [{ heading: 'Work-off list', text: 'Nine items are left; none of them touches a code.' }],
              report: null,
            },
          ],
        },
        {
          kind: 'programme-updates',
          updates: [
            {
              title: 'Migration options',
              items: [{ heading: null, text: 'Answers to the request for information are being read.' }],
            },
          ],
        },
      ],
    },
    {
      position: 4,
      title: 'Horizon Scanning Log',
      objective: 'Changes of all code bodies that may touch the programme',
      purpose: 'information',
      lead: 'Code Bodies',
      start: '10:25',
      minutes: 20,
      parts: [
        {
          kind: 'horizon',
          date: '2023-01-18',
          returns: [
            { body: 'BSC', modifications: [], issues: [], footnotes: [] },
            {
              body: 'DCUSA',
              modifications: [
                change('DCP328', 'Charges on private networks', {
                  status: 'Awaiting Authority consent',
                  decisionDates: [{ decider: null, date: on('April 2024*') }],
                  impact: 'Low (Risk R0225)',
                }),
              ],
              issues: [],
              footnotes: ['* The dates marked are proposed implementation dates; no decision date is known.'],
            },
            {
              body: 'REC',
              modifications: [
                change('R0044', 'Metering data on change of supplier', {
                  updates: [
                    { date: on('17 Nov 2022'), text: 'No change.' },
                    { date: on('12 Jan 2023'), text: 'The consultation closes on 27 January.' },
                  ],
                  decisionDates: [
                    { decider: 'Panel', date: on('13 Dec 2022') },
                    { decider: 'Ofgem', date: on('TBC') },
                  ],
                  impact: 'Direct impact',
                }),
                change('R0066', 'More data items in the enquiry service (extends R0032)', {
                  raised: on('26/8/220'),
                  status: 'On Hold',
                  positions: null,
                  impact: 'Of interest - Qualification',
                }),
              ],
              issues: [
                {
                  reference: 'RI-0036',
                  otherReferences: ['CR-D129'],
                  title: 'Gate closure cut-off times',
                  status: 'REC Issue',
                  impact: 'Of interest – secured messaging',
                },
              ],
              footnotes: [],
            },
            {
              body: 'SEC',
              modifications: [
                change('MP162', 'Changes to the smart code for half-hourly data', {
                  status: 'With Authority for decision',
                  decisionDates: [{ decider: null, date: on('End November 22?') }],
                  impact: 'Yes',
                }),
              ],
              issues: [],
              footnotes: [],
            },
          ],
        },
      ],
    },
    {
      position: 5,
      title: 'Qualification Drafting Timeframes',
      objective: 'Parts of the drafting that may be wanted ahead of M10',
      purpose: 'information',
      lead: 'Programme (drafting lead)',
      start: '10:45',
      minutes: 10,
      parts: [
        {
          kind: 'words',
          notes: [
            { shape: 'paragraph', text: 'The group recommended in September that M8 is aligned with M10.' },
            { shape: 'paragraph', text: 'All code bodies can support an extraordinary release.' },
          ],
        },
        {
          kind: 'recommendations',
          condition: null,
          recommendations: ['Through the replan, M8 will be aligned with M10 as a planning assumption.'],
        },
      ],
    },
    {
      position: 6,
      title: 'CR12 Impact Assessment Update',
      objective: 'Views of the group for the senior responsible owner to take into PSG discussions',
      purpose: 'discussion',
      lead: 'Programme (drafting lead)',
      start: '10:55',
      minutes: 10,
      parts: [
        {
          kind: 'change-request',
          request: {
            reference: 'CR0012',
            title: 'Consequential change in the scope of the group',
            raisedBy: 'RECCo',
            request: 'extend the scope of the group to drafting for consequential change',
            assessmentStart: '2022-11-02',
            assessmentEnd: '2022-11-16',
            impacts: ['The change adds risk to the programme.', 'The scope of consequential change is not known yet.'],
            benefit: 'However, it should benefit the industry, because one process handles all related code change.',
            cost: 60_000,
            schedule: { from: 8, to: 12 },
            affectedMilestone: 'M6',
            decisionGroup: 'PSG',
          },
        },
        {
          kind: 'recommendations',
          condition: 'subject to PSG approval of CR12',
          recommendations: [
            'CR0012 enters the programme with an agreed scope before the replan consultation closes.',
            'Consequential change stays traceable apart from the change of the design.',
          ],
        },
      ],
    },
    {
      position: 7,
      title: 'Code Freeze Request',
      objective: 'Positions of the code bodies on managing change',
      purpose: 'information',
      lead: 'Programme (drafting lead)',
      start: '11:05',
      minutes: 10,
      parts: [
        {
          kind: 'statement',
          label: 'Situation',
          paragraphs: ['Change close to go-live is likely to be wasted effort.'],
        },
        { kind: 'statement', label: 'Complication', paragraphs: ['The programme has no power to mandate a freeze.'] },
        {
          kind: 'freeze-options',
          options: [
            'Participants decide what they raise: a voluntary freeze.',
            'Code bodies report changes that touch settlement, under the standard process.',
            'Code bodies set a higher threshold for change.',
          ],
        },
        {
          kind: 'recommendations',
          condition: null,
          recommendations: ['Before M8, the group asks code bodies to raise their thresholds for low-priority change.'],
        },
      ],
    },
    {
      position: 8,
      title: 'CCAG Reporting',
      objective: 'Where the drafting stands',
      purpose: 'information',
      lead: 'Programme (PMO)',
      start: '11:15',
      minutes: 10,
      parts: [
        {
          kind: 'status-summary',
          paragraphs: ['The workstream has completed 65% of its mobilisation, and drafting has begun.'],
        },
        {
          kind: 'deliverables',
          period: 'February',
          deliverables: ['Complete the second prototyping sprint', 'Publish the ways of working'],
        },
        {
          kind: 'risks',
          risks: [
            {
              type: 'risk',
              identifier: null,
              text: 'There is a risk that the drafting does not reflect the design',
              mitigations: ['Align the drafting with the design', 'Check one against the other at the end'],
              rating: 'Medium Risk',
            },
            {
              type: 'issue',
              identifier: 'I-07',
              text: 'There is an issue that reviewers are fewer than planned',
              mitigations: ['Agree what each party gives'],
              rating: 'High',
            },
          ],
        },
        {
          kind: 'milestones',
          milestones: [
            {
              title: 'Data services approved at CCAG',
              target: on('26/4/23'),
              forecast: on('26/4/23'),
              rating: 'green',
              unexamined: true,
            },
            {
              title: 'Code changes baselined (M6)',
              target: on('31/1/24'),
              forecast: on('March 2024'),
              rating: 'amber',
              unexamined: false,
            },
          ],
        },
      ],
    },
    {
      position: 9,
      title: 'CDWG Update',
      objective: 'From the CDWG meeting held 10 January 2023',
      purpose: 'information',
      lead: 'Programme (PMO)',
      start: '11:25',
      minutes: 5,
      parts: [
        {
          kind: 'group-update',
          group: { shortName: 'CDWG', name: 'Code Drafting Working Group' },
          period: 'January',
          topics: ['The drafting plan', 'The second prototyping sprint'],
          actions: ['Participants share their thoughts on the sprint'],
        },
      ],
    },
    {
      position: 10,
      title: 'Summary and Next Steps',
      objective: 'Sum up actions and next steps',
      purpose: 'information',
      lead: 'Chair & Secretariat',
      start: '11:30',
      minutes: 5,
      parts: [
        { kind: 'next-steps', steps: ['Secretariat to confirm actions and decisions'] },
        {
          kind: 'next-meetings',
          meetings: [
            { group: GROUP, date: on('22 February 2023'), time: '13:00' },
            {
              group: { shortName: 'CDWG', name: 'Code Drafting Working Group' },
              date: on('14 February 2023'),
              time: '10:00',
            },
          ],
        },
      ],
    },
  ],
  further: [],
};
