import { MAX_EID } from './limits.ts';

/*
 * Element ids by the naming convention of Akoma Ntoso (version 1.0, section 5): the eId of what an element stands in, two
 * underscores, a short form of the element's name, an underscore and its number: `sec_2__subsec_1__para_a`. Where there is
 * no number, the elements of one name are counted. Articles and sections are numbered through a whole document, and begin
 * their ids anew.
 */

const SHORT: Readonly<Record<string, string>> = {
  alinea: 'al',
  article: 'art',
  attachment: 'att',
  blockList: 'list',
  chapter: 'chp',
  citation: 'cit',
  citations: 'cits',
  clause: 'cl',
  component: 'cmp',
  componentRef: 'cref',
  division: 'dvs',
  documentRef: 'dref',
  paragraph: 'para',
  passage: 'p',
  quotedStructure: 'qstr',
  recital: 'rec',
  recitals: 'recs',
  row: 'tr',
  cell: 'td',
  section: 'sec',
  subchapter: 'subchp',
  subclause: 'subcl',
  subdivision: 'subdvs',
  subparagraph: 'subpara',
  subsection: 'subsec',
};

const NUMBERED_THROUGH: ReadonlySet<string> = new Set(['article', 'section']);

/** What holds documents or provisions of other texts counts for itself. */
const OWN_COUNT = /(?:^|_)(?:cmp|att|qstr|embeddedStructure|authorialNote|doc|bill|act)_/u;

/** There is one of these in a document, so that they are not counted. */
const SINGLE: ReadonlySet<string> = new Set(['coverPage', 'preface', 'preamble', 'conclusions', 'header']);

const own = (kind: string): string =>
  Object.hasOwn(SHORT, kind)
    ? (SHORT[kind] ?? kind)
    : kind.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 24) || 'provision';

/** The number as it stands in an id: the last word of it that counts, without punctuation: `(a)` is `a`, `SEC. 2.` is `2`. */
function numberInId(number: string): string {
  const words = number.split(/\s+/u).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const counting = words.filter((word) => word !== '');
  const last = counting.findLast((word) => /\p{N}/u.test(word)) ?? counting.at(-1) ?? '';
  return last.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40);
}

/** Makes ids that stand once in a file. */
export class ElementIds {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  /** Takes an id as it is; false when another element has it already. */
  claim(id: string): boolean {
    if (this.taken.has(id)) return false;
    this.taken.add(id);
    return true;
  }

  /** The id for a provision of `kind` with this number, within the one with the id `within` (empty at the top). */
  make(within: string, kind: string, number: string): string {
    const prefix = within === '' || (NUMBERED_THROUGH.has(kind) && !OWN_COUNT.test(within)) ? '' : `${within}__`;
    const stem = `${prefix}${own(kind)}`;
    const inId = numberInId(number);
    if (SINGLE.has(kind) && inId === '' && stem.length <= MAX_EID && this.claim(stem)) return stem;
    let id = inId === '' ? this.next(stem) : `${stem}_${inId}`;
    if (id.length > MAX_EID) id = this.next(own(kind));
    // A second element of one number under one parent: counted apart, as the convention has it.
    while (!this.claim(id))
      id = this.next(`${stem.length > MAX_EID ? own(kind) : stem}${inId === '' ? '' : `_${inId}-`}`, inId !== '');
    return id;
  }

  private next(stem: string, bare = false): string {
    const count = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, count);
    return bare ? `${stem}${count}` : `${stem}_${count}`;
  }
}
