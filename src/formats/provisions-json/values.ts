import { z } from 'zod';
import { Provision, TEXT_PARTS } from '../../legaltext/provision.ts';
import { NO_ATTRIBUTES, Text, type Attributes, type MarkKind } from '../../legaltext/text.ts';

/*
 * How the values of a text stand in JSON. What is empty is left out. A text without marks is a string.
 *
 *   provision  { "id", "kind", "number"?, "heading"?, "text"?, "children"?, "tail"?, "attributes"? }
 *   text       "words"  or  { "words", "marks": [{ "kind", "start", "end", "attributes"? }] }
 *   attributes { "name": "value" }
 */

/** Attributes are read by hand: a record schema would drop a name such as `__proto__`, and nothing may be lost. */
const attributes = z.unknown().transform((value, context): Attributes => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    context.addIssue({ code: 'custom', message: 'Expected an object of names and values.' });
    return z.NEVER;
  }
  const entries: [string, string][] = [];
  for (const [name, each] of Object.entries(value)) {
    if (typeof each !== 'string') {
      context.addIssue({ code: 'custom', path: [name], message: 'Expected words in quotation marks.' });
      return z.NEVER;
    }
    entries.push([name, each]);
  }
  return entries.length === 0 ? NO_ATTRIBUTES : Object.fromEntries(entries);
});

const MARK_KINDS = ['reference', 'definition', 'term', 'emphasis', 'inline'] as const satisfies readonly MarkKind[];

const place = z.number().int().nonnegative();

const mark = z.strictObject({
  kind: z.enum(MARK_KINDS),
  start: place,
  end: place,
  attributes: attributes.optional(),
});

const markedText = z
  .strictObject({ words: z.string(), marks: z.array(mark) })
  .superRefine((value, context) => {
    value.marks.forEach((each, index) => {
      if (each.end < each.start || each.end > value.words.length)
        context.addIssue({
          code: 'custom',
          path: ['marks', index],
          message: `A mark from ${each.start} to ${each.end} does not lie within ${value.words.length} characters.`,
        });
    });
  })
  .transform((value, context) => {
    if (context.issues.length > 0) return z.NEVER;
    return Text.of(
      value.words,
      value.marks.map((each) => ({ ...each, attributes: each.attributes ?? NO_ATTRIBUTES })),
    );
  });

export const textSchema: z.ZodType<Text> = z.union([z.string().transform((words) => Text.of(words)), markedText]);

export const attributesSchema: z.ZodType<Attributes> = attributes;

const provisionFields = z.strictObject({
  id: z.string(),
  kind: z.string(),
  number: z.string().optional(),
  heading: textSchema.optional(),
  text: textSchema.optional(),
  get children(): z.ZodOptional<z.ZodArray<z.ZodType<Provision>>> {
    return z.array(provisionSchema).optional();
  },
  tail: textSchema.optional(),
  attributes: attributes.optional(),
});

export const provisionSchema: z.ZodType<Provision> = z.lazy(() =>
  provisionFields.transform((fields) => new Provision(fields)),
);

/** A text as it stands in JSON: a string where nothing is marked. */
export function textValue(text: Text): unknown {
  if (text.marks.length === 0) return text.words;
  return {
    words: text.words,
    marks: text.marks.map((each) => ({
      kind: each.kind,
      start: each.start,
      end: each.end,
      ...(Object.keys(each.attributes).length === 0 ? {} : { attributes: each.attributes }),
    })),
  };
}

/** A provision with everything under it as it stands in JSON. */
export function provisionValue(provision: Provision): unknown {
  const value: Record<string, unknown> = { id: provision.id, kind: provision.kind };
  if (provision.number !== '') value['number'] = provision.number;
  for (const part of TEXT_PARTS) if (!provision[part].isEmpty) value[part] = textValue(provision[part]);
  if (Object.keys(provision.attributes).length > 0) value['attributes'] = provision.attributes;
  if (provision.children.length > 0) value['children'] = provision.children.map(provisionValue);
  return value;
}
