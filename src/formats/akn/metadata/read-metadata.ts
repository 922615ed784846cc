import { elementsOf, isElement, withOnly, type XmlElement, type XmlNode, type XmlRemark } from '../xml-tree.ts';
import {
  type AknMetadata,
  type FrbrProperty,
  type LifecycleEvent,
  type MetadataBlock,
  type Modification,
  type ReferenceEntry,
  type TemporalGroup,
  type TimeInterval,
} from './model.ts';
import { readModification } from './read-modification.ts';
import { BLOCKS, inOrder, PROPERTIES } from './schema-order.ts';
import { all, keptIn, onlyElements, Taking, tidy } from './taking.ts';

/*
 * Each reader below takes an element apart into the fields of its value, and gives undefined when something in it has no
 * field: then the whole block is kept as it was written, so that nothing is lost.
 */

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
  const read = (level: XmlElement | undefined, name: string): readonly FrbrProperty[] | undefined => {
    if (level?.name !== name || Object.keys(level.attributes).length > 0) return undefined;
    const properties = all(onlyElements(level), property);
    return properties && inOrder(properties, PROPERTIES, (each) => each.name);
  };
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

function analysis(element: XmlElement): MetadataBlock | undefined {
  const taking = new Taking(element);
  const source = taking.optional('source');
  const parts = onlyElements(element);
  if (source === null || !taking.isEmpty || parts === undefined) return undefined;
  const one = (name: string): readonly Modification[] | null | undefined => {
    const [first, second] = parts.filter((part) => part.name === name);
    if (first === undefined) return null;
    if (second !== undefined || Object.keys(first.attributes).length > 0) return undefined;
    return all(onlyElements(first), readModification);
  };
  const active = one('activeModifications');
  const passive = one('passiveModifications');
  if (active === undefined || passive === undefined) return undefined;
  const kept = parts.filter((part) => !['activeModifications', 'passiveModifications'].includes(part.name)).map(tidy);
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

/** The metadata of a document, and the remarks in it, which are gathered wherever in it they stand. */
export function readMetadata(meta: XmlElement): {
  readonly metadata: AknMetadata;
  readonly remarks: readonly XmlRemark[];
} {
  const remarks: XmlRemark[] = [];
  const withoutRemarks = (element: XmlElement): XmlElement => {
    const children: XmlNode[] = [];
    for (const node of element.children)
      if (typeof node === 'string') children.push(node);
      else if (isElement(node)) children.push(withoutRemarks(node));
      else remarks.push(node);
    return withOnly(element, children);
  };
  const elements = inOrder(elementsOf(withoutRemarks(meta)), BLOCKS, ({ name }) => name);
  return { metadata: { blocks: elements.map(block) }, remarks };
}
