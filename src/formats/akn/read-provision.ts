import { Provision, type ProvisionId } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { MAX_HEIGHT } from '../../legaltext/version.ts';
import { ElementIds } from './element-ids.ts';
import { AknStopped } from './failure.ts';
import { KEPT, keptOn, type Kept } from './kept.ts';
import { MAIN, XML_KEPT } from './names.ts';
import { ProvisionOfElement } from './provision-of-element.ts';
import { readText, type Aside, type ReadText } from './read-text.ts';
import {
  Comments,
  GrowingAttributes,
  isPreserved,
  NONE_MADE,
  type Carried,
  type Parts,
  type ProvisionReading,
  type Reading,
} from './reading.ts';
import { BODY_OF, DOCUMENTS } from './vocabulary.ts';
import { elementsOf, isBlank, isElement, isForeign, type XmlElement } from './xml-tree.ts';
import { fragmentOf } from './xml-writer.ts';

/**
 * Reads provisions from the elements of a document. Every element of the hierarchy, every block and every container is a
 * provision; number, heading, introduction or content, and closing words are its parts. The first paragraph of a content
 * or introduction is the text; further ones are children of kind `passage`.
 */
export class ProvisionReader implements ProvisionReading {
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
        : this.madeId(within ?? '', within === null ? MAIN : element.name);
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
      else if (node.name === 'preface' && titleIn(node) !== undefined)
        parts.heading = this.words(titleIn(node) ?? node, id, false).text;
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
  carried(element: XmlElement, id: ProvisionId, preserved: boolean): Carried | undefined {
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
    return this.ids.make(within === MAIN ? '' : within, kind, number);
  }

  private madeId(within: ProvisionId, kind: string): ProvisionId {
    if (within === '' && this.ids.claim(kind)) return kind;
    return this.ids.make(within === MAIN ? '' : within, kind, '');
  }
}

const noSubflow = (): never => {
  throw new Error('Plain words hold no elements.');
};

/** The title in a preface that was made to hold it, since a document has no heading of its own in Akoma Ntoso. */
function titleIn(preface: XmlElement): XmlElement | undefined {
  if (preface.attributes[KEPT] === undefined || keptOn(preface).is !== 'heading') return undefined;
  let at: XmlElement | undefined = preface;
  for (const name of ['longTitle', 'p', 'docTitle']) at = at && elementsOf(at, name)[0];
  return at;
}
