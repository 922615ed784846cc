/**
 * Why a file of our own form was not read.
 *
 * - `not-json`: broken JSON, or bytes that are not UTF-8
 * - `not-this-format`: JSON, but without our name of format in it
 * - `newer-version`: written by a later Pandect in a form that this one does not know
 * - `too-deep`, `too-large`: beyond what any text needs, so that reading it would only cost memory
 * - `not-valid`: a value of the wrong form; `path` says which
 * - `refused`: the form is right, but the tree cannot be a version (two provisions with one id)
 */
export type ProvisionsJsonReason =
  'not-json' | 'not-this-format' | 'newer-version' | 'too-deep' | 'too-large' | 'not-valid' | 'refused';

/** One refusal, with the path of the value it is about (`root.children[3].text.marks[0].end`; empty for the whole file). */
export interface ProvisionsJsonFailure {
  readonly kind: 'provisions-json-failure';
  readonly reason: ProvisionsJsonReason;
  readonly path: string;
  readonly message: string;
}

export const refuse = (reason: ProvisionsJsonReason, path: string, message: string): ProvisionsJsonFailure => ({
  kind: 'provisions-json-failure',
  reason,
  path,
  message,
});
