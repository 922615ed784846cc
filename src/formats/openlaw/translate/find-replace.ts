import type { Operation, Selection } from '../../../legaltext/operation.ts';
import { Provision, provisionsUnder, TEXT_PARTS, type TextPart } from '../../../legaltext/provision.ts';
import { findQuotation, type Place } from '../../../legaltext/quotation.ts';
import { Text } from '../../../legaltext/text.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { placeOf } from '../canonical-text.ts';
import { standingIn } from '../citations.ts';
import { findPlace, type CodePlace, type Part } from '../code-place.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';
import { childOf } from '../scan-xml/look-into.ts';
import type { XmlElement } from '../scan-xml/xml-element.ts';
import { textOfNodes } from '../text-of-element.ts';
import { evenSpaces } from '../white-space.ts';
import { contentReading, type Site } from './site.ts';

const PART_OF: Readonly<Record<Exclude<Part, 'num'>, TextPart>> = {
  heading: 'heading',
  text: 'text',
  aftertext: 'tail',
};

type Occurrence = 'first' | 'last' | 'all' | { readonly nth: number };

/** Words to strike and what takes their place. A citation at the start of a text begins with a capital, elsewhere not. */
interface Exchange {
  readonly words: string;
  readonly replacement: Text;
}

/** A place where words were found, and what takes theirs. */
interface Match extends Place {
  readonly exchange: Exchange;
  readonly isWithinCitation: boolean;
}

/**
 * Words for words, exact but for white space and the form of quotation marks, in everything the target holds. The words
 * of a citation are one unit; only where the words are nowhere else are they looked for within one that stands as it was
 * written (the words of one that is worked out are nobody's to change), and then in numbers
 * (at once where it is a number that is pointed to).
 */
export function translateFindReplace(
  instruction: Instruction,
  site: Site,
): Result<readonly Operation[], InstructionFailure> {
  const { element, segments } = instruction;
  const path = segments.join('|');
  const place = findPlace(site.view, segments);
  if (place === undefined) return failed({ kind: 'target-missing', path });
  if (element.attributes['count'] === '0') return ok([]);
  const standing = standingIn(site.view, place.provision);
  const { render } = contentReading(instruction, site, standing);
  const exchange = (before: string): Exchange => {
    const side = (name: 'find' | 'replace'): Text => {
      const child = childOf(element, name);
      if (child === undefined) return Text.of(evenSpaces(element.attributes[name] ?? ''));
      return textOfNodes(child.children, (inline, after) => render?.(inline, before + after));
    };
    return { words: side('find').words, replacement: side('replace') };
  };
  const within = exchange('…');
  const capital = exchange('');
  // Most instructions carry no citation that could begin with a capital.
  const isSame = capital.words === within.words && capital.replacement.equals(within.replacement);
  const atStart = isSame ? within : capital;
  if (within.words === '') return failed({ kind: 'nothing-to-write', what: 'it strikes no words' });
  const occurrence = occurrenceOf(element);
  if (occurrence === undefined)
    return failed({
      kind: 'not-understood',
      what: `its position is "${element.attributes['position'] ?? ''}", which is neither "first", "last" nor a number from 1`,
    });
  const tooFew = (found: number): Result<never, InstructionFailure> | undefined =>
    typeof occurrence === 'object' && found < occurrence.nth
      ? failed({ kind: 'match-missing', path, words: within.words, position: occurrence.nth, found })
      : undefined;
  if (place.part !== 'num') {
    const selection = selectionFor(place, within.words, occurrence);
    const target = { by: 'id', id: place.provision.id } as const;
    const { replacement } = within;
    if (isSame && occurrence === 'all' && holdsPlainly(place, within.words))
      return ok([{ kind: 'substitute', target, selection, replacement }]);
    const matches = [matchesOf, matchesInCitations]
      .map((find) => find(place, within, atStart))
      .find((found) => found.length > 0);
    if (matches !== undefined)
      return tooFew(matches.length) ?? ok(substitutions(place, selection, within, matches, occurrence));
  }
  if (place.part === 'num' || place.part === undefined) {
    const numbered = numberedWith(place, within.words);
    if (numbered.length > 0)
      return tooFew(numbered.length) ?? ok(renumberings(numbered, within.words, within.replacement.words, occurrence));
  }
  return failed({ kind: 'words-missing', path, words: within.words });
}

type Quotation = Extract<Selection, { by: 'quotation' }>;

const selectionFor = ({ part }: CodePlace, words: string, occurrence: Occurrence): Quotation => ({
  by: 'quotation',
  words,
  occurrence,
  likeness: 'typographic',
  reach: part === undefined ? 'subtree' : 'provision',
  parts: partsOf(part),
});

/** Whether the very words stand in a text without citations: then they are certainly found. Most are, at once. */
function holdsPlainly({ provision, part }: CodePlace, words: string): boolean {
  const parts = partsOf(part);
  const look = (at: Provision): boolean =>
    parts.some((each) => at[each].words.includes(words) && !at[each].marks.some(({ kind }) => kind === 'reference')) ||
    (part === undefined && at.children.some(look));
  return look(provision);
}

/** What typographic likeness takes for one another: whatever is between must stand there to the letter. */
const LIKE_OTHERS = /[\s\u200b\u2018-\u201f'"]+/u;

/**
 * The provisions in the place whose words hold the longest of the pieces that must stand to the letter: no other can hold
 * the whole, and the search for a piece costs next to nothing.
 */
function candidates({ provision, part }: CodePlace, words: string): Provision[] {
  let piece = '';
  for (const each of words.split(LIKE_OTHERS)) if (each.length > piece.length) piece = each;
  const parts = partsOf(part);
  const found: Provision[] = [];
  const look = (at: Provision): void => {
    if (parts.some((each) => at[each].words.includes(piece))) found.push(at);
    if (part === undefined) for (const child of at.children) look(child);
  };
  look(provision);
  return found;
}

const partsOf = (part: Part | undefined): readonly TextPart[] =>
  part === undefined ? TEXT_PARTS : part === 'num' ? [] : [PART_OF[part]];

/** Where the words stand, none cutting through a citation. */
function matchesOf(place: CodePlace, within: Exchange, atStart: Exchange): Match[] {
  const placesOf = (words: string): readonly Place[] =>
    candidates(place, words).flatMap((provision) => {
      const selection = { ...selectionFor(place, words, 'all'), reach: 'provision' } as const;
      const found = findQuotation(provision, selection);
      return found.kind === 'ok' ? found.value : [];
    });
  const beginsText = ({ start }: Place): boolean => start === 0;
  const matches = placesOf(within.words).map((at) => ({
    ...at,
    exchange: beginsText(at) ? atStart : within,
    isWithinCitation: false,
  }));
  if (atStart.words === within.words) return matches;
  const capital = placesOf(atStart.words).filter(beginsText);
  return [...matches, ...capital.map((at) => ({ ...at, exchange: atStart, isWithinCitation: false }))];
}

/** Where the words stand within the words of one citation; not of one that is worked out from what it cites. */
function matchesInCitations(place: CodePlace, within: Exchange): Match[] {
  const matches: Match[] = [];
  for (const each of candidates(place, within.words))
    for (const textPart of partsOf(place.part))
      for (const mark of each[textPart].marks) {
        if (mark.kind !== 'reference' || mark.attributes['element'] !== 'cite') continue;
        const text = Text.of(each[textPart].words.slice(mark.start, mark.end));
        const cited = new Provision({ id: each.id, kind: 'passage', text });
        const found = findQuotation(cited, selectionFor({ provision: cited, part: 'text' }, within.words, 'all'));
        for (const { start, end } of found.kind === 'ok' ? found.value : [])
          matches.push({
            id: each.id,
            part: textPart,
            start: mark.start + start,
            end: mark.start + end,
            exchange: within,
            isWithinCitation: true,
          });
      }
  return matches;
}

/** One substitution of the quoted words where that says it all; else one at each place, from the last to the first. */
function substitutions(
  { provision }: CodePlace,
  selection: Quotation,
  exchange: Exchange,
  matches: readonly Match[],
  occurrence: Occurrence,
): Operation[] {
  const target = { by: 'id', id: provision.id } as const;
  const { replacement } = exchange;
  const isUniform = matches.every((match) => !match.isWithinCitation && match.exchange === exchange);
  if (isUniform && occurrence === 'all') return [{ kind: 'substitute', target, selection, replacement }];
  const chosen = choose(inReadingOrder(provision, matches), occurrence);
  const found = findQuotation(provision, selection);
  const isPlain =
    found.kind === 'ok' &&
    found.value.length === chosen.length &&
    chosen.every(
      (match) =>
        (match.exchange === exchange || match.exchange.replacement.equals(exchange.replacement)) &&
        found.value.some((at) => at.id === match.id && at.part === match.part && at.start === match.start),
    );
  if (isPlain) return [{ kind: 'substitute', target, selection, replacement }];
  return [...chosen].reverse().map(({ id, part, start, end, exchange: { replacement: words } }) => ({
    kind: 'substitute',
    target: { by: 'id', id },
    selection: { by: 'span', part, start, end },
    replacement: words,
  }));
}

/**
 * As the publisher's document reads: notes and what stands before a heading come before the heading and the words, which
 * provisions have as children after them.
 */
function inReadingOrder(provision: Provision, matches: readonly Match[]): readonly Match[] {
  const ranks = new Map<string, number>();
  const walk = (at: Provision): void => {
    const isFirst = (child: Provision): boolean => child.kind === 'note' || placeOf(child) !== undefined;
    for (const child of at.children) if (isFirst(child)) walk(child);
    for (const part of ['heading', 'text'] as const) ranks.set(`${part} ${at.id}`, ranks.size);
    for (const child of at.children) if (!isFirst(child)) walk(child);
    ranks.set(`tail ${at.id}`, ranks.size);
  };
  walk(provision);
  const rank = ({ part, id }: Match): number => ranks.get(`${part} ${id}`) ?? 0;
  return [...matches].sort((a, b) => rank(a) - rank(b) || a.start - b.start);
}

function choose<Item>(items: readonly Item[], occurrence: Occurrence): readonly Item[] {
  if (occurrence === 'all') return items;
  if (occurrence === 'first') return items.slice(0, 1);
  if (occurrence === 'last') return items.slice(-1);
  return items.slice(occurrence.nth - 1, occurrence.nth);
}

/** The provisions whose numbers hold the words: the one pointed to, or of the target and everything below. */
function numberedWith({ provision, part }: CodePlace, words: string): readonly Provision[] {
  const numbered = part === 'num' ? [provision] : [...provisionsUnder(provision)];
  return numbered.filter(({ number }) => number.includes(words));
}

const renumberings = (
  numbered: readonly Provision[],
  words: string,
  replacement: string,
  occurrence: Occurrence,
): Operation[] =>
  choose(numbered, occurrence).map(({ id, number }) => ({
    kind: 'renumber',
    target: { by: 'id', id },
    number: number.replaceAll(words, replacement),
  }));

/** Which match an instruction means; all where it does not say, undefined where it says what is not understood. */
function occurrenceOf({ attributes: { position } }: XmlElement): Occurrence | undefined {
  if (position === undefined) return 'all';
  if (position === 'first' || position === 'last') return position;
  const nth = Number(position);
  return Number.isInteger(nth) && nth > 0 ? { nth } : undefined;
}
