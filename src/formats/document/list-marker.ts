/** A marker at the start of an item as people type it: where the words begin, the marker itself, whether it numbers. */
export interface ListMarker {
  readonly marker: string;
  readonly ordered: boolean;
  /** Code units of blanks before the marker. */
  readonly indent: number;
  /** Offset in the line of the first character of the item's words. */
  readonly wordsAt: number;
}

/**
 * Bullets as slides and Word paste them, and numbers or letters followed by a stop or bracket. `2022.` and `1.1` are
 * not markers: years and clause numbers. A marker alone on its line has no words and is not one either.
 */
const MARKER =
  /^(\s*)([-–—*•‣▪■●○◦·➢✓]|\d{1,3}[.)]|[a-z][.)]|[ivx]{1,4}[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s+(?=\S)/u;

const NUMBERS = /[\da-z]/u;

/** The list marker that `line` starts with, if it starts with one. */
export function listMarker(line: string): ListMarker | undefined {
  // The pattern looks at the head of the line only, so that a line of five million blanks costs nothing.
  const match = MARKER.exec(line.length > 400 ? line.slice(0, 400) : line);
  const marker = match?.[2];
  if (match === null || marker === undefined) return undefined;
  return {
    marker,
    ordered: NUMBERS.test(marker),
    indent: match[1]?.length ?? 0,
    wordsAt: match[0].length,
  };
}

/** Turns indents into levels: an item is one level below the nearest item above it that is indented less. */
export function createIndentLevels(): { level(indent: number): number; reset(): void } {
  let indents: number[] = [];
  return {
    level(indent) {
      indents = [...indents.filter((outer) => outer < indent), indent];
      return indents.length - 1;
    },
    reset() {
      indents = [];
    },
  };
}
