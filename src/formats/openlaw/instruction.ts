import type { XmlElement, XmlNode } from './scan-xml/xml-element.ts';
import type { InstructionKind } from './list-instructions.ts';

/** An instruction that changes the code, with everything that does not depend on the text it meets worked out. */
export interface Instruction {
  /** Unique and permanent: the law that carries it, and its position there. */
  readonly key: string;
  readonly law: string;
  /** The paragraph of the law that holds it: `§2|(a)|(1)`. */
  readonly lawPath: string;
  readonly kind: InstructionKind;
  /** The civil date on which it takes effect, or would. */
  readonly date: string;
  readonly inForce: boolean;
  readonly element: XmlElement;
  readonly content: readonly XmlNode[];
  /** The path in the code that it points to. */
  readonly segments: readonly string[];
  /** The document that citations without one refer to. */
  readonly amends: string;
}

/** Why an instruction came to nothing before any operation was tried. */
export type InstructionFailure =
  /** The pack has no such document. */
  | { readonly kind: 'document-missing'; readonly document: string }
  /** The document has nothing at that path, or nothing that is in the code. */
  | { readonly kind: 'path-missing'; readonly document: string; readonly path: string }
  /** It is aimed at the text of a law itself, which it could not change, or which is not changed in this way. */
  | { readonly kind: 'law-not-changed'; readonly document: string; readonly path: string }
  /** The code has nothing at that path, at that time. */
  | { readonly kind: 'target-missing'; readonly path: string }
  /** What it goes beside is not there. */
  | { readonly kind: 'neighbour-missing'; readonly path: string; readonly neighbour: string }
  /** It strikes words that are not there. */
  | { readonly kind: 'words-missing'; readonly path: string; readonly words: string }
  /** It strikes one of several matches, by its place among them, and there are not so many. */
  | {
      readonly kind: 'match-missing';
      readonly path: string;
      readonly words: string;
      readonly position: number;
      readonly found: number;
    }
  /** It says what to do in words that nothing is known of. */
  | { readonly kind: 'not-understood'; readonly what: string }
  /** It carries nothing that could be written. */
  | { readonly kind: 'nothing-to-write'; readonly what: string }
  /** Its kind cannot be done to what it points to. */
  | { readonly kind: 'not-for-target'; readonly path: string; readonly what: string };
