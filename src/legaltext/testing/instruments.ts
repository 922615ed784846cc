import * as fc from 'fast-check';
import type { Commencement, Instrument, InstrumentPart, TextView } from '../instrument.ts';
import type { Operation } from '../operation.ts';
import { byId } from '../operation.ts';
import type { Version } from '../version.ts';
import { edited } from './edits.ts';
import { printed } from './printed.ts';
import { oneOf } from './texts.ts';

export interface Amended {
  readonly base: Version;
  readonly instruments: readonly Instrument[];
}

/** Few dates, so that several parts share one. */
const date = fc.nat(5).map((month) => `2024-0${String(month + 1)}-15`);

const commencements: fc.Arbitrary<Commencement> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('date' as const), date }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('instant' as const),
      at: fc
        .tuple(date, oneOf(['00:00:00Z', '12:00:00+01:00', '23:30:00-05:00']))
        .map(([day, time]) => `${day}T${time}`),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('milestone' as const), name: oneOf(['M8', 'M10']), expected: date }),
  },
  fc.constantFrom<Commencement>({ kind: 'milestone', name: 'M10' }, { kind: 'unknown' }, { kind: 'never' }),
);

interface PartSeed {
  readonly commencement: Commencement;
  readonly operations: number;
  /** 0: the part begins a new instrument. */
  readonly joins: number;
  readonly known: string | undefined;
  /** 0: the operations are a function of the text they meet. */
  readonly plain: number;
}

const partSeeds: fc.Arbitrary<PartSeed> = fc.record({
  commencement: commencements,
  operations: fc.nat(3),
  joins: fc.nat(2),
  known: fc.option(date, { nil: undefined }),
  plain: fc.nat(4),
});

/** These operations, and one that depends on the text: the number of the first provision is repeated. */
const onTheText =
  (operations: readonly Operation[]) =>
  ({ top }: TextView): readonly Operation[] => {
    const [first] = top.children;
    if (first === undefined) return operations;
    return [
      ...operations,
      { kind: 'renumber', target: byId(first.id), number: `${first.number}${first.number || '1'}` },
    ];
  };

/**
 * A text and instruments that change it, of one to a few parts each, that commence in another order than they were drafted
 * in, on few dates, on milestones, at unknown times or never: so that some of their operations fail when their time comes.
 */
export const amended = ({ maxParts = 8 }: { maxParts?: number } = {}): fc.Arbitrary<Amended> =>
  fc
    .tuple(edited({ max: 10, maxProvisions: 8 }), fc.array(partSeeds, { maxLength: maxParts, size: 'max' }))
    .map(([{ before, operations }, seeds]) => {
      const instruments: { parts: InstrumentPart[]; known: string | undefined }[] = [];
      let from = 0;
      for (const seed of seeds) {
        const own = operations.slice(from, from + seed.operations);
        from += seed.operations;
        const part = { commencement: seed.commencement, operations: seed.plain === 0 ? onTheText(own) : own };
        const current = instruments.at(-1);
        if (current === undefined || seed.joins === 0) instruments.push({ parts: [part], known: seed.known });
        else current.parts.push(part);
      }
      return printed({
        base: before,
        instruments: instruments.map(({ parts, known }, index): Instrument => {
          const id = `instrument-${String(index)}`;
          const name = `R${String(index).padStart(4, '0')}`;
          return { kind: 'instrument', id, name, parts, ...(known === undefined ? {} : { known }) };
        }),
      });
    });
