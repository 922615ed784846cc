import { Interner } from '../diff/interner.ts';
import { compareSequences } from '../diff/sequence.ts';
import { TEXT_PARTS, type Provision } from '../provision.ts';
import { candidates, EMPTY_SKETCH, isEdit, likeness, type Sketches } from './likeness.ts';
import { pair, readsSame, type Pairing } from './pairing.ts';

/**
 * Pairing two lists of siblings whose ids say nothing about each other, by what they read. The surest sign first:
 *
 * 1. the same to the letter, in the longest order they share;
 * 2. the same but for the number, likewise: what was renumbered because something was put in before it;
 * 3. at one place and plainly an edit: half or more of its words are the same at the two ends;
 * 4. alike in words; one number is worth something, but less than words, since numbers move on and words stay;
 * 5. the same number and kind, whatever the words: it was rewritten;
 * 6. without numbers, as many of one kind left over at one place on both sides: cells of a row, passages.
 *
 * Each step is linear in what the former ones left, or nearly so.
 */
export function pairByLikeness(pairing: Pairing, sketches: Sketches): void {
  pairEnds(pairing);
  pairInOrder(pairing, (each) => each.hash);
  pairInOrder(pairing, contentKey);
  pairEdited(pairing);
  pairAlike(pairing, sketches);
  pairByNumber(pairing);
  pairByPlace(pairing);
}

/** Alike enough to be the same provision, edited. */
const ALIKE = 0.4;
/** Enough where the number is the same too. */
const SOMEWHAT_ALIKE = 0.2;
/** Enough where not even the kind is the same. */
const VERY_ALIKE = 0.6;
/** What one number is worth when several are alike. */
const SAME_NUMBER = 0.25;

const KINDS_OF_TABLES: ReadonlySet<string> = new Set(['table', 'row', 'cell']);

/** Whether a provision of one kind could have become one of the other. */
const couldBecome = (a: Provision, b: Provision): boolean =>
  a.kind === b.kind || (!KINDS_OF_TABLES.has(a.kind) && !KINDS_OF_TABLES.has(b.kind));

/**
 * What a provision says, without its number: equal where all but the number reads the same. Null where it says nothing,
 * since then everything empty would be equal.
 */
export function contentKey(provision: Provision): string | null {
  const parts: string[] = [];
  let says = provision.children.length > 0;
  for (const part of TEXT_PARTS) {
    const { words } = provision[part];
    if (words !== '') says = true;
    parts.push(words);
  }
  if (!says) return null;
  for (const child of provision.children) parts.push(child.hash);
  return `${provision.kind}\u0000${parts.join('\u0000')}`;
}

function pairEnds(pairing: Pairing): void {
  const { before, after } = pairing;
  const same = (inBefore: number, inAfter: number): boolean => {
    const a = before[inBefore];
    const b = after[inAfter];
    return a !== undefined && b !== undefined && isFree(pairing, inBefore, inAfter) && readsSame(a, b);
  };
  let start = 0;
  for (; same(start, start); start += 1) pair(pairing, start, start);
  for (let back = 1; same(before.length - back, after.length - back); back += 1)
    pair(pairing, before.length - back, after.length - back);
}

const isFree = (pairing: Pairing, inBefore: number, inAfter: number): boolean =>
  pairing.toAfter[inBefore] === -1 && pairing.toBefore[inAfter] === -1;

const freeOf = (partners: Int32Array): number[] => {
  const free: number[] = [];
  for (let index = 0; index < partners.length; index += 1) if (partners[index] === -1) free.push(index);
  return free;
};

/** Pairs what has one key, in the longest order that the free ones of both lists share; then what else has it. */
function pairInOrder(pairing: Pairing, keyOf: (provision: Provision) => string | null): void {
  const interner = new Interner();
  const keysOf = (list: readonly Provision[], free: readonly number[]): Int32Array =>
    Int32Array.from(free, (index) => {
      const provision = list[index];
      const key = provision === undefined ? null : keyOf(provision);
      // What has no key is like nothing else.
      return interner.numberOf(key ?? `\u0000${interner.size}`);
    });
  const freeBefore = freeOf(pairing.toAfter);
  const freeAfter = freeOf(pairing.toBefore);
  if (freeBefore.length === 0 || freeAfter.length === 0) return;
  const keysBefore = keysOf(pairing.before, freeBefore);
  const keysAfter = keysOf(pairing.after, freeAfter);
  let a = 0;
  let b = 0;
  const pairUpTo = (end: number): void => {
    for (; a < end; a += 1, b += 1) pair(pairing, freeBefore[a] ?? -1, freeAfter[b] ?? -1);
  };
  for (const difference of compareSequences(keysBefore, keysAfter, interner.size)) {
    pairUpTo(difference.beforeStart);
    a = difference.beforeEnd;
    b = difference.afterEnd;
  }
  pairUpTo(freeBefore.length);
  const left = new Map<number, number[]>();
  for (let index = freeBefore.length - 1; index >= 0; index -= 1) {
    const place = freeBefore[index] ?? -1;
    const key = keysBefore[index] ?? -1;
    if (pairing.toAfter[place] !== -1) continue;
    const those = left.get(key);
    if (those === undefined) left.set(key, [place]);
    else those.push(place);
  }
  for (const [index, place] of freeAfter.entries()) {
    if (pairing.toBefore[place] !== -1) continue;
    const twin = left.get(keysAfter[index] ?? -1)?.pop();
    if (twin !== undefined) pair(pairing, twin, place);
  }
}

/** Pairs, right after two provisions that are paired, one with the next as long as the one is plainly the other edited. */
function pairEdited(pairing: Pairing): void {
  const { before, after, toAfter, toBefore } = pairing;
  let inBefore = 0;
  for (let inAfter = 0; inAfter < after.length; inAfter += 1) {
    const twin = toBefore[inAfter] ?? -1;
    if (twin !== -1) {
      if (twin >= 0) inBefore = twin + 1;
      continue;
    }
    if (toAfter[inBefore] !== -1) continue;
    const was = before[inBefore];
    const is = after[inAfter];
    if (was === undefined || is === undefined) continue;
    if (was.kind !== is.kind || !isEdit(was.text.words, is.text.words)) continue;
    pair(pairing, inBefore, inAfter);
    inBefore += 1;
  }
}

function pairAlike(pairing: Pairing, sketches: Sketches): void {
  const freeBefore = freeOf(pairing.toAfter);
  const freeAfter = freeOf(pairing.toBefore);
  if (freeBefore.length === 0 || freeAfter.length === 0) return;
  const sketchesOf = (list: readonly Provision[], free: readonly number[]) =>
    free.map((index) => {
      const provision = list[index];
      return provision === undefined ? EMPTY_SKETCH : sketches.of(provision);
    });
  const own = sketchesOf(pairing.before, freeBefore);
  const other = sketchesOf(pairing.after, freeAfter);
  const scored: { readonly inBefore: number; readonly inAfter: number; readonly score: number }[] = [];
  for (const [a, b] of candidates(own, other)) {
    const inBefore = freeBefore[a] ?? -1;
    const inAfter = freeAfter[b] ?? -1;
    const was = pairing.before[inBefore];
    const is = pairing.after[inAfter];
    if (was === undefined || is === undefined || !couldBecome(was, is)) continue;
    const alike = likeness(own[a] ?? EMPTY_SKETCH, other[b] ?? EMPTY_SKETCH);
    const sameNumber = was.number !== '' && was.number === is.number;
    const needed = was.kind !== is.kind ? VERY_ALIKE : sameNumber ? SOMEWHAT_ALIKE : ALIKE;
    if (alike >= needed) scored.push({ inBefore, inAfter, score: alike + (sameNumber ? SAME_NUMBER : 0) });
  }
  const apart = (each: (typeof scored)[number]): number => Math.abs(each.inBefore - each.inAfter);
  scored.sort((a, b) => b.score - a.score || apart(a) - apart(b));
  for (const { inBefore, inAfter } of scored) pair(pairing, inBefore, inAfter);
}

function pairByNumber(pairing: Pairing): void {
  const places = new Map<string, number>();
  for (const index of freeOf(pairing.toAfter)) {
    const provision = pairing.before[index];
    if (provision === undefined || provision.number === '') continue;
    const key = `${provision.kind}\u0000${provision.number}`;
    if (!places.has(key)) places.set(key, index);
  }
  if (places.size === 0) return;
  for (const index of freeOf(pairing.toBefore)) {
    const provision = pairing.after[index];
    if (provision === undefined) continue;
    const place = places.get(`${provision.kind}\u0000${provision.number}`);
    if (place !== undefined) pair(pairing, place, index);
  }
}

/**
 * Pairs what is left at one place of both lists, right after two provisions that are paired (or at the start): in order,
 * kind by kind, where the counts agree.
 */
function pairByPlace(pairing: Pairing): void {
  const inAfter = leftByPlace(pairing.after, pairing.toBefore, (index) => index);
  if (inAfter.size === 0) return;
  const inBefore = leftByPlace(pairing.before, pairing.toAfter, (index) => pairing.toAfter[index] ?? -1);
  for (const [place, own] of inBefore) {
    const other = inAfter.get(place);
    if (own.length !== other?.length) continue;
    for (const [index, each] of own.entries()) pair(pairing, each, other[index] ?? -1);
  }
}

/** Free positions of provisions without a number, by kind and by the partner in `after` of what stands before them. */
function leftByPlace(
  list: readonly Provision[],
  partners: Int32Array,
  partnerInAfter: (index: number) => number,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  let last = -1;
  for (const [index, provision] of list.entries()) {
    if (partners[index] !== -1) last = partnerInAfter(index);
    else if (provision.number === '') {
      const place = `${last} ${provision.kind}`;
      const those = places.get(place);
      if (those === undefined) places.set(place, [index]);
      else those.push(index);
    }
  }
  return places;
}
