import type { Text } from '../text.ts';
import type { DefinitionForm } from './definition.ts';

/** A term found where it is defined, in one text. */
export interface DefinedTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly form: DefinitionForm;
}

/** Terms are words in quotation marks, straight or curly, single or double. A single one within is an apostrophe. */
const QUOTED = /“([^“”]{1,200})”|"([^"]{1,200})"|‘([^‘’]{1,120})’(?!\p{L})|(?<!\p{L})'([^'\n]{1,120})'(?!\p{L})/gu;
/** Between the term and the verb: other names of it, or remarks in brackets or between commas. */
const ASIDE = /(?:\s*\([^()]{0,160}\)|,\s[^,;:.]{0,120},|\s*,?\s*(?:and|or)\s+(?=["“‘']))*/y;
const VERBS: readonly (readonly [DefinitionForm, RegExp])[] = [
  [
    'elsewhere',
    /\s*,?\s*(?:shall\s+)?(?:has|have|bears?|takes?|is given|are given|is to have)\s+(?:the\s+)?(?:same\s+)?(?:respective\s+)?meanings?\b/y,
  ],
  ['elsewhere', /\s*,?\s*(?:is|are|shall be|has been)\s+(?:as\s+)?defined\b/y],
  ['construed', /\s*,?\s*(?:shall|is to|are to|must|should)\s+(?:be\s+)?(?:construed|interpreted|read|taken)\b/y],
  ['means', /\s*,?\s*(?:shall\s+(?:also\s+)?)?(?:means?|denotes?|refers?\s+to|signif(?:y|ies))\b/y],
  ['means', /\s*:?\s*[–—=]\s*(?=\p{L})/uy],
  ['includes', /\s*,?\s*(?:shall\s+(?:also\s+)?|also\s+)?includes?\b/y],
];
/** `(a) a "Supply Point" is one or more…`: only what begins a provision is defined by being said to be something. */
const IS_SOMETHING: typeof VERBS = [['means', /\s*,?\s*(?:is|are)\s+(?:the|an?|one|any|each|all|that|those|such)\b/y]];
const BEGINS = /^(?:(?:the|an?)\s+)?$/i;
/** What stands before the quotation of a short form: an opening bracket, with an article or a few words. */
const SHORT_FORM =
  /\((?:(?:the|a|an|each|each,?\s+an?|together,?(?:\s+the)?|collectively,?(?:\s+the)?|hereinafter(?:\s+(?:called|referred\s+to\s+as))?(?:\s+the)?|referred\s+to\s+as(?:\s+the)?|in\s+this\s+\p{L}+,?(?:\s+the)?|and)\s+|["“][^"“”]{1,120}["”]\s*(?:,|or|and)\s*(?:the\s+|an?\s+)?)*$/iu;
const NO_TERM = /^[\s\d.,;:()]*$/;

/**
 * The terms that a text defines: by marks; by quotation or bold type with "means", "has the meaning given in", "shall be
 * construed" and the like; and as short forms in brackets. Linear in the words: every look to either side is bounded.
 */
export function definedTermsIn(text: Text): readonly DefinedTerm[] {
  const found: DefinedTerm[] = [];
  const { words, marks } = text;
  for (const mark of marks)
    if (mark.kind === 'definition' && mark.end > mark.start) add(found, trimmed(words, mark.start, mark.end, 'marked'));
  // Of two terms with one verb ("A" or "B" means), the first waits for the second.
  let waiting: { start: number; end: number }[] = [];
  QUOTED.lastIndex = 0;
  for (let quoted = QUOTED.exec(words); quoted !== null; quoted = QUOTED.exec(words)) {
    const inner = { start: quoted.index + 1, end: quoted.index + quoted[0].length - 1 };
    const after = quoted.index + quoted[0].length;
    const begins = quoted.index < 8 && BEGINS.test(words.slice(0, quoted.index));
    const form = formAfter(words, after, VERBS) ?? (begins ? formAfter(words, after, IS_SOMETHING) : null);
    if (form !== null) {
      for (const each of [...waiting, inner]) add(found, trimmed(words, each.start, each.end, form));
      waiting = [];
    } else if (/^\s*,?\s*(?:and|or|,)\s*["“‘']/.test(words.slice(after, after + 24))) waiting.push(inner);
    else {
      waiting = [];
      const before = words.slice(Math.max(0, quoted.index - 160), quoted.index);
      if (SHORT_FORM.test(before) && /^\s*(?:\)|,|or\b|and\b)/.test(words.slice(after, after + 12)))
        add(found, trimmed(words, inner.start, inner.end, 'short-form'));
    }
  }
  for (const mark of marks) {
    if (mark.kind !== 'emphasis' || mark.start > 3 || mark.end <= mark.start || mark.end - mark.start > 200) continue;
    const form = formAfter(words, mark.end, VERBS);
    if (form !== null) add(found, trimmed(words, mark.start, mark.end, form));
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

function formAfter(words: string, at: number, verbs: typeof VERBS): DefinitionForm | null {
  // Only so far is looked ahead: an aside is short, and so is a verb.
  const near = words.slice(at, at + 400);
  ASIDE.lastIndex = 0;
  const aside = ASIDE.exec(near)?.[0].length ?? 0;
  for (const from of aside > 0 ? [aside, 0] : [0])
    for (const [form, verb] of verbs) {
      verb.lastIndex = from;
      if (verb.test(near)) return form;
    }
  return null;
}

function add(found: DefinedTerm[], term: DefinedTerm | null): void {
  if (term !== null && !found.some((known) => known.start < term.end && term.start < known.end)) found.push(term);
}

/** The words of a term without quotation marks, white space and a closing comma at their ends. */
function trimmed(words: string, from: number, to: number, form: DefinitionForm): DefinedTerm | null {
  let [start, end] = [from, to];
  while (start < end && /[\s"“”‘'*(]/.test(words.charAt(start))) start += 1;
  while (end > start && /[\s"“”’'*,;:.)]/.test(words.charAt(end - 1))) end -= 1;
  const term = words.slice(start, end).replace(/\s+/g, ' ');
  return NO_TERM.test(term) ? null : { term, start, end, form };
}
