import { wordBounds } from '../diff/word-tokens.ts';
import { TEXT_PARTS, type Provision } from '../provision.ts';

/**
 * How alike two provisions read, without comparing them word by word. Each is known by a sketch: of all its words and
 * pairs of neighbouring words, scattered by a hash, the smallest 24. The share of equal numbers among the smallest of two
 * sketches estimates what share of their words and pairs the provisions have in common (Broder, "On the resemblance and
 * containment of documents", 1997). The sketch of a provision is made from its own words and the sketches of its children,
 * so that sketching a whole text is linear in it.
 */
export type Sketch = readonly number[];

const SIZE = 24;
/** Words shorter than this stand in every text; they count only in pairs. */
const TELLING = 4;
/** Words are read up to here, so that one endless line cannot hold things up. In UTF-16 units. */
const READ = 20_000;
/** FNV-1a, 32 bits; of which 31 are kept, since whole numbers up to there are cheapest to hold. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashOfWord(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  // FNV leaves the high bits of short words poor, and the smallest numbers are picked by them.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 1;
}

/** Keeps the smallest of the numbers it is offered, each once, in order. Most are too large and cost one look. */
class Smallest {
  private readonly numbers: number[] = [];

  offer(number: number): void {
    const { numbers } = this;
    if (numbers.length === SIZE && number >= (numbers[SIZE - 1] ?? 0)) return;
    let at = numbers.length;
    while (at > 0 && (numbers[at - 1] ?? 0) >= number) at -= 1;
    if (numbers[at] === number) return;
    if (numbers.length === SIZE) numbers.pop();
    for (let index = numbers.length; index > at; index -= 1) numbers[index] = numbers[index - 1] ?? 0;
    numbers[at] = number;
  }

  /** Every word of some length, and every pair of words. A text of one word is that word, however short. */
  offerWords(text: string): void {
    const { starts, ends } = wordBounds(text, 0, Math.min(text.length, READ));
    let previous = 0;
    for (let index = 0; index < starts.length; index += 1) {
      const start = starts[index] ?? 0;
      const end = ends[index] ?? start;
      const hash = hashOfWord(text, start, end);
      if (end - start >= TELLING || starts.length === 1) this.offer(hash);
      if (index > 0) this.offer(Math.imul(previous ^ (hash >>> 7), 0x297a2d39) >>> 1);
      previous = hash;
    }
  }

  sketch(): Sketch {
    return this.numbers;
  }
}

/** The sketch of the words of a provision alone, without what is under it. */
export function sketchOfOwnWords(provision: Provision): Sketch {
  const smallest = new Smallest();
  for (const part of TEXT_PARTS) smallest.offerWords(provision[part].words);
  return smallest.sketch();
}

/** Makes sketches and remembers them, for as long as one comparison lasts. */
export class Sketches {
  private readonly known = new Map<Provision, Sketch>();

  /** Of the provision with everything under it. */
  of(provision: Provision): Sketch {
    const known = this.known.get(provision);
    if (known !== undefined) return known;
    const smallest = new Smallest();
    for (const part of TEXT_PARTS) smallest.offerWords(provision[part].words);
    for (const child of provision.children) for (const number of this.of(child)) smallest.offer(number);
    const sketch = smallest.sketch();
    this.known.set(provision, sketch);
    return sketch;
  }
}

export const EMPTY_SKETCH: Sketch = [];

/** From 0, nothing in common, to 1, the same. Two provisions without words are as alike as can be. */
export function likeness(a: Sketch, b: Sketch): number {
  let inA = 0;
  let inB = 0;
  let shared = 0;
  let all = 0;
  while (all < SIZE && (inA < a.length || inB < b.length)) {
    const left = a[inA] ?? Infinity;
    const right = b[inB] ?? Infinity;
    if (left <= right) inA += 1;
    if (right <= left) inB += 1;
    if (left === right) shared += 1;
    all += 1;
  }
  return all === 0 ? 1 : shared / all;
}

/** Shorter words than this are too few to tell an edit from another text. In UTF-16 units. */
const TELLING_LENGTH = 24;

/** Whether one text is plainly an edit of the other: at least half of the longer one is the same at its two ends. */
export function isEdit(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length);
  const longer = Math.max(before.length, after.length);
  if (shorter < TELLING_LENGTH || shorter * 2 < longer) return false;
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (head * 2 >= longer) return true;
  let tail = 0;
  const rest = shorter - head;
  while (tail < rest && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1;
  return (head + tail) * 2 >= longer;
}

/** Numbers that stand in more sketches than this tell nothing apart. */
const CROWD = 24;
/** The candidates looked at for one provision. */
const FEW = 6;

/**
 * For each of `wanted` the few of `among` whose sketches share most with its own, as pairs of positions (in `among`, in
 * `wanted`). Linear in both, since crowded numbers are passed over.
 */
export function candidates(
  among: readonly Sketch[],
  wanted: readonly Sketch[],
): readonly (readonly [number, number])[] {
  const holders = new Map<number, number[]>();
  for (const [index, sketch] of among.entries())
    for (const number of sketch) {
      const those = holders.get(number);
      if (those === undefined) holders.set(number, [index]);
      else if (those.length <= CROWD) those.push(index);
    }
  const found: (readonly [number, number])[] = [];
  const shared = new Int32Array(among.length);
  for (const [index, sketch] of wanted.entries()) {
    const met: number[] = [];
    for (const number of sketch) {
      const those = holders.get(number);
      if (those === undefined || those.length > CROWD) continue;
      for (const each of those) {
        if (shared[each] === 0) met.push(each);
        shared[each] = (shared[each] ?? 0) + 1;
      }
    }
    for (const each of bestOf(met, shared)) found.push([each, index]);
    for (const each of met) shared[each] = 0;
  }
  return found;
}

/** The few of those met that share most. */
function bestOf(met: readonly number[], shared: Int32Array): readonly number[] {
  if (met.length <= FEW) return met;
  const having = new Int32Array(SIZE + 1);
  const shareOf = (each: number): number => shared[each] ?? 0;
  for (const each of met) having[shareOf(each)] = (having[shareOf(each)] ?? 0) + 1;
  let least = SIZE;
  let above = 0;
  while (least > 1 && above + (having[least] ?? 0) < FEW) {
    above += having[least] ?? 0;
    least -= 1;
  }
  let ties = FEW - above;
  return met.filter((each) => shareOf(each) > least || (shareOf(each) === least && ties-- > 0));
}
