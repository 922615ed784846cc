/**
 * The longest strictly increasing run of picks from a list, as indices into it, in order. By patience sorting: each value
 * goes on the first pile whose top is not smaller, remembering the top of the pile before; reading back from the last pile
 * gives the run (Fredman, "On computing the length of longest increasing subsequences", 1975). n log n.
 */
export function longestIncreasing(values: readonly number[]): readonly number[] {
  const tops: number[] = [];
  const before = new Int32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  }
  const picked: number[] = new Array<number>(tops.length);
  let at = tops[tops.length - 1] ?? -1;
  for (let pile = tops.length - 1; pile >= 0; pile -= 1) {
    picked[pile] = at;
    at = before[at] ?? -1;
  }
  return picked;
}
