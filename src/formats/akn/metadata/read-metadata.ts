import { NO_ATTRIBUTES, type Attributes } from '../../../legaltext/text.ts';
import { isBlank, isElement, type XmlElement, type XmlNode } from '../xml-tree.ts';
import {
  MODIFICATION_KINDS,
  type AknMetadata,
  type FrbrProperty,
  type LifecycleEvent,
  type MetadataBlock,
  type Modification,
  type ModificationArgument,
  type ModificationMatter,
  type ModificationPeriod,
  type ReferenceEntry,
  type TemporalGroup,
  type TimeInterval,
} from './model.ts';

/*
 * Each reader below takes an element apart into the fields of its value, and gives undefined when something in it has no
 * field: then the whole block is kept as it was written, so that nothing is lost.
 */

/** The attributes of an element by name, handing out each once; what is left has no field. */
class Taking {
  private readonly left: Map<string, string>;

  constructor(element: XmlElement) {
    this.left = new Map(Object.entries(element.attributes));
  }

  optional(name: string): string | null {
    const value = this.left.get(name) ?? null;
    this.left.delete(name);
    return value;
  }

  flag(name: string): boolean | null {
    const value = this.left.get(name);
    if (value !== 'true' && value !== 'false') return null;
    this.left.delete(name);
    return value === 'true';
  }

  rest(): Attributes {
    return this.left.size === 0 ? NO_ATTRIBUTES : Object.fromEntries(this.left);
  }

  get isEmpty(): boolean {
    return this.left.size === 0;
  }
}

/** The child elements, or undefined when words or comments stand between them. */
function onlyElements(element: XmlElement): readonly XmlElement[] | undefined {
  const elements: XmlElement[] = [];
  for (const node of element.children)
    if (typeof node !== 'string' && isElement(node)) elements.push(node);
    else if (typeof node !== 'string' || !isBlank(node)) return undefined;
  return elements;
}

/** The elements in it, tidied; undefined where there are words beside them. */
const keptIn = (element: XmlElement): readonly XmlElement[] | undefined => onlyElements(element)?.map(tidy);

/** An element without the white space that only lays it out. */
export function tidy(element: XmlElement): XmlElement {
  const holdsWords = element.children.some((node) => typeof node === 'string' && !isBlank(node));
  const children: XmlNode[] = [];
  for (const node of element.children)
    if (typeof node === 'string') {
      if (holdsWords) children.push(node);
    } else children.push(isElement(node) ? tidy(node) : node);
  return { kind: 'element', name: element.name, attributes: element.attributes, children };
}

/** Every one of `elements` read by `read`; undefined when one cannot be. */
function all<Value>(
  elements: readonly XmlElement[] | undefined,
  read: (element: XmlElement) => Value | undefined,
): readonly Value[] | undefined {
  if (elements === undefined) return undefined;
  const values: Value[] = [];
  for (const element of elements) {
    const value = read(element);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

const named = (element: XmlElement, name: string): XmlElement | undefined =>
  element.name === name ? element : undefined;

function property(element: XmlElement): FrbrProperty | undefined {
  const kept = keptIn(element);
  return kept === undefined ? undefined : { name: element.name, attributes: element.attributes, kept };
}

function identification(element: XmlElement): MetadataBlock | undefined {
  const taking = new Taking(element);
  const source = taking.optional('source');
  const levels = onlyElements(element);
  if (source === null || !taking.isEmpty || levels === undefined) return undefined;
  const [work, expression, manifestation, item, ...more] = levels;
  const read = (level: XmlElement | undefined, name: string): readonly FrbrProperty[] | undefined =>
    level?.name === name && Object.keys(level.attributes).length === 0 ? all(onlyElements(level), property) : undefined;
  const properties = [
    read(work, 'FRBRWork'),
    read(expression, 'FRBRExpression'),
    read(manifestation, 'FRBRManifestation'),
  ];
  const [ofWork, ofExpression, ofManifestation] = properties;
  const ofItem = item === undefined ? null : read(item, 'FRBRItem');
  if (
    ofWork === undefined ||
    ofExpression === undefined ||
    ofManifestation === undefined ||
    ofItem === undefined ||
    more.length > 0
  )
    return undefined;
  return {
    kind: 'identification',
    source,
    work: ofWork,
    expression: ofExpression,
    manifestation: ofManifestation,
    item: ofItem,
  };
}

/** A block that is a source and a list of one kind of things. */
function list<Value>(
  element: XmlElement,
  read: (element: XmlElement) => Value | undefined,
): { readonly source: string; readonly values: readonly Value[] } | undefined {
  const taking = new Taking(element);
  const source = taking.optional('source');
  const values = all(onlyElements(element), read);
  return source === null || !taking.isEmpty || values === undefined ? undefined : { source, values };
}

function event(element: XmlElement): LifecycleEvent | undefined {
  const taking = new Taking(element);
  const date = taking.optional('date');
  const source = taking.optional('source');
  const kept = keptIn(element);
  if (named(element, 'eventRef') === undefined || date === null || source === null || kept === undefined)
    return undefined;
  return {
    id: taking.optional('eId'),
    date,
    type: taking.optional('type'),
    source,
    refersTo: taking.optional('refersTo'),
    attributes: taking.rest(),
    kept,
  };
}

function interval(element: XmlElement): TimeInterval | undefined {
  const taking = new Taking(element);
  const refersTo = taking.optional('refersTo');
  if (named(element, 'timeInterval') === undefined || refersTo === null || onlyElements(element)?.length !== 0)
    return undefined;
  return {
    start: taking.optional('start'),
    end: taking.optional('end'),
    duration: taking.optional('duration'),
    refersTo,
    attributes: taking.rest(),
  };
}

function group(element: XmlElement): TemporalGroup | undefined {
  const taking = new Taking(element);
  const intervals = all(onlyElements(element), interval);
  if (named(element, 'temporalGroup') === undefined || intervals === undefined) return undefined;
  return { id: taking.optional('eId'), intervals, attributes: taking.rest() };
}

function reference(element: XmlElement): ReferenceEntry | undefined {
  const taking = new Taking(element);
  const href = taking.optional('href');
  const showAs = taking.optional('showAs');
  if (href === null || showAs === null || onlyElements(element)?.length !== 0) return undefined;
  return { name: element.name, id: taking.optional('eId'), href, showAs, attributes: taking.rest() };
}

function argument(element: XmlElement): ModificationArgument | undefined {
  const taking = new Taking(element);
  const kept = keptIn(element);
  if (kept === undefined) return undefined;
  return {
    href: taking.optional('href'),
    pos: taking.optional('pos'),
    upTo: taking.optional('upTo'),
    exclusion: taking.flag('exclusion'),
    incomplete: taking.flag('incomplete'),
    attributes: taking.rest(),
    kept,
  };
}

function matter(element: XmlElement): ModificationMatter | undefined {
  const taking = new Taking(element);
  const kept = keptIn(element);
  return kept === undefined ? undefined : { href: taking.optional('href'), attributes: taking.rest(), kept };
}

function period(element: XmlElement): ModificationPeriod | undefined {
  const taking = new Taking(element);
  const kept = keptIn(element);
  return kept === undefined ? undefined : { period: taking.optional('period'), attributes: taking.rest(), kept };
}

const PARTS: ReadonlySet<string> = new Set(
  'source destination force efficacy application duration condition previous old new domain'.split(' '),
);

function modification(element: XmlElement): Modification | undefined {
  const kind = MODIFICATION_KINDS.find((each) => element.name === `${each}Mod`);
  const taking = new Taking(element);
  const type = taking.optional('type');
  const parts = onlyElements(element);
  if (kind === undefined || type === null || parts === undefined || parts.some((part) => !PARTS.has(part.name)))
    return undefined;
  const of = (name: string): readonly XmlElement[] => parts.filter((part) => part.name === name);
  /** The one of this name, null when there is none, undefined when there are more or it has no fields. */
  const one = <Value>(name: string, read: (each: XmlElement) => Value | undefined): Value | null | undefined => {
    const [first, second] = of(name);
    return first === undefined ? null : second === undefined ? read(first) : undefined;
  };
  const sources = all(of('source'), argument);
  const destinations = all(of('destination'), argument);
  const [force, efficacy, application, duration] = [
    one('force', period),
    one('efficacy', period),
    one('application', period),
    one('duration', period),
  ];
  const [condition, previous, domain] = [one('condition', matter), one('previous', matter), one('domain', matter)];
  const old = all(of('old'), matter);
  const fresh = all(of('new'), matter);
  if (
    sources === undefined ||
    destinations === undefined ||
    force === undefined ||
    efficacy === undefined ||
    application === undefined ||
    duration === undefined ||
    condition === undefined ||
    previous === undefined ||
    domain === undefined ||
    old === undefined ||
    fresh === undefined
  )
    return undefined;
  return {
    kind,
    type,
    id: taking.optional('eId'),
    sources,
    destinations,
    force,
    efficacy,
    application,
    duration,
    condition,
    previous,
    old,
    new: fresh,
    domain,
    period: taking.optional('period'),
    status: taking.optional('status'),
    exclusion: taking.flag('exclusion'),
    incomplete: taking.flag('incomplete'),
    attributes: taking.rest(),
  };
}

function analysis(element: XmlElement): MetadataBlock | undefined {
  const taking = new Taking(element);
  const source = taking.optional('source');
  const parts = onlyElements(element);
  if (source === null || !taking.isEmpty || parts === undefined) return undefined;
  const one = (name: string): readonly Modification[] | null | undefined => {
    const [first, second] = parts.filter((part) => part.name === name);
    if (first === undefined) return null;
    if (second !== undefined || Object.keys(first.attributes).length > 0) return undefined;
    return all(onlyElements(first), modification);
  };
  const active = one('activeModifications');
  const passive = one('passiveModifications');
  if (active === undefined || passive === undefined) return undefined;
  const kept = parts.filter((part) => !part.name.endsWith('Modifications')).map(tidy);
  return { kind: 'analysis', source, active, passive, kept };
}

function block(element: XmlElement): MetadataBlock {
  const read = (): MetadataBlock | undefined => {
    switch (element.name) {
      case 'identification':
        return identification(element);
      case 'lifecycle': {
        const events = list(element, event);
        return events && { kind: 'lifecycle', source: events.source, events: events.values };
      }
      case 'temporalData': {
        const groups = list(element, group);
        return groups && { kind: 'temporal-data', source: groups.source, groups: groups.values };
      }
      case 'references': {
        const entries = list(element, reference);
        return entries && { kind: 'references', source: entries.source, entries: entries.values };
      }
      case 'analysis':
        return analysis(element);
      default:
        return undefined;
    }
  };
  return read() ?? { kind: 'kept', element: tidy(element) };
}

/** The metadata of a document, and the comments that stand between its parts. */
export function readMetadata(meta: XmlElement): {
  readonly metadata: AknMetadata;
  readonly comments: readonly string[];
} {
  const comments: string[] = [];
  /** Comments beside elements are gathered; those in a block that is kept as written go with it. */
  const withoutComments = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children
      .filter((node) => {
        if (typeof node === 'string' || isElement(node)) return true;
        comments.push(node.words);
        return false;
      })
      .map((node) => (typeof node !== 'string' && isElement(node) ? withoutComments(node) : node)),
  });
  const blocks = withoutComments(meta)
    .children.filter((node): node is XmlElement => typeof node !== 'string' && isElement(node))
    .map(block);
  return { metadata: { blocks }, comments };
}
