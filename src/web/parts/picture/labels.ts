/** A label wanted at a place along the axis. */
export interface WantedLabel {
  /** Where it points, in pixels. */
  readonly x: number;
  readonly words: string;
}

export interface PlacedLabel extends WantedLabel {
  /** The label's left edge, moved inwards where it would leave the picture. */
  readonly left: number;
  /** Its row, 0 nearest the axis. */
  readonly row: number;
}

/** A good guess at the width of words in the interface's face: exact measuring needs a drawn page. */
export const widthOf = (words: string, size = 12): number => Math.ceil(words.length * size * 0.56);

/**
 * Puts labels into as few rows as first-fit needs, so that none touches another in its row and none leaves the
 * picture `[0, width]` while it fits. Labels start at their place and are moved left only at the right edge.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  width: number,
  options: { readonly size?: number; readonly gap?: number } = {},
): readonly PlacedLabel[] {
  const gap = options.gap ?? 8;
  const ends: number[] = [];
  return [...wanted]
    .map((label) => {
      const wide = widthOf(label.words, options.size);
      return { label, wide, left: Math.max(0, Math.min(label.x, width - wide)) };
    })
    .sort((a, b) => a.left - b.left)
    .map(({ label, wide, left }) => {
      const free = ends.findIndex((end) => end + gap <= left);
      const row = free < 0 ? ends.length : free;
      ends[row] = left + wide;
      return { ...label, left, row };
    });
}
