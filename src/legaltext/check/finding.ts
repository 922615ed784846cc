import type { ProvisionId, TextPart } from '../provision.ts';

/**
 * - `fault`: wrong as it stands: a reference to nothing, a number that stands twice, a hole
 * - `doubt`: may be meant so: a number out of order, a phrase that is used as a defined term and that nothing defines
 * - `notice`: harmless, but worth tidying: a term that nothing uses, a phrase in capitals that may be a name
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
  | 'term-other-capitals'
  | 'phrase-undefined'
  | 'phrase-in-capitals'
  | 'hole'
  | 'form'
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
  /** In how many places the same is to be found, when it is about words that may stand in several. */
  readonly count?: number;
  /** The provision as its style cites it, or the numbers on the way to it. */
  readonly place: string;
  readonly sentence: string;
}

/** Takes note of a finding; the sentence is made with the words for its place. */
export type CheckReporter = (
  code: CheckCode,
  place: Pick<CheckFinding, 'provision' | 'part' | 'start' | 'end' | 'count'>,
  sentence: (place: string) => string,
) => void;

export const SEVERITIES: Readonly<Record<CheckCode, CheckSeverity>> = {
  'reference-dangling': 'fault',
  'reference-repealed': 'fault',
  'reference-moved': 'fault',
  'reference-ambiguous': 'fault',
  'reference-to-itself': 'doubt',
  'term-defined-twice': 'fault',
  'term-never-used': 'notice',
  'term-other-capitals': 'doubt',
  'phrase-undefined': 'doubt',
  'phrase-in-capitals': 'notice',
  hole: 'fault',
  form: 'notice',
  'number-twice': 'fault',
  'number-out-of-order': 'doubt',
};
