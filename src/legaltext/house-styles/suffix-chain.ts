/**
 * The letters by which inserted provisions are told apart: the A of `2A`, the ZA of `2ZA`, the whole of `(aa)`. The order
 * is that of the drafting guidance of the Office of the Parliamentary Counsel (part 6.4): after 2 come 2ZA, 2ZB, then
 * 2A, 2AZA, 2AA, 2AB, then 2B, … 2Z, 2Z1, 2Z2; a provision before 1 is A1, and one before (a) is (za).
 *
 * A chain is read element by element. A `z` with a letter after it is no letter of its own: it says "before that letter",
 * and each further z goes further forward. A final z is the 26th letter; digits after it go on from there.
 */
export interface ChainElement {
  /** How many z stand before the letter: the more, the earlier. */
  readonly forward: number;
  /** 1 for a to 26 for z. */
  readonly letter: number;
  /** After z: z1, z2…; 0 where there are none. */
  readonly beyond: number;
}

export type Chain = readonly ChainElement[];

const Z = 26;

/** Reads letters (in lower case) as a chain; null when they are not one. At most 24 characters are read. */
export function readChain(letters: string): Chain | null {
  if (letters.length > 24) return null;
  const chain: ChainElement[] = [];
  const pattern = /(z*)([a-y])|z(\d{1,6})|z(?![a-z\d])/y;
  while (pattern.lastIndex < letters.length) {
    const found = pattern.exec(letters);
    if (found === null) return null;
    const [, forward = '', letter, beyond = ''] = found;
    if (letter !== undefined) chain.push({ forward: forward.length, letter: letter.charCodeAt(0) - 96, beyond: 0 });
    else {
      if (beyond.startsWith('0')) return null;
      chain.push({ forward: 0, letter: Z, beyond: Number(beyond) });
    }
  }
  return chain;
}

/** The letters of a chain, in lower case: the inverse of `readChain`. */
export function printChain(chain: Chain): string {
  return chain
    .map(
      ({ forward, letter, beyond }) =>
        'z'.repeat(forward) + String.fromCharCode(96 + letter) + (beyond === 0 ? '' : String(beyond)),
    )
    .join('');
}

/** Numbers that sort as chains do when they are compared one by one, the shorter of two equal beginnings first. */
export function chainKey(chain: Chain): readonly number[] {
  return chain.flatMap(({ forward, letter, beyond }) => [-forward, letter, beyond]);
}

/** The chains one step on from `chain` that a drafter would try, best first: the next letter, one level in, and forward. */
export function chainsAfter(chain: Chain): readonly Chain[] {
  const tried: Chain[] = [];
  const last = chain.at(-1);
  if (last !== undefined) {
    const before = chain.slice(0, -1);
    // Past y stands z where no z leads; `zz` would read as "before z", so a forward chain goes one level in instead.
    const skip = (by: number): ChainElement | null =>
      last.letter + by < Z
        ? { ...last, letter: last.letter + by }
        : last.forward > 0 || last.letter + by > Z
          ? null
          : { ...last, letter: Z };
    for (const by of [1, 2, 3]) {
      const next = skip(by);
      if (next !== null) tried.push([...before, next]);
    }
    if (last.letter === Z) for (const by of [1, 2, 3]) tried.push([...before, { ...last, beyond: last.beyond + by }]);
  }
  const endsInZ = last?.letter === Z && last.beyond === 0;
  for (let forward = 0; forward < 8; forward += 1)
    for (const letter of [1, 2, 5]) if (!endsInZ) tried.push([...chain, { forward, letter, beyond: 0 }]);
  return tried;
}
