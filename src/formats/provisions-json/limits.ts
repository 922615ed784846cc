import { MAX_HEIGHT } from '../../legaltext/version.ts';

/** The most characters of a file: 50,000 provisions of real text are some 30 million. */
export const MAX_CHARACTERS = 512 * 1024 * 1024;

/** Brackets that may stand open at once: two for each level of a text, and a few for what surrounds it. */
export const MAX_BRACKETS = MAX_HEIGHT * 2 + 24;

/**
 * How many brackets stand open at the deepest place, counted without building anything, so that a file of a hundred
 * thousand brackets is refused before any walk meets it. Stops counting at `limit`. Linear in the length of the text.
 */
export function bracketDepth(json: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    if (quoted) {
      if (unit === 0x5c) index += 1;
      else if (unit === 0x22) quoted = false;
    } else if (unit === 0x22) quoted = true;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > limit) return deepest;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return deepest;
}
