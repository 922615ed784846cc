import { Interner } from './interner.ts';
import { compareSequences, type Difference } from './sequence.ts';

/**
 * Where the lines of two texts differ. Both are gone through line by line while they agree. Where they part, the nearest
 * place where they agree again is looked for; most often that is a line or two on. Only where there is none near by is
 * what is left compared as a sequence of lines. So lines that stay are read once and never remembered.
 */

/** How many lines further on, in both texts together, an agreement is looked for. */
const NEAR = 12;
/** Lines shorter than this (empty ones, mostly) agree by chance. In UTF-16 units. */
const TELLING = 24;

/** The stretches of `within` that differ, in order; they begin and end with lines. Near linear in the length. */
export function differingLines(before: string, after: string, within: Difference): readonly Difference[] {
  const { beforeEnd, afterEnd } = within;
  const found: Difference[] = [];
  let { beforeStart, afterStart } = within;
  while (beforeStart < beforeEnd && afterStart < afterEnd) {
    const own = endOfLine(before, beforeStart, beforeEnd);
    const other = endOfLine(after, afterStart, afterEnd);
    if (sameStretch(before, beforeStart, own, after, afterStart, other)) {
      beforeStart = own;
      afterStart = other;
      continue;
    }
    const rest = { beforeStart, beforeEnd, afterStart, afterEnd };
    const parted = untilNextAgreement(before, after, rest);
    if (parted === null) return [...found, ...differingInSequence(before, after, rest)];
    found.push(parted);
    beforeStart = parted.beforeEnd;
    afterStart = parted.afterEnd;
  }
  if (beforeStart < beforeEnd || afterStart < afterEnd) found.push({ beforeStart, beforeEnd, afterStart, afterEnd });
  return found;
}

function endOfLine(text: string, at: number, end: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
}

const sameStretch = (
  before: string,
  beforeStart: number,
  beforeEnd: number,
  after: string,
  afterStart: number,
  afterEnd: number,
): boolean =>
  beforeEnd - beforeStart === afterEnd - afterStart &&
  before.slice(beforeStart, beforeEnd) === after.slice(afterStart, afterEnd);

/** From where the texts part to where they agree again on a telling line, the fewest lines on; null where that is not near. */
function untilNextAgreement(before: string, after: string, rest: Difference): Difference | null {
  const own = startsOfLines(before, rest.beforeStart, rest.beforeEnd);
  const other = startsOfLines(after, rest.afterStart, rest.afterEnd);
  for (let lines = 1; lines <= NEAR; lines += 1) {
    for (let inOwn = 0; inOwn <= lines; inOwn += 1) {
      const from = own[inOwn];
      const to = own[inOwn + 1];
      const otherFrom = other[lines - inOwn];
      const otherTo = other[lines - inOwn + 1];
      if (from === undefined || to === undefined || otherFrom === undefined || otherTo === undefined) continue;
      if (to - from >= TELLING && sameStretch(before, from, to, after, otherFrom, otherTo))
        return { beforeStart: rest.beforeStart, beforeEnd: from, afterStart: rest.afterStart, afterEnd: otherFrom };
    }
  }
  return null;
}

/** Where the next few lines start, and the last of them ends. */
function startsOfLines(text: string, start: number, end: number): readonly number[] {
  const starts = [start];
  for (let at = start; starts.length <= NEAR + 1 && at < end;) starts.push((at = endOfLine(text, at, end)));
  return starts;
}

function differingInSequence(before: string, after: string, within: Difference): readonly Difference[] {
  const { beforeStart, beforeEnd, afterStart, afterEnd } = within;
  const interner = new Interner();
  const own = linesOf(before, beforeStart, beforeEnd, interner);
  const other = linesOf(after, afterStart, afterEnd, interner);
  return compareSequences(own.numbers, other.numbers, interner.size).map((lines) => ({
    beforeStart: own.starts[lines.beforeStart] ?? beforeEnd,
    beforeEnd: own.starts[lines.beforeEnd] ?? beforeEnd,
    afterStart: other.starts[lines.afterStart] ?? afterEnd,
    afterEnd: other.starts[lines.afterEnd] ?? afterEnd,
  }));
}

/** Lines with their breaks: where each starts, and its number. */
function linesOf(
  text: string,
  start: number,
  end: number,
  interner: Interner,
): { readonly starts: readonly number[]; readonly numbers: Int32Array } {
  const starts: number[] = [];
  const numbers: number[] = [];
  for (let at = start; at < end;) {
    const next = endOfLine(text, at, end);
    starts.push(at);
    numbers.push(interner.numberOf(text.slice(at, next)));
    at = next;
  }
  return { starts, numbers: Int32Array.from(numbers) };
}
