import type { Likeness, Occurrence, Selection } from './operation.ts';
import type { FailureReason } from './operation-failure.ts';
import type { Provision, ProvisionId, TextPart } from './provision.ts';
import type { Text } from './text.ts';
import { failed, ok, type Result } from '../values/result.ts';

/** Words of one text of one provision: characters `[start, end)`. */
export interface Place {
  readonly id: ProvisionId;
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
}

type Quotation = Extract<Selection, { by: 'quotation' }>;

/**
 * The places a quotation means: where its words stand in the target (and under it, where it reaches there), in the order
 * they are read, narrowed to the occurrence it asks for. Matches do not overlap, and none cuts through a reference.
 * Fails when the words are not there, or not as often as declared. Linear in the words looked through.
 */
export function findQuotation(target: Provision, quotation: Quotation): Result<readonly Place[], FailureReason> {
  if (quotation.words === '') return failed({ kind: 'malformed', what: 'it quotes no words' });
  const finder = quotation.likeness === 'exact' ? quotation.words : fold(quotation.words).words;
  const places: Place[] = [];
  const look = (provision: Provision): void => {
    if (quotation.parts.includes('heading')) addMatches(places, provision, 'heading', finder, quotation.likeness);
    if (quotation.parts.includes('text')) addMatches(places, provision, 'text', finder, quotation.likeness);
    if (quotation.reach === 'subtree') for (const child of provision.children) look(child);
    if (quotation.parts.includes('tail')) addMatches(places, provision, 'tail', finder, quotation.likeness);
  };
  look(target);
  return chooseOccurrence(places, quotation.words, quotation.occurrence);
}

function chooseOccurrence(
  places: readonly Place[],
  words: string,
  occurrence: Occurrence,
): Result<readonly Place[], FailureReason> {
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return failed({ kind: 'quotation-missing', words });
  if (occurrence === 'all') return ok(places);
  if (occurrence === 'first') return ok([first]);
  if (occurrence === 'last') return ok([last]);
  if ('exactly' in occurrence) {
    const declared = occurrence.exactly;
    return places.length === declared
      ? ok(places)
      : failed({ kind: 'quotation-count', words, declared, found: places.length });
  }
  const chosen = places[occurrence.nth - 1];
  return chosen === undefined
    ? failed({ kind: 'quotation-count', words, declared: occurrence.nth, found: places.length })
    : ok([chosen]);
}

function addMatches(places: Place[], provision: Provision, part: TextPart, finder: string, likeness: Likeness): void {
  const text = provision[part];
  if (text.words.length === 0) return;
  for (const [start, end] of matchesIn(text, finder, likeness)) places.push({ id: provision.id, part, start, end });
}

function matchesIn(text: Text, finder: string, likeness: Likeness): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const folded = likeness === 'exact' ? { words: text.words, starts: undefined } : fold(text.words);
  const { words, starts } = folded;
  for (let at = words.indexOf(finder); at !== -1;) {
    const start = starts?.[at] ?? at;
    // The end of a match is where its last character ends: a run of white space ends where the next character starts.
    const end = starts === undefined ? at + finder.length : (starts[at + finder.length] ?? text.words.length);
    const whole = !cutsReference(text, start, end);
    if (whole) found.push([start, end]);
    at = words.indexOf(finder, at + (whole ? finder.length : 1));
  }
  return found;
}

/** Whether `[start, end)` holds a part of some reference, but not all of it. */
function cutsReference(text: Text, start: number, end: number): boolean {
  return text.marks.some(
    (mark) =>
      mark.kind === 'reference' &&
      mark.start < end &&
      mark.end > start &&
      (mark.start < start || mark.end > end) &&
      mark.start !== mark.end,
  );
}

/** What `typographic` likeness takes for one another: white space of every width, and the forms of quotation marks. */
const FOLDABLE = /[\s\u200b\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f]/u;
const NEEDS_FOLDING = /[\u200b\u2018-\u201f]|\s{2}|[^\S ]/u;

interface Folded {
  readonly words: string;
  /** For each folded character the position it starts at; absent where nothing was folded. */
  readonly starts: Int32Array | undefined;
}

/** One space for every run of white space, straight quotes for curly ones, and where each character came from. */
function fold(words: string): Folded {
  if (!NEEDS_FOLDING.test(words)) return { words, starts: undefined };
  const starts = new Int32Array(words.length + 1);
  const pieces: string[] = [];
  let length = 0;
  for (let at = 0; at < words.length;) {
    const from = at;
    const character = words.charAt(at);
    at += 1;
    let piece = character;
    if (FOLDABLE.test(character)) {
      if (character === '\u2018' || character === '\u2019' || character === '\u201a' || character === '\u201b')
        piece = "'";
      else if (character >= '\u201c' && character <= '\u201f') piece = '"';
      else {
        piece = ' ';
        while (at < words.length && /[\s\u200b]/u.test(words.charAt(at))) at += 1;
      }
    }
    starts[length] = from;
    length += 1;
    pieces.push(piece);
  }
  starts[length] = words.length;
  return { words: pieces.join(''), starts: starts.subarray(0, length + 1) };
}
