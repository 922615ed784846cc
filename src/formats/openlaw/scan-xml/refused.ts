/** Thrown within the scanner only, and caught at its door. */
export class Refused extends Error {
  /** Where in the file, in bytes; undefined for what is wrong with the tag that is being read. */
  readonly offset: number | undefined;

  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}
