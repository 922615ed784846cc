import type { Provision } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { allows, requiredOf } from './attribute-rules.ts';
import { documentParts, type DocumentParts } from './document-parts.ts';
import { anchorOf, layOutText } from './lay-out-text.ts';
import { MAX_OPEN_MARKS } from './limits.ts';
import { parseXmlTree } from './xml-tree.ts';
import { AFTER_TEXT, XML_KEPT } from './names.ts';
import { numberOf } from './number-text.ts';
import { BODY_MODELS, BODY_OF, DOCUMENTS, elementOf, HEAD, MODELS, type Model } from './vocabulary.ts';
import { fragmentOf } from './xml-writer.ts';

/*
 * Which element a provision is written as. A provision has the element of its kind where that may stand and can hold all
 * the provision has. Everything else has one of the two elements that can hold anything: `hcontainer` among provisions,
 * `blockContainer` among blocks, with the kind beside it.
 */

/** The children of a provision, by where they are written. */
export interface Family {
  /** Whether anchors in the words are the places of children; they are not where the two do not go together. */
  readonly isAnchored: boolean;
  /** Those anchored in the words of each part. */
  readonly anchored: Readonly<Record<WordsPart, readonly Provision[]>>;
  /** Those that stand in the head, beside number and heading. */
  readonly inHead: readonly Provision[];
  readonly others: readonly Provision[];
}

/** The parts of a provision that are words, in the order in which what is anchored in them stands among the children. */
export const WORDS_PARTS = ['number', 'heading', 'text', 'tail'] as const;
export type WordsPart = (typeof WORDS_PARTS)[number];
const NONE: Family['anchored'] = { number: [], heading: [], text: [], tail: [] };

/**
 * Takes the children of a provision apart that is written as an element built by `model`. Anchors are in order only when
 * the first children are of the elements they name, one by one; otherwise all children are written where children are.
 */
export function familyOf(provision: Provision, model: Model, mayAnchor = true): Family {
  const { children } = provision;
  const anchored = mayAnchor && children.length > 0 ? anchoredIn(provision, model) : NONE;
  const rest = children.slice(WORDS_PARTS.reduce((count, part) => count + anchored[part].length, 0));
  const isInHead = (child: Provision): boolean =>
    model.hasHead && child.attributes['order'] !== AFTER_TEXT && nativeIn(child, HEAD) !== undefined;
  const after = rest.findIndex((child) => !isInHead(child));
  const count = after < 0 ? rest.length : after;
  return { isAnchored: anchored !== NONE, anchored, inHead: rest.slice(0, count), others: rest.slice(count) };
}

function anchoredIn(provision: Provision, model: Model): Family['anchored'] {
  const { heading, text, tail } = provision;
  const number = model.hasHead ? numberOf(provision) : Text.EMPTY;
  const anchored: Record<WordsPart, readonly Provision[]> = { ...NONE };
  let next = 0;
  const words = { number, heading, text, tail };
  for (const part of WORDS_PARTS) {
    const anchors = anchorsIn(words[part]);
    const from = next;
    next += anchors.length;
    anchored[part] = provision.children.slice(from, next);
    if (!anchors.every((anchor, index) => provision.children[from + index]?.kind === anchor)) return NONE;
  }
  return anchored;
}

/** The elements that stand in these words, in the order they are written. */
function anchorsIn(text: Text): readonly string[] {
  if (!text.marks.some((mark) => anchorOf(mark) !== undefined)) return [];
  return layOutText(text, true, MAX_OPEN_MARKS).steps.flatMap((step) => (step.do === 'anchor' ? [step.element] : []));
}

/** Whether the attributes that an element must have are there, with values it may have. */
function hasRequired(provision: Provision, element: string): boolean {
  return requiredOf(element, DOCUMENTS.has(element)).every((name) => {
    const value = provision.attributes[name];
    return value !== undefined && allows(element, DOCUMENTS.has(element), name, value);
  });
}

/** The element of a provision's kind, where a `holder` may hold it and it can hold all that the provision has. */
export function nativeIn(provision: Provision, holder: Model): string | undefined {
  const own = elementOf(provision.kind);
  const element = own === 'td' && provision.attributes['element'] === 'th' ? 'th' : own;
  return element !== undefined && holder.holds.has(element) && fits(provision, element) ? element : undefined;
}

/** The element a provision is written as in `holder`. */
export function elementIn(provision: Provision, holder: Model): string {
  return nativeIn(provision, holder) ?? (holder.holds.has('hcontainer') ? 'hcontainer' : 'blockContainer');
}

export const saysNothing = (provision: Provision): boolean =>
  provision.number === '' && provision.heading.isEmpty && provision.text.isEmpty && provision.tail.isEmpty;

/** Whether a provision fits an element is asked at every level above it: each answer is worked out once. */
const known = new WeakMap<Provision, Map<string, boolean>>();

function fits(provision: Provision, element: string): boolean {
  const answers = known.get(provision) ?? new Map<string, boolean>();
  const before = answers.get(element);
  if (before !== undefined) return before;
  const answer = canBe(provision, element);
  answers.set(element, answer);
  known.set(provision, answers);
  return answer;
}

function canBe(provision: Provision, element: string): boolean {
  const model = MODELS.get(element);
  if (model === undefined) return false;
  if (element !== 'hcontainer' && model.shape !== 'document' && !hasRequired(provision, element)) return false;
  const { heading, text, tail } = provision;
  const { inHead, others } = familyOf(provision, model);
  const hasNumber = provision.number !== '';
  switch (model.shape) {
    case 'hierarchy':
    case 'blocks':
      return true;
    case 'running':
      return !hasNumber && heading.isEmpty && tail.isEmpty && others.length === 0;
    case 'list':
      return !hasNumber && heading.isEmpty && holdsAll(others, model);
    case 'rows':
      return (
        (!hasNumber || model.hasHead) &&
        (heading.isEmpty || model.hasHead || element === 'table') &&
        ((text.isEmpty && tail.isEmpty) || model.hasIntro) &&
        holdsAll(others, model)
      );
    case 'item':
      return (
        !hasNumber && heading.isEmpty && tail.isEmpty && others.every((child) => nativeIn(child, model) !== undefined)
      );
    case 'wrapper':
      return text.isEmpty && tail.isEmpty && others.length === 1 && holdsAll(others, model);
    case 'empty':
      return saysNothing(provision) && provision.children.length === 0;
    case 'foreign':
      return (
        saysNothing(provision) && provision.children.length === 0 && isForeignFragment(provision.attributes[XML_KEPT])
      );
    case 'document':
      return inHead.length === 0 && fitsDocument(provision, element);
  }
}

const holdsAll = (children: readonly Provision[], model: Model): boolean =>
  children.length > 0 && children.every((child) => nativeIn(child, model) !== undefined);

/** Whether these words are elements of other vocabularies, in the very form that reading gives them. */
function isForeignFragment(xml: string | undefined): boolean {
  if (xml === undefined) return false;
  try {
    const { children } = parseXmlTree(`<foreign xmlns="urn:none">${xml}</foreign>`).root;
    return (
      fragmentOf(children) === xml &&
      children.every((node) => typeof node !== 'string' && (node.kind === 'remark' || /^\{[^}]/u.test(node.name)))
    );
  } catch {
    // What cannot be parsed is no such fragment, and is written as an attribute.
    return false;
  }
}

export const bodyModelOf = (element: string): Model => {
  const model = BODY_MODELS[BODY_OF[element] ?? ''];
  if (model === undefined) throw new Error(`"${element}" is no document.`);
  return model;
};

/** The parts of a document that is written as this element. */
export const partsOfDocument = (provision: Provision, element: string, isMain: boolean): DocumentParts =>
  documentParts(provision, element, isMain, fits);

function fitsDocument(provision: Provision, element: string, isMain = false): boolean {
  const model = bodyModelOf(element);
  const { body, front } = partsOfDocument(provision, element, isMain);
  if (element === 'judgment' && front.at(-1)?.kind !== 'header') return false;
  if (element === 'portion')
    return hasRequired(provision, element) && saysNothing(provision) && body.length === 1 && holdsAll(body, model);
  if (model.shape !== 'rows') return true;
  return provision.heading.isEmpty && provision.text.isEmpty && provision.tail.isEmpty && holdsAll(body, model);
}

/** The element of the main document: that of its kind, else `act`, or `doc` for a type whose parts are not as they must be. */
export function mainElementOf(provision: Provision): string {
  if (!DOCUMENTS.has(provision.kind)) return 'act';
  return fitsDocument(provision, provision.kind, true) ? provision.kind : 'doc';
}
