import type { Provision } from '../../legaltext/provision.ts';
import type { Text } from '../../legaltext/text.ts';
import { elementIn, familyOf, saysNothing, nativeIn, type Family, type WordsPart } from './fitting.ts';
import { KEPT, keptValue, type Kept } from './kept.ts';
import { layOutText, type LaidOut } from './lay-out-text.ts';
import { HEADING_FIRST, XML_KEPT } from './names.ts';
import { numberOf } from './number-text.ts';
import { partsOf, runsOf, type Part } from './part-plan.ts';
import { headingElementOf } from './sort-attributes.ts';
import { startTag } from './start-tag.ts';
import { BLOCK_HOLDER, DOCUMENTS, HEAD, MODELS, ONE_DOCUMENT, SUBFLOWS, type Model } from './vocabulary.ts';
import { keptBeside, nothing, preserving, ROOMY, roomAt, writeSteps, writeText } from './write-text.ts';
import { writeRemarksBefore, writeRemarksIn, type Writing } from './writing.ts';
import type { WrittenAttributes, XmlWriter } from './xml-writer.ts';

/** How a provision stands among others. */
export interface Standing {
  /** A paragraph must say that it is a passage of its own, where it would be read as a text of what it stands in. */
  readonly isExplicit?: boolean;
  /** The list that a component stands in says which it is of. */
  readonly isPlaced?: boolean;
}

/** Writes a provision with everything under it, in what `holder` is the model of and `within` the eId. */
export function writeProvision(
  writing: Writing,
  provision: Provision,
  holder: Model,
  within: string,
  standing: Standing = {},
): void {
  const element = elementIn(provision, holder);
  if (DOCUMENTS.has(element)) {
    writeRemarksBefore(writing, provision.id);
    writing.document(provision, element, within);
  } else new ProvisionWriter(writing, provision, element, within, standing).write();
}

class ProvisionWriter {
  private readonly writing: Writing;
  private readonly xml: XmlWriter;
  private readonly provision: Provision;
  private readonly element: string;
  private readonly model: Model;
  private readonly within: string;
  private readonly standing: Standing;
  private readonly family: Family;
  private readonly parts: ReadonlySet<Part>;
  private ofParts: ReadonlyMap<string, WrittenAttributes> = new Map();
  private eId = '';

  constructor(writing: Writing, provision: Provision, element: string, within: string, standing: Standing) {
    this.writing = writing;
    this.xml = writing.xml;
    this.provision = provision;
    this.element = element;
    this.within = within;
    this.standing = standing;
    const model = MODELS.get(element);
    if (model === undefined) throw new Error(`Akoma Ntoso has no element "${element}".`);
    this.model = model;
    this.family = familyOf(provision, model, writing.xml.level < ROOMY);
    this.parts = partsOf(provision, model, this.family);
  }

  write(): void {
    writeRemarksBefore(this.writing, this.provision.id);
    const { shape } = this.model;
    if (shape === 'running') this.running();
    else if (shape === 'item') this.item();
    else if (shape === 'foreign') this.foreign();
    else if (shape === 'empty') this.reference();
    else {
      this.xml.open(this.element, this.startAttributes());
      this.head();
      if (shape === 'hierarchy') this.hierarchy();
      else if (shape === 'list') this.list();
      else if (shape === 'rows' && this.model.hasIntro) this.rowsWithIntro();
      else this.blocks();
      writeRemarksIn(this.writing, this.provision.id);
      this.xml.close(this.element);
    }
  }

  private startAttributes(more: Kept = {}): WrittenAttributes {
    const { provision, element, model, parts, within } = this;
    const { isExplicit = false, isPlaced = false } = this.standing;
    const tag = startTag(this.writing, { provision, element, model, parts, within, isExplicit, isPlaced }, more);
    this.ofParts = tag.ofParts;
    this.eId = tag.eId;
    return tag.attributes;
  }

  private head(): void {
    const number = (): void => {
      if (this.parts.has('num')) this.words('num', this.attributesOf('num'), numberOf(this.provision), 'number');
    };
    const heading = (): void => {
      const element = headingElementOf(this.element, this.model);
      const more: Kept = element === 'p' ? { is: 'heading' } : {};
      if (this.parts.has('heading'))
        this.words(element, this.attributesOf('heading'), this.provision.heading, 'heading', more);
    };
    const isHeadingFirst = this.provision.attributes['order'] === HEADING_FIRST;
    for (const part of isHeadingFirst ? [heading, number] : [number, heading]) part();
    for (const child of this.family.inHead)
      writeProvision(this.writing, child, HEAD, this.eId, { isExplicit: child.kind !== 'subheading' });
  }

  private hierarchy(): void {
    const { lead, middle, trail } = runsOf(this.family.others);
    const { text, tail } = this.provision;
    const opening = this.parts.has('intro') ? 'intro' : this.parts.has('content') ? 'content' : undefined;
    if (opening !== undefined) {
      this.xml.open(opening, this.attributesOf(opening));
      const hasText = this.parts.has('text');
      if (hasText) this.words('p', this.attributesOf('text'), text, 'text');
      this.all(lead, BLOCK_HOLDER, !hasText);
      this.xml.close(opening);
    }
    this.all(middle, this.model, false);
    if (this.parts.has('wrapUp')) {
      this.xml.open('wrapUp', this.attributesOf('wrapUp'));
      trail.forEach((child, index) => {
        const isLast = tail.isEmpty && index === trail.length - 1;
        writeProvision(this.writing, child, BLOCK_HOLDER, this.eId, { isExplicit: isLast && child.kind === 'passage' });
      });
      if (!tail.isEmpty) this.words('p', this.attributesOf('tail'), tail, 'tail');
      this.xml.close('wrapUp');
    }
  }

  /** Children one after the other. The first may have to say that it is no text of this provision. */
  private all(children: readonly Provision[], holder: Model, isFirstExplicit: boolean): void {
    children.forEach((child, index) => {
      const isExplicit = isFirstExplicit && index === 0 && child.kind === 'passage' && nativeIn(child, holder) === 'p';
      writeProvision(this.writing, child, holder, this.eId, { isExplicit });
    });
  }

  private list(): void {
    const { text, tail } = this.provision;
    if (!text.isEmpty) this.words('listIntroduction', this.attributesOf('text'), text, 'text');
    this.all(this.family.others, this.model, false);
    if (!tail.isEmpty) this.words('listWrapUp', this.attributesOf('tail'), tail, 'tail');
  }

  private rowsWithIntro(): void {
    this.framed('intro', 'text');
    this.all(this.family.others, this.model, false);
    this.framed('wrapUp', 'tail');
  }

  private framed(element: string, part: 'text' | 'tail'): void {
    const text = this.provision[part];
    if (text.isEmpty) return;
    this.xml.open(element, []);
    this.words('p', this.attributesOf(part), text, part);
    this.xml.close(element);
  }

  private blocks(): void {
    const { text, tail } = this.provision;
    const { takesText, hasHead, needsChild } = this.model;
    const { others } = this.family;
    const hasText = this.parts.has('text');
    const [only, second] = this.provision.children;
    const isOneDocument =
      SUBFLOWS.has(this.element) &&
      only !== undefined &&
      second === undefined &&
      !hasText &&
      saysNothing(this.provision) &&
      nativeIn(only, ONE_DOCUMENT) !== undefined;
    if (isOneDocument) {
      writeProvision(this.writing, only, ONE_DOCUMENT, this.eId);
      return;
    }
    if (hasText) this.words('p', this.attributesOf('text'), text, 'text', takesText ? {} : { is: 'text' });
    const [opening] = others.filter((child, at) => at === 0 && !hasText && nativeIn(child, this.opening) !== undefined);
    if (opening !== undefined) writeProvision(this.writing, opening, this.opening, this.eId);
    const blocks = opening === undefined ? others : others.slice(1);
    this.all(blocks, this.model, takesText && !hasText && opening === undefined);
    if (!tail.isEmpty) this.words('p', this.attributesOf('tail'), tail, 'tail', { is: 'tail' });
    const isHeadingBlock = this.parts.has('heading') && !hasHead;
    const isBare = !hasText && tail.isEmpty && blocks.length === 0 && !isHeadingBlock;
    if (isBare && needsChild) this.xml.empty('p', nothing());
  }

  /** What may stand before the blocks, and not among them. */
  private get opening(): Model {
    return { ...this.model, holds: this.model.opening };
  }

  private running(): void {
    const { text } = this.provision;
    const laidOut = this.layOut(text);
    const attributes = this.startAttributes(keptBeside(laidOut));
    writeText(this.writing, this.element, attributes, text, laidOut, this.anchoring('text'), () => {
      writeRemarksIn(this.writing, this.provision.id);
    });
  }

  private item(): void {
    const { text } = this.provision;
    const laidOut = this.layOut(text);
    const attributes = [...this.startAttributes(keptBeside(laidOut)), ...preserving(text)];
    this.xml.openRunning('li', attributes);
    writeSteps(this.writing, laidOut, this.anchoring('text'));
    this.all(this.family.others, this.model, false);
    writeRemarksIn(this.writing, this.provision.id);
    this.xml.closeRunning('li');
  }

  /** An element that holds nothing but remarks, without the layout that would be words in it. */
  private reference(): void {
    const attributes = this.startAttributes();
    if (this.writing.remarksIn(this.provision.id).length === 0) {
      this.xml.empty(this.element, attributes);
      return;
    }
    this.xml.openRunning(this.element, attributes);
    writeRemarksIn(this.writing, this.provision.id);
    this.xml.closeRunning(this.element);
  }

  private foreign(): void {
    const attributes = this.startAttributes();
    const inside = this.provision.attributes[XML_KEPT] ?? '';
    if (inside === '') this.xml.empty('foreign', attributes);
    else this.xml.raw('foreign', attributes, inside);
  }

  private attributesOf(part: Part): WrittenAttributes {
    return (this.ofParts.get(part) ?? []).filter(([name]) => part !== 'num' || name !== 'marks');
  }

  private layOut(text: Text): LaidOut {
    return layOutText(text, this.family.isAnchored, roomAt(this.xml));
  }

  /** The words of one part, in an element of their own. */
  private words(element: string, attributes: WrittenAttributes, text: Text, part: WordsPart, more: Kept = {}): void {
    const laidOut = this.layOut(text);
    const value = keptValue({ ...more, ...keptBeside(laidOut) });
    const all = value === undefined ? attributes : [...attributes, [KEPT, value] as const];
    writeText(this.writing, element, all, text, laidOut, this.anchoring(part));
  }

  /** Writes, each time it is asked, the next of the children that are anchored in a part. */
  private anchoring(part: WordsPart): () => void {
    const waiting = this.family.anchored[part].values();
    return () => {
      const { value: child } = waiting.next();
      if (child === undefined) throw new Error('There are more anchors than anchored provisions.');
      new ProvisionWriter(this.writing, child, child.kind, this.eId, {}).write();
    };
  }
}
