import type { Address } from './list-instructions.ts';
import { numberOf, sectionsNumbered, segmentsOf, walkPath, type LawDocument } from './law-document.ts';
import { elementsOf } from './scan-xml/look-into.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';

/** What an address comes to. */
export type Resolution =
  | { readonly kind: 'code'; readonly segments: readonly string[] }
  /** An element of a law's own text. */
  | { readonly kind: 'law'; readonly law: LawDocument; readonly element: XmlElement }
  | { readonly kind: 'missing'; readonly what: 'document' | 'path' };

/**
 * The laws of a pack, and how their own numbering leads to the code: a section of a law that carries a stub *is* the
 * section of the code that the stub names, and a law's element that an instruction writes into the code is what it
 * becomes there.
 */
export class LawLibrary {
  readonly codeName: string;
  private readonly laws: ReadonlyMap<string, LawDocument>;
  /** Where an instruction has put an element of a law. */
  private readonly codified = new Map<XmlElement, readonly string[]>();

  constructor(laws: readonly LawDocument[], codeName: string) {
    this.codeName = codeName;
    this.laws = new Map(laws.map((law) => [law.name, law]));
  }

  /** The names of all laws, in the order given. */
  get names(): string[] {
    return [...this.laws.keys()];
  }

  law(name: string): LawDocument | undefined {
    return this.laws.get(name);
  }

  /** The sections that instructions put into the code, at any time, by number, with what is put in where that is known. */
  private readonly made = new Map<string, XmlElement | undefined>();

  noteCodified(element: XmlElement, segments: readonly string[]): void {
    this.codified.set(element, segments);
    const [first] = segments;
    if (segments.length === 1 && first?.startsWith('§') === true) this.made.set(first.slice(1), element);
  }

  noteMade(number: string): void {
    this.made.set(number, undefined);
  }

  private readonly madeContainers = new Map<string, string>();

  /** Remembers that an instruction makes a container at a path, and its prefix. */
  noteContainer(segments: readonly string[], prefix: string): void {
    this.madeContainers.set(segments.join('|'), prefix);
  }

  /** The prefix of the container that some instruction makes at this path, at any time. */
  containerPrefix(segments: readonly string[]): string | undefined {
    return this.madeContainers.get(segments.join('|'));
  }

  /** Whether some instruction puts a section of this number into the code: a citation may come before what it cites. */
  makes(number: string): boolean {
    return this.made.has(number);
  }

  /** The section of a law that is put into the code under this number. */
  madeSection(number: string): XmlElement | undefined {
    return this.made.get(number);
  }

  /** The path in the code of what a law's element became, by its stub or by the instruction that wrote it there. */
  codePlace(element: XmlElement): readonly string[] | undefined {
    return this.stubPlace(element) ?? this.codified.get(element);
  }

  stubPlace(element: XmlElement): readonly string[] | undefined {
    for (const child of elementsOf(element))
      if (
        (child.name === 'codified:stub' || child.name === 'codified:at') &&
        child.attributes['doc'] === this.codeName &&
        child.attributes['path'] !== undefined
      )
        return segmentsOf(child.attributes['path']);
    return undefined;
  }

  /** The element of a law that an address names, whether it is in the code or not. */
  lawElement({ document, segments }: Address): XmlElement | undefined {
    const law = this.laws.get(document);
    if (law === undefined) return undefined;
    const { way, rest } = walkPath(law.root, segments);
    return rest.length === 0 ? way.at(-1) : undefined;
  }

  /**
   * Follows an address to the code, or to a law's own text. With `stubsOnly` what instructions have written does not
   * count: a law is amended as it is published. The deepest element on the way that is codified leads on; below a section
   * that is not, nothing is.
   */
  resolve(address: Address, stubsOnly = false): Resolution {
    const { document, segments } = address;
    if (document === this.codeName) return { kind: 'code', segments };
    const law = this.laws.get(document);
    if (law === undefined) return { kind: 'missing', what: 'document' };
    const { way, rest } = walkPath(law.root, segments);
    for (let index = way.length - 1; index >= 0; index -= 1) {
      const element = way[index];
      if (element === undefined) continue;
      const place = stubsOnly ? this.stubPlace(element) : this.codePlace(element);
      if (place !== undefined && !segments.slice(index).some((segment) => segment.startsWith('§')))
        return { kind: 'code', segments: [...place, ...segments.slice(index).filter((each) => each !== 'includes')] };
      if (element.name === 'section' && rest.length === 0) break;
    }
    // A section that the law quotes, to put it into another law, is the code's where it is written there.
    const [first = '', ...steps] = segments;
    if (first.startsWith('§') && !stubsOnly && rest.length === segments.length)
      for (const section of sectionsNumbered(law.root, first.slice(1))) {
        const place = this.codePlace(section);
        if (place !== undefined) return { kind: 'code', segments: [...place, ...steps] };
      }
    const element = way.at(-1);
    return rest.length > 0 || element === undefined ? { kind: 'missing', what: 'path' } : { kind: 'law', law, element };
  }

  /** The number in the code of the section that a law calls `§8`; the number itself where it is the code's already. */
  codeSection(document: string, name: string): string | undefined {
    const resolution = this.resolve({ document, segments: [name] });
    if (resolution.kind !== 'code') return undefined;
    const [only, ...more] = resolution.segments;
    return more.length === 0 && only !== undefined && only.startsWith('§') ? only.slice(1) : undefined;
  }
}

/** The number that an element bears in the code. */
export function codeNumber(element: XmlElement, instruction?: XmlElement): string {
  const number = elementsOf(element, 'num')[0];
  return instruction?.attributes['num-value'] ?? number?.attributes['codify:value'] ?? numberOf(element);
}
