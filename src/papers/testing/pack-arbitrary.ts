/** Packs for property tests: any number of everything, in words as bad as words get. */
import fc from 'fast-check';
import { readPartialDate, type PartialDate } from '../../values/partial-date.ts';
import type { PackPaper, PackPart, PaperAgendaItem } from '../model.ts';
import { RICH_PACK } from './rich-pack.ts';

/** Pieces of words that have broken writers and readers before. */
const NASTY = fc.constantFrom(
  'plain',
  'words',
  '#hash',
  '#set',
  '*star*',
  '**half',
  '_under_',
  '$x^2$',
  '<p>',
  '</p>',
  '"quoted"',
  "it's",
  'a|b',
  '`code`',
  '@ref',
  '[link](x)',
  '{{mustache}}',
  '\\alpha',
  '~',
  '&amp;',
  '<script>alert(1)</script>',
  'file',
  'efficient',
  '50%',
  'Ünïcødé',
  'ελληνικά',
  'кириллица',
  'שלום',
  '–',
  'https://example.org/a_b?c=d&e=f',
  'Donaudampfschifffahrtsgesellschaftskapitaenspatentverlaengerungsantrag',
  '\t',
  '\n',
  '\u00a0',
  '\u0007',
);

/** A sentence that begins and ends plainly, with anything in between. */
const sentence = (first: string): fc.Arbitrary<string> =>
  fc.array(NASTY, { maxLength: 8 }).map((pieces) => `${first} says ${pieces.join(' ')} at the end.`);

const dayArbitrary = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const dateArbitrary: fc.Arbitrary<PartialDate> = fc.oneof(
  dayArbitrary.map((day) => readPartialDate(day)),
  fc
    .constantFrom('TBC', 'End November 22?', 'April 2024', '26/8/220', 'M8', '31/1/24')
    .map((words) => readPartialDate(words)),
);

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(arbitrary, { nil: null });

const numbered = <Value>(count: number, make: (at: number) => fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> =>
  fc.integer({ min: 1, max: count }).chain((length) => fc.tuple(...Array.from({ length }, (_, at) => make(at + 1))));

/** Packs of four items (actions, horizon log, risks and milestones, next steps) whose words are as bad as words get. */
export const packArbitrary: fc.Arbitrary<PackPaper> = fc
  .record({
    number: fc.constantFrom('1', '12', '10.1', '104'),
    date: dayArbitrary,
    items: fc
      .record({
        actions: numbered(6, (at) =>
          fc.record({
            reference: fc.constant(`CCAG13-${String(at).padStart(2, '0')}`),
            raised: maybe(dateArbitrary),
            text: sentence('Action'),
            owners: maybe(fc.constantFrom('Chair', 'Programme (design lead)', 'Code Bodies, Secretariat')),
            due: maybe(dateArbitrary),
            verdict: maybe(fc.constantFrom('ongoing', 'recommend-closed', 'closed', 'new')),
            update: sentence('Update'),
          }),
        ),
        changes: numbered(5, (at) =>
          fc.record({
            reference: fc.constant(`R${String(at + 40).padStart(4, '0')}`),
            title: sentence('Title'),
            summary: maybe(sentence('Summary')),
            updates: fc.constant([]),
            positions: maybe(sentence('Positions')),
            raised: maybe(dateArbitrary),
            status: fc.constantFrom('Draft', 'On Hold', 'Approved – awaiting implementation'),
            decisionDates: dateArbitrary.map((date) => [{ decider: null, date }]),
            impact: maybe(fc.constantFrom('Yes', 'TBC', 'Of interest - Qualification')),
          }),
        ),
        risks: numbered(4, () =>
          fc.record({
            type: fc.constantFrom('risk', 'issue'),
            identifier: fc.constant(null),
            text: sentence('Concern'),
            mitigations: numbered(3, () => sentence('Mitigation')),
            rating: fc.constantFrom('Medium Risk', 'High', 'Green'),
          }),
        ),
        milestones: numbered(5, (at) =>
          fc.record({
            title: sentence(`Milestone ${String(at)}`),
            target: maybe(dateArbitrary),
            forecast: maybe(dateArbitrary),
            rating: maybe(fc.constantFrom('red', 'amber', 'green')),
            unexamined: fc.boolean(),
          }),
        ),
        steps: numbered(4, (at) => sentence(`Step ${String(at)}`)),
        objective: sentence('Objective'),
      })
      .map(({ actions, changes, risks, milestones, steps, objective }): readonly PaperAgendaItem[] => {
        const parts: readonly (readonly [string, readonly PackPart[]])[] = [
          ['Minutes and Actions', [{ kind: 'actions', actions }]],
          [
            'Horizon Scanning Log',
            [
              {
                kind: 'horizon',
                date: null,
                returns: ['BSC', 'DCUSA', 'REC', 'SEC'].map((body) => ({
                  body,
                  modifications: body === 'REC' ? changes : [],
                  issues: [],
                  footnotes: [],
                })),
              },
            ],
          ],
          [
            'Reporting',
            [
              { kind: 'risks', risks },
              { kind: 'milestones', milestones },
            ],
          ],
          ['Summary', [{ kind: 'next-steps', steps }]],
        ];
        return parts.map(([title, own], at) => ({
          position: at + 1,
          title,
          objective,
          purpose: 'information',
          lead: 'Chair',
          start: `1${String(at)}:00`,
          minutes: 15,
          parts: own,
        }));
      }),
  })
  .map((changed) => ({ ...RICH_PACK, ...changed, extraordinary: changed.number.includes('.') }));
