/**
 * Why no operations were made of a modification.
 *
 * - `not-textual`: it changes what words mean or whom they bind, and leaves the words as they are
 * - `incomplete`, `conditional`: it says itself that it is not the whole of it, or that it depends on something
 * - `exclusion`: it says what is not changed
 * - `whole-document`: it goes to a document as a whole
 * - `destination-missing`: its destination is not in the text
 * - `matter-missing`: the words or provisions it puts in or takes out are not in the file
 * - `no-position`: it does not say where to insert
 * - `no-range`: the ends of its range do not stand beside one another
 * - `unclear`: its parts do not go together
 */
export type NotTranslatableReason =
  | 'not-textual'
  | 'incomplete'
  | 'conditional'
  | 'exclusion'
  | 'whole-document'
  | 'destination-missing'
  | 'matter-missing'
  | 'no-position'
  | 'no-range'
  | 'unclear';

export interface NotTranslatable {
  readonly kind: 'not-translatable';
  /** The modification's own id, where it has one. */
  readonly modification: string | null;
  readonly type: string;
  readonly reason: NotTranslatableReason;
  readonly message: string;
}

/** Thrown while one modification is translated, and caught there. */
export class Untranslatable extends Error {
  readonly reason: NotTranslatableReason;

  constructor(reason: NotTranslatableReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** For a modification that quotes nothing to put in. */
export const missingMatter = (): Untranslatable =>
  new Untranslatable('matter-missing', 'the words it puts in are not in the file. Quote them, and point to them.');
