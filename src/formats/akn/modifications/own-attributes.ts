import { z } from 'zod';
import { TEXT_PARTS, type TextPart } from '../../../legaltext/provision.ts';
import type { Occurrence, Likeness } from '../../../legaltext/operation.ts';
import { PANDECT } from '../namespaces.ts';

/*
 * What a modification of Akoma Ntoso has no words for, and an operation says: which of several places where the quoted
 * words stand, a span of characters, a stub. It is written on the modification in attributes of our own namespace; a
 * modification without them is read as drafters mean it: the words stand once in the provision or under it.
 */

const own = (name: string): string => `{${PANDECT}}${name}`;

export const SELECTION = own('selection');
export const PART = own('part');
export const CHILDREN = own('children');
export const STUB = own('stub');
export const EXPECTS = own('expects');
export const TARGET = own('target');
/** On an insertion: the id of the repeal that takes out what is put in here, the two of which are one move. */
export const MOVES = own('moves');
/** On a quoted provision: the permanent id it has in the amended text, where the amending one has it for another. */
export const ID_THERE = own('id');

const part = z.enum(TEXT_PARTS);

const selection = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('span'),
    part,
    start: z.number().int(),
    end: z.number().int(),
    context: z.strictObject({ before: z.string(), after: z.string() }).optional(),
  }),
  z.strictObject({
    by: z.literal('quotation'),
    occurrence: z.union([
      z.enum(['first', 'last', 'all']),
      z.strictObject({ nth: z.number().int() }),
      z.strictObject({ exactly: z.number().int() }),
    ]),
    likeness: z.enum(['exact', 'typographic']),
    reach: z.enum(['provision', 'subtree']),
    parts: z.array(part),
  }),
]);

export type OwnSelection = z.infer<typeof selection>;

/** How quoted words are looked for when a file does not say: once, in the provision or under it, as print would have it. */
export const AS_DRAFTED: {
  readonly by: 'quotation';
  readonly occurrence: Occurrence;
  readonly likeness: Likeness;
  readonly reach: 'subtree';
  readonly parts: TextPart[];
} = { by: 'quotation', occurrence: { exactly: 1 }, likeness: 'typographic', reach: 'subtree', parts: [...TEXT_PARTS] };

/** The selection that an attribute holds; undefined when it holds none. */
export function selectionIn(json: string | undefined): OwnSelection | undefined {
  const value = parsed(json);
  const read = selection.safeParse(value);
  return read.success ? read.data : undefined;
}

export function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch {
    // Somebody else's attribute says nothing to us.
    return undefined;
  }
}
