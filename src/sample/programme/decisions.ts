/**
 * Decisions and recommendations. The recommendation on M8, the baseline of the design and the approvals of M3 and of
 * the assessment of CR0012 are facts; the others are the sample's own.
 */
import type { DecisionInput } from '../../meetings/commands/decisions.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Happening } from '../happening.ts';

type Told = Omit<DecisionInput, 'about'> & { readonly about?: readonly string[] };

const on = (day: CivilDate, told: Told, at = '10:55'): Happening => ({
  on: day,
  at,
  why: `${told.meeting} was held`,
  deed: { does: 'decision', with: told },
});

const ALIGN = 'Deliver new code (M8) on the day on which the central systems go live (M10).';
const ALIGN_CONDITION = 'Qualification is not held up by it.';

export const DECISIONS: readonly Happening[] = [
  on('2021-12-15', {
    meeting: 'CCAG-1',
    text: 'Adopt the terms of reference, with a monthly log from each code body.',
    outcome: 'agreed',
  }),
  on('2022-02-23', {
    meeting: 'CCAG-3',
    text: 'Draft by nine topic areas, each approved by the group on its own.',
    outcome: 'agreed',
    about: ['M6'],
  }),
  on('2022-06-22', {
    meeting: 'CCAG-7',
    kind: 'recommendation',
    text: 'Every approval of code text should name the exact text it approves.',
    outcome: 'agreed',
    about: ['R0041'],
    escalation: [{ body: 'SRO' }],
  }),
  on('2022-07-06', {
    meeting: 'CCAG-7',
    text: 'Every approval of code text should name the exact text it approves.',
    escalation: [{ body: 'SRO', state: 'agreed', decidedOn: '2022-07-06', words: 'Adopted for the programme.' }],
  }),
  on('2022-09-14', {
    meeting: 'eCCAG-1',
    text: 'Take the option of one day for M8 and M10 to the September meeting.',
    outcome: 'agreed',
    about: ['M8', 'M10'],
  }),
  on('2022-09-28', {
    meeting: 'CCAG-10',
    kind: 'recommendation',
    text: ALIGN,
    outcome: 'agreed-with-conditions',
    conditions: [
      { text: ALIGN_CONDITION, met: false },
      { text: 'Every code body can support a release of its own for it.', met: false },
    ],
    about: ['M8', 'M10'],
    escalation: [{ body: 'SRO' }, { body: 'PSG' }],
  }),
  on('2022-10-05', {
    meeting: 'CCAG-10',
    text: ALIGN,
    escalation: [
      {
        body: 'SRO',
        state: 'agreed',
        decidedOn: '2022-10-05',
        words: 'To be planned in the third round of the replan.',
      },
      { body: 'PSG' },
    ],
  }),
  on('2022-11-16', {
    meeting: 'CCAG-10',
    text: ALIGN,
    conditions: [
      { text: ALIGN_CONDITION, met: true },
      { text: 'Every code body can support a release of its own for it.', met: true },
    ],
  }),
  on('2022-10-31', {
    meeting: 'DAG-16.1',
    text: 'Baseline the physical design, which completes M5.',
    outcome: 'agreed-with-conditions',
    conditions: [{ text: 'The agreed list of remaining work is finished by 31 January 2023.', met: false }],
    about: ['M5'],
    escalation: [{ body: 'PSG' }],
  }),
  on('2022-11-02', {
    meeting: 'PSG-12',
    text: 'Approve M3.',
    outcome: 'agreed-with-conditions',
    conditions: [
      { text: 'Participants show how they have mobilised.', met: false },
      { text: 'The third round of the replan confirms it.', met: false },
    ],
    about: ['M3'],
  }),
  on('2022-11-02', {
    meeting: 'PSG-12',
    text: 'Send CR0012 to impact assessment, to close on 16 November.',
    outcome: 'agreed',
    about: ['CR0012'],
  }),
  on('2022-11-02', {
    meeting: 'PSG-12',
    text: 'Start the third round of consultation in mid-December, once the migration option is chosen.',
    outcome: 'agreed',
  }),
  on('2022-11-02', {
    meeting: 'DAG-16.1',
    text: 'Baseline the physical design, which completes M5.',
    escalation: [
      { body: 'PSG', state: 'agreed', decidedOn: '2022-11-02', words: 'Noted; the list is followed monthly.' },
    ],
  }),
  on('2022-11-08', {
    meeting: 'CDWG-11',
    text: 'Use the working group for drafting queries both before and after each consultation.',
    outcome: 'agreed',
  }),
  on('2022-11-09', {
    meeting: 'DAG-17',
    text: 'Adopt the process for design change after M5.',
    outcome: 'agreed',
    about: ['M5'],
  }),
];
