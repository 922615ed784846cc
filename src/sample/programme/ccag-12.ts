/** CCAG-12, whose papers are out, and the meetings that follow it. */
import type { Deeds, Happening } from '../happening.ts';
import { parties } from '../words.ts';

const PAPERS = { on: '2022-11-16', at: '17:00', why: 'Papers of CCAG-12 issued' } as const;

type Item = Deeds['agenda']['items'][number];

const item = (
  title: string,
  objective: string,
  purpose: NonNullable<Item['purpose']>,
  lead: string,
  minutes: number,
  page: number,
  about: readonly string[] = [],
  notes: readonly string[] = [],
): Item => ({
  title,
  objective,
  purpose,
  lead: parties(lead),
  minutes,
  page,
  about,
  notes: notes.map((text) => ({ shape: 'bullet', text })),
});

const AGENDA: readonly Item[] = [
  item('Welcome', 'Open the meeting', 'information', 'Chair', 5, 1),
  item(
    'Minutes and Actions',
    'Approve the minutes of October and go through open actions',
    'decision',
    'Chair, Secretariat',
    15,
    4,
  ),
  item(
    'Programme Updates',
    'News from the other groups and the wider programme',
    'information',
    'Programme (PMO)',
    5,
    7,
    ['M3', 'M5'],
  ),
  item(
    'Horizon Scanning Log',
    'Hear from each code body what may touch the programme',
    'information',
    'Code bodies, Programme (PMO), Programme (design lead)',
    20,
    9,
    ['MP162', 'R0032', 'R0044', 'R0047', 'DCP414'],
  ),
  item(
    'Qualification Code Drafting Timeframes & Dependencies',
    'Which parts of the code may be needed before M10',
    'information',
    'Programme (code lead)',
    10,
    11,
    ['M8', 'M10', 'CCAG08-06', 'CCAG09-06', 'CCAG11-04'],
    [
      'In September the group recommended one day for M8 and M10.',
      'Elexon feared that qualification needs the code sooner; it is content if approved text can be seen and is kept by the programme.',
      'Code bodies can support a release of its own.',
      'Any move of M8 goes through the programme’s change control.',
    ],
  ),
  item(
    'CR12 Impact Assessment Update',
    'Go through the answers on CR0012, so that the SRO can take the group’s view to PSG',
    'discussion',
    'Programme (code lead)',
    10,
    13,
    ['CR0012', 'M6', 'CCAG08-08'],
    [
      'The assessment closed on 16 November.',
      'The programme would run consultation and approval of consequential text; its design stays with the code bodies.',
      'Five recommendations are put to the group, all of them subject to PSG.',
    ],
  ),
  item(
    'Code Freeze Request',
    'Hear what code bodies can do to hold back other changes',
    'information',
    'Programme (code lead)',
    10,
    16,
    ['M8', 'CCAG11-03'],
    [
      'A domestic supplier asked whether other changes should stop before go-live.',
      'A freeze may hinder competition, and the programme has no power to impose one.',
      'Three options were gone through with the code bodies.',
    ],
  ),
  item(
    'CCAG Reporting',
    'How drafting will be reported from now on',
    'information',
    'Programme (drafting lead)',
    10,
    18,
    ['M6'],
  ),
  item(
    'CDWG Update',
    'What the drafting working group did on 8 November',
    'information',
    'Programme (code lead)',
    5,
    20,
  ),
  item('Summary and Next Steps', 'Repeat actions and next steps', 'information', 'Chair, Secretariat', 5, 22),
];

const scheduled = (group: string, date: string, startTime: string): Happening => ({
  ...PAPERS,
  deed: { does: 'meeting', with: { group, number: null, date, startTime, state: 'scheduled' } },
});

export const CCAG_12: readonly Happening[] = [
  {
    ...PAPERS,
    deed: {
      does: 'meeting',
      with: {
        group: 'CCAG',
        number: '12',
        date: '2022-11-23',
        startTime: '10:00',
        endTime: '11:35',
        place: 'Online',
        chair: 'Chair',
        state: 'papers-issued',
      },
    },
  },
  { ...PAPERS, deed: { does: 'agenda', with: { meeting: 'CCAG-12', items: AGENDA } } },
  {
    ...PAPERS,
    deed: {
      does: 'document',
      with: {
        meeting: 'CCAG-11',
        kind: 'minutes',
        title: 'Minutes of CCAG-11',
        version: '1.1',
        changeMarked: true,
        content: [
          { kind: 'heading', level: 2, text: 'Code freeze' },
          {
            kind: 'paragraph',
            text: 'The programme cannot impose a freeze; it will ask the code bodies what they can do. A member asked to add that a freeze could hinder competition.',
          },
        ],
      },
    },
  },
  scheduled('CDWG', '2022-12-13', '10:00'),
  scheduled('CCAG', '2022-12-21', '13:00'),
  scheduled('PSG', '2022-12-07', '10:00'),
];
