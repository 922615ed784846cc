/*
 * Names that reading gives and writing takes back.
 */

/** The id of the main document: what Akoma Ntoso calls it in addresses. */
export const MAIN = '!main';

/** The attribute that holds elements of other vocabularies. */
export const XML_KEPT = 'xml';

/** The value of the attribute `order` of a provision whose heading stands before its number. */
export const HEADING_FIRST = 'heading num';

/** The value of the attribute `order` of a heading or number that stands after the text, and not before it. */
export const AFTER_TEXT = 'text heading';

/** The value of the attribute `of` of components that stand beside the main document, and not in it. */
export const BESIDE = 'akomaNtoso';

/** Attributes that reading makes. A file that has others by these names has them with `@` before, which no name in XML has. */
const MADE_IN_READING: ReadonlySet<string> = new Set(['element', 'marks', 'of', 'order', XML_KEPT]);

export const escapedName = (name: string): string => (MADE_IN_READING.has(name) ? `@${name}` : name);
