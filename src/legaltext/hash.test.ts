import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from './hash.ts';
import { anyWords, words } from './testing/arbitraries.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';

/** The SHA-256 of the same bytes by Node's own implementation; its length before each part, as `hashOf` says. */
const byNode = (parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${String(part.length)}:`).update(part, 'utf8');
  return hash.digest('hex');
};

describe('the hash of a list of strings', () => {
  it('is SHA-256: the digest of no bytes is the published one', () => {
    expect(hashOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is SHA-256: for the sample messages of FIPS 180-4 it is what Node computes over the same bytes', () => {
    const twoBlocks = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq';
    for (const parts of [['abc'], [twoBlocks], ['abc', twoBlocks], ['a'.repeat(1_000_000)]])
      expect(hashOf(parts)).toBe(byNode(parts));
  });

  it('is right for every length around the ends of one, two and three blocks', () => {
    for (let length = 0; length < 200; length += 1)
      expect(hashOf(['x'.repeat(length)])).toBe(byNode(['x'.repeat(length)]));
  });

  it('takes words of all writing systems as UTF-8', () => {
    fc.assert(
      fc.property(fc.array(words(), { maxLength: 5 }), (parts) => {
        expect(hashOf(parts)).toBe(byNode(parts));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('differs for lists that differ, though they run into the same characters, and though they are no valid Unicode', () => {
    const lists = fc.array(anyWords({ max: 4 }), { maxLength: 3 });
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        expect(hashOf(one) === hashOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: PROPERTY_RUNS },
    );
    expect(hashOf(['ab', 'c'])).not.toBe(hashOf(['a', 'bc']));
    expect(hashOf(['\ud800'])).not.toBe(hashOf(['\ud801']));
    expect(hashOf(['\ud800'])).not.toBe(hashOf(['\ufffd']));
    expect(hashOf(['\ud83d', '\ude00'])).not.toBe(hashOf(['\ud83d\ude00', '']));
  });

  it('reads a high surrogate before something else as itself alone, and goes on with what follows', () => {
    expect(hashOf(['\ud800abc'])).not.toBe(hashOf(['\ud800xbc']));
    expect(hashOf(['\udc00\ud800'])).not.toBe(hashOf(['\ud800\udc00']));
  });
});
