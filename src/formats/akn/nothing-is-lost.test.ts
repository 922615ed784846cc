import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../../legaltext/testing/runs.ts';
import { readAkn } from './read-akn.ts';
import { oddFiles, tokensIn, type OddFile } from './testing/odd-files.ts';
import { expectSame, value } from './testing/same-document.ts';
import { canValidate, schemaErrors } from './testing/schema.ts';
import { writeAkn } from './write-akn.ts';

/** Everything in the file is in the one written from it, words in their order, and reads the same again. */
function expectNothingLost({ xml, words, tokens }: OddFile): void {
  const before = value(readAkn(xml));
  const written = writeAkn(before);
  const after = new Set(tokensIn(written));
  expect(tokens.filter((token) => !after.has(token))).toEqual([]);
  const ofText = new Set(words);
  expect(tokensIn(written, true).filter((token) => ofText.has(token))).toEqual(words);
  expectSame(value(readAkn(written)), before);
}

describe('a file in which anything stands anywhere', () => {
  it('loses nothing in reading and writing, and keeps its words in order', () => {
    fc.assert(fc.property(oddFiles, expectNothingLost), { numRuns: PROPERTY_RUNS });
  });

  it.runIf(canValidate)('is valid by the schema when it is written', () => {
    // Metadata and other vocabularies are written as they were read: what is not valid in them stays so.
    const files = fc.sample(
      oddFiles.filter(({ xml }) => !/<meta[ >]|<x:y(?![^>]*\/>)|<x:y[^>]* xml:/u.test(xml)),
      PROPERTY_RUNS,
    );
    expect(schemaErrors(files.map(({ xml }) => writeAkn(value(readAkn(xml)))))).toBe('');
  });
});
