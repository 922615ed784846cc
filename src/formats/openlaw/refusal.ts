/** Why a pack is not read, or a law not replayed: a sentence for whoever brought it, and the file it is about. */
export interface PackRefusal {
  readonly kind: 'pack-refusal';
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}
