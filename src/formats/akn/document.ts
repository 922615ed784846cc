import type { ProvisionId } from '../../legaltext/provision.ts';
import type { Version } from '../../legaltext/version.ts';
import type { AknMetadata } from './metadata/model.ts';

/** A comment or processing instruction in the file: no part of the text, and written back where it stood. */
export interface AknRemark {
  /** The provision it stands in; null around the whole document. */
  readonly within: ProvisionId | null;
  /** The provision it stands before; null at the end of what it stands in. */
  readonly before: ProvisionId | null;
  /** Whether it stands in the metadata of the document `within`. */
  readonly inMetadata: boolean;
  /** The program that an instruction is meant for; null for a comment. */
  readonly target: string | null;
  readonly words: string;
}

/**
 * A document of Akoma Ntoso: its text, and all the file says beside it.
 *
 * The root of the version is the main document; its kind is the type of the document (`act`, `bill`, `doc`…). Documents in
 * components and attachments are provisions of such kinds too. The body of a document is not a provision: what stands in
 * it stands directly under the document, between preface and conclusions.
 */
export interface AknDocument {
  readonly kind: 'akn-document';
  readonly version: Version;
  /** The metadata of each document in the file, by the id of its provision; the main one by that of the root. */
  readonly metadata: ReadonlyMap<ProvisionId, AknMetadata>;
  readonly remarks: readonly AknRemark[];
  /** The prefixes that the file gives to namespaces, to be written with the same. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** A text without anything beside it, to be written as Akoma Ntoso. */
export const aknDocument = (version: Version): AknDocument => ({
  kind: 'akn-document',
  version,
  metadata: new Map(),
  remarks: [],
  prefixes: {},
});

/** The metadata of the main document; undefined for a text that never had any. */
export const mainMetadata = (document: AknDocument): AknMetadata | undefined =>
  document.metadata.get(document.version.root.id);
