import { z } from 'zod';
import { sortedEntries, type Attributes, type Mark } from '../../legaltext/text.ts';
import { AknStopped } from './failure.ts';
import { PANDECT } from './namespaces.ts';
import type { XmlElement } from './xml-tree.ts';

/*
 * What Akoma Ntoso has no place for is kept in one attribute, `pandect:kept`, beside what it belongs to: a small JSON
 * object. The schema allows attributes of other namespaces on nearly every element, and other readers pass over them.
 */

/** Names and values in order, as pairs: an object would lose a name such as `__proto__`. */
const pairs = z.array(z.tuple([z.string(), z.string()]));

const MARK_KINDS = ['reference', 'definition', 'term', 'emphasis', 'inline'] as const;

/** Marks over words, in the form of `keptMark`. */
export const keptMarks = z.array(
  z.tuple([z.enum(MARK_KINDS), z.number().int().nonnegative(), z.number().int().nonnegative(), pairs]),
);

const schema = z.strictObject({
  /** The id of the provision, where neither `wId` nor `eId` is it. */
  id: z.string().optional(),
  /** The kind of the provision, where the element does not say it. */
  kind: z.string().optional(),
  /** The number of a provision whose element can have none. */
  number: z.string().optional(),
  /** Attributes that the schema does not allow here. */
  attributes: pairs.optional(),
  /** Which of the attributes here were made in writing, and are none of the provision's, where it is not as in the file. */
  made: z.string().optional(),
  /** This paragraph, or the one in this container, is a text of the provision it stands in; or it fills a place. */
  is: z.enum(['heading', 'text', 'tail', 'nothing']).optional(),
  /** An inline element that stands for a mark of this kind. */
  mark: z.enum(MARK_KINDS).optional(),
  /** One piece of a mark that overlaps others: pieces with one number are one mark. */
  part: z.number().int().nonnegative().optional(),
  /** Marks that are not written as elements, with their places in the words. */
  marks: keptMarks.optional(),
  /** The metadata of a document that stands where there can be none: its blocks, and the remarks in it. */
  metadata: z.string().optional(),
  /** A marker that stands for a character XML has no form for: its code unit in hexadecimal digits. */
  character: z
    .string()
    .regex(/^[0-9a-f]{4}$/u)
    .optional(),
});

export type Kept = Readonly<z.infer<typeof schema>>;

export const KEPT = `{${PANDECT}}kept`;

const NOTHING_KEPT: Kept = Object.freeze({});

/** What is kept on an element. Stops at what none of our own writing could be. */
export function keptOn(element: XmlElement): Kept {
  const json = element.attributes[KEPT];
  if (json === undefined) return NOTHING_KEPT;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw notOurs(element, json);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw notOurs(element, json);
  return parsed.data;
}

/** Ends the reading of a file in which an attribute of ours does not say what it should. */
export const notOurs = (element: XmlElement, json: string): AknStopped =>
  new AknStopped(
    'not-valid',
    `The attribute "pandect:kept" of an element "${element.name}" does not hold what Pandect writes there (${json.slice(0, 80)}). Take the attribute out, or write the file again from Pandect.`,
  );

/** JSON for an attribute: characters that XML has no form for are escaped. */
export const jsonForXml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The attribute's value; undefined when there is nothing to keep. */
export function keptValue(kept: Kept): string | undefined {
  const json = jsonForXml(kept);
  return json === '{}' ? undefined : json;
}

export const pairsOf = (attributes: Attributes): [string, string][] => Object.entries(attributes);

/** A mark in the form it is kept in beside the words: its attributes by name, so that equal marks are kept as equals. */
export const keptMark = (mark: Mark): [Mark['kind'], number, number, [string, string][]] => [
  mark.kind,
  mark.start,
  mark.end,
  sortedEntries(mark.attributes).map(([name, value]) => [name, value]),
];
