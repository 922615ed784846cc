import type { Provision } from '../../legaltext/provision.ts';
import { allows, requiredOf } from './attribute-rules.ts';
import { anchorOf, layOutText } from './lay-out-text.ts';
import { MAX_OPEN_MARKS } from './limits.ts';
import { parseXmlTree } from './xml-tree.ts';
import { BESIDE, XML_KEPT } from './names.ts';
import { BODY_MODELS, BODY_OF, DOCUMENTS, elementOf, MODELS, type Model } from './vocabulary.ts';
import { fragmentOf } from './xml-writer.ts';

/*
 * Which element a provision is written as. A provision has the element of its kind where that may stand and can hold all
 * the provision has. Everything else has one of the two elements that can hold anything: `hcontainer` among provisions,
 * `blockContainer` among blocks, with the kind beside it.
 */

/** The children of a provision: those anchored in its texts, and the others. */
export interface Family {
  readonly isAnchored: boolean;
  readonly anchored: readonly Provision[];
  readonly others: readonly Provision[];
}

/**
 * Takes the children apart. Anchors are in order only when the first children are of the elements they name, one by one,
 * and each can stand at its place; otherwise there are none, and all children are written where children are.
 */
export function familyOf(provision: Provision, mayAnchor = true): Family {
  const none: Family = { isAnchored: false, anchored: [], others: provision.children };
  if (!mayAnchor || provision.children.length === 0) return none;
  const texts = [provision.heading, provision.text, provision.tail];
  const anchors = texts.flatMap((text) => text.marks.map(anchorOf).filter((anchor) => anchor !== undefined));
  if (anchors.length === 0 || anchors.length > provision.children.length) return none;
  const fitting = anchors.every((anchor, index) => {
    const child = provision.children[index];
    return child?.kind === anchor && hasRequired(child, anchor);
  });
  const inOrder = (): boolean => {
    let at = 0;
    return texts.every((text) => {
      const { steps, isSound } = layOutText(text, true, MAX_OPEN_MARKS);
      return isSound && steps.every((step) => step.do !== 'anchor' || step.element === anchors[at++]);
    });
  };
  if (!fitting || !inOrder()) return none;
  return {
    isAnchored: true,
    anchored: provision.children.slice(0, anchors.length),
    others: provision.children.slice(anchors.length),
  };
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
  const { number, heading, text, tail } = provision;
  switch (model.shape) {
    case 'hierarchy':
    case 'blocks':
      return true;
    case 'running':
      return number === '' && heading.isEmpty && tail.isEmpty && familyOf(provision).others.length === 0;
    case 'list':
      return number === '' && heading.isEmpty && holdsAll(familyOf(provision).others, model);
    case 'rows':
      return (
        (number === '' || model.hasHead) &&
        (heading.isEmpty || model.hasHead || element === 'table') &&
        ((text.isEmpty && tail.isEmpty) || model.hasIntro) &&
        holdsAll(familyOf(provision).others, model)
      );
    case 'item': {
      const { others } = familyOf(provision);
      return (
        number === '' &&
        heading.isEmpty &&
        tail.isEmpty &&
        others.every((child) => nativeIn(child, model) !== undefined)
      );
    }
    case 'wrapper': {
      const { others } = familyOf(provision);
      return text.isEmpty && tail.isEmpty && others.length === 1 && holdsAll(others, model);
    }
    case 'empty':
      return saysNothing(provision) && provision.children.length === 0;
    case 'foreign':
      return (
        saysNothing(provision) && provision.children.length === 0 && isForeignFragment(provision.attributes[XML_KEPT])
      );
    case 'document':
      return fitsDocument(provision, element);
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
      children.every((node) => typeof node !== 'string' && (node.kind === 'comment' || /^\{[^}]/u.test(node.name)))
    );
  } catch {
    // What cannot be parsed is no such fragment, and is written as an attribute.
    return false;
  }
}

/** The parts of a document before, in and after its body, and beside it. */
export interface DocumentParts {
  readonly front: readonly Provision[];
  readonly body: readonly Provision[];
  readonly conclusions: Provision | undefined;
  readonly attachments: readonly Provision[];
  readonly components: readonly Provision[];
  readonly beside: readonly Provision[];
}

const FRONT_OF: Readonly<Record<string, readonly string[]>> = {
  portion: [],
  debate: ['coverPage', 'preface'],
  judgment: ['coverPage', 'header'],
  amendment: ['coverPage', 'preface'],
};

/** Takes the children of a document apart, by kind and place: what does not stand where it must is of the body. */
export function documentParts(provision: Provision, element: string, isMain: boolean): DocumentParts {
  let children = provision.children;
  const front: Provision[] = [];
  for (const name of FRONT_OF[element] ?? ['coverPage', 'preface', 'preamble']) {
    const [first] = children;
    if (first?.kind === name) {
      front.push(first);
      children = children.slice(1);
    }
  }
  const takeLast = (matches: (child: Provision) => boolean): readonly Provision[] => {
    let from = children.length;
    for (let child = children[from - 1]; child !== undefined && matches(child); child = children[from - 1]) from -= 1;
    const taken = children.slice(from);
    children = children.slice(0, from);
    return taken;
  };
  const isOf =
    (kind: string, of: string | undefined) =>
    (child: Provision): boolean =>
      child.kind === kind && child.attributes['of'] === of && fits(child, kind);
  const hasBack = element !== 'portion';
  const beside = isMain ? takeLast(isOf('component', BESIDE)) : [];
  const components = hasBack ? takeLast(isOf('component', 'components')) : [];
  const attachments = hasBack ? takeLast((child) => child.kind === 'attachment' && fits(child, 'attachment')) : [];
  const last = children.at(-1);
  const conclusions = hasBack && last?.kind === 'conclusions' ? last : undefined;
  if (conclusions !== undefined) children = children.slice(0, -1);
  return { front, body: children, conclusions, attachments, components, beside };
}

export const bodyModelOf = (element: string): Model => {
  const model = BODY_MODELS[BODY_OF[element] ?? ''];
  if (model === undefined) throw new Error(`"${element}" is no document.`);
  return model;
};

function fitsDocument(provision: Provision, element: string, isMain = false): boolean {
  const model = bodyModelOf(element);
  const { body, front } = documentParts(provision, element, isMain);
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
