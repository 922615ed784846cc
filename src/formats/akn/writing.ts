import type { Provision, ProvisionId } from '../../legaltext/provision.ts';
import type { AknRemark } from './document.ts';
import type { AknMetadata } from './metadata/model.ts';
import type { TextWriting } from './write-text.ts';

/** What writing a file needs to know of it as a whole. */
export interface Writing extends TextWriting {
  /** Ids that are made, unless an element says otherwise. */
  readonly made: ReadonlySet<string>;
  remarksBefore(id: ProvisionId): readonly AknRemark[];
  remarksIn(id: ProvisionId): readonly AknRemark[];
  /** The metadata of the document that this provision is. */
  metadata(id: ProvisionId): AknMetadata | undefined;
  /** Writes a provision that is a document of its own. */
  document(provision: Provision, element: string, within: string): void;
}

/** Writes the remarks that stand before a provision. */
export function writeRemarksBefore(writing: Writing, id: ProvisionId): void {
  for (const remark of writing.remarksBefore(id)) writing.xml.remark({ kind: 'remark', ...remark });
}

/** Writes the remarks at the end of a provision, or those in its metadata. */
export function writeRemarksIn(writing: Writing, id: ProvisionId, areInMetadata = false): void {
  for (const remark of writing.remarksIn(id))
    if (remark.inMetadata === areInMetadata) writing.xml.remark({ kind: 'remark', ...remark });
}
