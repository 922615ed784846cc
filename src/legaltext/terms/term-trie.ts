/**
 * All terms at once, as a trie of words, so that a text is read once however many terms there are. A step in the trie is
 * one word in lower case; what is found is checked against the capitals of the term afterwards. The longest term wins.
 */
export interface TermMatch<Entry> {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

interface Node<Entry> {
  readonly next: Map<string, Node<Entry>>;
  entries: { readonly entry: Entry; readonly words: readonly string[] }[] | null;
}

/** Letters and digits, with the marks that combine with them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’&/][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
/** What may stand between two words of a term. */
const GAP = /^[\s\u00a0]+$|^[\s\u00a0]*[-‐‑–&/.][\s\u00a0]*$/u;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

export class TermTrie<Entry> {
  private readonly root: Node<Entry> = { next: new Map(), entries: null };

  /** Puts a term in; false when it has no words. */
  add(term: string, entry: Entry): boolean {
    const words = term.match(WORD) ?? [];
    if (words.length === 0 || words.length > 24) return false;
    let node = this.root;
    words.forEach((word, index) => {
      // The last word is kept in the singular: "Meters" is found where "Meter" is defined, and the other way round.
      const key = index === words.length - 1 ? singularOf(plain(word)) : plain(word);
      let next = node.next.get(key);
      if (next === undefined) node.next.set(key, (next = { next: new Map(), entries: null }));
      node = next;
    });
    (node.entries ??= []).push({ entry, words });
    return true;
  }

  /** Every use of a term in `text`, left to right, the longest at each place, none within another. Linear in the text. */
  *find(text: string, accepts: (entry: Entry) => boolean = () => true): Generator<TermMatch<Entry>> {
    const tokens: Token[] = [];
    for (const found of text.matchAll(WORD))
      tokens.push({ start: found.index, end: found.index + found[0].length, word: found[0] });
    for (let at = 0; at < tokens.length;) {
      const match = this.longestAt(text, tokens, at, accepts);
      if (match === null) at += 1;
      else {
        yield match.match;
        at += match.words;
      }
    }
  }

  private longestAt(
    text: string,
    tokens: readonly Token[],
    at: number,
    accepts: (entry: Entry) => boolean,
  ): { readonly match: TermMatch<Entry>; readonly words: number } | null {
    let node = this.root;
    let best: { readonly match: TermMatch<Entry>; readonly words: number } | null = null;
    for (let index = at; index < tokens.length; index += 1) {
      const token = tokens[index];
      const previous = tokens[index - 1];
      if (token === undefined) break;
      if (
        index > at &&
        previous !== undefined &&
        !GAP.test(text.slice(previous.end, Math.min(token.start, previous.end + 8)))
      )
        break;
      const key = plain(token.word);
      const last = node.next.get(singularOf(key));
      const entries = last?.entries;
      if (entries != null) {
        const fitting = entries.find(({ entry, words }) => isWrittenSo(words, tokens, at) && accepts(entry));
        const first = tokens[at];
        if (fitting !== undefined && first !== undefined) {
          const end = token.end - (token.word.length - withoutPossessive(token.word).length);
          best = { match: { start: first.start, end, entry: fitting.entry }, words: index - at + 1 };
        }
      }
      const next = node.next.get(key);
      if (next === undefined) break;
      node = next;
    }
    return best;
  }
}

/**
 * What a use of a term begins with: its first two words, or its only one. Texts that may use terms nobody knows yet are
 * kept by the openings in them, and a new term is looked up among those.
 */
export function openingOf(term: string): string {
  const [first = '', second] = term.match(WORD) ?? [];
  return second === undefined ? singularOf(plain(first)) : opening(first, second);
}

/** Everything in a text that `openingOf` could give for a term it uses. Linear in the text. */
export function openingsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let before: string | undefined;
  for (const [word] of text.matchAll(WORD)) {
    found.add(singularOf(plain(word)));
    if (before !== undefined) found.add(opening(before, word));
    before = word;
  }
  return found;
}

const opening = (first: string, second: string): string => `${plain(first)} ${singularOf(plain(second))}`;

/** A capital in the term must be one in the text; a small letter may be a capital, as at the beginning of a sentence. */
function isWrittenSo(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  return words.every((word, index) => {
    const token = tokens[at + index]?.word ?? '';
    const letter = word.charAt(0);
    if (isCapital(letter)) return isCapital(token.charAt(0));
    return index === 0 || !isCapital(token.charAt(0)) || token === token.toUpperCase();
  });
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

const withoutPossessive = (word: string): string => word.replace(/['’]s?$/u, '');

const plain = (word: string): string => withoutPossessive(word).toLowerCase();

/** The singular of an English plural, by its ending; other words are left as they are. */
export function singularOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('us') || word.endsWith('is') ? word : word.slice(0, -1);
}
