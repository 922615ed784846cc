/** When two passages of words are the same thing said again: the natural keys of records that have no reference. */

/**
 * Words with everything taken out that does not carry meaning between two printings of the same sentence: case,
 * punctuation, kinds of dash and quotation mark, spacing, and a list number in front.
 */
export const normalised = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*\(?\d{1,2}[.)]\s*/, '')
    .replace(/[^\p{L}\p{N}£%]+/gu, ' ')
    .trim();

/** Share of words that two passages have in common, 0–1 (Dice's coefficient on their sets of words). */
export function likeness(a: string, b: string): number {
  const left = new Set(normalised(a).split(' '));
  const right = new Set(normalised(b).split(' '));
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / (left.size + right.size);
}

/** At this likeness and in the same place of the list, one part is the other, reworded. Chosen: half the words. */
const REWORDED = 0.5;

interface Worded {
  readonly text: string;
}

/**
 * Pairs parts as they now read with the parts of the record: first those with the same words wherever they stand,
 * then those in the same place that were reworded. A part nobody pairs with is new (`null`).
 */
export function pairParts<Known extends Worded, Read extends Worded>(
  known: readonly Known[],
  read: readonly Read[],
): readonly { readonly read: Read; readonly known: Known | null }[] {
  const free = new Set(known);
  const take = (part: Known | undefined): Known | null => {
    if (part === undefined) return null;
    free.delete(part);
    return part;
  };
  const exact = read.map((part) =>
    take([...free].find((candidate) => normalised(candidate.text) === normalised(part.text))),
  );
  return read.map((part, index) => {
    const same = exact[index] ?? null;
    if (same !== null) return { read: part, known: same };
    const inPlace = known[index];
    const reworded = inPlace !== undefined && free.has(inPlace) && likeness(inPlace.text, part.text) >= REWORDED;
    return { read: part, known: reworded ? take(inPlace) : null };
  });
}
