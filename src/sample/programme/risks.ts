/** Risks of the workstream: the sample's own, beside those that the papers of CCAG-12 bring. */
import type { Rag } from '../../values/rag.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { MitigationRead, RiskRead } from '../../plan/commands/risks.ts';
import type { Happening } from '../happening.ts';

interface SampleRisk {
  readonly description: string;
  readonly cause: string;
  readonly effect: string;
  readonly owner: string;
  readonly mitigations: readonly MitigationRead[];
  /** When it was rated, how, and when it is looked at again. */
  readonly ratings: readonly (readonly [on: CivilDate, rag: Rag, review: CivilDate])[];
}

const WORDS: Readonly<Record<Rag, string>> = { red: 'High Risk', amber: 'Medium Risk', green: 'Low Risk', none: '' };

const ALL: readonly SampleRisk[] = [
  {
    description: 'Two changes still undecided may reword the same clause without either knowing of the other.',
    cause: 'Each code body sees its own register, and nobody sees all of them at once.',
    effect: 'Text that was approved cannot be put together, as R0041 showed.',
    owner: 'Programme (drafting lead)',
    mitigations: [
      { text: 'Hear of every change in the monthly log' },
      { text: 'Compare the text of changes that touch one section before either goes to a vote' },
    ],
    ratings: [
      ['2022-03-16', 'amber', '2022-06-22'],
      ['2022-06-22', 'red', '2022-09-28'],
      ['2022-10-19', 'amber', '2022-12-21'],
    ],
  },
  {
    description: 'A change that another code needs as a consequence may be found only after the first is approved.',
    cause: 'Who looks for consequences differs from code to code.',
    effect: 'Two codes say different things for some months.',
    owner: 'Programme (code lead)',
    mitigations: [
      { text: 'Ask of each change which other codes it touches' },
      { text: 'Link leading and consequential changes in the register' },
    ],
    ratings: [
      ['2022-07-20', 'red', '2022-10-26'],
      ['2022-11-01', 'amber', '2022-12-21'],
    ],
  },
  {
    description: 'Codes may not all be able to put their text into force on the day of M8.',
    cause: 'Their releases follow different calendars and rules of effect.',
    effect: 'A gap between codes on the day that counts most.',
    owner: 'Programme (PMO)',
    mitigations: [
      { text: 'Ask each code body for a release of its own for M8', done: true },
      { text: 'Plan a rehearsal of the day' },
    ],
    ratings: [
      ['2022-07-20', 'green', '2022-10-26'],
      ['2022-10-19', 'amber', '2022-12-21'],
    ],
  },
  {
    description: 'Returns to the monthly log may come late or not at all.',
    cause: 'The log is filled by hand, beside other work.',
    effect: 'The group decides on an old picture.',
    owner: 'Secretariat',
    mitigations: [
      { text: 'Remind code bodies a week before', done: true },
      { text: 'Show at each meeting who made no return' },
    ],
    ratings: [
      ['2022-05-18', 'green', '2022-08-24'],
      ['2022-08-17', 'green', '2022-11-23'],
      ['2022-11-16', 'amber', '2022-12-21'],
    ],
  },
];

export const RISKS: readonly Happening[] = ALL.flatMap(({ ratings, ...risk }) =>
  ratings.map(([on, rag, reviewDate], index): Happening => {
    const { description, ...rest } = risk;
    const told: RiskRead = index === 0 ? { description, ...rest, source: 'Programme risk log' } : { description };
    return {
      on,
      why: index === 0 ? 'A risk was raised' : 'Risks were rated again',
      deed: { does: 'risk', with: { ...told, rag, ratingRaw: WORDS[rag], reviewDate } },
    };
  }),
);
