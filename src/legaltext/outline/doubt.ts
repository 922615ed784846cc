/**
 * A place where reading text into provisions could have gone another way: what was met, what was chosen, and the same in
 * a sentence. Nothing that is doubtful is hidden, and nothing stops for it.
 */
export interface Doubt {
  readonly kind: 'doubt';
  /** Counting from 1. */
  readonly line: number;
  readonly what:
    | 'number-out-of-sequence'
    | 'letter-or-roman'
    | 'level-jump'
    | 'number-or-words'
    | 'heading-or-words'
    | 'whose-words'
    | 'text-before-first-number'
    | 'ragged-table'
    | 'nested-too-deep';
  readonly chosen: string;
  readonly sentence: string;
}

/** Notes a doubt about a line; the sentence is without the line's number. */
export type NoteDoubt = (line: { readonly at: number }, what: Doubt['what'], chosen: string, sentence: string) => void;

/** Why a text is not read at all. */
export interface OutlineRefusal {
  readonly kind: 'too-long' | 'too-many-provisions';
  readonly message: string;
}

/** Characters: far above any code, which with all its subsidiary documents has some 30 million. */
export const MAX_CHARACTERS = 100_000_000;
export const MAX_PROVISIONS = 1_000_000;
