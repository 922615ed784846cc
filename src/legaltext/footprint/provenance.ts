/** Words `[start, end)` of the text a change was drafted on, and the words that stand there when it is made. */
export interface WordsEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Characters `[start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly words: string };

const lengthOf = (piece: Piece): number => (piece.kind === 'kept' ? piece.end - piece.start : piece.words.length);

/**
 * Where the words of one text come from while a change rewords it step by step: pieces of the text it began with, and new
 * words between them. So a later step's positions, which count in the text as earlier steps left it, are brought back to
 * positions in the text that everybody else amends too.
 */
export class Provenance {
  private pieces: readonly Piece[];

  /** The provenance of an untouched text of `length` characters. */
  constructor(private readonly length: number) {
    this.pieces = length === 0 ? [] : [{ kind: 'kept', start: 0, end: length }];
  }

  /** Takes note that characters `[start, end)` of the text as it is now are replaced. Linear in the edits so far. */
  edit(start: number, end: number, words: string): void {
    const before: Piece[] = [];
    const after: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const length = lengthOf(piece);
      const from = at;
      at += length;
      if (from < start) before.push(cut(piece, 0, Math.min(length, start - from)));
      if (at > end) after.push(cut(piece, Math.max(0, end - from), length));
    }
    this.pieces = words === '' ? [...before, ...after] : [...before, { kind: 'new', words }, ...after];
  }

  /** What has become of the text it began with: replaced places in their order, apart from each other by words kept. */
  edits(): readonly WordsEdit[] {
    const found: WordsEdit[] = [];
    let at = 0;
    let replacement = '';
    const close = (end: number): void => {
      if (end > at || replacement !== '') found.push({ start: at, end, replacement });
      replacement = '';
    };
    for (const piece of this.pieces) {
      if (piece.kind === 'new') replacement += piece.words;
      else {
        close(piece.start);
        at = piece.end;
      }
    }
    close(this.length);
    return found;
  }

  /** Where the new words stand in the text as it is now. */
  fresh(): readonly Range[] {
    const found: Range[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const end = at + lengthOf(piece);
      if (piece.kind === 'new') found.push({ start: at, end });
      at = end;
    }
    return found;
  }
}

const cut = (piece: Piece, from: number, to: number): Piece =>
  piece.kind === 'kept'
    ? { kind: 'kept', start: piece.start + from, end: piece.start + to }
    : { kind: 'new', words: piece.words.slice(from, to) };
