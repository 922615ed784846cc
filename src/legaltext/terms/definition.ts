import type { ProvisionId, TextPart } from '../provision.ts';

/**
 * How a term is defined.
 * - `means`: its meaning stands there
 * - `includes`: its meaning is only widened there
 * - `elsewhere`: it "has the meaning given in" another place
 * - `construed`: it "shall be construed" in some way
 * - `short-form`: a name for what has just been said, `(the “Operator”)`
 * - `marked`: the source says that it is a definition
 */
export type DefinitionForm = 'means' | 'includes' | 'elsewhere' | 'construed' | 'short-form' | 'marked';

/** One defined term: which words define it, where, and how far the definition reaches. */
export interface Definition {
  readonly kind: 'definition';
  readonly term: string;
  readonly provision: ProvisionId;
  readonly part: TextPart;
  /** The words of the term, without quotation marks: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly form: DefinitionForm;
  /** The provision within which it holds; the root for the whole text. */
  readonly scope: ProvisionId;
}

/** A term as it is looked up: without quotation marks, white space as single spaces. */
export const termKey = (words: string): string =>
  words
    .replace(/["“”„«»*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
