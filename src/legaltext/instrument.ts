import type { Hash } from './hash.ts';
import type { Operation } from './operation.ts';
import type { Provision, ProvisionId } from './provision.ts';

/**
 * When a part of an instrument takes effect. Dates are civil dates (`2024-10-20`), instants ISO 8601 with an offset. A
 * milestone takes effect on the day it is expected, where one is known.
 */
export type Commencement =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'instant'; readonly at: string }
  | { readonly kind: 'milestone'; readonly name: string; readonly expected?: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'never' };

/** What can be asked of the text an operation meets. */
export interface TextView {
  readonly top: Provision;
  find(id: ProvisionId): Provision | undefined;
  parentOf(id: ProvisionId): Provision | undefined;
  /** From the root down to the provision, both included; empty when it is not there. */
  pathTo(id: ProvisionId): readonly Provision[];
  /** The ids of all provisions that bear this printed number. */
  numbered(number: string): ReadonlySet<ProvisionId>;
}

/**
 * Operations that commence together. Most are a plain list. Where a publisher's instruction can only be worked out on the
 * text it meets ("where the section was renumbered, cite the new number"), they are a function of that text: pure, so that
 * one text always gets the same operations.
 */
export interface InstrumentPart {
  readonly commencement: Commencement;
  readonly operations: readonly Operation[] | ((text: TextView) => readonly Operation[]);
}

/** One change to a text: an Act, a modification, a draft. Its parts may commence at different times, some never. */
export interface Instrument {
  readonly kind: 'instrument';
  readonly id: string;
  /** What people call it: `R0044`, `D.C. Law 22-168`. */
  readonly name: string;
  readonly parts: readonly InstrumentPart[];
  /** The text it was drafted on. */
  readonly draftedOn?: Hash;
  /** The civil date from which it was known; always, where none is given. */
  readonly known?: string;
}
