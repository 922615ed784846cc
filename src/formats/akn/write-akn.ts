import type { ProvisionId } from '../../legaltext/provision.ts';
import type { AknComment, AknDocument } from './document.ts';
import { mainElementOf } from './fitting.ts';
import { metadataElements } from './metadata/write-metadata.ts';
import { AKN } from './namespaces.ts';
import { ownBlock } from './own-block.ts';
import { writeDocument } from './write-document.ts';
import { FileIds, mostlyMade } from './write-ids.ts';
import type { Writing } from './write-provision.ts';
import { Prefixes, XmlWriter } from './xml-writer.ts';

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
  const comments = commentsByPlace(document.comments);
  const blocks = [...document.metadata.values()].flatMap((metadata) => metadataElements(metadata));
  const xml = new XmlWriter(new Prefixes(document.prefixes));
  const writing: Writing = {
    xml,
    ids: new FileIds(root, blocks),
    made: new Set(made),
    commentsBefore: (id) => comments.before.get(id) ?? [],
    commentsIn: (id) => comments.within.get(id) ?? [],
    document: (provision, element, within) =>
      writeDocument(writing, provision, element, within, {
        metadata: document.metadata.get(provision.id),
        more: [],
        isMain: false,
      }),
  };
  for (const comment of writing.commentsBefore(root.id)) xml.comment(comment.words);
  writeDocument(writing, root, mainElementOf(root), '', {
    metadata: document.metadata.get(root.id),
    more: [{ kind: 'kept', element: ownBlock(made) }],
    isMain: true,
  });
  const around = new XmlWriter(xml.prefixes);
  for (const comment of document.comments)
    if (comment.within === null && comment.before === null) around.comment(comment.words);
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="${AKN}"${xml.prefixes.declarations()}>`;
  return `${head}${xml.text()}\n</akomaNtoso>${around.text()}\n`;
}

interface CommentsByPlace {
  readonly before: ReadonlyMap<ProvisionId, readonly AknComment[]>;
  readonly within: ReadonlyMap<ProvisionId, readonly AknComment[]>;
}

function commentsByPlace(comments: readonly AknComment[]): CommentsByPlace {
  const before = new Map<ProvisionId, AknComment[]>();
  const within = new Map<ProvisionId, AknComment[]>();
  for (const comment of comments) {
    const [map, id] = comment.before === null ? [within, comment.within] : [before, comment.before];
    if (id === null) continue;
    const list = map.get(id);
    if (list === undefined) map.set(id, [comment]);
    else list.push(comment);
  }
  return { before, within };
}
