import { Provision, type ProvisionId } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { KEPT, keptMark, keptOn, type Kept } from './kept.ts';
import { HEADING_FIRST, XML_KEPT } from './names.ts';
import { readText, type Aside, type ReadText } from './read-text.ts';
import { Comments, GrowingAttributes, isPreserved, NONE_MADE, type Parts, type ProvisionReading } from './reading.ts';
import { kindOf, MODELS } from './vocabulary.ts';
import { elementsOf, isBlank, isElement, isForeign, type XmlElement, type XmlNode } from './xml-tree.ts';
import { fragmentOf } from './xml-writer.ts';

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

/** One provision while its element is read. */
export class ProvisionOfElement {
  private readonly reader: ProvisionReading;
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

  constructor(reader: ProvisionReading, element: XmlElement, within: ProvisionId, preservedOutside: boolean) {
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
