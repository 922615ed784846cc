import { Provision, type ProvisionId } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { carriedBy } from './carried.ts';
import { WORDS_PARTS, type WordsPart } from './fitting.ts';
import { headOf, isOfHead, isPart, type Head } from './head-of-element.ts';
import { keptMark, keptOn, type Kept } from './kept.ts';
import { metaOfFragment } from './metadata/metadata-fragment.ts';
import { AFTER_TEXT, XML_KEPT } from './names.ts';
import { readText, type ReadText } from './read-text.ts';
import { Gathering, GrowingAttributes, isPreserved, NONE_MADE, type Parts, type ProvisionReading } from './reading.ts';
import { kindOf, MODELS, UNKNOWN, type Model } from './vocabulary.ts';
import { elementsOf, isElement, isWords, type XmlElement, type XmlNode } from './xml-tree.ts';
import { fragmentOf } from './xml-writer.ts';

/** One provision while its element is read, node by node in the order of the file. */
export class ProvisionOfElement {
  private readonly reader: ProvisionReading;
  private readonly element: XmlElement;
  private readonly model: Model;
  private readonly head: Head;
  /** The last element, where it can hold closing words. */
  private readonly closing: XmlElement | undefined;
  private readonly kept: Kept;
  private readonly kind: string;
  private readonly id: ProvisionId;
  private readonly preserved: boolean;
  private readonly attributes = new GrowingAttributes();
  private readonly parts: Parts = { number: '', heading: Text.EMPTY, text: Text.EMPTY, tail: Text.EMPTY };
  private readonly anchored = new Map<WordsPart, readonly Provision[]>();
  private readonly gathering: Gathering;
  /** How many of the children stand in the head: they do not keep words after them from being the text. */
  private inHead = 0;
  private isOpened = false;

  constructor(reader: ProvisionReading, element: XmlElement, within: ProvisionId, preservedOutside: boolean) {
    this.reader = reader;
    this.element = element;
    this.kept = keptOn(element);
    this.preserved = isPreserved(element, preservedOutside);
    this.model = MODELS.get(element.name) ?? (element.children.some(isWords) ? UNKNOWN.inWords : UNKNOWN.inElements);
    this.head = headOf(element, this.model);
    this.closing = closingOf(element, this.model);
    const named = element.name === 'hcontainer' ? kindOfContainer(element) : undefined;
    this.kind = this.kept.kind ?? named ?? kindOf(element.name);
    // The number is part of ids that are made, and ids of children rest on it: its words are looked up first.
    this.parts.number = this.head.number === undefined ? (this.kept.number ?? '') : this.wordsOf(this.head.number);
    this.id = reader.idOf(element, this.kept, this.kind, this.parts.number, within);
    this.gathering = new Gathering(reader, this.id);
    const isMadeName = element.name === 'hcontainer' && (this.kept.kind ?? named) !== undefined;
    const made = reader.madeOn(this.kept);
    this.attributes.take(element, isMadeName ? new Set([...made, 'name']) : made, '');
    if (this.head.order !== undefined) this.attributes.add('order', this.head.order);
    if (element.name === 'th') this.attributes.add('element', 'th');
    for (const [name, value] of this.kept.attributes ?? []) this.attributes.add(name, value);
    if (this.kept.metadata !== undefined) reader.reading.metadata(this.id, metaOfFragment(element, this.kept.metadata));
  }

  read(): Provision {
    const { shape } = this.model;
    if (shape === 'running') this.set('text', this.reader.words(this.element, this.id, this.preserved));
    else if (shape === 'foreign') this.foreign();
    else if (shape === 'item') this.item();
    else for (const node of this.element.children) this.take(node);
    this.gathering.end();
    const anchored = WORDS_PARTS.flatMap((part) => this.anchored.get(part) ?? []);
    return new Provision({
      id: this.id,
      kind: this.kind,
      ...this.parts,
      children: [...anchored, ...this.gathering.children],
      attributes: this.attributes.finish(),
    });
  }

  private wordsOf(number: XmlElement): string {
    const note = new Provision({ id: '', kind: 'authorialNote' });
    const aside = { subflow: () => note, remark: () => undefined };
    return readText(number.children, isPreserved(number, this.preserved), keptOn(number), aside).text.words;
  }

  private take(node: XmlNode): void {
    if (typeof node === 'string') this.gathering.words(node, this.preserved);
    else if (!isElement(node)) this.gathering.remark(node);
    else if (node === this.head.number) this.number(node);
    else if (node === this.head.heading) this.part('heading', node, this.preserved);
    else if (this.model.hasHead && isOfHead(node.name) && !this.hasBegun) this.childInHead(node);
    else if (this.opens(node)) this.open(node);
    else if (node === this.closing) this.close(node);
    else this.block(node, this.model.takesText, this.preserved);
  }

  /** Whether there is a text, or a child that stands after the place of the text. */
  private get hasBegun(): boolean {
    return this.anchored.has('text') || this.gathering.children.length > this.inHead;
  }

  private number(element: XmlElement): void {
    const read = this.reader.words(element, this.id, this.preserved);
    this.attributes.take(element, NONE_MADE, 'num@');
    if (read.text.marks.length > 0) this.attributes.add('num@marks', JSON.stringify(read.text.marks.map(keptMark)));
    this.anchored.set('number', read.anchored);
  }

  /** An element whose words are a text of this provision. */
  private part(part: 'heading' | 'text' | 'tail', element: XmlElement, preserved: boolean): void {
    this.attributes.take(element, NONE_MADE, `${part}@`);
    this.set(part, this.reader.words(element, this.id, preserved));
  }

  private set(part: 'heading' | 'text' | 'tail', read: ReadText): void {
    this.parts[part] = read.text;
    this.anchored.set(part, read.anchored);
  }

  private childInHead(element: XmlElement): void {
    this.gathering.child(element, this.preserved);
    this.inHead += 1;
  }

  /** Whether an element is the introduction or content: the first, and before everything but the head. */
  private opens({ name }: XmlElement): boolean {
    return this.model.hasIntro && (name === 'intro' || name === 'content') && !this.isOpened && !this.hasBegun;
  }

  private open(element: XmlElement): void {
    this.isOpened = true;
    this.attributes.take(element, NONE_MADE, `${element.name}@`);
    for (const node of element.children) this.inside(node, true, isPreserved(element, this.preserved));
  }

  /** What stands in an introduction, a content or closing words stands in the provision. */
  private inside(node: XmlNode, takesText: boolean, preserved: boolean): void {
    if (typeof node === 'string') this.gathering.words(node, preserved);
    else if (!isElement(node)) this.gathering.remark(node);
    else this.block(node, takesText, preserved);
  }

  private close(element: XmlElement): void {
    if (element.name === 'listWrapUp') {
      this.part('tail', element, this.preserved);
      return;
    }
    this.attributes.take(element, NONE_MADE, 'wrapUp@');
    const preserved = isPreserved(element, this.preserved);
    const last = element.children.findLast((node) => isElement(node) || isWords(node));
    for (const node of element.children)
      if (node === last && isElement(node) && node.name === 'p' && isPart(node)) this.part('tail', node, preserved);
      else this.inside(node, false, preserved);
  }

  /** An element among the blocks: a text of this provision, or a child. */
  private block(element: XmlElement, takesText: boolean, preserved: boolean): void {
    const carried = carriedBy(element);
    if (carried?.is === 'nothing') return;
    if (carried !== undefined && !this.anchored.has(carried.is)) this.part(carried.is, carried.paragraph, preserved);
    else if (this.isText(element, takesText)) this.part('text', element, preserved);
    else if (this.anchored.has('text') && isOfHead(element.name) && this.gathering.children.length === this.inHead)
      this.gathering.child(element, preserved, { order: AFTER_TEXT });
    else this.gathering.child(element, preserved);
  }

  /** Whether an element is the text: the first paragraph, where that is one, or the introduction of a list. */
  private isText(element: XmlElement, takesText: boolean): boolean {
    if (this.hasBegun || !isPart(element)) return false;
    return this.model.shape === 'list' ? element.name === 'listIntroduction' : takesText && element.name === 'p';
  }

  private foreign(): void {
    const nodes = this.element.children.filter((node) => typeof node !== 'string' || isWords(node));
    this.attributes.add(XML_KEPT, fragmentOf(nodes));
  }

  /** The `li` of HTML: words first, then lists and paragraphs; words after those are a passage. */
  private item(): void {
    let run: XmlNode[] = [];
    const flush = (): void => {
      const nodes = run;
      run = [];
      if (nodes.some((node) => isElement(node) || isWords(node))) this.runOfItem(nodes);
      else for (const node of nodes) if (typeof node !== 'string' && !isElement(node)) this.gathering.remark(node);
    };
    for (const node of this.element.children)
      if (isElement(node) && this.model.holds.has(node.name)) {
        flush();
        this.block(node, false, this.preserved);
      } else run.push(node);
    flush();
  }

  private runOfItem(nodes: readonly XmlNode[]): void {
    if (!this.hasBegun) {
      this.set('text', this.reader.words({ ...this.element, children: nodes }, this.id, this.preserved));
      return;
    }
    const paragraph: XmlElement = { kind: 'element', name: 'p', attributes: {}, children: nodes };
    this.gathering.child(paragraph, this.preserved);
  }
}

/** The last element, where it may hold closing words and nothing comes after it. */
function closingOf(element: XmlElement, model: Model): XmlElement | undefined {
  const last = elementsOf(element).at(-1);
  if (last === undefined || element.children.slice(element.children.indexOf(last)).some(isWords)) return undefined;
  const name = model.shape === 'list' ? 'listWrapUp' : model.hasIntro ? 'wrapUp' : undefined;
  return last.name === name ? last : undefined;
}

/** What an `hcontainer` is named, where that is no element's name; otherwise it is one by that name. */
function kindOfContainer(element: XmlElement): string | undefined {
  const { name } = element.attributes;
  return name === undefined || name === '' || MODELS.has(name) ? undefined : name;
}
