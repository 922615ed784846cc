import type { CitedContainer } from './citation.ts';
import { labelAt, match } from './read-label.ts';
import { singular, type Vocabulary } from './vocabulary.ts';

const GAP = /[\s\u00a0]+/y;
const INTO = /(?:\s*\[[^\]]{0,60}\])?,?\s+(?:of|in|to|under)\s+(?:the\s+)?/y;
const THIS = /(?:this|that|such)\s+/iy;
const SELF = /[A-Za-z]+/y;
/** Titles of other documents: capitals up to a word that ends one, with a year. */
const DOCUMENT =
  /(?:[A-Z][\p{L}.’'&-]*,?(?:\s+(?:[A-Z][\p{L}.’'&,-]*|of|and|the|for|on|to|in|a|an|\([A-Z][^()]{0,60}\)|\d+[A-Z]?)){0,14}?\s+)?(?:Acts?|Code|Regulations?|Order|Rules|Licen[cs]es?|Agreement|Law|Constitution|Treaty|Directive|Convention|Conditions|Standards?|Statutes?|Ordinance|Manual|Protocol|P\.?L\.?|Pub\. ?L\.)(?![\p{L}])(?:\s+(?:of|No\.?)\s+\d{1,4}|\s+\d{4}|\s+(?:No\. )?\d{1,3}-\d{1,4})?/uy;
/** A title of the United States Code, cited as "title 46, United States Code", and the code by itself. */
const FEDERAL =
  /(?:[Tt]itle\s+\d+[A-Z]?,?\s+(?:of\s+)?(?:the\s+)?)?(?:United\s+States\s+Code|U\.S\.C\.|U\.S\. Code)(?![\p{L}])/uy;
/** Treaties that are cited by their letters, with no "of": Article 114(3) TFEU. */
const TREATY = /\s(?:TFEU|TEU|TEC|EC|ECHR|GDPR)(?![\p{L}\d])/uy;
const ABBREVIATED = /(?:the\s+)?([A-Z]{2,6})(?![A-Za-z\d])/y;
/** So many containers in one another are read, and so many characters of one title. */
const MOST_CONTAINERS = 8;
const LONGEST_TITLE = 240;

/** What an item is said to be in, the inner one first, and where the words that say so end. */
export interface ContainersRead {
  readonly containers: readonly CitedContainer[];
  readonly end: number;
}

/**
 * Reads on after the items of a citation what they are in: "of Schedule 2 of this Code", "of the Electricity Act 1989".
 * `citedAs` is the name the items are cited by. Bounded, however the words go on.
 */
export function readContainers(
  { words, vocabulary }: { readonly words: string; readonly vocabulary: Vocabulary },
  from: number,
  citedAs: string,
): ContainersRead {
  const treaty = citedAs === 'article' ? match(TREATY, words, from) : null;
  if (treaty !== null) return { containers: [{ kind: 'document', title: treaty.trim() }], end: from + treaty.length };
  return new ContainerReader(words, vocabulary, from).read();
}

class ContainerReader {
  private readonly containers: CitedContainer[] = [];

  constructor(
    private readonly words: string,
    private readonly vocabulary: Vocabulary,
    private end: number,
  ) {}

  read(): ContainersRead {
    for (let goesOn = true; goesOn && this.containers.length < MOST_CONTAINERS;) goesOn = this.readNext();
    return { containers: this.containers, end: this.end };
  }

  /** Reads one container; says whether it may stand in another. */
  private readNext(): boolean {
    const into = match(INTO, this.words, this.end);
    if (into === null) return false;
    const at = this.end + into.length;
    const pointing = match(THIS, this.words, at);
    return pointing === null
      ? this.readNumbered(at) || this.readDocument(at, into.endsWith('the '))
      : this.readPointing(pointing, at + pointing.length);
  }

  private take(container: CitedContainer, end: number): void {
    this.containers.push(container);
    this.end = end;
  }

  /** "Schedule 2": a name and a number. */
  private readNumbered(at: number): boolean {
    const { words, vocabulary } = this;
    const written = match(FEDERAL, words, at) === null ? match(vocabulary.name, words, at) : null;
    if (written === null) return false;
    const labelled = at + written.length;
    const label = labelAt(words, labelled + (match(GAP, words, labelled)?.length ?? 0), true);
    // "of the Regulation of Investigatory Powers Act 2000": a title that begins like a name.
    if (label === null) return false;
    this.take({ kind: 'numbered', name: singular(written).name, label: label.label }, label.end);
    return true;
  }

  /** "title 46, United States Code", "the Electricity Act 1989", "the BSC": another document, or the text by its name. */
  private readDocument(at: number, isDefinite: boolean): false {
    const { words, vocabulary } = this;
    const federal = match(FEDERAL, words, at);
    const title = federal ?? match(DOCUMENT, words.slice(at, at + LONGEST_TITLE), 0) ?? match(ABBREVIATED, words, at);
    if (title === null) return false;
    const called = title.toLowerCase();
    const isSelf = federal === null && isDefinite && vocabulary.selves.has(called) && called !== 'act';
    if (!isSelf) this.containers.push({ kind: 'document', title: federal ?? title.replace(/^the\s+/, '') });
    this.end = at + title.length;
    return false;
  }

  /** "this section", "that section"; "this Act", "that Act": the text itself, or another one. */
  private readPointing(pointing: string, at: number): boolean {
    const { words, vocabulary } = this;
    const isThis = /^this/i.test(pointing);
    const written = match(vocabulary.name, words, at);
    if (written !== null) {
      this.take({ kind: isThis ? 'this' : 'that', name: singular(written).name }, at + written.length);
      return isThis;
    }
    const self = match(SELF, words, at) ?? '';
    if (isThis && vocabulary.selves.has(self.toLowerCase())) this.end = at + self.length;
    else if (/^(?:act|code|law|order|regulations|agreement|licen[cs]e)$/i.test(self))
      this.take({ kind: 'document', title: pointing + self }, at + self.length);
    return false;
  }
}
