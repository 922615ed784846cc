import type { Citation, CitedContainer, CitedItem, CitedLabel } from './citation.ts';
import { readContainers } from './read-containers.ts';
import { labelAt, match } from './read-label.ts';
import { singular, type Vocabulary } from './vocabulary.ts';

/**
 * Finds the citations in running words. A scan looks for places where one can begin: a name ("paragraph", "§"), or, in
 * styles that write so, a letter with a number. From there the words are read on: a label, more labels in a list or a
 * range, and what all of them are in ("of Schedule 2", "of this section", "of the Electricity Act 1989"). Whatever cannot
 * be read on ends the citation. Every step is bounded, so that the whole is linear in the words.
 */
export function readCitations(words: string, vocabulary: Vocabulary): readonly Citation[] {
  const citations: Citation[] = [];
  const { anchor } = vocabulary;
  anchor.lastIndex = 0;
  for (let found = anchor.exec(words); found !== null; found = anchor.exec(words)) {
    const citation = new CitationReader(words, vocabulary).read(found.index, found[0]);
    if (citation === null) continue;
    citations.push(citation);
    anchor.lastIndex = Math.max(anchor.lastIndex, citation.end);
  }
  return citations;
}

const GAP = /[\s\u00a0]+/y;
const SEPARATOR = /(?:\s*\[[^\]]{0,40}\])?(?:,?\s+(?:and|or|and\/or|&)\s+|,\s*)/y;
const RANGE = /\s+(?:to|through|thru)\s+|\s?[–—]\s?/y;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** What stands before a section of another publication: 26 U.S.C. § 501; D.C. Law 22-168, § 4. */
const FOREIGN =
  /(?:(?:U\.?S\.?C\.?(?:A\.?)?|C\.?F\.?R\.?|Stat\.|DCMR|Fed\. Reg\.)[\s,]*|(?:Law|Act|P\.?L\.?|Pub\. ?L\.)\s(?:No\. )?\d{1,3}-\d{1,4},\s)$/;

class CitationReader {
  private readonly words: string;
  private readonly vocabulary: Vocabulary;

  constructor(words: string, vocabulary: Vocabulary) {
    this.words = words;
    this.vocabulary = vocabulary;
  }

  read(at: number, anchor: string): Citation | null {
    const { words } = this;
    const isName = /^§|^[a-z][a-z -]*$/i.test(anchor) && !/\d/.test(anchor);
    const before = words.slice(Math.max(0, at - 24), at);
    if (!isName && anchor !== anchor.toUpperCase()) return null;
    const document = this.vocabulary.document?.exec(before)?.[1];
    const start = document === undefined ? at : at - document.length - 1;
    if (!isName) return this.withContainers('', this.bareItems(at, start), start, document);
    const sign = anchor === '§' && words[at + 1] === '§' ? '§§' : anchor;
    const { name, plural } = singular(sign);
    const relative = /(?:^|[^\p{L}])(this|that|such)\s+$/iu.exec(before)?.[1]?.toLowerCase();
    let end = at + sign.length;
    end += match(GAP, words, end)?.length ?? 0;
    const items = this.items(end, start, name, plural);
    if (isTitle(sign, before, items)) return null;
    if (items.length === 0) {
      if (relative !== 'this' || plural || name === '§') return null;
      const begins = at - (/(this\s+)$/iu.exec(before)?.[1]?.length ?? 0);
      return {
        name,
        items,
        containers: [],
        isThis: true,
        start: begins,
        end: at + sign.length,
      };
    }
    const foreign = name === '§' || name === 'section' ? FOREIGN.exec(before) : null;
    if (foreign !== null) {
      const last = items.at(-1);
      const title = foreign[0].replace(/[\s,]+$/, '');
      return { name, items, containers: [{ kind: 'document', title }], isThis: false, start: at, end: last?.end ?? at };
    }
    return this.withContainers(name, items, start, document);
  }

  private bareItems(at: number, start: number): readonly CitedItem[] {
    const read = labelAt(this.words, at, false);
    return read === null || read.label.whole === '' || (read.label.letters === '' && !/^[A-Z]/.test(read.label.whole))
      ? []
      : [{ start, end: read.end, label: read.label, endsRange: false }];
  }

  private items(from: number, start: number, name: string, plural: boolean): readonly CitedItem[] {
    const { words } = this;
    const levels = name === '§' ? [] : (this.vocabulary.levels.get(name) ?? []);
    const lettersAlone = levels.some((level) => level.number.form === 'keyword');
    const first = labelAt(words, from, lettersAlone);
    if (first === null) return [];
    const items: CitedItem[] = [{ start, end: first.end, label: first.label, endsRange: false }];
    // Lists of a hundred are longer than any; what follows is read as citations of its own.
    while (items.length < 100) {
      const last = items[items.length - 1];
      if (last === undefined) break;
      const range = match(RANGE, words, last.end);
      const separator = range ?? match(SEPARATOR, words, last.end);
      if (separator === null) break;
      let at = last.end + separator.length;
      // "§§ 1 and § 2", "paragraph (a) or paragraph (b)" go on; another name begins a citation of its own.
      const repeated = match(this.vocabulary.name, words, at);
      if (repeated !== null) {
        // After a comma a name begins anew, with containers of its own; "(b) or subsection (c) of § 4" shares them.
        if (singular(repeated).name !== name || (name !== '§' && !/[a-z&]/.test(separator))) break;
        at += repeated.length;
        at += match(GAP, words, at)?.length ?? 0;
      }
      const next = labelAt(words, at, lettersAlone && plural);
      if (
        next === null ||
        !this.continues(last, next.label, { plural, separator, isRange: range !== null, repeated: repeated !== null })
      )
        break;
      items.push({
        start: repeated === null ? at : last.end + separator.length,
        end: next.end,
        label: next.label,
        endsRange: range !== null,
      });
    }
    return items;
  }

  /** "section 12, 30 days after…" goes on with no list; "subsection (a)(1) or (2)" does. */
  private continues(
    last: CitedItem,
    next: CitedLabel,
    how: {
      readonly plural: boolean;
      readonly separator: string;
      readonly isRange: boolean;
      readonly repeated: boolean;
    },
  ): boolean {
    if (how.plural || how.repeated) return true;
    const onlyBrackets = next.whole === '' && next.letters === '';
    if (onlyBrackets) return last.label.brackets.length > 0 && (how.isRange || !how.separator.startsWith(','));
    return how.isRange && /[.-]/.test(next.whole);
  }

  private withContainers(
    name: string,
    items: readonly CitedItem[],
    start: number,
    document?: string,
    outers: readonly CitedContainer[] = [],
  ): Citation | null {
    const last = items.at(-1);
    if (last === undefined) return null;
    const outer = items.length === 1 ? this.outerFirst(name, last, start, document, outers) : null;
    if (outer !== null) return outer;
    const { containers, end } = readContainers({ words: this.words, vocabulary: this.vocabulary }, last.end, name);
    const only = items.length === 1 ? [{ ...last, end }] : items;
    return {
      name,
      items: only,
      containers: [...outers, ...containers, ...inDocument(document)],
      isThis: false,
      start,
      end,
    };
  }

  /** "Schedule 2, paragraph 4", "Section GTD paragraph 3.1.4(v)": the outer comes first, and the whole is one citation. */
  private outerFirst(
    name: string,
    item: CitedItem,
    start: number,
    document: string | undefined,
    outers: readonly CitedContainer[],
  ): Citation | null {
    const { words, vocabulary } = this;
    const outerLevel = vocabulary.levels.get(name)?.[0];
    if (outerLevel?.number.form !== 'keyword') return null;
    const gap = match(/,?\s+/y, words, item.end);
    if (gap === null) return null;
    const at = item.end + gap.length;
    const written = match(vocabulary.name, words, at);
    if (written === null || written.startsWith('§')) return null;
    const inner = singular(written);
    const innerLevel = vocabulary.levels.get(inner.name)?.[0];
    if (innerLevel === undefined || innerLevel.rank <= outerLevel.rank) return null;
    const from = at + written.length;
    const items = this.items(from + (match(GAP, words, from)?.length ?? 0), start, inner.name, inner.plural);
    if (items.length === 0) return null;
    return this.withContainers(inner.name, items, start, document, [
      { kind: 'numbered', name, label: item.label },
      ...outers,
    ]);
  }
}

/** "the Data Retention Regulations 2009", "2014 Chapter 27": how an enactment is called, and no citation of a provision. */
function isTitle(sign: string, before: string, items: readonly CitedItem[]): boolean {
  const [first] = items;
  if (first === undefined) return false;
  if (/^[A-Z].*s$/.test(sign))
    return items.length === 1 && first.label.brackets.length === 0 && YEAR.test(first.label.whole);
  return /^chapter$/i.test(sign) && /(?:^|\D)(?:1[5-9]|20)\d\d\s+$/.test(before);
}

const inDocument = (letters: string | undefined): readonly CitedContainer[] =>
  letters === undefined
    ? []
    : [{ kind: 'numbered', name: 'document', label: { letters, whole: '', brackets: [], apart: false } }];
