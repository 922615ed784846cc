import type { Provision } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { allows, requiredOf } from './attribute-rules.ts';
import { bodyModelOf, partsOfDocument } from './fitting.ts';
import { KEPT, keptValue, pairsOf, type Kept } from './kept.ts';
import { layOutText } from './lay-out-text.ts';
import type { AknMetadata, MetadataBlock } from './metadata/model.ts';
import { metadataElements } from './metadata/write-metadata.ts';
import { MAIN } from './names.ts';
import { madeIdentification } from './own-block.ts';
import { BODY_OF, PLACES, type Model } from './vocabulary.ts';
import { writeProvision } from './write-provision.ts';
import { keptBeside, nothing, roomAt, writeText } from './write-text.ts';
import { writeRemarksIn, type Writing } from './writing.ts';
import type { WrittenAttributes } from './xml-writer.ts';

/** What a file adds to a document. */
export interface DocumentMatter {
  /** Blocks of metadata beside those of the document. */
  readonly more: readonly MetadataBlock[];
  readonly isMain: boolean;
}

type MutableKept = { -readonly [Name in keyof Kept]: Kept[Name] };

/**
 * Writes a document: metadata, what stands before the body, the body, what stands after it. The body is no provision; what
 * is kept of the document stands on it, since the schema allows no attributes of other namespaces on the document itself.
 */
export function writeDocument(
  writing: Writing,
  provision: Provision,
  element: string,
  within: string,
  matter: DocumentMatter,
): void {
  const { xml } = writing;
  const parts = partsOfDocument(provision, element, matter.isMain);
  const body = BODY_OF[element] ?? 'body';
  const sorted = sortAttributes(
    writing,
    provision,
    element,
    body,
    parts.components.length > 0,
    parts.beside.length > 0,
  );
  xml.open(element, sorted.document);
  xml.open('meta', []);
  writeRemarksIn(writing, provision.id, true);
  const metadata = completed(provision, element, writing.metadata(provision.id), matter.more);
  for (const block of metadataElements(metadata)) xml.element(block);
  xml.close('meta');
  // A title has its place in the preface, and what stands between cover and preamble is one.
  const hasTitle =
    element !== 'judgment' && element !== 'portion' && !parts.front.some(({ kind }) => kind === 'preface');
  const heading = hasTitle ? provision.heading : Text.EMPTY;
  const afterCover = parts.front[0]?.kind === 'coverPage' ? 1 : 0;
  for (const part of parts.front.slice(0, afterCover)) writeProvision(writing, part, PLACES, within);
  if (!heading.isEmpty) writeTitle(writing, heading);
  for (const part of parts.front.slice(afterCover)) writeProvision(writing, part, PLACES, within);
  const own = hasTitle ? provision.with({ heading: Text.EMPTY }) : provision;
  writeBody(writing, own, parts.body, body, bodyModelOf(element), within, sorted.body);
  if (parts.conclusions !== undefined) writeProvision(writing, parts.conclusions, PLACES, within);
  if (parts.attachments.length > 0) {
    xml.open('attachments', []);
    for (const attachment of parts.attachments) writeProvision(writing, attachment, PLACES, within);
    xml.close('attachments');
  }
  if (parts.components.length > 0) writeComponents(writing, parts.components, within, sorted.components);
  writeRemarksIn(writing, provision.id);
  xml.close(element);
  if (parts.beside.length > 0) writeComponents(writing, parts.beside, within, sorted.beside, true);
}

/** The heading of a document, as a preface that holds its title and is marked as made for it. */
function writeTitle(writing: Writing, heading: Text): void {
  const { xml } = writing;
  const laidOut = layOutText(heading, false, roomAt(xml));
  const value = keptValue(keptBeside(laidOut));
  xml.open('preface', [[KEPT, keptValue({ is: 'heading' }) ?? '']]);
  xml.open('longTitle', []);
  xml.openRunning('p', []);
  writeText(writing, 'docTitle', value === undefined ? [] : [[KEPT, value]], heading, laidOut, () => undefined);
  xml.closeRunning('p');
  xml.close('longTitle');
  xml.close('preface');
}

function writeComponents(
  writing: Writing,
  components: readonly Provision[],
  within: string,
  attributes: WrittenAttributes,
  areBeside = false,
): void {
  writing.xml.open('components', attributes);
  for (const component of components) {
    if (areBeside) writing.ids.beginDocument();
    writeProvision(writing, component, PLACES, within, { isPlaced: true });
  }
  writing.xml.close('components');
}

/** The metadata with what the schema asks for, and what the file adds. */
function completed(
  provision: Provision,
  element: string,
  metadata: AknMetadata | undefined,
  more: readonly MetadataBlock[],
): AknMetadata {
  const blocks = metadata?.blocks ?? [];
  const isIdentified = blocks.some(
    (block) => block.kind === 'identification' || (block.kind === 'kept' && block.element.name === 'identification'),
  );
  return {
    blocks: [...(isIdentified ? [] : [madeIdentification(element, provision.hash)]), ...blocks, ...more],
  };
}

interface SortedAttributes {
  readonly document: WrittenAttributes;
  readonly body: WrittenAttributes;
  readonly components: WrittenAttributes;
  readonly beside: WrittenAttributes;
}

function sortAttributes(
  writing: Writing,
  provision: Provision,
  element: string,
  body: string,
  hasComponents: boolean,
  hasBeside: boolean,
): SortedAttributes {
  const places = {
    document: [] as [string, string][],
    body: [] as [string, string][],
    components: [] as [string, string][],
    beside: [] as [string, string][],
  };
  const kept: [string, string][] = [];
  const take = (to: [string, string][], on: string, name: string, value: string, isThere: boolean): boolean => {
    if (!isThere || !allows(on, false, name, value) || !writing.ids.use(name, value)) return false;
    to.push([name, value]);
    return true;
  };
  for (const [name, value] of pairsOf(provision.attributes)) {
    const bare = name.slice(name.indexOf('@') + 1);
    const isTaken = name.startsWith('body@')
      ? take(places.body, body, bare, value, true)
      : name.startsWith('components@')
        ? take(places.components, 'components', bare, value, hasComponents)
        : name.startsWith('akomaNtoso.components@')
          ? take(places.beside, 'components', bare, value, hasBeside)
          : allows(element, true, name, value);
    if (!isTaken) kept.push([name, value]);
    else if (!name.includes('@')) places.document.push([name, value]);
  }
  const more: MutableKept = {};
  const made = requiredOf(element, true).filter((name) => !places.document.some(([other]) => other === name));
  for (const name of made) places.document.unshift([name, provision.kind === element ? element : 'text']);
  if (made.length > 0) more.made = made.join(' ');
  if (provision.id !== MAIN) more.id = provision.id;
  if (provision.kind !== element) more.kind = provision.kind;
  if (provision.number !== '') more.number = provision.number;
  if (kept.length > 0) more.attributes = kept;
  const value = keptValue(more);
  if (value !== undefined) places.body.push([KEPT, value]);
  return places;
}

/** The body: the document's own words, which are marked as such, and then what stands in it. */
function writeBody(
  writing: Writing,
  provision: Provision,
  children: readonly Provision[],
  body: string,
  model: Model,
  within: string,
  attributes: WrittenAttributes,
): void {
  const { xml } = writing;
  xml.open(body, attributes);
  const { heading, text, tail } = provision;
  carry(writing, 'heading', heading, model);
  carry(writing, 'text', text, model);
  for (const child of children) writeProvision(writing, child, model, within);
  carry(writing, 'tail', tail, model);
  const isBare = children.length === 0 && heading.isEmpty && text.isEmpty && tail.isEmpty;
  if (isBare) {
    if (model.holds.has('p')) xml.empty('p', nothing());
    else xml.empty('hcontainer', [['name', 'nothing'], ...nothing()]);
  }
  xml.close(body);
}

function carry(writing: Writing, is: 'heading' | 'text' | 'tail', text: Text, model: Model): void {
  if (text.isEmpty) return;
  const { xml } = writing;
  const laidOut = layOutText(text, false, roomAt(xml));
  const paragraph = (more: Kept): void => {
    const value = keptValue({ ...more, ...keptBeside(laidOut) });
    writeText(writing, 'p', value === undefined ? [] : [[KEPT, value]], text, laidOut, () => undefined);
  };
  if (model.holds.has('p')) {
    paragraph({ is });
    return;
  }
  xml.open('hcontainer', [
    ['name', is],
    [KEPT, keptValue({ is }) ?? ''],
  ]);
  xml.open('content', []);
  paragraph({});
  xml.close('content');
  xml.close('hcontainer');
}
