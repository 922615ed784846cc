/** What becomes of an occurrence: it counts, and the next one starts after its end; it does not; or that is all. */
export type Verdict = 'taken' | 'passed' | 'enough';

/**
 * Above this many characters a pattern is looked for in a way that is linear for every text. Below it the language's own
 * search is faster, and its worst case is this many times the length of the text.
 */
const LONG = 64;

/**
 * Goes through the places where `pattern` stands in `words`, from the front, in time linear in both, whatever they are:
 * the search of Knuth, Morris and Pratt, since the language's own needs minutes for text made to mislead it (a long run
 * of one letter, quoted with another letter in the middle). `pattern` is not empty.
 */
export function eachOccurrence(words: string, pattern: string, judge: (start: number) => Verdict): void {
  if (pattern.length > LONG) {
    eachOfLong(words, pattern, judge);
    return;
  }
  for (let at = words.indexOf(pattern); at !== -1;) {
    const verdict = judge(at);
    if (verdict === 'enough') return;
    at = words.indexOf(pattern, at + (verdict === 'taken' ? pattern.length : 1));
  }
}

function eachOfLong(words: string, pattern: string, judge: (start: number) => Verdict): void {
  if (pattern.length > words.length) return;
  const borders = bordersOf(pattern);
  let matched = 0;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    while (matched > 0 && pattern.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (pattern.charCodeAt(matched) === unit) matched += 1;
    if (matched < pattern.length) continue;
    const verdict = judge(at - pattern.length + 1);
    if (verdict === 'enough') return;
    matched = verdict === 'taken' ? 0 : (borders[matched - 1] ?? 0);
  }
}

/** For each beginning of the pattern, the length of the longest shorter one that it ends with. */
function bordersOf(pattern: string): Int32Array {
  const borders = new Int32Array(pattern.length);
  for (let at = 1, matched = 0; at < pattern.length; at += 1) {
    const unit = pattern.charCodeAt(at);
    while (matched > 0 && pattern.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (pattern.charCodeAt(matched) === unit) matched += 1;
    borders[at] = matched;
  }
  return borders;
}
