/**
 * The elements that the scanner makes: lean, since a pack has hundreds of thousands of them at once. A law's tree is
 * changed by the laws that amend it, so children and parents can be set.
 */

/** Shared by all elements without content; never pushed to. */
const NO_NODES: XmlNode[] = [];

/** An element. Names are `local` for the library's own namespace, and `codify:…`, `codified:…`, `xi:…` for those. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Words (entities resolved, every run of white space as one space) and elements, in order. */
  children: XmlNode[] = NO_NODES;
  parent: XmlElement | undefined;
  /** Whether an instruction or a mark (`codify:…`) is somewhere in it: walks that look for those pass over the rest. */
  holdsInstructions = false;
  /** Its position among the elements of its document, in the order of their start tags, from 0. */
  readonly ordinal: number;

  constructor(
    name: string,
    attributes: Readonly<Record<string, string>>,
    parent: XmlElement | undefined,
    ordinal: number,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
    this.ordinal = ordinal;
  }
}

export type XmlNode = XmlElement | string;

/** Notes that an instruction has come into an element. Costs the levels above that did not hold one yet. */
export function noteInstructions(element: XmlElement): void {
  for (let at: XmlElement | undefined = element; at?.holdsInstructions === false; at = at.parent)
    at.holdsInstructions = true;
}
