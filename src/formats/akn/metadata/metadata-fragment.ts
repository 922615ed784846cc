import type { AknRemark } from '../document.ts';
import { notOurs } from '../kept.ts';
import { AKN } from '../namespaces.ts';
import { parseXmlTree, type XmlElement, type XmlNode } from '../xml-tree.ts';
import { fragmentOf } from '../xml-writer.ts';
import type { AknMetadata } from './model.ts';
import { metadataElements } from './write-metadata.ts';

/*
 * Metadata in an attribute: that of a document that stands where the schema has none, such as one that is quoted beside
 * other provisions. It is kept as the elements it would be.
 */

/** The metadata and the remarks in it, as XML; empty when there is neither. */
export function metadataFragment(metadata: AknMetadata | undefined, remarks: readonly AknRemark[]): string {
  const nodes: XmlNode[] = remarks
    .filter(({ inMetadata }) => inMetadata)
    .map(({ target, words }) => ({ kind: 'remark', target, words }));
  return fragmentOf(metadata === undefined ? nodes : [...nodes, ...metadataElements(metadata)]);
}

/** The element `meta` of what was kept on `element`. Stops where that is no such XML. */
export function metaOfFragment(element: XmlElement, fragment: string): XmlElement {
  try {
    return parseXmlTree(`<meta xmlns="${AKN}">${fragment}</meta>`).root;
  } catch {
    throw notOurs(element, fragment);
  }
}
