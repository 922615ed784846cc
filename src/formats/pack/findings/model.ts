/** A finding: something in a pack that a person should look at, said plainly, with where it is and what might be done. */
import type { Span } from '../../document/model.ts';
import type { FindingCode, FindingSeverity } from './registry.ts';

export type { FindingSeverity } from './registry.ts';

/** A way to settle a finding: in words always, and where the tool can name one, the field and its new value. */
export interface Suggestion {
  readonly words: string;
  /** Path of the field in the record, `raised` or `decisionDates.0.date`. */
  readonly path?: string;
  /** What the field would say, as a person would type it. */
  readonly value?: string;
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** One plain sentence: what is odd, and where. */
  readonly message: string;
  readonly span: Span;
  readonly suggestion: Suggestion | null;
  /** Key of the record it is about, where it is about one. */
  readonly about: string | null;
}
