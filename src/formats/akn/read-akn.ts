import type { ProvisionId } from '../../legaltext/provision.ts';
import { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { AknComment, AknDocument } from './document.ts';
import { AknStopped, type AknFailure } from './failure.ts';
import type { AknMetadata } from './metadata/model.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { isAknNamespace } from './namespaces.ts';
import { BESIDE } from './names.ts';
import { madeIn, withoutOwnBlocks } from './own-block.ts';
import { ProvisionReader } from './read-provision.ts';
import { DOCUMENTS } from './vocabulary.ts';
import { decodeXml, elementsOf, parseXmlTree, type XmlElement, type XmlTree } from './xml-tree.ts';

/** Whether a file looks like Akoma Ntoso, by its root element; nothing is said of whether it can be read. */
export function isAkn(source: string | Uint8Array): boolean {
  const start = typeof source === 'string' ? source.slice(0, 16_384) : decodeStart(source.subarray(0, 16_384));
  return /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:[A-Za-z_][\w.-]*:)?akomaNtoso[\s>]/u.test(start);
}

function decodeStart(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Reads a file of Akoma Ntoso 3.0, in the final namespace or that of a draft. `file` names it in messages.
 *
 * White space is layout where the file does not say otherwise (white-space.ts). What the engine has no value for is kept:
 * attributes and inline elements in attributes and marks, other vocabularies as they were written, comments beside the
 * text. Dropped are processing instructions, the place of the schema (`xsi:schemaLocation`), and the choice of prefixes
 * for Akoma Ntoso itself. Linear in the size of the file. Never throws for what is in a file.
 */
export function readAkn(source: string | Uint8Array, file = 'this file'): Result<AknDocument, AknFailure> {
  const refuse = ({ reason, line, column, message }: AknStopped): Result<never, AknFailure> => {
    const place = line === null ? '' : `, line ${line}, column ${column ?? 1}`;
    return failed({
      kind: 'akn-failure',
      reason,
      file,
      line,
      column,
      message: `"${file}"${place} could not be read as Akoma Ntoso. ${message}`,
    });
  };
  try {
    return ok(readTree(parseXmlTree(typeof source === 'string' ? source : decodeXml(source))));
  } catch (error) {
    if (error instanceof AknStopped) return refuse(error);
    // The bounds keep each walk within an ordinary stack; a caller may have used up most of it already.
    if (error instanceof RangeError && /call stack/u.test(error.message))
      return refuse(new AknStopped('too-deep', 'It is nested too deep to be read here.'));
    throw error;
  }
}

function readTree(tree: XmlTree): AknDocument {
  const main = mainDocument(tree.root);
  const [meta] = elementsOf(main, 'meta');
  const comments: AknComment[] = [];
  const metadata = new Map<ProvisionId, AknMetadata>();
  const reader = new ProvisionReader({
    made: (meta === undefined ? undefined : madeIn(meta)) ?? new Set(),
    metadata: (document, element) => {
      const read = readMetadata(element);
      const own = withoutOwnBlocks(read.metadata);
      if (own !== undefined) metadata.set(document, own);
      for (const words of read.comments) comments.push({ within: document, before: null, inMetadata: true, words });
    },
    comments,
  });
  let root = reader.document(main, null);
  const beside = elementsOf(tree.root, 'components').flatMap((list) => {
    const attributes: Record<string, string> = { ...root.attributes };
    for (const [name, value] of Object.entries(list.attributes)) attributes[`${BESIDE}.components@${name}`] = value;
    if (Object.keys(list.attributes).length > 0) root = root.with({ attributes });
    return reader.components(list, root.id, BESIDE);
  });
  if (beside.length > 0) root = root.with({ children: [...root.children, ...beside] });
  const around = [
    ...tree.commentsBefore.map((words) => ({ words, before: root.id })),
    ...tree.root.children.flatMap((node) =>
      typeof node !== 'string' && node.kind === 'comment' ? [{ words: node.words, before: root.id }] : [],
    ),
    ...tree.commentsAfter.map((words) => ({ words, before: null })),
  ];
  for (const { words, before } of around) comments.push({ within: null, before, inMetadata: false, words });
  const version = Version.of(root);
  if (version.kind === 'failed')
    throw new AknStopped(version.failure.kind === 'too-deep' ? 'too-deep' : 'not-valid', version.failure.message);
  return { kind: 'akn-document', version: version.value, metadata, comments, prefixes: tree.prefixes };
}

function mainDocument(root: XmlElement): XmlElement {
  if (root.name !== 'akomaNtoso') {
    const close = root.name.lastIndexOf('}');
    const uri = root.name.slice(1, Math.max(1, close));
    const local = close < 0 ? '' : root.name.slice(close + 1);
    const older = local === 'akomaNtoso' && !isAknNamespace(uri);
    throw new AknStopped(
      'not-akn',
      older
        ? `It is of another edition (${uri === '' ? 'without a namespace' : uri}); edition 3.0 is read. Convert it to that edition first.`
        : `Its outermost element is "${local === '' ? root.name : local}", not "akomaNtoso". Choose a file of Akoma Ntoso 3.0.`,
      1,
      1,
    );
  }
  const main = elementsOf(root).find((element) => DOCUMENTS.has(element.name));
  if (main === undefined)
    throw new AknStopped('not-akn', 'It holds no document: an act, a bill, a doc… must stand in "akomaNtoso".', 1, 1);
  return main;
}
