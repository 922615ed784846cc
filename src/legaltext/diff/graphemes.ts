/**
 * Where a reader sees one character end and the next begin (Unicode Standard Annex 29, extended grapheme clusters): not
 * between the persons of a family emoji, the halves of a flag, the jamo of a Hangul syllable, the consonants of an Indic
 * conjunct, or a letter and its combining marks.
 *
 * Only a few places in a text are ever asked about. Nearly always two plain letters stand on both sides, and a boundary is
 * between them. Elsewhere the stretch around the place, up to the nearest such pairs, is segmented once and remembered.
 */

/**
 * Letters and signs that end a character and begin one beside each other, whatever else is around: Latin, Greek and
 * Cyrillic, Hebrew and Arabic letters, punctuation, kana, Han, whole Hangul syllables. Others may do so too; they are only
 * looked at more closely. Carriage return and line feed are left out, which are one character together.
 */
const PLAIN =
  /[\u0020-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05f4\u0620-\u064a\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]/;

let segmenter: Intl.Segmenter | undefined;

export class Graphemes {
  private readonly text: string;
  /** The last stretch that was segmented, and whether a character begins at each of its units. */
  private start = 0;
  private begins = new Uint8Array(0);

  constructor(text: string) {
    this.text = text;
  }

  /** Whether a character ends and another begins at `index`; at both ends of the text one does. Linear over all calls in order. */
  isBoundary(index: number): boolean {
    if (index <= 0 || index >= this.text.length || this.isBetweenPlain(index)) return true;
    if (index < this.start || index >= this.start + this.begins.length) this.segmentAround(index);
    return this.begins[index - this.start] === 1;
  }

  private isBetweenPlain(index: number): boolean {
    return PLAIN.test(this.text.charAt(index - 1)) && PLAIN.test(this.text.charAt(index));
  }

  private segmentAround(index: number): void {
    const { text } = this;
    let start = index;
    while (start > 0 && !this.isBetweenPlain(start)) start -= 1;
    let end = index;
    while (end < text.length && !this.isBetweenPlain(end)) end += 1;
    this.start = start;
    this.begins = beginningsIn(text.slice(start, end));
  }
}

/** So many units are segmented at a time: the segmenter's own cost grows faster than the length where flags stand in a row. */
const WINDOW = 2048;

/** 1 for each unit at which a character begins. What begins where another ended is segmented as if nothing stood before. */
function beginningsIn(stretch: string): Uint8Array<ArrayBuffer> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const begins = new Uint8Array(stretch.length);
  let window = WINDOW;
  for (let from = 0; from < stretch.length;) {
    // The last character of a window may go on after it, so the next window begins with it.
    let last = 0;
    for (const { index } of segmenter.segment(stretch.slice(from, from + window))) begins[from + (last = index)] = 1;
    if (from + window >= stretch.length) break;
    from += last;
    window = last === 0 ? window * 2 : WINDOW;
  }
  return begins;
}
