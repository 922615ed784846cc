import { describe, expect, it } from 'vitest';
import { UK_ACT } from '../house-styles/index.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import { references } from './references.ts';

/** What is cited in a section of one paragraph, and in which document. */
function cited(words: string): string[] {
  const read = readPlainText(`1 Powers\n\n(1) ${words}\n`, UK_ACT);
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return references(read.value.version, UK_ACT).all.map(
    (reference) => `${reference.state}: ${reference.document ?? 'here'}`,
  );
}

describe('citations of other enactments', () => {
  it.each([
    [
      'Under section 102 of the Anti-terrorism, Crime and Security Act 2001.',
      'Anti-terrorism, Crime and Security Act 2001',
    ],
    [
      'Under section 21(4) of the Regulation of Investigatory Powers Act 2000.',
      'Regulation of Investigatory Powers Act 2000',
    ],
    [
      'Under Chapter 2 of Part 1 of the Regulation of Investigatory Powers Act 2000.',
      'Regulation of Investigatory Powers Act 2000',
    ],
    ['As in section 2101(10b) of title 46, United States Code.', 'title 46, United States Code'],
    ['As in Article 114(3) TFEU.', 'TFEU'],
  ])('takes “%s” for another text', (words, document) => {
    expect(cited(words)).toEqual([`external: ${document}`]);
  });

  it('takes all of a list for another text', () => {
    expect(cited('Notwithstanding sections 55102, 55103, and 55111 of title 46, United States Code.')).toEqual(
      Array.from({ length: 3 }, () => 'external: title 46, United States Code'),
    );
  });

  it('takes the title of an enactment for no citation', () => {
    expect(cited('Here are meant the Data Retention (EC Directive) Regulations 2009.')).toEqual([]);
    expect(cited('This is 2014 Chapter 27 of the statute book.')).toEqual([]);
    expect(cited('Section 9 is not there.')).toEqual(['dangling: here']);
    expect(cited('Regulations 12 and 2009 are not there.')).toEqual(['dangling: here', 'dangling: here']);
  });
});
