/**
 * Content hashes. The hash of a text identifies it exactly: decisions are bound to it, versions share by it, and two texts
 * are equal when their hashes are. SHA-256 (FIPS 180-4) is written out here because the engine runs without I/O in Node
 * and in the browser alike, and the browser's own digest only answers asynchronously.
 */

/** 64 hexadecimal digits: the SHA-256 of a value's canonical form. */
export type Hash = string;

/** FIPS 180-4, section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND_CONSTANTS = fractionsOfRoots(64, 3);
/** FIPS 180-4, section 5.3.3: the same of the square roots of the first 8 primes. */
const INITIAL_STATE = fractionsOfRoots(8, 2);

const BLOCK = 64;

/** Bytes are gathered here, block by block; one hash is made at a time, so that one buffer serves them all. */
const block = new Uint8Array(BLOCK);
const blockWords = new DataView(block.buffer);
const schedule = new Int32Array(64);
const state = new Int32Array(8);
let filled = 0;
let total = 0;

/**
 * The hash of a list of strings. Each is preceded by its length, so that no two lists run into the same bytes. Strings are
 * taken as UTF-8; a surrogate without its partner, which UTF-8 has no form for, keeps a form of its own (WTF-8), so that
 * texts that differ only there differ in their hash. Linear in the length of the strings.
 */
export function hashOf(parts: readonly string[]): Hash {
  state.set(INITIAL_STATE);
  filled = 0;
  total = 0;
  for (const part of parts) {
    pushString(`${String(part.length)}:`);
    pushString(part);
  }
  return finish();
}

function pushString(words: string): void {
  for (let index = 0; index < words.length; index += 1) {
    const unit = words.charCodeAt(index);
    if (unit < 0x80) {
      push(unit);
      continue;
    }
    const point = unit >= 0xd800 && unit < 0xdc00 ? (words.codePointAt(index) ?? unit) : unit;
    if (point < 0x800) push(0xc0 | (point >> 6));
    else if (point < 0x10000) {
      push(0xe0 | (point >> 12));
      push(0x80 | ((point >> 6) & 0x3f));
    } else {
      index += 1;
      push(0xf0 | (point >> 18));
      push(0x80 | ((point >> 12) & 0x3f));
      push(0x80 | ((point >> 6) & 0x3f));
    }
    push(0x80 | (point & 0x3f));
  }
}

function push(byte: number): void {
  block[filled] = byte;
  filled += 1;
  total += 1;
  if (filled === BLOCK) compress();
}

function finish(): Hash {
  const bits = total * 8;
  push(0x80);
  while (filled !== BLOCK - 8) push(0);
  blockWords.setUint32(BLOCK - 8, Math.floor(bits / 2 ** 32));
  blockWords.setUint32(BLOCK - 4, bits >>> 0);
  compress();
  let digits = '';
  for (const word of state) digits += (word >>> 0).toString(16).padStart(8, '0');
  return digits;
}

/** FIPS 180-4, section 6.2.2. */
function compress(): void {
  filled = 0;
  for (let index = 0; index < 16; index += 1) schedule[index] = blockWords.getInt32(index * 4);
  for (let index = 16; index < 64; index += 1) {
    const before15 = schedule[index - 15] ?? 0;
    const before2 = schedule[index - 2] ?? 0;
    const small0 = rotate(before15, 7) ^ rotate(before15, 18) ^ (before15 >>> 3);
    const small1 = rotate(before2, 17) ^ rotate(before2, 19) ^ (before2 >>> 10);
    schedule[index] = ((schedule[index - 16] ?? 0) + small0 + (schedule[index - 7] ?? 0) + small1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + (ROUND_CONSTANTS[index] ?? 0) + (schedule[index] ?? 0)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + big0 + majority) | 0;
  }
  const next = [a, b, c, d, e, f, g, h];
  for (let index = 0; index < 8; index += 1) state[index] = ((state[index] ?? 0) + (next[index] ?? 0)) | 0;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits of the fractional parts of the `root`th roots of the first `count` primes. */
function fractionsOfRoots(count: number, root: 2 | 3): Int32Array {
  const fractions: number[] = [];
  for (let candidate = 2; fractions.length < count; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) prime = false;
    if (!prime) continue;
    const value = root === 2 ? Math.sqrt(candidate) : Math.cbrt(candidate);
    fractions.push(((value - Math.floor(value)) * 2 ** 32) | 0);
  }
  return Int32Array.from(fractions);
}
