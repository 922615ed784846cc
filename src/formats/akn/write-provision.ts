import type { Provision, ProvisionId } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { allows } from './attribute-rules.ts';
import type { AknComment } from './document.ts';
import { elementIn, familyOf, saysNothing, nativeIn, type Family } from './fitting.ts';
import { KEPT, keptValue, numberText, type Kept } from './kept.ts';
import { layOutText, type LaidOut } from './lay-out-text.ts';
import { HEADING_FIRST, XML_KEPT } from './names.ts';
import { headingElementOf, isOwnName, sortAttributes } from './sort-attributes.ts';
import { BLOCKS, DOCUMENTS, MODELS, ONE_DOCUMENT, SUBFLOWS, type Model } from './vocabulary.ts';
import {
  keptBeside,
  nothing,
  preserving,
  ROOMY,
  roomAt,
  writeSteps,
  writeText,
  type TextWriting,
} from './write-text.ts';
import { isXmlText, type WrittenAttributes, type XmlWriter } from './xml-writer.ts';

type Entries = readonly (readonly [string, string])[];

/** What writing a file needs to know of it as a whole. */
export interface Writing extends TextWriting {
  /** Ids that are made, unless an element says otherwise. */
  readonly made: ReadonlySet<string>;
  commentsBefore(id: ProvisionId): readonly AknComment[];
  commentsIn(id: ProvisionId): readonly AknComment[];
  /** Writes a provision that is a document of its own. */
  document(provision: Provision, element: string, within: string): void;
}

/**
 * Writes a provision with everything under it; `isExplicit` where a paragraph must say that it is a passage of
 * its own, `isPlaced` where the list a component stands in says which it is of.
 */
export function writeProvision(
  writing: Writing,
  provision: Provision,
  holder: Model,
  within: string,
  isExplicit = false,
  isPlaced = false,
): void {
  for (const comment of writing.commentsBefore(provision.id)) writing.xml.comment(comment.words);
  const element = elementIn(provision, holder);
  if (DOCUMENTS.has(element)) writing.document(provision, element, within);
  else new ProvisionWriter(writing, provision, element, within, isExplicit, isPlaced).write();
}

class ProvisionWriter {
  private readonly writing: Writing;
  private readonly xml: XmlWriter;
  private readonly provision: Provision;
  private readonly element: string;
  private readonly model: Model;
  private readonly within: string;
  private readonly isExplicit: boolean;
  private readonly isPlaced: boolean;
  private readonly family: Family;
  private nextAnchored = 0;
  private parts: ReadonlyMap<string, Entries> = new Map();
  private eId = '';

  constructor(
    writing: Writing,
    provision: Provision,
    element: string,
    within: string,
    isExplicit: boolean,
    isPlaced = false,
  ) {
    this.isPlaced = isPlaced;
    this.writing = writing;
    this.xml = writing.xml;
    this.provision = provision;
    this.element = element;
    this.within = within;
    this.isExplicit = isExplicit;
    const model = MODELS.get(element);
    if (model === undefined) throw new Error(`Akoma Ntoso has no element "${element}".`);
    this.model = model;
    this.family = familyOf(provision, writing.xml.level < ROOMY);
  }

  write(): void {
    const { shape } = this.model;
    if (shape === 'running') this.running();
    else if (shape === 'item') this.item();
    else if (shape === 'foreign') this.foreign();
    else if (shape === 'empty') this.xml.empty(this.element, this.startAttributes([]));
    else {
      const plan = this.plan();
      this.xml.open(this.element, this.startAttributes(plan));
      this.head();
      if (shape === 'hierarchy') this.hierarchy();
      else if (shape === 'list') this.list();
      else this.blocks();
      this.comments();
      this.xml.close(this.element);
    }
  }

  private comments(): void {
    for (const comment of this.writing.commentsIn(this.provision.id)) this.xml.comment(comment.words);
  }

  /** The parts that will have an element of their own, so that attributes of theirs can go there. */
  private plan(): readonly string[] {
    const { number, heading, text, tail } = this.provision;
    const names: string[] = [];
    const has = (prefix: string): boolean =>
      Object.keys(this.provision.attributes).some((name) => name.startsWith(prefix));
    if (number !== '' && this.model.hasHead) names.push('num');
    if (!heading.isEmpty) names.push('heading');
    if (!text.isEmpty || (this.model.takesText && this.model.shape !== 'rows' && has('text@'))) names.push('text');
    if (!tail.isEmpty) names.push('tail');
    if (this.model.shape === 'hierarchy') {
      const { lead, middle, trail } = this.runs();
      const hasIntro = middle.length > 0 || !tail.isEmpty || (has('intro@') && !has('content@'));
      const isThere = names.includes('text') || lead.length > 0;
      if (isThere || has(hasIntro ? 'intro@' : 'content@')) names.push(hasIntro ? 'intro' : 'content');
      if (trail.length > 0 || !tail.isEmpty) names.push('wrapUp');
    }
    return names;
  }

  /** The attributes of the start tag: the provision's, its ids, and what else is kept of it. */
  private startAttributes(plan: readonly string[], more: Kept = {}): WrittenAttributes {
    const { provision } = this;
    const sorted = sortAttributes({
      provision,
      element: this.element,
      model: this.model,
      plan,
      ids: this.writing.ids,
      isPlaced: this.isPlaced,
    });
    this.parts = sorted.parts;
    const written: (readonly [string, string])[] = [...sorted.own];
    const kept: { -readonly [Name in keyof Kept]: Kept[Name] } = { ...more };
    const kind = this.kindAttribute(kept);
    if (kind !== undefined) written.unshift(['name', kind]);
    if (this.isExplicit) kept.kind = provision.kind;
    if (provision.number !== '' && !this.model.hasHead) kept.number = provision.number;
    if (sorted.kept.length > 0) kept.attributes = sorted.kept;
    const ids = this.idAttributes(written, kept);
    const value = keptValue(kept);
    return [...ids, ...written, ...(value === undefined ? [] : [[KEPT, value] as const])];
  }

  /** The `name` of an `hcontainer`; for both elements that hold anything, the kind is kept where it is not clear. */
  private kindAttribute(kept: { -readonly [Name in keyof Kept]: Kept[Name] }): string | undefined {
    const { kind, attributes } = this.provision;
    if (this.element === 'hcontainer') {
      if (isOwnName(kind, attributes)) return undefined;
      const name = kind !== '' && isXmlText(kind) ? kind : 'provision';
      if (name !== kind || MODELS.has(name)) kept.kind = kind;
      return name;
    }
    if (this.element === 'blockContainer' && kind !== 'blockContainer') kept.kind = kind;
    return undefined;
  }

  private idAttributes(written: Entries, kept: { -readonly [Name in keyof Kept]: Kept[Name] }): Entries {
    const { id, kind, number } = this.provision;
    const given = new Map(written);
    const ids: (readonly [string, string])[] = [];
    const made: string[] = [];
    let eId = given.get('eId');
    if (eId === undefined) {
      eId = this.writing.ids.make(this.within, kind, number);
      ids.push(['eId', eId]);
      made.push('eId');
    }
    this.eId = eId;
    const wId = given.get('wId');
    if (wId === undefined) {
      if (id !== eId) {
        if (allows(this.element, false, 'wId', id)) {
          ids.push(['wId', id]);
          made.push('wId');
        } else kept.id = id;
      }
    } else if (wId !== id) kept.id = id;
    const present = ['eId', ...(wId !== undefined || made.includes('wId') ? ['wId'] : [])];
    if (present.some((name) => this.writing.made.has(name) !== made.includes(name))) kept.made = made.join(' ');
    return ids;
  }

  private head(): void {
    if (!this.model.hasHead) {
      const { heading } = this.provision;
      if (heading.isEmpty) return;
      const element = headingElementOf(this.element, this.model);
      this.text(element, this.parts.get('heading') ?? [], heading, element === 'p' ? { is: 'heading' } : {});
      return;
    }
    const number = (): void => this.number();
    const heading = (): void => {
      if (!this.provision.heading.isEmpty)
        this.text('heading', this.parts.get('heading') ?? [], this.provision.heading);
    };
    const isHeadingFirst = this.provision.attributes['order'] === HEADING_FIRST;
    for (const part of isHeadingFirst ? [heading, number] : [number, heading]) part();
    const [first] = this.family.others;
    if (first !== undefined && this.isSubheading(first)) writeRunning(this.writing, first, 'subheading', this.eId);
  }

  private isSubheading(child: Provision): boolean {
    return this.model.hasHead && child.kind === 'subheading' && nativeIn(child, HEAD) !== undefined;
  }

  private number(): void {
    const { number } = this.provision;
    if (number === '') return;
    const entries = this.parts.get('num') ?? [];
    const marks = entries.find(([name]) => name === 'marks')?.[1];
    const text = (marks === undefined ? undefined : numberText(number, marks)) ?? Text.of(number);
    const laidOut = layOutText(text, false, roomAt(this.xml));
    const value = keptValue(keptBeside(laidOut));
    const attributes = entries.filter(([name]) => name !== 'marks');
    writeText(
      this.writing,
      'num',
      value === undefined ? attributes : [...attributes, [KEPT, value]],
      text,
      laidOut,
      () => undefined,
    );
  }

  /** The children that are not anchored and no subheading. */
  private others(): readonly Provision[] {
    const { others } = this.family;
    const [first] = others;
    return first !== undefined && this.isSubheading(first) ? others.slice(1) : others;
  }

  /** The blocks before the first provision of the hierarchy, what stands between, and the blocks after the last. */
  private runs(): {
    readonly lead: readonly Provision[];
    readonly middle: readonly Provision[];
    readonly trail: readonly Provision[];
  } {
    const children = this.others();
    const isBlock = (child: Provision): boolean => nativeIn(child, BLOCK_HOLDER) !== undefined;
    const after = children.findIndex((child) => !isBlock(child));
    const from = after < 0 ? children.length : after;
    const to = Math.max(from, children.findLastIndex((child) => !isBlock(child)) + 1);
    return { lead: children.slice(0, from), middle: children.slice(from, to), trail: children.slice(to) };
  }

  private hierarchy(): void {
    const { lead, middle, trail } = this.runs();
    const plan = this.plan();
    const opening = plan.includes('intro') ? 'intro' : plan.includes('content') ? 'content' : undefined;
    if (opening !== undefined) {
      this.xml.open(opening, this.parts.get(opening) ?? []);
      const hasText = plan.includes('text');
      if (hasText) this.text('p', this.parts.get('text') ?? [], this.provision.text);
      this.all(lead, BLOCK_HOLDER, !hasText);
      this.xml.close(opening);
    }
    this.all(middle, this.model, false);
    if (plan.includes('wrapUp')) {
      const { tail } = this.provision;
      this.xml.open('wrapUp', this.parts.get('wrapUp') ?? []);
      trail.forEach((child, index) => {
        const isLast = tail.isEmpty && index === trail.length - 1;
        writeProvision(this.writing, child, BLOCK_HOLDER, this.eId, isLast && child.kind === 'passage');
      });
      if (!tail.isEmpty) this.text('p', this.parts.get('tail') ?? [], tail);
      this.xml.close('wrapUp');
    }
  }

  /** Children one after the other. The first may have to say that it is no text of this provision. */
  private all(children: readonly Provision[], holder: Model, isFirstExplicit: boolean): void {
    children.forEach((child, index) => {
      const isExplicit = isFirstExplicit && index === 0 && child.kind === 'passage' && nativeIn(child, holder) === 'p';
      writeProvision(this.writing, child, holder, this.eId, isExplicit);
    });
  }

  private list(): void {
    const { text, tail } = this.provision;
    if (!text.isEmpty) this.text('listIntroduction', this.parts.get('text') ?? [], text);
    this.all(this.others(), this.model, false);
    if (!tail.isEmpty) this.text('listWrapUp', this.parts.get('tail') ?? [], tail);
  }

  private blocks(): void {
    const { text, tail, heading } = this.provision;
    const children = this.others();
    const { takesText, shape, hasIntro } = this.model;
    if (shape === 'rows' && hasIntro) {
      this.framed('intro', text, 'text');
      this.all(children, this.model, false);
      this.framed('wrapUp', tail, 'tail');
      return;
    }
    const hasText = !text.isEmpty || this.parts.has('text');
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
    if (hasText) this.text('p', this.parts.get('text') ?? [], text, takesText ? {} : { is: 'text' });
    this.all(children, this.model, takesText && !hasText);
    if (!tail.isEmpty) this.text('p', this.parts.get('tail') ?? [], tail, { is: 'tail' });
    const isBare = !hasText && tail.isEmpty && children.length === 0 && (this.model.hasHead || heading.isEmpty);
    if (isBare && this.model.needsChild) this.xml.empty('p', nothing());
  }

  private framed(element: string, text: Text, part: string): void {
    if (text.isEmpty) return;
    this.xml.open(element, []);
    this.text('p', this.parts.get(part) ?? [], text);
    this.xml.close(element);
  }

  private running(): void {
    const laidOut = this.layOut(this.provision.text);
    const attributes = this.startAttributes([], keptBeside(laidOut));
    writeText(
      this.writing,
      this.element,
      attributes,
      this.provision.text,
      laidOut,
      () => this.anchored(),
      () => this.comments(),
    );
  }

  private item(): void {
    const { text } = this.provision;
    const laidOut = this.layOut(text);
    const attributes = [...this.startAttributes([], keptBeside(laidOut)), ...preserving(text)];
    this.xml.openRunning('li', attributes);
    this.steps(laidOut);
    this.all(this.others(), this.model, false);
    this.comments();
    this.xml.closeRunning('li');
  }

  private foreign(): void {
    const attributes = this.startAttributes([]);
    const inside = this.provision.attributes[XML_KEPT] ?? '';
    if (inside === '') this.xml.empty('foreign', attributes);
    else this.xml.raw('foreign', attributes, inside);
  }

  private layOut(text: Text): LaidOut {
    return layOutText(text, this.family.isAnchored, roomAt(this.xml));
  }

  private text(element: string, attributes: Entries, text: Text, more: Kept = {}): void {
    const laidOut = this.layOut(text);
    const value = keptValue({ ...more, ...keptBeside(laidOut) });
    const all = value === undefined ? attributes : [...attributes, [KEPT, value] as const];
    writeText(this.writing, element, all, text, laidOut, () => this.anchored());
  }

  private steps(laidOut: LaidOut): void {
    writeSteps(this.writing, laidOut, () => this.anchored());
  }

  private anchored(): void {
    const child = this.family.anchored[this.nextAnchored];
    this.nextAnchored += 1;
    if (child === undefined) throw new Error('There are more anchors than anchored provisions.');
    const writer = new ProvisionWriter(this.writing, child, child.kind, this.eId, false);
    writer.write();
  }
}

const HEAD: Model = {
  shape: 'rows',
  holds: new Set(['subheading']),
  hasHead: false,
  hasIntro: false,
  takesText: false,
  needsChild: false,
};
const BLOCK_HOLDER: Model = { ...HEAD, holds: BLOCKS };

function writeRunning(writing: Writing, provision: Provision, element: string, within: string): void {
  for (const comment of writing.commentsBefore(provision.id)) writing.xml.comment(comment.words);
  new ProvisionWriter(writing, provision, element, within, false).write();
}
