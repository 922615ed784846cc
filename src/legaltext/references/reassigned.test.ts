import { describe, expect, it } from 'vitest';
import { US_CODE } from '../house-styles/index.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import type { Version } from '../version.ts';
import { reassignedReferences } from './reassigned.ts';
import { references } from './references.ts';

const read = (text: string): Version => {
  const result = readPlainText(text, US_CODE);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value.version;
};

const reassigned = (before: string, after: string): string[] => {
  const now = read(after);
  return reassignedReferences(read(before), now, US_CODE, references(now, US_CODE)).map(
    ({ citing, reference }) => `${citing} ${reference.words} in ${reference.from}`,
  );
};

const CITING = '§ 1-101. Duty.\nThe Mayor acts under § 1-102.\n\n';
const BEFORE = `${CITING}§ 1-102. Subpoenas.\nThe Mayor may issue subpoenas for documents about offenses.\n`;

describe('numbers given to something else', () => {
  it('are found where the citation stands as it stood', () => {
    const after = `${CITING}§ 1-102. Reports.\nEvery agency reports yearly to the Council.\n`;
    expect(reassigned(BEFORE, after)).toEqual(['unchanged § 1-102 in § 1-101']);
  });

  it('are found where the citation is new, and may have been drafted on the earlier text', () => {
    const after = `${CITING}§ 1-102. Reports.\nEvery agency reports yearly to the Council.\n\n§ 1-103. Power.\nAs in § 1-102.\n`;
    expect(reassigned(BEFORE, after)).toContain('new § 1-102 in § 1-103');
  });

  it('are not seen in a provision that was only reworded, or not changed at all', () => {
    expect(reassigned(BEFORE, BEFORE)).toEqual([]);
    const reworded = `${CITING}§ 1-102. Subpoenas.\nThe Mayor may issue subpoenas for any documents.\n`;
    expect(reassigned(BEFORE, reworded)).toEqual([]);
  });
});
