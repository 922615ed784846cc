/**
 * What a file of legal text is, by its content alone: people rename files, and standard input has no name.
 */
import { looksLikeMarkdown } from '../markdown/read-markdown.ts';

/**
 * - `json`: Pandect's own form, of a version or of an instrument
 * - `akn`: an Akoma Ntoso document
 * - `openlaw`: a section or document of the Open Law Library
 * - `markdown`, `text`: words, whose numbering says how they are built
 */
export type WordsFormat = 'json' | 'akn' | 'openlaw' | 'markdown' | 'text';

/** Something that is known, but not read: `what` says what it is. */
export interface NotLegalText {
  readonly kind: 'not-legal-text';
  readonly what: string;
}

const AKN = /^http:\/\/docs\.oasis-open\.org\/legaldocml\/ns\/akn\/3\.0/u;
const OPEN_LAW = 'https://code.dccouncil.us/schemas/dc-library';

/** The first element must stand within so many characters: a document may begin with a comment about its licence. */
const HEAD = 64 * 1024;

/** What stands before the first element: white space, the XML declaration, comments, processing instructions. */
const PROLOG = /^(?:\s+|<\?[^>]*\?>|<!--[\s\S]*?-->)/u;

/** The first element, by its local name and namespace, without reading further. */
function firstElement(text: string): { readonly name: string; readonly namespace: string } | 'document type' | null {
  let rest = text.slice(0, HEAD);
  for (let before = PROLOG.exec(rest); before !== null; before = PROLOG.exec(rest)) rest = rest.slice(before[0].length);
  if (/^<!doctype/iu.test(rest)) return 'document type';
  const tag = /^<(?:([\p{L}_][\w.-]*):)?([\p{L}_][\w.-]*)([^<>]*)/u.exec(rest);
  if (tag === null) return null;
  const [, prefix, name = '', attributes = ''] = tag;
  const declared = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  for (const [, attribute, , value = ''] of attributes.matchAll(/([\w:.-]+)\s*=\s*(["'])(.*?)\2/gsu))
    if (attribute === declared) return { name, namespace: value };
  return { name, namespace: '' };
}

/** What pages, and what is copied from them, begin with. XHTML says its namespace, and is named by its first element. */
const HTML: ReadonlySet<string> = new Set(
  'html head body main article div p span table tbody tr ul ol li h1 h2 h3 h4 h5 h6 b strong em font a br meta style'.split(
    ' ',
  ),
);

function recogniseXml(text: string): WordsFormat | NotLegalText {
  const first = firstElement(text);
  if (first === 'document type')
    return /^\s*<!doctype\s+html/iu.test(text)
      ? { kind: 'not-legal-text', what: 'a web page' }
      : {
          kind: 'not-legal-text',
          what: 'XML with a document type of its own (<!DOCTYPE …>), which is not read because it can reach outside the file',
        };
  if (first === null) return 'text';
  const { name, namespace } = first;
  if (AKN.test(namespace) || name === 'akomaNtoso') return 'akn';
  if (namespace === OPEN_LAW) return 'openlaw';
  if (namespace === '' && HTML.has(name.toLowerCase()))
    return { kind: 'not-legal-text', what: 'a web page, or a piece of one' };
  return { kind: 'not-legal-text', what: `XML of a kind that is not known here: its first element is <${name}>` };
}

/** What these words are. Looks at their beginning, and at their lines where only headings can tell Markdown from text. */
export function recogniseWords(text: string): WordsFormat | NotLegalText {
  const start = /^\s*/u.exec(text.slice(0, HEAD))?.[0].length ?? 0;
  const first = text.charAt(start);
  if (first === '<') return recogniseXml(text);
  // A text may begin with a bracket, "[Not used]" or "{draft}": JSON goes on with a quotation mark, or ends at once.
  if (
    (first === '{' && /^\{\s*["}]/u.test(text.slice(start, start + HEAD))) ||
    /^\[\s*[{[]/u.test(text.slice(start, start + HEAD))
  )
    return 'json';
  return looksLikeMarkdown(text) ? 'markdown' : 'text';
}
