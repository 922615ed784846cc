import { eachOccurrence } from './find-words.ts';
import type { Selection } from './operation.ts';
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
 * Fails when the words are not there, or not as often as declared. Linear in the words looked through; only the places
 * asked for are kept.
 */
export function findQuotation(target: Provision, quotation: Quotation): Result<readonly Place[], FailureReason> {
  if (quotation.words === '') return failed({ kind: 'malformed', what: 'it quotes no words' });
  const finder = quotation.likeness === 'exact' ? quotation.words : fold(quotation.words).words;
  const search = new Search(finder, quotation);
  search.under(target);
  return search.outcome();
}

/** Places that one operation may change: some gigabytes of text, were it written by anybody. */
const MOST_PLACES = 2 ** 22;

/** A search for one quotation: what was found so far, as far as the occurrence asks for it. */
class Search {
  private readonly kept: Place[] = [];
  private count = 0;

  constructor(
    private readonly finder: string,
    private readonly quotation: Quotation,
  ) {}

  private get enough(): boolean {
    const { occurrence } = this.quotation;
    if (this.kept.length > MOST_PLACES) return true;
    return typeof occurrence === 'object'
      ? 'nth' in occurrence && this.count > 0 && this.count === occurrence.nth
      : occurrence === 'first' && this.count > 0;
  }

  under(provision: Provision): void {
    const { parts, reach } = this.quotation;
    if (parts.includes('heading')) this.look(provision, 'heading');
    if (parts.includes('text')) this.look(provision, 'text');
    if (reach === 'subtree') for (const child of provision.children) if (!this.enough) this.under(child);
    if (parts.includes('tail')) this.look(provision, 'tail');
  }

  private look(provision: Provision, part: TextPart): void {
    const text = provision[part];
    if (text.words.length === 0 || this.enough) return;
    const { words, starts } =
      this.quotation.likeness === 'exact' ? { words: text.words, starts: undefined } : fold(text.words);
    const references = new ReferenceInsides(text);
    eachOccurrence(words, this.finder, (at) => {
      const start = starts?.[at] ?? at;
      // The end of a match is where its last character ends: a run of white space ends where the next character starts.
      const end =
        starts === undefined ? at + this.finder.length : (starts[at + this.finder.length] ?? text.words.length);
      // To hold a part of a reference, but not all of it, a match must begin or end inside one.
      if (references.hold(start) || references.hold(end)) return 'passed';
      this.add(provision.id, part, start, end);
      return this.enough ? 'enough' : 'taken';
    });
  }

  private add(id: ProvisionId, part: TextPart, start: number, end: number): void {
    this.count += 1;
    const { occurrence } = this.quotation;
    if (occurrence === 'last') this.kept[0] = { id, part, start, end };
    else if (
      typeof occurrence === 'string' ||
      ('nth' in occurrence ? this.count === occurrence.nth : this.count <= occurrence.exactly)
    )
      this.kept.push({ id, part, start, end });
  }

  outcome(): Result<readonly Place[], FailureReason> {
    const { occurrence, words } = this.quotation;
    if (this.count === 0) return failed({ kind: 'quotation-missing', words });
    if (this.kept.length > MOST_PLACES) return failed({ kind: 'too-many', words, most: MOST_PLACES });
    if (typeof occurrence === 'string') return ok(this.kept);
    const declared = 'nth' in occurrence ? occurrence.nth : occurrence.exactly;
    const isThere = 'nth' in occurrence ? this.kept.length === 1 : this.count === declared;
    return isThere ? ok(this.kept) : failed({ kind: 'quotation-count', words, declared, found: this.count });
  }
}

/** The positions inside references: past their first character and before their last one's end. */
class ReferenceInsides {
  /** Stretches of such positions, in order, apart from one another: first and last of each. */
  private readonly firsts: number[] = [];
  private readonly lasts: number[] = [];

  constructor(text: Text) {
    for (const mark of text.marks) {
      if (mark.kind !== 'reference' || mark.end - mark.start < 2) continue;
      const last = this.lasts.length - 1;
      // Marks come in order of their start.
      if (mark.start + 1 <= (this.lasts[last] ?? -1)) {
        if (mark.end - 1 > (this.lasts[last] ?? -1)) this.lasts[last] = mark.end - 1;
        continue;
      }
      this.firsts.push(mark.start + 1);
      this.lasts.push(mark.end - 1);
    }
  }

  hold(position: number): boolean {
    let low = 0;
    for (let high = this.firsts.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.lasts[middle] ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return (this.firsts[low] ?? Number.POSITIVE_INFINITY) <= position;
  }
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
