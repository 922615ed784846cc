import { Provision, type ProvisionId } from '../../legaltext/provision.ts';
import { NO_ATTRIBUTES, Text, type Attributes } from '../../legaltext/text.ts';
import { MAX_HEIGHT } from '../../legaltext/version.ts';
import type { AknComment } from './document.ts';
import { ElementIds } from './element-ids.ts';
import { AknStopped } from './failure.ts';
import { KEPT, keptMark, keptOn, type Kept } from './kept.ts';
import { readText, type Aside, type ReadText } from './read-text.ts';
import { BODY_OF, DOCUMENTS, kindOf, MODELS } from './vocabulary.ts';
import { fragmentOf } from './xml-writer.ts';
import { elementsOf, isBlank, isElement, isForeign, type XmlElement, type XmlNode } from './xml-tree.ts';

/** What reading a file gathers beside the provisions. */
export interface Reading {
  /** Attributes that were made in writing and are none of the provision's, unless an element says otherwise. */
  readonly made: ReadonlySet<string>;
  /** Takes the metadata of a document. */
  metadata(document: ProvisionId, meta: XmlElement): void;
  readonly comments: AknComment[];
}

/** Names that hold parts of a provision, and not provisions. */
const PARTS: ReadonlySet<string> = new Set([
  'num',
  'heading',
  'content',
  'intro',
  'wrapUp',
  'listIntroduction',
  'listWrapUp',
  'caption',
]);

/**
 * Reads provisions from the elements of a document. Every element of the hierarchy, every block and every container is a
 * provision; number, heading, introduction or content, and closing words are its parts. The first paragraph of a content
 * or introduction is the text; further ones are children of kind `passage`.
 */
export class ProvisionReader {
  private readonly ids = new ElementIds();
  private depth = 0;
  readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** The provision of `element`, which stands in the one with the id `within`. */
  provision(element: XmlElement, within: ProvisionId, preservedOutside: boolean): Provision {
    if (isForeign(element)) return this.stray(element, within);
    if (this.depth > MAX_HEIGHT)
      throw new AknStopped(
        'too-deep',
        `Its provisions are nested more than ${MAX_HEIGHT} levels deep, the most that is read.`,
      );
    this.depth += 1;
    const read = DOCUMENTS.has(element.name)
      ? this.document(element, within)
      : new ProvisionOfElement(this, element, within, preservedOutside).read();
    this.depth -= 1;
    return read;
  }

  /** The main document has the name that Akoma Ntoso gives to it in addresses. */
  document(element: XmlElement, within: ProvisionId | null): Provision {
    const body = elementsOf(element).find((each) => each.name === BODY_OF[element.name]);
    const kept = body === undefined ? {} : keptOn(body);
    const id =
      kept.id !== undefined && this.ids.claim(kept.id)
        ? kept.id
        : this.madeId(within ?? '', within === null ? '!main' : element.name);
    const children: Provision[] = [];
    const attributes = new GrowingAttributes();
    attributes.take(element, this.madeOn(kept), '');
    const parts: Parts = { number: kept.number ?? '', heading: Text.EMPTY, text: Text.EMPTY, tail: Text.EMPTY };
    const aside = new Comments(this.reading.comments, id);
    const add = (child: XmlElement): void => {
      const waiting = aside.length;
      const read = this.provision(child, id, false);
      aside.place(waiting, read.id);
      children.push(read);
    };
    for (const node of element.children)
      if (typeof node === 'string') {
        if (!isBlank(node)) children.push(this.passage(node, id));
      } else if (!isElement(node)) aside.note(node.words);
      else if (node.name === 'meta') this.reading.metadata(id, node);
      else if (node === body) {
        attributes.take(body, NONE_MADE, 'body@');
        this.body(body, id, parts, children, aside);
      } else if (node.name === 'attachments') for (const attachment of elementsOf(node)) add(attachment);
      else if (node.name === 'components') {
        attributes.take(node, NONE_MADE, 'components@');
        children.push(...this.components(node, id, 'components'));
      } else add(node);
    aside.end();
    for (const [name, value] of kept.attributes ?? []) attributes.add(name, value);
    return new Provision({ id, kind: kept.kind ?? element.name, ...parts, children, attributes: attributes.finish() });
  }

  /** The documents of a list of components; each says which list it stood in. */
  components(list: XmlElement, within: ProvisionId, of: string): readonly Provision[] {
    return elementsOf(list).map((component) => {
      const read = this.provision(component, within, false);
      return read.with({ attributes: { ...read.attributes, of } });
    });
  }

  private body(body: XmlElement, id: ProvisionId, parts: Parts, children: Provision[], aside: Comments): void {
    const preserved = body.attributes['xml:space'] === 'preserve';
    for (const node of body.children) {
      if (typeof node === 'string') {
        if (!isBlank(node)) children.push(this.passage(node, id));
      } else if (!isElement(node)) aside.note(node.words);
      else {
        const carried = this.carried(node, id, preserved);
        if (carried === undefined) {
          const started = aside.length;
          const child = this.provision(node, id, preserved);
          aside.place(started, child.id);
          children.push(child);
        } else if (carried.is !== 'nothing') {
          parts[carried.is] = carried.read.text;
          children.push(...carried.read.anchored);
        }
      }
    }
  }

  /** A paragraph, alone or in a container, that is a text of the provision it stands in; undefined for any other. */
  carried(
    element: XmlElement,
    id: ProvisionId,
    preserved: boolean,
  ): { readonly is: 'heading' | 'text' | 'tail' | 'nothing'; readonly read: ReadText } | undefined {
    if (element.attributes[KEPT] === undefined) return undefined;
    const { is } = keptOn(element);
    if (is === undefined) return undefined;
    const [content] = elementsOf(element, 'content');
    const paragraph = content === undefined ? element : elementsOf(content, 'p')[0];
    if (paragraph === undefined) return { is, read: { text: Text.EMPTY, anchored: [] } };
    return { is, read: this.words(paragraph, id, preserved) };
  }

  /** The running words in `element`; what is anchored in them comes to stand in the provision `within`. */
  words(element: XmlElement, within: ProvisionId, preservedOutside: boolean): ReadText {
    const aside: Aside = {
      subflow: (each, preserved) => this.provision(each, within, preserved),
      comment: (words) => this.reading.comments.push({ within, before: null, inMetadata: false, words }),
    };
    return readText(element.children, isPreserved(element, preservedOutside), keptOn(element), aside);
  }

  /** Words that stand where the schema has none: nothing is lost for it. */
  passage(words: string, within: ProvisionId): Provision {
    const text = readText([words], false, {}, { subflow: noSubflow, comment: () => undefined }).text;
    return new Provision({ id: this.madeId(within, 'passage'), kind: 'passage', text });
  }

  /** An element of another vocabulary that does not stand in `foreign`, where it belongs. */
  private stray(element: XmlElement, within: ProvisionId): Provision {
    return new Provision({
      id: this.madeId(within, 'foreign'),
      kind: 'foreign',
      attributes: { [XML_KEPT]: fragmentOf([element]) },
    });
  }

  madeOn(kept: Kept): ReadonlySet<string> {
    return kept.made === undefined ? this.reading.made : new Set(kept.made.split(' '));
  }

  /** The permanent id: as kept, else the `wId`, else the `eId`, else one that is made; the first of them that is free. */
  idOf(element: XmlElement, kept: Kept, kind: string, number: string, within: ProvisionId): ProvisionId {
    const { wId, eId } = element.attributes;
    for (const candidate of [kept.id, wId, eId])
      if (candidate !== undefined && this.ids.claim(candidate)) return candidate;
    return this.ids.make(within === '!main' ? '' : within, kind, number);
  }

  private madeId(within: ProvisionId, kind: string): ProvisionId {
    if (within === '' && this.ids.claim(kind)) return kind;
    return this.ids.make(within === '!main' ? '' : within, kind, '');
  }
}

/** The attribute that holds elements of other vocabularies. */
export const XML_KEPT = 'xml';

/** The value of the attribute `order` of a provision whose heading stands before its number. */
export const HEADING_FIRST = 'heading num';

const NONE_MADE: ReadonlySet<string> = new Set();

const noSubflow = (): never => {
  throw new Error('Plain words hold no elements.');
};

export const isPreserved = (element: XmlElement, outside: boolean): boolean => {
  const space = element.attributes['xml:space'];
  return space === 'preserve' || (outside && space !== 'default');
};

interface Parts {
  number: string;
  heading: Text;
  text: Text;
  tail: Text;
}

/** The comments met while one provision is read; each is noted once it is known what it stands before. */
class Comments {
  private readonly all: AknComment[];
  private readonly within: ProvisionId;
  private waiting: string[] = [];

  constructor(all: AknComment[], within: ProvisionId) {
    this.all = all;
    this.within = within;
  }

  get length(): number {
    return this.waiting.length;
  }

  note(words: string): void {
    this.waiting.push(words);
  }

  /** The first `count` comments that wait stand before this provision. */
  place(count: number, before: ProvisionId | null): void {
    for (const words of this.waiting.splice(0, count))
      this.all.push({ within: this.within, before, inMetadata: false, words });
  }

  end(): void {
    this.place(this.waiting.length, null);
  }
}

class GrowingAttributes {
  private readonly entries: [string, string][] = [];

  add(name: string, value: string): void {
    this.entries.push([name, value]);
  }

  /** The attributes of an element, each name with `prefix` before it, but for our own and those that were made. */
  take(element: XmlElement, made: ReadonlySet<string>, prefix: string): void {
    for (const [name, value] of Object.entries(element.attributes))
      if (name !== KEPT && name !== 'xml:space' && !made.has(name)) this.entries.push([`${prefix}${name}`, value]);
  }

  finish(): Attributes {
    return this.entries.length === 0 ? NO_ATTRIBUTES : Object.fromEntries(this.entries);
  }
}

/** One provision while its element is read. */
class ProvisionOfElement {
  private readonly reader: ProvisionReader;
  private readonly element: XmlElement;
  private readonly kept: Kept;
  private readonly kind: string;
  private readonly id: ProvisionId;
  private readonly preserved: boolean;
  private readonly takesText: boolean;
  private readonly attributes = new GrowingAttributes();
  private readonly parts: Parts = { number: '', heading: Text.EMPTY, text: Text.EMPTY, tail: Text.EMPTY };
  private readonly anchored: { heading: readonly Provision[]; text: readonly Provision[]; tail: readonly Provision[] } =
    {
      heading: [],
      text: [],
      tail: [],
    };
  private readonly seen = new Set<string>();
  /** Notes in the number and a subheading: children that stand before the text, and do not keep it from being one. */
  private readonly front: Provision[] = [];
  private readonly children: Provision[] = [];
  private readonly comments: Comments;

  constructor(reader: ProvisionReader, element: XmlElement, within: ProvisionId, preservedOutside: boolean) {
    this.reader = reader;
    this.element = element;
    this.kept = keptOn(element);
    this.preserved = isPreserved(element, preservedOutside);
    this.takesText = MODELS.get(element.name)?.takesText ?? true;
    const named = element.name === 'hcontainer' ? kindOfContainer(element) : undefined;
    this.kind = this.kept.kind ?? named ?? kindOf(element.name);
    // The number is part of ids that are made, and ids of children rest on it: it is looked for first.
    const head = elementsOf(element).filter((each) => each.name === 'num' || each.name === 'heading');
    const number = head.find((each) => each.name === 'num');
    if (number !== undefined) this.number(number);
    else if (this.kept.number !== undefined) this.parts.number = this.kept.number;
    this.id = reader.idOf(element, this.kept, this.kind, this.parts.number, within);
    this.comments = new Comments(reader.reading.comments, this.id);
    const isMadeName = element.name === 'hcontainer' && (this.kept.kind ?? named) !== undefined;
    const made = reader.madeOn(this.kept);
    this.attributes.take(element, isMadeName ? new Set([...made, 'name']) : made, '');
    if (number !== undefined && head[0]?.name === 'heading') this.attributes.add('order', HEADING_FIRST);
    if (element.name === 'th') this.attributes.add('element', 'th');
    for (const [name, value] of this.kept.attributes ?? []) this.attributes.add(name, value);
  }

  read(): Provision {
    const shape = MODELS.get(this.element.name)?.shape ?? 'hierarchy';
    if (shape === 'running') this.set('text', this.reader.words(this.element, this.id, this.preserved));
    else if (shape === 'foreign') this.foreign();
    else if (shape === 'item') this.item();
    else for (const node of this.element.children) this.take(node);
    this.comments.end();
    const { heading, text, tail } = this.anchored;
    return new Provision({
      id: this.id,
      kind: this.kind,
      ...this.parts,
      children: [...heading, ...text, ...tail, ...this.front, ...this.children],
      attributes: this.attributes.finish(),
    });
  }

  private number(element: XmlElement): void {
    // A note in a number has no text to be anchored in; the mark stays, and the note is read with the children.
    const notes: XmlElement[] = [];
    const placeholder = new Provision({ id: '', kind: 'authorialNote' });
    const aside: Aside = {
      subflow: (note) => {
        notes.push(note);
        return placeholder;
      },
      comment: () => undefined,
    };
    const { text } = readText(element.children, isPreserved(element, this.preserved), keptOn(element), aside);
    this.parts.number = text.words;
    this.attributes.take(element, NONE_MADE, 'num@');
    if (text.marks.length > 0) this.attributes.add('num@marks', JSON.stringify(text.marks.map(keptMark)));
    this.seen.add('num');
    this.numberElement = element;
    this.notesInNumber = notes;
  }
  private numberElement: XmlElement | undefined;
  private notesInNumber: readonly XmlElement[] = [];

  private set(part: 'heading' | 'text' | 'tail', read: ReadText): void {
    this.parts[part] = read.text;
    this.anchored[part] = read.anchored;
    this.seen.add(part);
  }

  private take(node: XmlNode): void {
    if (typeof node === 'string') {
      if (!isBlank(node)) this.children.push(this.reader.passage(node, this.id));
      return;
    }
    if (!isElement(node)) {
      this.comments.note(node.words);
      return;
    }
    if (node === this.numberElement) {
      for (const note of this.notesInNumber) this.front.push(this.reader.provision(note, this.id, this.preserved));
      return;
    }
    if (node.name === 'subheading' && this.children.length === 0 && !this.seen.has('text'))
      this.front.push(this.reader.provision(node, this.id, this.preserved));
    else if (isForeign(node) || !PARTS.has(node.name)) this.block(node, this.takesText);
    else this.part(node);
  }

  private part(node: XmlElement): void {
    const words = (): ReadText => this.reader.words(node, this.id, this.preserved);
    const first = (part: 'heading' | 'text' | 'tail', prefix: string): void => {
      if (this.seen.has(part)) {
        this.child(node);
        return;
      }
      this.attributes.take(node, NONE_MADE, prefix);
      this.set(part, words());
    };
    switch (node.name) {
      case 'heading':
        first('heading', 'heading@');
        return;
      case 'caption':
        first('heading', 'heading@');
        return;
      case 'listIntroduction':
        first('text', 'text@');
        return;
      case 'listWrapUp':
        first('tail', 'tail@');
        return;
      case 'content':
      case 'intro':
        this.attributes.take(node, NONE_MADE, `${node.name}@`);
        for (const each of node.children) this.inPart(each, this.children.length === 0);
        return;
      case 'wrapUp':
        this.wrapUp(node);
        return;
      default:
        this.child(node);
    }
  }

  private inPart(node: XmlNode, takesText: boolean): void {
    if (isElementNode(node)) this.block(node, takesText);
    else this.take(node);
  }

  private wrapUp(element: XmlElement): void {
    this.attributes.take(element, NONE_MADE, 'wrapUp@');
    const last = elementsOf(element).at(-1);
    for (const node of element.children)
      if (node === last && last.name === 'p' && !this.seen.has('tail') && isUnmarked(last)) {
        this.attributes.take(last, NONE_MADE, 'tail@');
        this.set('tail', this.reader.words(last, this.id, this.preserved));
      } else this.inPart(node, false);
  }

  /** An element among the blocks: a text of this provision, or a child. */
  private block(element: XmlElement, takesText: boolean): void {
    const carried = this.reader.carried(element, this.id, this.preserved);
    if (carried !== undefined) {
      if (carried.is === 'nothing') return;
      if (element.name === 'p') this.attributes.take(element, NONE_MADE, `${carried.is}@`);
      this.set(carried.is, carried.read);
    } else if (
      takesText &&
      element.name === 'p' &&
      !this.seen.has('text') &&
      this.children.length === 0 &&
      isUnmarked(element)
    ) {
      this.attributes.take(element, NONE_MADE, 'text@');
      this.set('text', this.reader.words(element, this.id, this.preserved));
    } else this.child(element);
  }

  private child(element: XmlElement): void {
    const started = this.comments.length;
    const child = this.reader.provision(element, this.id, this.preserved);
    this.comments.place(started, child.id);
    this.children.push(child);
  }

  private foreign(): void {
    const nodes = this.element.children.filter((node) => typeof node !== 'string' || !isBlank(node));
    this.attributes.add(XML_KEPT, fragmentOf(nodes));
  }

  /** The `li` of HTML: words first, then lists and paragraphs; words after those are a passage. */
  private item(): void {
    const isOwn = (node: XmlNode): boolean => isElementNode(node) && ['ul', 'ol', 'p'].includes(node.name);
    let run: XmlNode[] = [];
    const flush = (): void => {
      const nodes = run;
      run = [];
      if (nodes.every((node) => typeof node === 'string' && isBlank(node))) return;
      const read = this.reader.words({ ...this.element, children: nodes }, this.id, this.preserved);
      if (this.children.length === 0 && !this.seen.has('text')) this.set('text', read);
      else {
        const id = this.reader.idOf(WITHOUT_ATTRIBUTES, {}, 'passage', '', this.id);
        this.children.push(new Provision({ id, kind: 'passage', text: read.text, children: read.anchored }));
      }
    };
    for (const node of this.element.children)
      if (isOwn(node)) {
        flush();
        this.take(node);
      } else run.push(node);
    flush();
  }
}

const isElementNode = (node: XmlNode): node is XmlElement => isElement(node);

const WITHOUT_ATTRIBUTES: XmlElement = { kind: 'element', name: 'p', attributes: {}, children: [] };

const isUnmarked = (element: XmlElement): boolean =>
  element.attributes[KEPT] === undefined || keptOn(element).kind === undefined;

/** What an `hcontainer` is named, where that is no element's name; otherwise it is one by that name. */
function kindOfContainer(element: XmlElement): string | undefined {
  const { name } = element.attributes;
  return name === undefined || name === '' || MODELS.has(name) ? undefined : name;
}
