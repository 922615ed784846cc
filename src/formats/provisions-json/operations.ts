import { z } from 'zod';
import type { Commencement, Instrument } from '../../legaltext/instrument.ts';
import type { Insert, Operation, Replace, Selection, Slot, Target } from '../../legaltext/operation.ts';
import { TEXT_PARTS } from '../../legaltext/provision.ts';
import { attributesSchema, provisionSchema, provisionValue, textSchema, textValue } from './values.ts';

/*
 * Operations and instruments stand in JSON with the names of `legaltext/operation.ts` and `legaltext/instrument.ts`; the
 * provisions and texts in them as in `values.ts`.
 */

const part = z.enum(TEXT_PARTS);
const count = z.number().int().positive();
const place = z.number().int().nonnegative();

const target: z.ZodType<Target> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('id'), id: z.string(), expects: z.string().optional() }),
  z.strictObject({
    by: z.literal('numbers'),
    steps: z.array(z.strictObject({ number: z.string(), kind: z.string().optional() })),
    within: z.string().optional(),
    expects: z.string().optional(),
  }),
]);

const slot: z.ZodType<Slot> = z.strictObject({ at: z.enum(['before', 'after', 'first', 'last']), target });

const selection: z.ZodType<Selection> = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('span'),
    part,
    start: place,
    end: place,
    words: z.string().optional(),
    context: z.strictObject({ before: z.string(), after: z.string() }).optional(),
  }),
  z.strictObject({
    by: z.literal('quotation'),
    words: z.string(),
    occurrence: z.union([
      z.enum(['first', 'last', 'all']),
      z.strictObject({ nth: count }),
      z.strictObject({ exactly: count }),
    ]),
    likeness: z.enum(['exact', 'typographic']),
    reach: z.enum(['provision', 'subtree']),
    parts: z.array(part),
  }),
]);

const stub = z.strictObject({
  text: textSchema,
  heading: textSchema.optional(),
  attributes: attributesSchema.optional(),
});

export const operationSchema: z.ZodType<Operation> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('substitute'), target, selection, replacement: textSchema }),
  z.strictObject({ kind: z.literal('insert'), slot, provisions: z.array(provisionSchema) }),
  z.strictObject({
    kind: z.literal('replace'),
    target,
    provisions: z.array(provisionSchema),
    children: z.enum(['replaced', 'kept']),
  }),
  z.strictObject({ kind: z.literal('repeal'), target, stub: stub.nullable() }),
  z.strictObject({ kind: z.literal('renumber'), target, number: z.string() }),
  z.strictObject({ kind: z.literal('move'), target, slot }),
  z.strictObject({ kind: z.literal('set-heading'), target, heading: textSchema }),
]);

const commencement: z.ZodType<Commencement> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date: z.string() }),
  z.strictObject({ kind: z.literal('instant'), at: z.string() }),
  z.strictObject({ kind: z.literal('milestone'), name: z.string(), expected: z.string().optional() }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('never') }),
]);

export const instrumentSchema: z.ZodType<Instrument> = z.strictObject({
  kind: z.literal('instrument'),
  id: z.string(),
  name: z.string(),
  parts: z.array(z.strictObject({ commencement, operations: z.array(operationSchema) })),
  draftedOn: z.string().optional(),
  known: z.string().optional(),
});

const withProvisions = (operation: Insert | Replace): unknown => ({
  ...operation,
  provisions: operation.provisions.map(provisionValue),
});

/** An operation as it stands in JSON. */
export function operationValue(operation: Operation): unknown {
  switch (operation.kind) {
    case 'substitute':
      return { ...operation, replacement: textValue(operation.replacement) };
    case 'insert':
    case 'replace':
      return withProvisions(operation);
    case 'repeal': {
      if (operation.stub === null) return operation;
      const { text, heading, attributes } = operation.stub;
      return {
        ...operation,
        stub: {
          text: textValue(text),
          ...(heading === undefined ? {} : { heading: textValue(heading) }),
          ...(attributes === undefined ? {} : { attributes }),
        },
      };
    }
    case 'set-heading':
      return { ...operation, heading: textValue(operation.heading) };
    case 'renumber':
    case 'move':
      return operation;
  }
}
