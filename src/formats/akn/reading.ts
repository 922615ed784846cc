import type { ProvisionId } from '../../legaltext/provision.ts';
import { NO_ATTRIBUTES, type Attributes, type Text } from '../../legaltext/text.ts';
import type { Provision } from '../../legaltext/provision.ts';
import type { AknComment } from './document.ts';
import { KEPT, type Kept } from './kept.ts';
import type { ReadText } from './read-text.ts';
import type { XmlElement } from './xml-tree.ts';

/** What reading a file gathers beside the provisions. */
export interface Reading {
  /** Attributes that were made in writing and are none of the provision's, unless an element says otherwise. */
  readonly made: ReadonlySet<string>;
  /** Takes the metadata of a document. */
  metadata(document: ProvisionId, meta: XmlElement): void;
  readonly comments: AknComment[];
}

/** A paragraph that is a text of the provision it stands in, or only fills a place. */
export interface Carried {
  readonly is: 'heading' | 'text' | 'tail' | 'nothing';
  readonly read: ReadText;
}

/** Reads what stands in a provision, for the provision itself. */
export interface ProvisionReading {
  readonly reading: Reading;
  provision(element: XmlElement, within: ProvisionId, preservedOutside: boolean): Provision;
  words(element: XmlElement, within: ProvisionId, preservedOutside: boolean): ReadText;
  passage(words: string, within: ProvisionId): Provision;
  carried(element: XmlElement, within: ProvisionId, preserved: boolean): Carried | undefined;
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

/** The comments met while one provision is read; each is noted once it is known what it stands before. */
export class Comments {
  private readonly all: AknComment[];
  private readonly within: ProvisionId;
  private waiting: string[] = [];

  constructor(all: AknComment[], within: ProvisionId) {
    this.all = all;
    this.within = within;
  }

  get length(): number {
    return this.waiting.length;
  }

  note(words: string): void {
    this.waiting.push(words);
  }

  /** The first `count` comments that wait stand before this provision. */
  place(count: number, before: ProvisionId | null): void {
    for (const words of this.waiting.splice(0, count))
      this.all.push({ within: this.within, before, inMetadata: false, words });
  }

  end(): void {
    this.place(this.waiting.length, null);
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
      if (name !== KEPT && name !== 'xml:space' && !made.has(name)) this.entries.push([`${prefix}${name}`, value]);
  }

  finish(): Attributes {
    return this.entries.length === 0 ? NO_ATTRIBUTES : Object.fromEntries(this.entries);
  }
}
