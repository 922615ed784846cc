import type { ProvisionId, TextPart } from '../provision.ts';

/**
 * - `fault`: wrong as it stands: a reference to nothing, a number that stands twice, a hole
 * - `doubt`: may be meant so: a number out of order, a phrase in capitals that nothing defines
 * - `notice`: harmless, but worth tidying: a term that nothing uses
 */
export type CheckSeverity = 'fault' | 'doubt' | 'notice';

export type CheckCode =
  | 'reference-dangling'
  | 'reference-repealed'
  | 'reference-moved'
  | 'reference-ambiguous'
  | 'reference-to-itself'
  | 'term-defined-twice'
  | 'term-never-used'
  | 'phrase-undefined'
  | 'hole'
  | 'number-twice'
  | 'number-out-of-order';

/** One thing that a check of a text found: what, where, and a sentence for a person. */
export interface CheckFinding {
  readonly kind: 'check-finding';
  readonly code: CheckCode;
  readonly severity: CheckSeverity;
  readonly provision: ProvisionId;
  /** Where the words are, when it is about words. */
  readonly part?: TextPart;
  readonly start?: number;
  readonly end?: number;
  /** The provision as its style cites it, or the numbers on the way to it. */
  readonly place: string;
  readonly sentence: string;
}

export const SEVERITIES: Readonly<Record<CheckCode, CheckSeverity>> = {
  'reference-dangling': 'fault',
  'reference-repealed': 'fault',
  'reference-moved': 'fault',
  'reference-ambiguous': 'fault',
  'reference-to-itself': 'doubt',
  'term-defined-twice': 'fault',
  'term-never-used': 'notice',
  'phrase-undefined': 'doubt',
  hole: 'fault',
  'number-twice': 'fault',
  'number-out-of-order': 'doubt',
};
