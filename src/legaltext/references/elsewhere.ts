import type { Mark, Text } from '../text.ts';
import type { ProvisionLookup } from './provision-lookup.ts';
import { amendedText } from './amended-text.ts';
import { isQuoted, quotedRanges } from './quoted-matter.ts';
import type { Reference } from './reference.ts';

/**
 * Finds out which of the references in one text are to another one, though their words do not say so: those in quoted
 * matter, those that the source marks as leading to another document, and those in instructions to amend another text.
 * Linear in the words and the marks.
 */
export function sentElsewhere(
  references: readonly Reference[],
  text: Text,
  from: string,
  lookup: ProvisionLookup,
): readonly Reference[] {
  if (references.length === 0) return references;
  const { version } = lookup;
  if (isQuoted(version, from)) return references.map((each) => elsewhere(each, each.document));
  const quoted = quotedRanges(text);
  const marks = text.marks.filter((mark) => documentOf(mark) !== null);
  const amended = amendedText(version, from, text);
  return references.map((each) => {
    if (each.state === 'external') return each;
    if (quoted.some(({ start, end }) => start <= each.start && each.end <= end)) return elsewhere(each, each.document);
    const mark = marks.find(({ start, end }) => start < each.end && each.start < end);
    const document = mark === undefined ? null : documentOf(mark);
    if (mark !== undefined && document !== null && !agrees(each, mark, lookup)) return elsewhere(each, document);
    return amended !== null && each.document === null && isBare(each, text.words) ? elsewhere(each, amended) : each;
  });
}

const elsewhere = (reference: Reference, document: string | null): Reference => ({
  ...reference,
  state: 'external',
  document,
  target: null,
  targets: [],
  reached: null,
});

/** "subsection (3)(c)", and not "this section", nor the place here where it is said how that text is amended. */
const isBare = ({ words, start }: Reference, around: string): boolean =>
  !/\bthis\b/i.test(words) &&
  !/\b(?:set out in|accordance with)\s+$/.test(around.slice(Math.max(0, start - 24), start));

/** The address of the document that a mark leads to; null when it is the text itself, or the mark says nothing. */
function documentOf({ kind, attributes }: Mark): string | null {
  const address = kind === 'reference' ? attributes['href'] : undefined;
  return address !== undefined && /^(?:\/|[a-z]{2,8}:)/i.test(address) ? address.replace(/#.*$/s, '') : null;
}

/** Whether words lead to the very provision that the mark names: then the address is the text's own. */
function agrees({ state, target }: Reference, { attributes }: Mark, lookup: ProvisionLookup): boolean {
  if (state !== 'resolved' || target === null) return false;
  const fragment = /#(.+)$/s.exec(attributes['href'] ?? '')?.[1];
  return fragment === undefined || lookup.named(fragment)?.id === target;
}
