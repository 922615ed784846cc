import type { ProvisionId } from '../../legaltext/provision.ts';
import type { AknDocument, AknRemark } from './document.ts';
import { mainElementOf } from './fitting.ts';
import { metadataElements } from './metadata/write-metadata.ts';
import { AKN } from './namespaces.ts';
import { ownBlock } from './own-block.ts';
import { writeDocument } from './write-document.ts';
import { FileIds, mostlyMade } from './write-ids.ts';
import type { Writing } from './writing.ts';
import { Prefixes, remarkOf, XmlWriter } from './xml-writer.ts';

/**
 * Writes a document as Akoma Ntoso 3.0, in the final namespace and valid by its schema. Reading the file again gives the
 * same version, by hash and by ids, and the same metadata and comments.
 *
 * The permanent id of a provision is its `wId` (where that cannot hold it, kept beside it); its `eId` is the one it has as
 * an attribute, or made by the naming convention. What Akoma Ntoso has no place for is in attributes of a namespace of our
 * own, which other programs pass over. Linear in the size of the text.
 */
export function writeAkn(document: AknDocument): string {
  const { root } = document.version;
  const made = mostlyMade(root);
  const remarks = remarksByPlace(document.remarks);
  const blocks = [...document.metadata.values()].flatMap((metadata) => metadataElements(metadata));
  const xml = new XmlWriter(new Prefixes(document.prefixes));
  const writing: Writing = {
    xml,
    ids: new FileIds(root, blocks),
    made: new Set(made),
    remarksBefore: (id) => remarks.before.get(id) ?? [],
    remarksIn: (id) => remarks.within.get(id) ?? [],
    metadata: (id) => document.metadata.get(id),
    document: (provision, element, within) => {
      writeDocument(writing, provision, element, within, { more: [], isMain: false });
    },
  };
  const main = { more: [{ kind: 'kept', element: ownBlock(made) }], isMain: true } as const;
  writeDocument(writing, root, mainElementOf(root), '', main);
  const around = (places: readonly AknRemark[]): string =>
    places
      .filter(({ within }) => within === null)
      .map((remark) => `${remarkOf({ kind: 'remark', ...remark })}\n`)
      .join('');
  const before = around(writing.remarksBefore(root.id));
  const after = around(document.remarks.filter((remark) => remark.before === null));
  const start = `<akomaNtoso xmlns="${AKN}"${xml.prefixes.declarations()}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${before}${start}${xml.text()}\n</akomaNtoso>\n${after}`;
}

interface RemarksByPlace {
  readonly before: ReadonlyMap<ProvisionId, readonly AknRemark[]>;
  readonly within: ReadonlyMap<ProvisionId, readonly AknRemark[]>;
}

function remarksByPlace(remarks: readonly AknRemark[]): RemarksByPlace {
  const before = new Map<ProvisionId, AknRemark[]>();
  const within = new Map<ProvisionId, AknRemark[]>();
  for (const remark of remarks) {
    const [map, id] = remark.before === null ? [within, remark.within] : [before, remark.before];
    if (id === null) continue;
    const list = map.get(id);
    if (list === undefined) map.set(id, [remark]);
    else list.push(remark);
  }
  return { before, within };
}
