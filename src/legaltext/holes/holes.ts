import { provisionsUnder, TEXT_PARTS, type ProvisionId, type TextPart } from '../provision.ts';
import type { Text } from '../text.ts';
import type { Version } from '../version.ts';

/**
 * - `blank`: nothing yet, `[ ]`, `[●]`, `[…]`, `____`
 * - `number`: a number yet to come, `[/]`, `[x]`, `paragraph xx`
 * - `to-be-confirmed`: `TBC`, `TBD`, `[to be confirmed]`
 * - `insert`: `[insert date]`
 * - `note`: a note to whoever drafts, `[Drafting note: …]`
 * - `option`: words in square brackets that may stay or go, `[and the Operator]`
 */
export type HoleKind = 'blank' | 'number' | 'to-be-confirmed' | 'insert' | 'note' | 'option';

/** A place where the text is not finished. */
export interface Hole {
  readonly kind: 'hole';
  readonly hole: HoleKind;
  readonly provision: ProvisionId;
  readonly part: TextPart | 'number';
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Square brackets are read to their end, but no further than a note is long. */
const BRACKETED = /\[([^[\]]{0,400})\]/g;
const BARE = /(?<![\p{L}\p{N}])(?:TB[CDA]|x{2,4}|X{2,4}|_{3,}|\.{5,}|…{2,}|●|•{2,}|\?{2,})(?![\p{L}\p{N}])/gu;

const KINDS: readonly (readonly [HoleKind, RegExp])[] = [
  ['blank', /^[\s●•…._*–—-]*$/u],
  ['number', /^\s*[/xX#?]{1,4}\s*$/],
  ['to-be-confirmed', /^\s*(?:TB[CDA]|to be (?:confirmed|determined|decided|agreed))\b/i],
  ['insert', /^\s*(?:insert|add|complete|state|specify|date|name|number|amount)\b/i],
  [
    'note',
    /^\s*(?:drafting note|drafter'?s?’? note|note to (?:draft|drafter)|note|NB|DN|guidance|editor'?s?’? note)\b/i,
  ],
];
/** What square brackets hold in finished texts: stubs, editors' remarks, citations, single letters, years. */
const FINISHED =
  /^\s*(?:repealed|omitted|revoked|deleted|not used|reserved|expired|sic|§|sections?\b|see\b|amended|\d{4}|[\p{Ll}\p{Lu}]{1,2}$)/iu;

/**
 * The holes in one text. Square brackets around words are an `option` only where `options` says that brackets mean one,
 * since finished texts have brackets too. Linear in the words.
 */
export function holesIn(
  text: Text,
  at: { readonly provision: ProvisionId; readonly part: TextPart },
  options = false,
): readonly Hole[] {
  const { words } = text;
  const holes: Hole[] = [];
  if (!/[[_.…●•?xXT]/.test(words)) return holes;
  const add = (hole: HoleKind, start: number, length: number): number =>
    holes.push({ kind: 'hole', hole, ...at, start, end: start + length, words: words.slice(start, start + length) });
  for (const found of words.matchAll(BRACKETED)) {
    const inner = found[1] ?? '';
    const kind = KINDS.find(([, pattern]) => pattern.test(inner))?.[0];
    if (kind !== undefined) add(kind, found.index, found[0].length);
    else if (options && !FINISHED.test(inner)) add('option', found.index, found[0].length);
  }
  for (const found of words.matchAll(BARE)) {
    const end = found.index + found[0].length;
    if (holes.some((each) => each.start < end && found.index < each.end)) continue;
    if (/^xx+$/i.test(found[0])) {
      // XX is also a Roman twenty, and xxx a placeholder: a number only after a word that cites.
      if (
        /(?:paragraph|section|clause|schedule|annex|appendix|part|table)s?\s$/i.test(
          words.slice(Math.max(0, found.index - 16), found.index),
        )
      )
        add('number', found.index, found[0].length);
    } else add(/^T/.test(found[0]) ? 'to-be-confirmed' : 'blank', found.index, found[0].length);
  }
  return holes.sort((a, b) => a.start - b.start);
}

/** Every hole in a version, in reading order, numbers such as `2.[ ]` included. Linear. */
export function holes(version: Version, options = false): readonly Hole[] {
  const found: Hole[] = [];
  for (const provision of provisionsUnder(version.root)) {
    if (/\[\s*[/●x]?\s*\]/.test(provision.number.slice(0, 200)))
      found.push({
        kind: 'hole',
        hole: 'number',
        provision: provision.id,
        part: 'number',
        start: 0,
        end: provision.number.length,
        words: provision.number,
      });
    for (const part of TEXT_PARTS)
      if (provision[part].words !== '')
        for (const hole of holesIn(provision[part], { provision: provision.id, part }, options)) found.push(hole);
  }
  return found;
}
