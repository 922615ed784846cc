import type { Provision, ProvisionId } from '../../legaltext/provision.ts';
import { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { AknDocument, AknRemark } from './document.ts';
import { AknStopped, type AknFailure } from './failure.ts';
import type { AknMetadata } from './metadata/model.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { isAknNamespace } from './namespaces.ts';
import { BESIDE } from './names.ts';
import { madeIn, withoutOwnBlocks } from './own-block.ts';
import { readList } from './document-of-element.ts';
import { ProvisionReader } from './read-provision.ts';
import { Gathering, GrowingAttributes, isPreserved, NONE_MADE } from './reading.ts';
import { DOCUMENTS } from './vocabulary.ts';
import {
  decodeXml,
  elementsOf,
  isElement,
  parseXmlTree,
  type XmlElement,
  type XmlNode,
  type XmlTree,
} from './xml-tree.ts';

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
 * attributes and inline elements in attributes and marks, other vocabularies as they were written, comments and processing
 * instructions beside the text. What stands where the schema has no place for it is read all the same, in its place.
 * Dropped are the place of the schema (`xsi:schemaLocation`), and the choice of prefixes for Akoma Ntoso itself. Linear in the size of the file. Never throws for what is in a file.
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
  const remarks: AknRemark[] = [];
  const metadata = new Map<ProvisionId, AknMetadata>();
  const reader = new ProvisionReader({
    made: (meta === undefined ? undefined : madeIn(meta)) ?? new Set(),
    metadata: (document, element) => {
      const read = readMetadata(element);
      const own = withoutOwnBlocks(read.metadata);
      if (own !== undefined) metadata.set(document, own);
      for (const { target, words } of read.remarks)
        remarks.push({ within: document, before: null, inMetadata: true, target, words });
    },
    remarks,
  });
  const root = withWhatStandsAround(reader, tree.root, main);
  const note = (before: ProvisionId | null, around: readonly XmlNode[]): void => {
    for (const node of around)
      if (typeof node !== 'string' && !isElement(node))
        remarks.push({ within: null, before, inMetadata: false, target: node.target, words: node.words });
  };
  note(root.id, tree.remarksBefore);
  note(root.id, tree.root.children);
  note(null, tree.remarksAfter);
  const version = Version.of(root);
  if (version.kind === 'failed')
    throw new AknStopped(version.failure.kind === 'too-deep' ? 'too-deep' : 'not-valid', version.failure.message);
  return { kind: 'akn-document', version: version.value, metadata, remarks, prefixes: tree.prefixes };
}

/**
 * The main document with what stands beside it in the file, which becomes part of it: the components after it, and
 * anything else that stands there though the schema has it nowhere.
 */
function withWhatStandsAround(reader: ProvisionReader, holder: XmlElement, main: XmlElement): Provision {
  const preserved = isPreserved(holder, false);
  const root = reader.document(main, preserved);
  const attributes = new GrowingAttributes();
  attributes.take(holder, NONE_MADE, 'akomaNtoso@');
  const lists = elementsOf(holder, 'components');
  const around = { before: new Gathering(reader, root.id), after: new Gathering(reader, root.id) };
  let gathering = around.before;
  for (const node of holder.children)
    if (node === main) gathering = around.after;
    else if (typeof node === 'string') gathering.words(node, preserved);
    else if (isElement(node) && node === lists[0]) {
      attributes.take(node, NONE_MADE, `${BESIDE}.components@`);
      readList(gathering, node, isPreserved(node, preserved), BESIDE);
    } else if (isElement(node)) gathering.child(node, preserved);
  around.before.end();
  around.after.end();
  return root.with({
    children: [...around.before.children, ...root.children, ...around.after.children],
    attributes: { ...root.attributes, ...attributes.finish() },
  });
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
