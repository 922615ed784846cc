import { Text, type Mark, type MarkKind } from '../../legaltext/text.ts';
import type { XmlElement, XmlNode } from './scan-xml/xml-element.ts';
import { evenSpaces } from './white-space.ts';

/** What the inline elements say of the words in them; any other inline element is only kept. */
const MARK_KINDS: ReadonlyMap<string, MarkKind> = new Map([
  ['cite', 'reference'],
  ['code-cite', 'reference'],
  ['em', 'emphasis'],
  ['strong', 'emphasis'],
  ['sup', 'emphasis'],
  ['sub', 'emphasis'],
  ['b', 'emphasis'],
  ['i', 'emphasis'],
  ['u', 'emphasis'],
  ['s', 'emphasis'],
]);

/** Elements that stand on lines of their own: what holds one of them is no running text. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'document container section subsection para num prefix heading text aftertext include reason table caption thead tbody ' +
    'tfoot tr td th ul ol li toc annotations annotation subheading'
  ).split(' '),
);

export const isBlock = (element: XmlElement): boolean => BLOCKS.has(element.name);

/** Instructions and their results, notes: what stands in a text but is none of it. */
export const isSilent = (element: XmlElement): boolean =>
  element.name.startsWith('codify:') ||
  element.name.startsWith('codified:') ||
  element.name === 'annotation' ||
  element.name === 'annotations';

/** The words of inline elements that do not read as written: citations worked out anew, words put in place of others. */
export type Rendering = (element: XmlElement, before: string) => string | undefined;

const AS_WRITTEN: Rendering = () => undefined;

/**
 * The running text of `nodes`: runs of white space as one space, marks for citations and emphasis. `render` may give other
 * words for an element, knowing the words before it.
 */
export function textOfNodes(nodes: readonly XmlNode[], render: Rendering = AS_WRITTEN): Text {
  const first = nodes.length === 1 ? nodes[0] : undefined;
  if (typeof first === 'string') return Text.of(first);
  const marks: Mark[] = [];
  let words = '';
  const add = (more: string): void => {
    words += words.endsWith(' ') && more.startsWith(' ') ? more.slice(1) : more;
  };
  const walk = (node: XmlNode): void => {
    if (typeof node === 'string') {
      add(node);
      return;
    }
    if (isSilent(node)) return;
    if (node.name === 'br') {
      add(' ');
      return;
    }
    const start = words.length;
    const rendered = render(node, words);
    if (rendered === undefined) for (const child of node.children) walk(child);
    else add(evenSpaces(rendered));
    const { path, doc } = node.attributes;
    marks.push({
      kind: MARK_KINDS.get(node.name) ?? 'inline',
      start: Math.min(start, words.length),
      end: words.length,
      attributes: {
        element: node.name,
        ...(doc === undefined ? {} : { doc }),
        ...(path === undefined ? {} : { path }),
      },
    });
  };
  for (const node of nodes) walk(node);
  return Text.of(words, marks);
}

/** A text without white space at its ends. */
export function trimmedText(text: Text): Text {
  const { words } = text;
  const start = words.length - words.trimStart().length;
  const end = words.trimEnd().length;
  if (start === 0 && end === words.length) return text;
  return start >= end ? Text.EMPTY : text.slice(start, end);
}
