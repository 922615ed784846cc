/**
 * Why a file was not read as Akoma Ntoso.
 *
 * - `not-akn`: well-formed, but another kind of document, or Akoma Ntoso of an edition before 3.0
 * - `broken`: not well-formed XML, or bytes that are not Unicode text
 * - `unsafe`: it has a document type or entities of its own, which legal documents do not need and which can do harm
 * - `too-large`, `too-deep`: beyond what any text needs
 * - `not-valid`: one of Pandect's own attributes in it does not say what it should
 */
export type AknReason = 'not-akn' | 'broken' | 'unsafe' | 'too-large' | 'too-deep' | 'not-valid';

/** One refusal: which file, the line and column (from 1) where they are known, and in a sentence what to do. */
export interface AknFailure {
  readonly kind: 'akn-failure';
  readonly reason: AknReason;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

/** Ends the reading of a file. Thrown deep inside and caught by `readAkn` alone, which gives back the failure. */
export class AknStopped extends Error {
  readonly reason: AknReason;
  readonly line: number | null;
  readonly column: number | null;

  constructor(reason: AknReason, message: string, line: number | null = null, column: number | null = null) {
    super(message);
    this.reason = reason;
    this.line = line;
    this.column = column;
  }
}
