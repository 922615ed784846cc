import type { Attributes } from '../../../legaltext/text.ts';
import type { XmlElement } from '../xml-tree.ts';

/*
 * What a file says about its document. Modelled is what a record of law needs: what the document is called, what happened
 * to it and when, when its parts are in force, and what it does to other documents and others to it. Everything else is
 * kept as it was written. Attributes of a value that have no field of their own are in `attributes`.
 */

/** One line of an identification: `FRBRuri`, `FRBRdate`, `FRBRauthor`…, with its attributes. */
export interface FrbrProperty {
  readonly name: string;
  readonly attributes: Attributes;
  /** What stands in it: names of components, notes on preservation. */
  readonly kept: readonly XmlElement[];
}

/** What a document is called as a work, an expression (a version in a language), a manifestation (a file), an item. */
export interface Identification {
  readonly kind: 'identification';
  readonly source: string;
  readonly work: readonly FrbrProperty[];
  readonly expression: readonly FrbrProperty[];
  readonly manifestation: readonly FrbrProperty[];
  readonly item: readonly FrbrProperty[] | null;
}

/** Something that happened to the document, on a civil date or at an instant: `generation`, `amendment` or `repeal`. */
export interface LifecycleEvent {
  readonly id: string | null;
  readonly date: string;
  readonly type: string | null;
  /** The document that made it happen: `#` and the id of a reference. */
  readonly source: string;
  readonly refersTo: string | null;
  readonly attributes: Attributes;
  readonly kept: readonly XmlElement[];
}

export interface Lifecycle {
  readonly kind: 'lifecycle';
  readonly source: string;
  readonly events: readonly LifecycleEvent[];
}

/** From one event to another (`#` and the id of the event; open where null), in one respect: in force, in operation… */
export interface TimeInterval {
  readonly start: string | null;
  readonly end: string | null;
  readonly duration: string | null;
  readonly refersTo: string;
  readonly attributes: Attributes;
}

export interface TemporalGroup {
  readonly id: string | null;
  readonly intervals: readonly TimeInterval[];
  readonly attributes: Attributes;
}

export interface TemporalData {
  readonly kind: 'temporal-data';
  readonly source: string;
  readonly groups: readonly TemporalGroup[];
}

/** A document, person, role, concept… that other parts of the file point to by id. */
export interface ReferenceEntry {
  /** The element: `original`, `activeRef`, `passiveRef`, `TLCPerson`… */
  readonly name: string;
  readonly id: string | null;
  readonly href: string;
  readonly showAs: string;
  readonly attributes: Attributes;
}

export interface References {
  readonly kind: 'references';
  readonly source: string;
  readonly entries: readonly ReferenceEntry[];
}

/** What a modification comes from or goes to: the address of a provision or of words, and where there. */
export interface ModificationArgument {
  readonly href: string | null;
  /** `start`, `before`, `inside`, `after`, `end` or `unspecified`. */
  readonly pos: string | null;
  /** The last of a range that begins at `href`. */
  readonly upTo: string | null;
  readonly exclusion: boolean | null;
  readonly incomplete: boolean | null;
  readonly attributes: Attributes;
  readonly kept: readonly XmlElement[];
}

/** Words that are taken out or put in, or what they were before: an address, or elements of other vocabularies. */
export interface ModificationMatter {
  readonly href: string | null;
  readonly attributes: Attributes;
  readonly kept: readonly XmlElement[];
}

/** `force`, `efficacy`, `application` and `duration`: `period` is `#` and the id of a temporal group. */
export interface ModificationPeriod {
  readonly period: string | null;
  readonly attributes: Attributes;
  readonly kept: readonly XmlElement[];
}

export const MODIFICATION_KINDS = ['textual', 'meaning', 'scope', 'force', 'efficacy', 'legalSystem'] as const;
export type ModificationKind = (typeof MODIFICATION_KINDS)[number];

export type TextualModificationType =
  'repeal' | 'substitution' | 'insertion' | 'replacement' | 'renumbering' | 'split' | 'join';

/**
 * One modification. `textual` ones change words (`type` is one of `TextualModificationType`); the others change what the
 * words mean, whom they bind, or from when.
 */
export interface Modification {
  readonly kind: ModificationKind;
  readonly type: string;
  readonly id: string | null;
  readonly sources: readonly ModificationArgument[];
  readonly destinations: readonly ModificationArgument[];
  readonly force: ModificationPeriod | null;
  readonly efficacy: ModificationPeriod | null;
  readonly application: ModificationPeriod | null;
  readonly duration: ModificationPeriod | null;
  readonly condition: ModificationMatter | null;
  readonly previous: ModificationMatter | null;
  readonly old: readonly ModificationMatter[];
  readonly new: readonly ModificationMatter[];
  readonly domain: ModificationMatter | null;
  readonly period: string | null;
  readonly status: string | null;
  readonly exclusion: boolean | null;
  readonly incomplete: boolean | null;
  readonly attributes: Attributes;
}

/** What the document does to others (`active`) and others to it (`passive`), and the rest of its analysis as written. */
export interface Analysis {
  readonly kind: 'analysis';
  readonly source: string;
  readonly active: readonly Modification[] | null;
  readonly passive: readonly Modification[] | null;
  readonly kept: readonly XmlElement[];
}

/** Any other block, or one that does not have the form the model knows: publication, classification, workflow, notes… */
export interface KeptBlock {
  readonly kind: 'kept';
  readonly element: XmlElement;
}

export type MetadataBlock = Identification | Lifecycle | TemporalData | References | Analysis | KeptBlock;

/** The metadata of one document, block by block, in the order of the schema. */
export interface AknMetadata {
  readonly blocks: readonly MetadataBlock[];
}

/** The blocks of one kind. */
export function blocksOf<Kind extends MetadataBlock['kind']>(
  metadata: AknMetadata | undefined,
  kind: Kind,
): readonly Extract<MetadataBlock, { readonly kind: Kind }>[] {
  return (metadata?.blocks ?? []).filter(
    (block): block is Extract<MetadataBlock, { readonly kind: Kind }> => block.kind === kind,
  );
}

/** All modifications that the document makes (`active`) or undergoes (`passive`), in the order of the file. */
export const modificationsIn = (
  metadata: AknMetadata | undefined,
  direction: 'active' | 'passive',
): readonly Modification[] => blocksOf(metadata, 'analysis').flatMap((analysis) => analysis[direction] ?? []);

export const eventsIn = (metadata: AknMetadata | undefined): readonly LifecycleEvent[] =>
  blocksOf(metadata, 'lifecycle').flatMap((lifecycle) => lifecycle.events);

export const temporalGroupsIn = (metadata: AknMetadata | undefined): readonly TemporalGroup[] =>
  blocksOf(metadata, 'temporal-data').flatMap((data) => data.groups);

/** The value of the first property of this name in the identification: `frbrValue(metadata, 'work', 'FRBRuri')`. */
export const frbrValue = (
  metadata: AknMetadata | undefined,
  level: 'work' | 'expression' | 'manifestation',
  name: string,
): string | undefined => {
  const property = blocksOf(metadata, 'identification')[0]?.[level].find((each) => each.name === name);
  const { value, date, language, href } = property?.attributes ?? {};
  return value ?? date ?? language ?? href;
};
