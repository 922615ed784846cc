import type { Attributes } from '../../../legaltext/text.ts';
import type { XmlElement, XmlNode } from '../xml-tree.ts';
import type {
  AknMetadata,
  FrbrProperty,
  MetadataBlock,
  Modification,
  ModificationArgument,
  ModificationMatter,
  ModificationPeriod,
} from './model.ts';
import { BLOCKS, inOrder, PROPERTIES } from './schema-order.ts';

const element = (
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  rest: Attributes,
  children: readonly XmlNode[],
): XmlElement => {
  const entries = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null);
  return { kind: 'element', name, attributes: Object.fromEntries([...entries, ...Object.entries(rest)]), children };
};

const flag = (value: boolean | null): string | null => (value === null ? null : String(value));

const level = (name: string, properties: readonly FrbrProperty[]): XmlElement =>
  element(
    name,
    {},
    {},
    inOrder(properties, PROPERTIES, (property) => property.name).map((property) =>
      element(property.name, {}, property.attributes, property.kept),
    ),
  );

const argument = (name: string, value: ModificationArgument): XmlElement =>
  element(
    name,
    {
      href: value.href,
      pos: value.pos,
      exclusion: flag(value.exclusion),
      incomplete: flag(value.incomplete),
      upTo: value.upTo,
    },
    value.attributes,
    value.kept,
  );

const matter = (name: string, value: ModificationMatter): XmlElement =>
  element(name, { href: value.href }, value.attributes, value.kept);

const period = (name: string, value: ModificationPeriod): XmlElement =>
  element(name, { period: value.period }, value.attributes, value.kept);

/** A modification as an element of `activeModifications` or `passiveModifications`. */
function modificationElement(value: Modification): XmlElement {
  const children: XmlElement[] = [
    ...value.sources.map((each) => argument('source', each)),
    ...value.destinations.map((each) => argument('destination', each)),
  ];
  const { force, efficacy, application, duration, condition, previous, domain } = value;
  for (const [name, each] of Object.entries({ force, efficacy, application, duration }))
    if (each !== null) children.push(period(name, each));
  if (condition !== null) children.push(matter('condition', condition));
  if (previous !== null) children.push(matter('previous', previous));
  for (const each of value.old) children.push(matter('old', each));
  for (const each of value.new) children.push(matter('new', each));
  if (domain !== null) children.push(matter('domain', domain));
  return element(
    `${value.kind}Mod`,
    {
      eId: value.id,
      type: value.type,
      period: value.period,
      status: value.status,
      exclusion: flag(value.exclusion),
      incomplete: flag(value.incomplete),
    },
    value.attributes,
    children,
  );
}

const listed = (name: string, source: string, children: readonly XmlElement[]): XmlElement =>
  element(name, { source }, {}, children);

function blockElement(block: MetadataBlock): XmlElement {
  switch (block.kind) {
    case 'kept':
      return block.element;
    case 'identification':
      return listed('identification', block.source, [
        level('FRBRWork', block.work),
        level('FRBRExpression', block.expression),
        level('FRBRManifestation', block.manifestation),
        ...(block.item === null ? [] : [level('FRBRItem', block.item)]),
      ]);
    case 'lifecycle':
      return listed(
        'lifecycle',
        block.source,
        block.events.map((event) =>
          element(
            'eventRef',
            { eId: event.id, date: event.date, type: event.type, source: event.source, refersTo: event.refersTo },
            event.attributes,
            event.kept,
          ),
        ),
      );
    case 'temporal-data':
      return listed(
        'temporalData',
        block.source,
        block.groups.map((group) =>
          element(
            'temporalGroup',
            { eId: group.id },
            group.attributes,
            group.intervals.map(({ start, end, duration, refersTo, attributes }) =>
              element('timeInterval', { start, end, duration, refersTo }, attributes, []),
            ),
          ),
        ),
      );
    case 'references':
      return listed(
        'references',
        block.source,
        block.entries.map((entry) =>
          element(entry.name, { eId: entry.id, href: entry.href, showAs: entry.showAs }, entry.attributes, []),
        ),
      );
    case 'analysis': {
      const { active, passive } = block;
      return listed('analysis', block.source, [
        ...(active === null ? [] : [element('activeModifications', {}, {}, active.map(modificationElement))]),
        ...(passive === null ? [] : [element('passiveModifications', {}, {}, passive.map(modificationElement))]),
        ...block.kept,
      ]);
    }
  }
}

/** The blocks of metadata as elements, in the order the schema asks for. */
export const metadataElements = (metadata: AknMetadata): readonly XmlElement[] =>
  inOrder(metadata.blocks.map(blockElement), BLOCKS, (block) => block.name);
