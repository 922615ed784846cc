import { Provision, type ProvisionId } from '../../legaltext/provision.ts';
import { MAX_HEIGHT } from '../../legaltext/version.ts';
import { DocumentOfElement } from './document-of-element.ts';
import { ElementIds } from './element-ids.ts';
import { AknStopped } from './failure.ts';
import { keptOn, type Kept } from './kept.ts';
import { MAIN, XML_KEPT } from './names.ts';
import { ProvisionOfElement } from './provision-of-element.ts';
import { readText, type ReadText } from './read-text.ts';
import { isPreserved, type ProvisionReading, type Reading } from './reading.ts';
import { DOCUMENTS } from './vocabulary.ts';
import { isForeign, type XmlElement, type XmlRemark } from './xml-tree.ts';
import { fragmentOf } from './xml-writer.ts';

/**
 * Reads provisions from the elements of a document. Every element of the hierarchy, every block and every container is a
 * provision; number, heading, introduction or content, and closing words are its parts. The first paragraph of a content
 * or introduction is the text; further ones are children of kind `passage`.
 *
 * Nothing is passed over. An element has one of these places only where the schema has it there; anywhere else it is a
 * provision by its name, where it stands, as are elements that the schema does not know. So all that a file says is read
 * in the order of the file, whether the file is valid or not.
 */
export class ProvisionReader implements ProvisionReading {
  private readonly ids = new ElementIds();
  private depth = 0;
  readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** The main document of a file. */
  document(element: XmlElement, preservedOutside: boolean): Provision {
    return new DocumentOfElement(this, element, null, preservedOutside).read();
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
      ? new DocumentOfElement(this, element, within, preservedOutside).read()
      : new ProvisionOfElement(this, element, within, preservedOutside).read();
    this.depth -= 1;
    return read;
  }

  /** The running words in `element`; what is anchored in them comes to stand in the provision `within`. */
  words(element: XmlElement, within: ProvisionId, preservedOutside: boolean): ReadText {
    let waiting: XmlRemark[] = [];
    const place = (before: ProvisionId | null): void => {
      for (const { target, words } of waiting)
        this.reading.remarks.push({ within, before, inMetadata: false, target, words });
      waiting = [];
    };
    const read = readText(element.children, isPreserved(element, preservedOutside), keptOn(element), {
      subflow: (each, preserved) => {
        const anchored = this.provision(each, within, preserved);
        place(anchored.id);
        return anchored;
      },
      remark: (remark) => waiting.push(remark),
    });
    place(null);
    return read;
  }

  /** Words that stand where the schema has none. */
  passage(words: string, within: ProvisionId, preserved: boolean): Provision {
    const { text } = readText([words], preserved, {}, { subflow: noSubflow, remark: () => undefined });
    return new Provision({ id: this.ids.make(startOf(within), 'passage', ''), kind: 'passage', text });
  }

  /** An element of another vocabulary that does not stand in `foreign`, where it belongs. */
  private stray(element: XmlElement, within: ProvisionId): Provision {
    return new Provision({
      id: this.ids.make(startOf(within), 'foreign', ''),
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
    return this.ids.make(startOf(within), kind, number);
  }

  /** The main document has the name that Akoma Ntoso gives to it in addresses. */
  idOfDocument(kept: Kept, kind: string, within: ProvisionId | null): ProvisionId {
    const wished = kept.id ?? (within === null ? MAIN : undefined);
    return wished !== undefined && this.ids.claim(wished) ? wished : this.ids.make(startOf(within ?? ''), kind, '');
  }
}

/** What made ids within a provision begin with: those in the main document stand for themselves. */
const startOf = (within: ProvisionId): string => (within === MAIN ? '' : within);

const noSubflow = (): never => {
  throw new Error('Plain words hold no elements.');
};
