/**
 * The strictly increasing run of picks from a list that weighs most, as indices into it, in order. The values are whole
 * numbers from 0 to below `most`, each at most once. For each pick the heaviest run that ends below it is looked up in a
 * tree of maxima over the values (Fenwick, "A new data structure for cumulative frequency tables", 1994). n log most.
 */
export function heaviestIncreasing(
  values: readonly number[],
  weights: readonly number[],
  most: number,
): readonly number[] {
  const heaviest = new Float64Array(most + 1);
  const ends = new Int32Array(most + 1).fill(-1);
  const before = new Int32Array(values.length);
  let last = -1;
  let lastWeight = -1;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let weight = 0;
    let previous = -1;
    for (let at = value; at > 0; at -= at & -at) {
      const there = heaviest[at] ?? 0;
      if (there > weight) {
        weight = there;
        previous = ends[at] ?? -1;
      }
    }
    weight += weights[index] ?? 1;
    before[index] = previous;
    for (let at = value + 1; at <= most; at += at & -at) {
      if ((heaviest[at] ?? 0) >= weight) continue;
      heaviest[at] = weight;
      ends[at] = index;
    }
    if (weight > lastWeight) {
      lastWeight = weight;
      last = index;
    }
  }
  const picked: number[] = [];
  for (let at = last; at >= 0; at = before[at] ?? -1) picked.push(at);
  return picked.reverse();
}
