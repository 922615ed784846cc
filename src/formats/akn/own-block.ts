import type { AknMetadata, FrbrProperty, Identification, MetadataBlock } from './metadata/model.ts';
import { PANDECT } from './namespaces.ts';
import { withOnly, type XmlElement, type XmlNode } from './xml-tree.ts';

/*
 * A file that Pandect wrote says so in its metadata: `<proprietary source="#pandect"><pandect:file made="…"/>`. `made` are
 * the attributes that were made in writing (`eId`, `wId`), and that reading leaves out again. A document that has no
 * identification of its own, which the schema asks for, is given one with that source, and reading leaves it out too.
 */

const OWN_SOURCE = '#pandect';
const FILE = `{${PANDECT}}file`;

/** The metadata without what Pandect added in writing; undefined when nothing is left. */
export function withoutOwnBlocks(metadata: AknMetadata): AknMetadata | undefined {
  const blocks = metadata.blocks.flatMap(withoutOwnParts);
  return blocks.length === 0 ? undefined : { blocks };
}

/** A block without what Pandect added, if anything else is in it: what somebody has written into it since is theirs. */
function withoutOwnParts(block: MetadataBlock): readonly MetadataBlock[] {
  if (block.kind === 'identification') return isMadeIdentification(block) ? [] : [block];
  if (block.kind !== 'kept' || block.element.attributes['source'] !== OWN_SOURCE) return [block];
  const children = block.element.children.filter((node) => typeof node === 'string' || !isFileBlock(node));
  if (children.length === block.element.children.length) return [block];
  const isOurs = children.length === 0 && Object.keys(block.element.attributes).length === 1;
  return isOurs ? [] : [{ kind: 'kept', element: withOnly(block.element, children) }];
}

const isFileBlock = (node: XmlNode): boolean =>
  typeof node !== 'string' && node.kind === 'element' && node.name === FILE;

/** Whether an identification is, to the letter, one that was made for a document without any. */
function isMadeIdentification(identification: Identification): boolean {
  const uri = identification.work.find(({ name }) => name === 'FRBRuri')?.attributes['value'] ?? '';
  const [, type, hash] = /^\/akn\/zz\/([^/]+)\/0001-01-01\/([^/]+)$/u.exec(uri) ?? [];
  if (type === undefined || hash === undefined) return false;
  return JSON.stringify(madeIdentification(type, hash)) === JSON.stringify(identification);
}

/** The attributes that were made, if this is the metadata of a file that Pandect wrote. */
export function madeIn(meta: XmlElement): ReadonlySet<string> | undefined {
  for (const block of meta.children)
    if (typeof block !== 'string' && block.kind === 'element' && block.name === 'proprietary')
      for (const each of block.children)
        if (typeof each !== 'string' && each.kind === 'element' && each.name === FILE)
          return new Set((each.attributes['made'] ?? '').split(' ').filter((name) => name !== ''));
  return undefined;
}

export const ownBlock = (made: readonly string[]): XmlElement => ({
  kind: 'element',
  name: 'proprietary',
  attributes: { source: OWN_SOURCE },
  children: [{ kind: 'element', name: FILE, attributes: { form: '1', made: made.join(' ') }, children: [] }],
});

const property = (name: string, attributes: Readonly<Record<string, string>>): FrbrProperty => ({
  name,
  attributes,
  kept: [],
});

/**
 * The address of a text that has none. It claims nothing: the country is `zz` (unknown), the date the first there is, and
 * the rest made from the hash of the text, so that two files of one text have one address.
 */
export const madeWork = (type: string, hash: string): string => `/akn/zz/${type}/0001-01-01/${hash.slice(0, 16)}`;

/** An identification for a document that has none: it has the address made for it, and claims nothing. */
export function madeIdentification(type: string, hash: string): Identification {
  return identificationAt(madeWork(type, hash));
}

/**
 * The identification of a document that was drafted under a name: its address tells it from what was drafted under another,
 * the same words or not. It claims nothing else, and stays with the document when it is read.
 */
export function draftIdentification(type: string, name: string, hash: string): Identification {
  const ours = identificationAt(
    `/akn/zz/${type}/0001-01-01/${encodeURIComponent(name.toWellFormed())}-${hash.slice(0, 16)}`,
  );
  return { ...ours, work: [...ours.work, property('FRBRname', { value: name })] };
}

function identificationAt(work: string): Identification {
  const date = property('FRBRdate', { date: '0001-01-01', name: 'unknown' });
  const author = property('FRBRauthor', { href: OWN_SOURCE });
  const common = (uri: string, end: string): readonly FrbrProperty[] => [
    property('FRBRthis', { value: `${uri}/!main${end}` }),
    property('FRBRuri', { value: `${uri}${end}` }),
    date,
    author,
  ];
  return {
    kind: 'identification',
    source: OWN_SOURCE,
    work: [...common(work, ''), property('FRBRcountry', { value: 'zz' })],
    expression: [...common(`${work}/und@`, ''), property('FRBRlanguage', { language: 'und' })],
    manifestation: common(`${work}/und@`, '.akn'),
    item: null,
  };
}
