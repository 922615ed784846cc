import type { Provision, ProvisionId } from '../../legaltext/provision.ts';
import { NO_ATTRIBUTES, type Attributes, type Text } from '../../legaltext/text.ts';
import type { AknRemark } from './document.ts';
import { KEPT, type Kept } from './kept.ts';
import { escapedName } from './names.ts';
import type { ReadText } from './read-text.ts';
import { isBlank, type XmlElement, type XmlRemark } from './xml-tree.ts';

/** What reading a file gathers beside the provisions. */
export interface Reading {
  /** Attributes that were made in writing and are none of the provision's, unless an element says otherwise. */
  readonly made: ReadonlySet<string>;
  /** Takes the metadata of a document. */
  metadata(document: ProvisionId, meta: XmlElement): void;
  readonly remarks: AknRemark[];
}

/** Reads what stands in a provision, for the provision itself. */
export interface ProvisionReading {
  readonly reading: Reading;
  provision(element: XmlElement, within: ProvisionId, preservedOutside: boolean): Provision;
  words(element: XmlElement, within: ProvisionId, preservedOutside: boolean): ReadText;
  passage(words: string, within: ProvisionId, preserved: boolean): Provision;
  madeOn(kept: Kept): ReadonlySet<string>;
  idOf(element: XmlElement, kept: Kept, kind: string, number: string, within: ProvisionId): ProvisionId;
}

export const NONE_MADE: ReadonlySet<string> = new Set();

export const isPreserved = (element: XmlElement, outside: boolean): boolean => {
  const space = element.attributes['xml:space'];
  return space === 'preserve' || (outside && space !== 'default');
};

/** What a provision says beside its children, while it is read. */
export interface Parts {
  number: string;
  heading: Text;
  text: Text;
  tail: Text;
}

/**
 * What stands in a provision, gathered in the order of the file: its children, and the remarks between them, each of which
 * is noted with the child that comes next.
 */
export class Gathering {
  readonly children: Provision[] = [];
  private readonly reader: ProvisionReading;
  private readonly id: ProvisionId;
  private waiting: XmlRemark[] = [];

  constructor(reader: ProvisionReading, id: ProvisionId) {
    this.reader = reader;
    this.id = id;
  }

  /** Words that stand where the schema has none: they are a passage, so that nothing is lost. */
  words(words: string, preserved: boolean): void {
    if (!isBlank(words)) this.add(this.reader.passage(words, this.id, preserved));
  }

  remark(remark: XmlRemark): void {
    this.waiting.push(remark);
  }

  /** An element that is a child, with more attributes where reading has something to say of it. */
  child(element: XmlElement, preserved: boolean, more: Attributes = NO_ATTRIBUTES): Provision {
    const read = this.reader.provision(element, this.id, preserved);
    const child = more === NO_ATTRIBUTES ? read : read.with({ attributes: { ...read.attributes, ...more } });
    this.add(child);
    return child;
  }

  /** A child that was read already. */
  add(child: Provision): void {
    this.place(child.id);
    this.children.push(child);
  }

  /** Nothing more comes: the remarks that wait stand at the end. */
  end(): void {
    this.place(null);
  }

  private place(before: ProvisionId | null): void {
    for (const { target, words } of this.waiting.splice(0))
      this.reader.reading.remarks.push({ within: this.id, before, inMetadata: false, target, words });
  }
}

/** The attributes of a provision, while it is read. */
export class GrowingAttributes {
  private readonly entries: [string, string][] = [];

  add(name: string, value: string): void {
    this.entries.push([name, value]);
  }

  /** The attributes of an element, each name with `prefix` before it, but for our own and those that were made. */
  take(element: XmlElement, made: ReadonlySet<string>, prefix: string): void {
    for (const [name, value] of Object.entries(element.attributes))
      if (name !== KEPT && name !== 'xml:space' && !made.has(name))
        this.entries.push([`${prefix}${escapedName(name)}`, value]);
  }

  finish(): Attributes {
    return this.entries.length === 0 ? NO_ATTRIBUTES : Object.fromEntries(this.entries);
  }
}
