import { joinWords, type Piece, type Words } from '../document/writer.ts';
import type { Run } from './page.ts';

/**
 * What stands between two runs that the page draws on different lines. A soft hyphen at the line's end goes with the break;
 * after a hard hyphen, dash or slash that touches both words the line was broken inside a word (`CCAG08-06`, `8–12`);
 * else the break stood for a space.
 */
function atLineBreak(before: string, after: string): '' | ' ' {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return '';
  if (/\S\/$/u.test(before)) return '';
  return /[\p{L}\p{N})][-‐–—|\u00ad]$/u.test(before) && /^[\p{L}\p{N}(]/u.test(after) ? '' : ' ';
}

/** True where `next` is not on the line of `run`; raised and lowered letters stay on theirs. */
const isNewLine = (run: Run, next: Run): boolean =>
  Math.abs(next.y - run.y) > 0.6 * Math.max(run.size, next.size) || next.x < run.x - run.size;

/** The words of `runs`, in their order, with breaks between lines made good. */
export function joinRuns(runs: readonly Run[]): Words {
  const pieces: Piece[] = [];
  let previous: Run | undefined;
  let ending = '';
  for (const run of runs) {
    let text = run.text;
    if (previous !== undefined) {
      const gap = run.x - (previous.x + previous.width);
      if (isNewLine(previous, run)) {
        text = atLineBreak(ending, text) + text;
        if (ending.endsWith('\u00ad')) dropLast(pieces);
      } else if (gap > 0.2 * run.size && !/\s$/u.test(ending) && !/^\s/u.test(text)) text = ` ${text}`;
    }
    pieces.push(run.link === undefined ? { text } : { text, link: run.link });
    if (run.text.trim() !== '' || previous === undefined) previous = run;
    ending = text === '' ? ending : text.slice(-4);
  }
  return pieces;
}

/** Words that go on from one page to the next, joined as over a line's end. */
export function joinOverBreak(first: Words, second: Words): Words {
  const before = joinWords(first);
  const between = atLineBreak(before.slice(-4), joinWords(second).slice(0, 4));
  const kept = [...first];
  if (before.endsWith('\u00ad')) dropLast(kept);
  return between === '' ? [...kept, ...second] : [...kept, { text: between }, ...second];
}

function dropLast(pieces: Piece[]): void {
  const last = pieces.pop();
  if (last !== undefined) pieces.push({ ...last, text: last.text.slice(0, -1) });
}
