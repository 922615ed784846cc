import { Provision, type ProvisionId } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { carriedBy, titleIn } from './carried.ts';
import { keptOn, type Kept } from './kept.ts';
import { Gathering, GrowingAttributes, isPreserved, NONE_MADE, type Parts, type ProvisionReading } from './reading.ts';
import { BODY_OF } from './vocabulary.ts';
import { elementsOf, isElement, isWords, type XmlElement, type XmlNode } from './xml-tree.ts';

export interface DocumentReading extends ProvisionReading {
  idOfDocument(kept: Kept, kind: string, within: ProvisionId | null): ProvisionId;
}

/**
 * One document while its element is read. Its body is no provision: what stands there stands in the document. Of lists
 * (`attachments`, `components`) the same is true; a component says which list it stood in.
 */
export class DocumentOfElement {
  private readonly reader: DocumentReading;
  private readonly element: XmlElement;
  private readonly preserved: boolean;
  private readonly body: XmlElement | undefined;
  private readonly kept: Kept;
  private readonly id: ProvisionId;
  private readonly attributes = new GrowingAttributes();
  private readonly parts: Parts;
  private readonly gathering: Gathering;
  /** The parts that there is one of: a second one is a provision like any other. */
  private readonly seen = new Set<string>();

  /** `within` is null for the main document. */
  constructor(reader: DocumentReading, element: XmlElement, within: ProvisionId | null, preservedOutside: boolean) {
    this.reader = reader;
    this.element = element;
    this.preserved = isPreserved(element, preservedOutside);
    this.body = elementsOf(element).find((each) => each.name === BODY_OF[element.name]);
    this.kept = this.body === undefined ? {} : keptOn(this.body);
    this.id = reader.idOfDocument(this.kept, element.name, within);
    this.gathering = new Gathering(reader, this.id);
    this.attributes.take(element, reader.madeOn(this.kept), '');
    this.parts = { number: this.kept.number ?? '', heading: Text.EMPTY, text: Text.EMPTY, tail: Text.EMPTY };
  }

  read(): Provision {
    for (const node of this.element.children) this.take(node);
    this.gathering.end();
    for (const [name, value] of this.kept.attributes ?? []) this.attributes.add(name, value);
    return new Provision({
      id: this.id,
      kind: this.kept.kind ?? this.element.name,
      ...this.parts,
      children: this.gathering.children,
      attributes: this.attributes.finish(),
    });
  }

  private take(node: XmlNode): void {
    if (typeof node === 'string') this.gathering.words(node, this.preserved);
    else if (!isElement(node)) this.gathering.remark(node);
    else if (node === this.body) this.inBody(node);
    else if (!this.takePart(node)) this.gathering.child(node, this.preserved);
  }

  /** Takes an element that is a part of the document, and no provision; false for any other. */
  private takePart(node: XmlElement): boolean {
    if (this.seen.has(node.name)) return false;
    const title = node.name === 'preface' ? titleIn(node) : undefined;
    if (node.name === 'meta' && isMetadata(node)) this.reader.reading.metadata(this.id, node);
    else if (title !== undefined) this.set('heading', title, this.preserved);
    else if (node.name === 'attachments' || node.name === 'components') this.list(node);
    else return false;
    this.seen.add(node.name);
    return true;
  }

  private inBody(body: XmlElement): void {
    this.attributes.take(body, NONE_MADE, 'body@');
    const preserved = isPreserved(body, this.preserved);
    for (const node of body.children)
      if (typeof node === 'string') this.gathering.words(node, preserved);
      else if (!isElement(node)) this.gathering.remark(node);
      else this.inBodyElement(node, preserved);
  }

  /** A text of the document itself, or a provision. */
  private inBodyElement(element: XmlElement, preserved: boolean): void {
    const carried = carriedBy(element);
    if (carried?.is === 'nothing') return;
    if (carried === undefined || !this.parts[carried.is].isEmpty) {
      this.gathering.child(element, preserved);
      return;
    }
    this.set(carried.is, carried.paragraph, preserved);
  }

  /** A text of the document itself; what is anchored in it stands among the children where it is read. */
  private set(part: 'heading' | 'text' | 'tail', element: XmlElement, preserved: boolean): void {
    const { text, anchored } = this.reader.words(element, this.id, preserved);
    this.attributes.take(element, NONE_MADE, `${part}@`);
    this.parts[part] = text;
    for (const child of anchored) this.gathering.add(child);
  }

  private list(list: XmlElement): void {
    this.attributes.take(list, NONE_MADE, `${list.name}@`);
    readList(
      this.gathering,
      list,
      isPreserved(list, this.preserved),
      list.name === 'components' ? list.name : undefined,
    );
  }
}

/** What stands in a list of documents; each component says with `of` which list that was. */
export function readList(gathering: Gathering, list: XmlElement, preserved: boolean, of: string | undefined): void {
  for (const node of list.children)
    if (typeof node === 'string') gathering.words(node, preserved);
    else if (!isElement(node)) gathering.remark(node);
    else if (of !== undefined && node.name === 'component') gathering.child(node, preserved, { of });
    else gathering.child(node, preserved);
}

/** Metadata as the schema has it: blocks, and nothing beside them. Anything else is read as a provision. */
const isMetadata = (meta: XmlElement): boolean =>
  Object.keys(meta.attributes).length === 0 && !meta.children.some(isWords);
