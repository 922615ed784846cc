/** The workstream's risks; how they were rated in earlier months is the sample's own. */
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
    description: 'The text that is drafted may not say what the design says.',
    cause: 'Design and text are written by different people in different words.',
    effect: 'Text is approved that has to be corrected, as happened with R0041.',
    owner: 'Programme (drafting lead)',
    mitigations: [
      { text: 'Draft from the design artefacts and follow each into the text' },
      { text: 'Check text against design once more when all of it is drafted' },
    ],
    ratings: [
      ['2022-03-16', 'amber', '2022-06-22'],
      ['2022-06-22', 'red', '2022-09-28'],
      ['2022-10-19', 'amber', '2022-12-21'],
    ],
  },
  {
    description: 'The design may change so much after M5 that drafting has to stop or be done differently.',
    cause: 'Tests, drafting or participants may ask for changes.',
    effect: 'Drafting pauses and M6 moves.',
    owner: 'Programme (design lead)',
    mitigations: [
      { text: 'Questions about the design go through one place' },
      { text: 'Watch and steer change requests' },
    ],
    ratings: [
      ['2022-07-20', 'red', '2022-10-26'],
      ['2022-11-01', 'amber', '2022-12-21'],
    ],
  },
  {
    description: 'Testing may find that baselined code needs to change again after it was approved.',
    cause: 'Code is approved before the systems have been tested together.',
    effect: 'More releases are needed after the first.',
    owner: 'Programme (code lead)',
    mitigations: [
      { text: 'Keep the drafting groups ready to review' },
      { text: 'Follow change control for every correction' },
    ],
    ratings: [
      ['2022-07-20', 'green', '2022-10-26'],
      ['2022-10-19', 'amber', '2022-12-21'],
    ],
  },
  {
    description: 'Those who draft and review may not give it enough people, and drafting may take longer than planned.',
    cause: 'The same experts serve several changes at once.',
    effect: 'Topic areas are approved late.',
    owner: 'Programme (PMO)',
    mitigations: [
      { text: 'Agree the people needed before M5', done: true },
      { text: 'Show openly who has them', done: true },
      { text: 'Put drafting and review times into the plan', done: true },
      { text: 'Look through the BSC drafting matrix a last time' },
    ],
    ratings: [
      ['2022-05-18', 'red', '2022-08-24'],
      ['2022-08-17', 'amber', '2022-11-23'],
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
