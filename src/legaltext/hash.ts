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

/**
 * One hash is made at a time, so one set of buffers serves them all. Views, not typed arrays: what they give is a number
 * to the type checker too, and engines read both equally fast.
 */
const bytes = new Uint8Array(64 * 1024);
const message = new DataView(bytes.buffer);
const schedule = new DataView(new ArrayBuffer(BLOCK * 4));
const state = new DataView(new ArrayBuffer(8 * 4));
/** How much of `bytes` waits to be taken into the state, and how much was taken in before. */
let filled = 0;
let taken = 0;

/**
 * The hash of a list of strings. Each is preceded by its length, so that no two lists run into the same bytes. Strings are
 * taken as UTF-8; a surrogate without its partner, which UTF-8 has no form for, keeps a form of its own (WTF-8), so that
 * texts that differ only there differ in their hash. Linear in the length of the strings.
 */
export function hashOf(parts: readonly string[]): Hash {
  for (let word = 0; word < 8; word += 1) state.setInt32(word * 4, INITIAL_STATE.getInt32(word * 4));
  filled = 0;
  taken = 0;
  for (const part of parts) {
    pushString(`${String(part.length)}:`);
    pushString(part);
  }
  return finish();
}

function pushString(words: string): void {
  let at = filled;
  for (let index = 0; index < words.length; index += 1) {
    if (at > bytes.length - 4) {
      filled = at;
      takeBlocks();
      at = filled;
    }
    const unit = words.charCodeAt(index);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    const point = unit >= 0xd800 && unit < 0xdc00 ? (words.codePointAt(index) ?? unit) : unit;
    if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6);
    else if (point < 0x10000) {
      bytes[at++] = 0xe0 | (point >> 12);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    } else {
      index += 1;
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (point & 0x3f);
  }
  filled = at;
}

/** Takes all whole blocks into the state, and moves what is left over to the front. */
function takeBlocks(): void {
  const whole = filled - (filled % BLOCK);
  for (let offset = 0; offset < whole; offset += BLOCK) compress(offset);
  bytes.copyWithin(0, whole, filled);
  taken += whole;
  filled -= whole;
}

/** FIPS 180-4, section 5.1.1: a one bit, zeros, and the length in bits fill up the last block. */
function finish(): Hash {
  takeBlocks();
  const bits = (taken + filled) * 8;
  bytes[filled] = 0x80;
  const end = filled + 9 <= BLOCK ? BLOCK : 2 * BLOCK;
  bytes.fill(0, filled + 1, end);
  message.setUint32(end - 8, Math.floor(bits / 2 ** 32));
  message.setUint32(end - 4, bits >>> 0);
  filled = end;
  takeBlocks();
  let digits = '';
  for (let word = 0; word < 8; word += 1)
    digits += state
      .getUint32(word * 4)
      .toString(16)
      .padStart(8, '0');
  return digits;
}

/** FIPS 180-4, section 6.2.2, for the block of the message that starts at `offset`. */
function compress(offset: number): void {
  for (let index = 0; index < 64; index += 4) schedule.setInt32(index, message.getInt32(offset + index));
  for (let index = 64; index < 256; index += 4) {
    const before15 = schedule.getInt32(index - 60);
    const before2 = schedule.getInt32(index - 8);
    const small0 = rotate(before15, 7) ^ rotate(before15, 18) ^ (before15 >>> 3);
    const small1 = rotate(before2, 17) ^ rotate(before2, 19) ^ (before2 >>> 10);
    schedule.setInt32(index, (schedule.getInt32(index - 64) + small0 + schedule.getInt32(index - 28) + small1) | 0);
  }
  let a = state.getInt32(0);
  let b = state.getInt32(4);
  let c = state.getInt32(8);
  let d = state.getInt32(12);
  let e = state.getInt32(16);
  let f = state.getInt32(20);
  let g = state.getInt32(24);
  let h = state.getInt32(28);
  for (let index = 0; index < 256; index += 4) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + ROUND_CONSTANTS.getInt32(index) + schedule.getInt32(index)) | 0;
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
  addToState(0, a);
  addToState(4, b);
  addToState(8, c);
  addToState(12, d);
  addToState(16, e);
  addToState(20, f);
  addToState(24, g);
  addToState(28, h);
}

function addToState(at: number, word: number): void {
  state.setInt32(at, (state.getInt32(at) + word) | 0);
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits of the fractional parts of the `root`th roots of the first `count` primes. */
function fractionsOfRoots(count: number, root: 2 | 3): DataView {
  const fractions = new DataView(new ArrayBuffer(count * 4));
  let made = 0;
  for (let candidate = 2; made < count; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) prime = false;
    if (!prime) continue;
    const value = root === 2 ? Math.sqrt(candidate) : Math.cbrt(candidate);
    fractions.setInt32(made * 4, ((value - Math.floor(value)) * 2 ** 32) | 0);
    made += 1;
  }
  return fractions;
}
