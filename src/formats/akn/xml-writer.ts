import { AKN, PANDECT, PANDECT_PREFIX, XML } from './namespaces.ts';
import { isRunning } from './vocabulary.ts';
import { isElement, type XmlElement, type XmlNode, type XmlRemark } from './xml-tree.ts';

/** Whether XML 1.0 can hold these words at all: no control characters, no half of a surrogate pair. */
export const isXmlText = (words: string): boolean =>
  /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(words);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escaped = (character: string): string => ESCAPES[character] ?? character;

const escapeWords = (words: string): string =>
  /[&<>\r\t]/u.test(words) ? words.replace(/[&<>\r\t]/gu, escaped) : words;

const escapeValue = (value: string): string =>
  /[&<>"\t\n\r]/u.test(value) ? value.replace(/[&<>"\t\n\r]/gu, escaped) : value;

/** A value in quotation marks: single ones around JSON, so that it can be read. */
const quoted = (value: string): string =>
  value.includes('"') && !value.includes("'")
    ? `'${escapeValue(value).replaceAll('&quot;', '"')}'`
    : `"${escapeValue(value)}"`;

/** Names for namespaces, those of the document read where it had any, else `ns1`, `ns2`… */
export class Prefixes {
  private readonly byUri = new Map<string, string>();
  private readonly taken = new Set<string>(['xml', 'xmlns', 'xsi']);

  constructor(known: Readonly<Record<string, string>>) {
    this.byUri.set(PANDECT, PANDECT_PREFIX);
    this.taken.add(PANDECT_PREFIX);
    for (const [prefix, uri] of Object.entries(known))
      if (!this.taken.has(prefix) && !this.byUri.has(uri) && uri !== AKN && /^[A-Za-z_][\w.-]*$/u.test(prefix)) {
        this.byUri.set(uri, prefix);
        this.taken.add(prefix);
      }
  }

  of(uri: string): string {
    const known = this.byUri.get(uri);
    if (known !== undefined) return known;
    let count = 1;
    while (this.taken.has(`ns${count}`)) count += 1;
    const prefix = `ns${count}`;
    this.byUri.set(uri, prefix);
    this.taken.add(prefix);
    return prefix;
  }

  /** What the root declares: every name given so far, our own namespace among them. */
  declarations(): string {
    return [...this.byUri].map(([uri, prefix]) => ` xmlns:${prefix}="${escapeValue(uri)}"`).join('');
  }

  /** A name as it stands in the file: `section`, `xml:lang`, `mods:note`. */
  written(name: string): string {
    if (!name.startsWith('{')) return name;
    const close = name.indexOf('}');
    const uri = name.slice(1, close);
    const local = name.slice(close + 1);
    if (uri === XML) return `xml:${local}`;
    return `${this.of(uri)}:${local}`;
  }
}

export type WrittenAttributes = readonly (readonly [string, string])[];

const MAX_INDENT = 40;

/** Gathers a document piece by piece: elements that hold elements on lines of their own, running words as they are. */
export class XmlWriter {
  readonly prefixes: Prefixes;
  private readonly pieces: string[] = [];
  private depth = 0;
  /** Elements of running words that are open: no layout may be put into them. */
  private running = 0;

  constructor(prefixes: Prefixes) {
    this.prefixes = prefixes;
  }

  text(): string {
    return this.pieces.join('');
  }

  /** How many elements are open. */
  get level(): number {
    return this.depth;
  }

  private line(): void {
    if (this.running > 0) return;
    this.pieces.push('\n', ' '.repeat(Math.min(this.depth, MAX_INDENT)));
  }

  private tag(name: string, attributes: WrittenAttributes): string {
    let tag = `<${this.prefixes.written(name)}`;
    for (const [attribute, value] of attributes) tag += ` ${this.prefixes.written(attribute)}=${quoted(value)}`;
    return tag;
  }

  open(name: string, attributes: WrittenAttributes): void {
    this.line();
    this.pieces.push(this.tag(name, attributes), '>');
    this.depth += 1;
  }

  close(name: string): void {
    this.depth -= 1;
    this.line();
    this.pieces.push(`</${this.prefixes.written(name)}>`);
  }

  empty(name: string, attributes: WrittenAttributes): void {
    this.line();
    this.pieces.push(this.tag(name, attributes), '/>');
  }

  /** An element with what is in it already written. */
  raw(name: string, attributes: WrittenAttributes, inside: string): void {
    this.line();
    this.pieces.push(this.tag(name, attributes), '>', inside, `</${this.prefixes.written(name)}>`);
  }

  /** An element of running words, beginning on a line of its own unless it stands in running words itself. */
  openRunning(name: string, attributes: WrittenAttributes): void {
    this.line();
    this.pieces.push(this.tag(name, attributes), '>');
    this.running += 1;
    this.depth += 1;
  }

  closeRunning(name: string): void {
    this.depth -= 1;
    this.running -= 1;
    this.pieces.push(`</${this.prefixes.written(name)}>`);
  }

  words(words: string): void {
    this.pieces.push(escapeWords(words));
  }

  /** A comment or processing instruction, which no layout is put before where words stand around it. */
  remark(remark: XmlRemark): void {
    this.line();
    this.pieces.push(remarkOf(remark));
  }

  /** An element as it was read, with all in it. */
  element(element: XmlElement): void {
    if (element.name.startsWith('{}')) {
      this.line();
      this.pieces.push(fragmentOf([element]));
      return;
    }
    const attributes = Object.entries(element.attributes);
    const nodes = element.children;
    if (nodes.length === 0) {
      this.empty(element.name, attributes);
      return;
    }
    const holdsWords = isRunning(element);
    if (holdsWords) this.openRunning(element.name, attributes);
    else this.open(element.name, attributes);
    for (const node of nodes) this.node(node, holdsWords);
    if (holdsWords) this.closeRunning(element.name);
    else this.close(element.name);
  }

  private node(node: XmlNode, running: boolean): void {
    if (isElement(node)) this.element(node);
    else if (typeof node !== 'string') this.remark(node);
    else if (running) this.words(node);
  }
}

/** A remark as it stands in a file. Words that XML has no form for there are parted: `--` in comments, `?>` in instructions. */
export function remarkOf({ target, words }: XmlRemark): string {
  const sayable = isXmlText(words) ? words : '';
  if (target === null) return `<!--${sayable.replace(/-(?=-)/gu, '- ').replace(/-$/u, '- ')}-->`;
  return `<?${target}${sayable === '' ? '' : ` ${sayable.replace(/\?>/gu, '? >')}`}?>`;
}

/**
 * Elements in a form of their own, to be kept in an attribute: every namespace is declared where it is used, so that the
 * form does not depend on the file it was in. The same elements always have the same form.
 */
export function fragmentOf(nodes: readonly XmlNode[]): string {
  let text = '';
  for (const node of nodes)
    if (typeof node === 'string') text += escapeWords(node);
    else if (node.kind === 'remark') text += remarkOf(node);
    else {
      const declared = new Map<string, string>();
      const nameOf = (name: string, isAttribute: boolean): string => {
        if (!name.startsWith('{')) {
          if (!isAttribute) declared.set('', AKN);
          return name;
        }
        const close = name.indexOf('}');
        const uri = name.slice(1, close);
        const local = name.slice(close + 1);
        if (!isAttribute) {
          declared.set('', uri);
          return local;
        }
        let prefix = [...declared].find(([each, of]) => each !== '' && of === uri)?.[0];
        if (prefix === undefined) {
          prefix = `a${declared.size}`;
          declared.set(prefix, uri);
        }
        return `${prefix}:${local}`;
      };
      const name = nameOf(node.name, false);
      const attributes = Object.entries(node.attributes)
        .map(([attribute, value]) => ` ${nameOf(attribute, true)}="${escapeValue(value)}"`)
        .join('');
      const namespaces = [...declared]
        .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeValue(uri)}"`)
        .join('');
      const inside = fragmentOf(node.children);
      text +=
        inside === ''
          ? `<${name}${namespaces}${attributes}/>`
          : `<${name}${namespaces}${attributes}>${inside}</${name}>`;
    }
  return text;
}
