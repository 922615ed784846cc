import { AknStopped } from './failure.ts';
import { isElement, parseXmlTree, type XmlNode } from './xml-tree.ts';

/**
 * The words in elements of other vocabularies, as reading keeps them (`XML_KEPT`): those of each element apart, white space
 * evened. Empty where there are none, or where this is no XML. Linear.
 */
export function wordsOfFragment(xml: string): string {
  try {
    return wordsIn(parseXmlTree(`<foreign xmlns="urn:none">${xml}</foreign>`).root.children)
      .join(' ')
      .replace(/\s+/gu, ' ')
      .trim();
  } catch (error) {
    // Somebody else's attribute of that name holds no elements.
    if (error instanceof AknStopped) return '';
    throw error;
  }
}

const wordsIn = (nodes: readonly XmlNode[]): readonly string[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [node] : isElement(node) ? wordsIn(node.children) : []));
