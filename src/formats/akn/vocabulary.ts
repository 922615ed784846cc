import { isWords, type XmlElement } from './xml-tree.ts';

/*
 * What the schema of Akoma Ntoso 3.0 says of its elements, as far as reading and writing need it: which may stand in
 * which, and how each is built. Names of groups are those of the schema.
 */

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((name) => name !== ''));
const union = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((each) => [...each]));

const HIERARCHY = names(`
  clause section part paragraph chapter title article book tome division list point indent alinea rule subrule proviso
  subsection subpart subparagraph subchapter subtitle subdivision subclause sublist level transitional hcontainer`);

export const BLOCKS = names('blockList blockContainer tblock toc ul ol table p foreign block');

const SPEECH_SECTIONS = names(`
  administrationOfOath rollCall prayers oralStatements writtenStatements personalStatements ministerialStatements
  resolutions nationalInterest declarationOfVote communication petitions papers noticesOfMotion questions address
  proceduralMotions pointOfOrder adjournment debateSection`);
const CONTAINERS = union(SPEECH_SECTIONS, names('div container'));
const SPEECHES = names('speechGroup speech question answer other scene narrative summary');
const JUDGMENT_BLOCKS = names('introduction background arguments remedies motivation decision');
const AMENDMENT_BLOCKS = names('amendmentHeading amendmentContent amendmentReference amendmentJustification');

export const DOCUMENTS = names(`
  amendmentList officialGazette documentCollection act bill debateReport debate statement amendment judgment portion doc`);

/** The element that holds the text of a document, of each type of document. */
export const BODY_OF: Readonly<Record<string, string>> = {
  act: 'body',
  bill: 'body',
  doc: 'mainBody',
  statement: 'mainBody',
  debateReport: 'mainBody',
  amendmentList: 'collectionBody',
  officialGazette: 'collectionBody',
  documentCollection: 'collectionBody',
  portion: 'portionBody',
  debate: 'debateBody',
  judgment: 'judgmentBody',
  amendment: 'amendmentBody',
};

/** What may stand before the body of a document, in this order. */
const FRONT = ['coverPage', 'preface', 'preamble', 'header'] as const;

/** Elements in running words that hold text of their own: notes, quoted and embedded provisions. */
export const SUBFLOWS = names('authorialNote quotedStructure embeddedStructure subFlow');

/**
 * How an element is built.
 *
 * - `hierarchy`: number and heading; then an introduction, provisions and closing words, or content
 * - `blocks`: blocks and containers, in any order
 * - `running`: words, with inline elements
 * - `list`: an introduction in words, items, closing words
 * - `rows`: nothing but its children
 * - `empty`: nothing
 * - `document`: metadata and the parts of a document
 * - `wrapper`: number and heading, and one document, reference to one, or table of contents
 * - `item`: words, then lists and paragraphs (the `li` of HTML)
 * - `foreign`: elements of other vocabularies
 */
export type Shape =
  'hierarchy' | 'blocks' | 'running' | 'list' | 'rows' | 'empty' | 'document' | 'wrapper' | 'item' | 'foreign';

export interface Model {
  readonly shape: Shape;
  /** The elements that may stand in it as provisions of their own. */
  readonly holds: ReadonlySet<string>;
  /** The elements of which one may stand before those. */
  readonly opening: ReadonlySet<string>;
  /** Whether it may have `num`, `heading` and `subheading`. */
  readonly hasHead: boolean;
  /** Whether it may have `intro` and `wrapUp`. */
  readonly hasIntro: boolean;
  /** Whether an unmarked first `p` in it is its text, and not a passage. */
  readonly takesText: boolean;
  readonly needsChild: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();
const model = (shape: Shape, holds: ReadonlySet<string>, options: Partial<Model> = {}): Model => ({
  shape,
  holds,
  opening: NOTHING,
  hasHead: false,
  hasIntro: false,
  takesText: false,
  needsChild: false,
  ...options,
});

const RUNNING = model('running', NOTHING);
const HIERARCHICAL = model('hierarchy', union(HIERARCHY, names('crossHeading componentRef')), {
  hasHead: true,
  hasIntro: true,
  takesText: true,
});
const EMPTY = model('empty', NOTHING);
const MAIN_CONTENT = model('blocks', union(HIERARCHY, BLOCKS, CONTAINERS, names('componentRef')), { needsChild: true });
const BLOCKS_ONLY = model('blocks', BLOCKS, { takesText: true });
const ITEM = model('blocks', BLOCKS, { hasHead: true, takesText: true, needsChild: true });
const SPEECH_SECTION = model('blocks', union(CONTAINERS, SPEECHES, BLOCKS, names('componentRef')), { hasHead: true });
const SPEECH = model('blocks', BLOCKS, {
  opening: names('from'),
  hasHead: true,
  takesText: true,
  needsChild: true,
});
const WRAPPER = model('wrapper', union(DOCUMENTS, names('interstitial toc documentRef')), { hasHead: true });
const SUBFLOW = model(
  'blocks',
  union(
    BLOCKS,
    CONTAINERS,
    HIERARCHY,
    SPEECHES,
    names('tr th td formula recitals citations longTitle recital citation componentRef documentRef'),
  ),
  { hasHead: true, hasIntro: true, takesText: true, needsChild: true },
);
/** What stands before the words of a provision, beside its number and heading. */
export const HEAD = model('rows', names('subheading num heading'));
/** What an introduction, a content and closing words hold. */
export const BLOCK_HOLDER = model('rows', BLOCKS);
/** What holds text in running words may also hold one document, and nothing else. */
export const ONE_DOCUMENT = model('rows', DOCUMENTS);
/** What stands before the body of a document, and after it. */
export const PLACES = model('rows', union(new Set(FRONT), names('conclusions attachment component')));
const DOCUMENT = model('document', NOTHING);
const rows = (holds: string): Model => model('rows', names(holds), { needsChild: true });
const basic = (more: string): Model =>
  model('blocks', union(BLOCKS, names(`formula container ${more}`)), { needsChild: true });

const each = (of: ReadonlySet<string>, is: Model): [string, Model][] => [...of].map((name) => [name, is]);

/** The elements that become provisions, and how each is built. `head` and `content` parts are read with their holder. */
export const MODELS: ReadonlyMap<string, Model> = new Map<string, Model>([
  ...each(HIERARCHY, HIERARCHICAL),
  ...each(SPEECH_SECTIONS, SPEECH_SECTION),
  ...each(JUDGMENT_BLOCKS, MAIN_CONTENT),
  ...each(AMENDMENT_BLOCKS, BLOCKS_ONLY),
  ...each(DOCUMENTS, DOCUMENT),
  ...each(SUBFLOWS, SUBFLOW),
  [
    'blockContainer',
    model('blocks', union(BLOCKS, names('crossHeading componentRef')), {
      hasHead: true,
      hasIntro: true,
      takesText: true,
      needsChild: true,
    }),
  ],
  [
    'recitals',
    model('rows', names('recital componentRef'), { hasHead: true, hasIntro: true, takesText: true, needsChild: true }),
  ],
  [
    'citations',
    model('rows', names('citation componentRef'), { hasHead: true, hasIntro: true, takesText: true, needsChild: true }),
  ],
  ['recital', ITEM],
  ['citation', ITEM],
  ['item', ITEM],
  ['tblock', ITEM],
  ['longTitle', BLOCKS_ONLY],
  ['formula', BLOCKS_ONLY],
  ['interstitial', BLOCKS_ONLY],
  ['other', BLOCKS_ONLY],
  ['div', BLOCKS_ONLY],
  ['td', BLOCKS_ONLY],
  ['th', BLOCKS_ONLY],
  ['container', model('blocks', union(BLOCKS, names('container')), { needsChild: true })],
  ['coverPage', basic('longTitle')],
  ['preface', basic('longTitle')],
  ['conclusions', basic('longTitle')],
  ['preamble', basic('recitals citations')],
  ['header', model('blocks', BLOCKS)],
  ['speechGroup', SPEECH_SECTION],
  ['speech', SPEECH],
  ['question', SPEECH],
  ['answer', SPEECH],
  ['blockList', model('list', names('item'), { needsChild: true })],
  ['ul', rows('li')],
  ['ol', rows('li')],
  ['toc', rows('tocItem')],
  ['table', rows('tr')],
  ['tr', rows('td th')],
  ['li', model('item', names('ul ol p'))],
  ['p', RUNNING],
  ['block', RUNNING],
  ['crossHeading', RUNNING],
  ['subheading', RUNNING],
  // A provision has one number and one heading; further ones are provisions.
  ['num', RUNNING],
  ['heading', RUNNING],
  ['tocItem', RUNNING],
  ['scene', RUNNING],
  ['narrative', RUNNING],
  ['summary', RUNNING],
  ['from', RUNNING],
  ['componentRef', EMPTY],
  ['documentRef', EMPTY],
  ['foreign', model('foreign', NOTHING)],
  ['component', WRAPPER],
  ['attachment', WRAPPER],
]);

/** What an element that Akoma Ntoso does not know is read as. */
export const UNKNOWN = { inWords: RUNNING, inElements: HIERARCHICAL } as const;

/** What the body of a document may hold. */
export const BODY_MODELS: Readonly<Record<string, Model>> = {
  body: model('blocks', union(HIERARCHY, names('componentRef')), { needsChild: true }),
  mainBody: MAIN_CONTENT,
  collectionBody: rows('component'),
  portionBody: model(
    'rows',
    union(CONTAINERS, HIERARCHY, SPEECHES, names('recitals recital citations citation longTitle formula')),
    { needsChild: true },
  ),
  debateBody: model('rows', SPEECH_SECTIONS, { needsChild: true }),
  judgmentBody: model('rows', JUDGMENT_BLOCKS, { needsChild: true }),
  amendmentBody: model('rows', AMENDMENT_BLOCKS, { needsChild: true }),
};

/** Elements whose kind as a provision is a word of the engine, not their name. */
const KIND_OF: Readonly<Record<string, string>> = { p: 'passage', tr: 'row', td: 'cell', th: 'cell' };
const ELEMENT_OF: Readonly<Record<string, string>> = { passage: 'p', row: 'tr', cell: 'td' };

export const kindOf = (element: string): string =>
  Object.hasOwn(KIND_OF, element) ? (KIND_OF[element] ?? element) : element;

/** The element that a provision of this kind is written as where it may stand; undefined for kinds that have none. */
export function elementOf(kind: string): string | undefined {
  if (Object.hasOwn(ELEMENT_OF, kind)) return ELEMENT_OF[kind];
  return MODELS.has(kind) && !Object.hasOwn(KIND_OF, kind) ? kind : undefined;
}

/** What an inline element is to the engine: names of its marks. Elements that are not here hold no running words. */
export const INLINES = names(`
  ref mref rref mod mmod rmod remark recordedTime vote outcome ins del omissis embeddedText opinion placeholder fillIn
  decoration docType docTitle docNumber docProponent docDate legislature session shortTitle docAuthority docPurpose
  docCommittee docIntroducer docStage docStatus docJurisdiction docketNumber courtType neutralCitation party judge lawyer
  signature argument date time person organization concept object event location process role term quantity def entity
  b i a u sub sup abbr span affectedDocument relatedDocument change inline quotedText`);

/** Inline elements that hold nothing. `br` is not among them: it is a line break in the words. */
export const MARKERS = names('noteRef eol eop img marker');

/** Whether white space counts in an element, because it holds words or may hold them. */
export const isRunning = (element: XmlElement): boolean =>
  element.children.some(isWords) ||
  INLINES.has(element.name) ||
  ['running', 'item'].includes(MODELS.get(element.name)?.shape ?? '');

/** Inline elements that may stand only in `mod`, `mmod` and `rmod`. */
export const ONLY_IN_MOD = names('quotedText quotedStructure');
export const MODS = names('mod mmod rmod');
