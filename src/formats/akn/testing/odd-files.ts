import * as fc from 'fast-check';
import { requiredOf } from '../attribute-rules.ts';
import { AKN } from '../namespaces.ts';
import { BODY_MODELS, BODY_OF, DOCUMENTS, INLINES, MARKERS, MODELS, SUBFLOWS } from '../vocabulary.ts';

/*
 * Files in which anything may stand anywhere: elements of the schema in and out of their places, elements it does not
 * know, attributes that may and may not be there, comments, processing instructions, white space that counts. Every word,
 * attribute and remark is a token that stands once in its file, so that one that is lost, doubled or moved is seen.
 */

/** One file, and what was put into it. */
export interface OddFile {
  readonly xml: string;
  /** The words of the text, in order; those in metadata and in other vocabularies are not among them. */
  readonly words: readonly string[];
  /** All tokens, wherever they stand. */
  readonly tokens: readonly string[];
}

const PARTS_OF_DOCUMENTS = ['coverPage', 'preface', 'preamble', 'header', 'conclusions', 'attachments', 'components'];
const BODIES = Object.keys(BODY_MODELS);
const METADATA = ['meta', 'identification', 'lifecycle', 'eventRef', 'analysis', 'notes', 'note', 'proprietary'];
const PARTS = ['num', 'heading', 'content', 'intro', 'wrapUp', 'caption', 'listIntroduction', 'listWrapUp'];
const INLINE = [...INLINES, ...MARKERS, ...SUBFLOWS, 'br'];
const UNKNOWN = ['novelty', 'x:y', 'akomaNtoso'];
const ANY = [...MODELS.keys(), ...PARTS, ...PARTS_OF_DOCUMENTS, ...BODIES, ...METADATA, ...INLINE, ...UNKNOWN];

/** What the schema has in an element, near enough that most of it is well placed. */
function fitting(parent: string): readonly string[] {
  const body = BODY_MODELS[parent];
  if (body !== undefined) return [...body.holds];
  if (DOCUMENTS.has(parent)) return ['meta', BODY_OF[parent] ?? 'body', ...PARTS_OF_DOCUMENTS];
  if (parent === 'attachments') return ['attachment'];
  if (parent === 'components') return ['component'];
  if (parent === 'content' || parent === 'intro' || parent === 'wrapUp') return ['p', 'p', 'ul', 'table', 'blockList'];
  if (METADATA.includes(parent)) return [...METADATA.slice(1), 'p'];
  if (['mod', 'mmod', 'rmod'].includes(parent)) return ['quotedText', 'quotedStructure', 'ref'];
  const model = MODELS.get(parent);
  if (model === undefined || model.shape === 'running') return INLINE;
  return [
    ...model.holds,
    ...(model.hasHead ? ['num', 'num', 'heading', 'heading', 'subheading'] : []),
    ...(model.hasIntro ? ['content', 'content', 'intro', 'intro', 'wrapUp'] : []),
    ...(model.shape === 'list' ? ['listIntroduction', 'listWrapUp', 'item'] : []),
    ...(model.shape === 'item' ? INLINE : []),
    ...(parent === 'table' ? ['caption'] : []),
  ];
}

const ATTRIBUTES = [
  ...['title', 'class', 'name', 'status', 'refersTo', 'href', 'by', 'date', 'colspan', 'rowspan', 'for', 'x:note'],
  ...['eId', 'wId', 'GUID', 'element', 'order', 'of', 'xml', 'marks', 'value', 'source', 'xml:lang', 'xml:id'],
];

/** Values with which elements may have the attributes that they cannot be without. */
const REQUIRED: Readonly<Record<string, string>> = {
  date: '2022-11-23',
  time: '10:00:00',
  level: '1',
  name: 'made',
};

type Seed =
  | {
      readonly is: 'element';
      readonly depth: number;
      /** Which of the elements that may stand here; of all there are, for null. */
      readonly fitting: number | null;
      readonly any: string;
      readonly attributes: readonly string[];
      readonly hasRequired: boolean;
      readonly space: 'preserve' | 'default' | null;
    }
  | { readonly is: 'words' | 'comment' | 'instruction' | 'space'; readonly depth: number };

const depth = fc.nat(6);
const seeds: fc.Arbitrary<Seed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('element' as const),
      depth,
      fitting: fc.option(fc.nat(200), { freq: 5 }),
      any: fc.constantFrom(...ANY),
      attributes: fc.uniqueArray(fc.constantFrom(...ATTRIBUTES), { maxLength: 2 }),
      hasRequired: fc.boolean(),
      space: fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom('preserve' as const, 'default' as const) },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('words' as const), depth }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constantFrom('comment' as const, 'instruction' as const, 'space' as const), depth }),
  },
);

/** Writes one file from its seeds, each standing in the last one before it that is less deep. */
class FileOfSeeds {
  private readonly words: string[] = [];
  private readonly tokens: string[] = [];
  private count = 0;
  private readonly seeds: readonly Seed[];

  constructor(all: readonly Seed[]) {
    this.seeds = all;
  }

  /** What stands in the file from its root element on, as `around` has it. */
  file(around: (inside: string) => string, parent: string): OddFile {
    const { xml } = this.inside(0, 0, parent, false);
    return { xml: around(xml), words: this.words, tokens: this.tokens };
  }

  private token(prefix: string): string {
    this.count += 1;
    const token = `${prefix}${String(this.count)}z`;
    this.tokens.push(token);
    return token;
  }

  private inside(
    from: number,
    depthHere: number,
    parent: string,
    isBeside: boolean,
  ): { readonly xml: string; readonly next: number } {
    let xml = '';
    let at = from;
    for (
      let seed = this.seeds[at];
      seed !== undefined && (seed.depth >= depthHere || depthHere === 0);
      seed = this.seeds[at]
    ) {
      if (seed.is !== 'element') {
        xml += this.leaf(seed.is, isBeside);
        at += 1;
        continue;
      }
      const names = fitting(parent);
      const name = (seed.fitting === null ? undefined : names[seed.fitting % names.length]) ?? seed.any;
      const tag = this.startTag(seed, name);
      const isOutside = isBeside || name === 'foreign' || name.includes(':') || METADATA.includes(name);
      const { xml: within, next } = this.inside(at + 1, seed.depth + 1, name, isOutside);
      xml += within === '' ? `<${tag}/>` : `<${tag}>${within}</${name}>`;
      at = next;
    }
    return { xml, next: at };
  }

  private leaf(is: 'words' | 'comment' | 'instruction' | 'space', isBeside: boolean): string {
    if (is === 'space') return '\n  ';
    if (is === 'comment') return `<!-- ${this.token('c')} -->`;
    if (is === 'instruction') return `<?print ${this.token('i')}?>`;
    const token = this.token('w');
    if (!isBeside) this.words.push(token);
    return ` ${token}${this.count % 3 === 0 ? '' : ' '}`;
  }

  private startTag(seed: Extract<Seed, { readonly is: 'element' }>, name: string): string {
    const required = seed.hasRequired ? requiredOf(name, DOCUMENTS.has(name)) : [];
    let tag = name;
    for (const each of required) tag += ` ${each}="${REQUIRED[each] ?? '/a'}"`;
    for (const each of seed.attributes) if (!required.includes(each)) tag += ` ${each}="${this.token('a')}"`;
    return seed.space === null ? tag : `${tag} xml:space="${seed.space}"`;
  }
}

const namespaces = fc.constantFrom(AKN, AKN, `${AKN}/WD17`);
const OTHERS = 'xmlns:x="urn:x" xmlns:unused="urn:unused"';

/** Files with anything in them, whatever the schema says. */
export const oddFiles: fc.Arbitrary<OddFile> = fc
  .tuple(
    fc.array(seeds, { maxLength: 16 }),
    namespaces,
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('act', 'doc', 'bill') },
      { weight: 3, arbitrary: fc.constantFrom(...DOCUMENTS) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  )
  .map(([all, namespace, document]) => {
    const root = (inside: string): string => `<akomaNtoso xmlns="${namespace}" ${OTHERS}>${inside}</akomaNtoso>`;
    // Anything beside the document as well, or everything within its body.
    if (document === null)
      return new FileOfSeeds(all).file((inside) => root(`<act name="act"><meta/><body/></act>${inside}`), 'akomaNtoso');
    const body = BODY_OF[document] ?? 'body';
    return new FileOfSeeds(all).file(
      (inside) => root(`<${document} name="n"><meta/><${body}>${inside}</${body}></${document}>`),
      body,
    );
  });

/**
 * A file with things put into it at random places, by somebody who does not know what Pandect means by its own attributes:
 * between any two tags of the document, words, remarks and elements that may or may not stand there. Ids are left alone: a
 * file says of them once that they were made. `words` are not known to be in order.
 */
export const editedFiles = (files: fc.Arbitrary<string>): fc.Arbitrary<OddFile> =>
  fc
    .tuple(files, fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.constantFrom(...ANY)), { minLength: 1, maxLength: 4 }))
    .map(([xml, edits]) => {
      const tokens: string[] = [];
      const token = (prefix: string): string => {
        const made = `${prefix}${String(tokens.length)}z`;
        tokens.push(made);
        return made;
      };
      let edited = xml;
      for (const [place, what, name] of edits) {
        const places = [...edited.matchAll(/(?<!<\?xml[^>]*)>(?=[^<>]*<)/gu)].map(({ index }) => index + 1);
        const at = places[place % places.length] ?? 0;
        const added =
          what === 0
            ? token('w')
            : what === 1
              ? `<!--${token('c')}-->`
              : what === 2
                ? `<?print ${token('i')}?>`
                : `<${name} title="${token('a')}">${what % 2 === 0 ? token('w') : ''}</${name}>`;
        edited = `${edited.slice(0, at)}${added}${edited.slice(at)}`;
      }
      return { xml: edited.replace('<akomaNtoso ', '<akomaNtoso xmlns:x="urn:x" '), words: [], tokens };
    });

/** The tokens in a file, in order; where `isWords`, only those that are words of the text and not in tags or metadata. */
export function tokensIn(xml: string, isWords = false): readonly string[] {
  const where = isWords ? xml.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^>"'])*>/gu, ' ') : xml;
  return where.match(isWords ? /w\d+z/gu : /[wcia]\d+z/gu) ?? [];
}
