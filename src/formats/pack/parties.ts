/** Who something is with: `Programme (design lead)`, `Chair & Secretariat`, `Code Bodies, Programme (PMO & Design)`. */
import type { Party } from './model.ts';
import { withoutMarkup } from './words.ts';

/** Splits at commas, `&`, `and`, `/` that stand outside brackets. */
function outsideBrackets(words: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const mark of words.matchAll(/[()]|,|;|&|\/|\band\b/g)) {
    if (mark[0] === '(') depth += 1;
    else if (mark[0] === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(words.slice(from, mark.index));
      from = mark.index + mark[0].length;
    }
  }
  parts.push(words.slice(from));
  return parts.map((words) => words.trim()).filter((words) => words !== '');
}

/** The parties some words name, in order. A bracket or what follows a dash is a party's detail, left whole. */
export function readParties(words: string): Party[] {
  return outsideBrackets(withoutMarkup(words)).map((part) => {
    const bracket = /^(.+?)\s*\((.*?)\)?\s*$/.exec(part);
    if (bracket !== null) return { role: bracket[1] ?? part, detail: bracket[2] ?? null };
    const dash = /^(.+?)\s+[-–—]\s+(.+)$/.exec(part);
    if (dash !== null) return { role: dash[1] ?? part, detail: dash[2] ?? null };
    return { role: part, detail: null };
  });
}
