import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BSC, REC, SEC, UK_ACT, UNC, US_CODE } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import { conformingVersions } from '../outline/testing.ts';
import { provisionsUnder } from '../provision.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { printCitation } from './print-citation.ts';
import { referencesIn } from './references.ts';

const read = (style: HouseStyle, text: string): Version => {
  const result = readPlainText(text, style);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value.version;
};

describe('printing citations', () => {
  it('as the BSC does, no longer than needed', () => {
    const version = read(
      BSC,
      'SECTION S: A\n\n2. B\n\n2.3 Words:\n(a) one:\n(i) two;\n(ii) three;\n(b) four.\n\nANNEX S-2: C\n\n2. D\n\n2.3 Words.\n\nSECTION T: E\n\n2. F\n\n2.3 Words.',
    );
    const id = 'section-S/2/2.3/(a)/(i)';
    const from = (place?: string): string | null =>
      printCitation(BSC, version, id, place === undefined ? {} : { from: place });
    expect(from()).toBe('Section S2.3(a)(i)');
    expect(from('section-T/2/2.3')).toBe('Section S2.3(a)(i)');
    expect(from('section-S/2')).toBe('paragraph 2.3(a)(i)');
    expect(from('section-S/2/2.3')).toBe('sub-paragraph (a)(i)');
    expect(from('section-S/2/2.3/(a)/(ii)')).toBe('sub-paragraph (i)');
    expect(printCitation(BSC, version, 'section-S/annex-S-2/2/2.3')).toBe('paragraph 2.3 of Annex S-2');
    expect(printCitation(BSC, version, 'section-S/annex-S-2')).toBe('Annex S-2');
    expect(printCitation(BSC, version, 'section-S', { from: id })).toBe('this section');
  });

  it.each<[HouseStyle, string, string, string]>([
    [REC, 'SCHEDULE 5: A\n\n3. B\n\n3.2 Words:\n(a) one.', 'schedule-5/3/3.2/(a)', 'Paragraph 3.2(a) of Schedule 5'],
    [REC, '4. A\n\n4.2 Words.', '4/4.2', 'Clause 4.2'],
    [SEC, 'SECTION H: A\n\nH14 B\n\nH14.31 Words:\n(b) one.', 'section-H/H14/H14.31/(b)', 'Section H14.31(b)'],
    [
      UNC,
      'DOCUMENT TPD: A\n\nSECTION V: B\n\n3. C\n\n3.1 Words.\n\nDOCUMENT GTD: A\n\nSECTION V: B\n\n3. C\n\n3.1 Words.',
      'document-TPD/section-V/3/3.1',
      'TPD Section V paragraph 3.1',
    ],
    [US_CODE, '§ 47-1801.04. Words.\n(26) One:\n(A) two.', '§ 47-1801.04/(26)/(A)', '§ 47-1801.04(26)(A)'],
    [US_CODE, 'TITLE 2: A\n\nCHAPTER 5: B\n\n§ 2-501. C.\nWords.', 'title-2/chapter-5', 'Chapter 5'],
    [UK_ACT, '12 A\n\n(3) Words—\n(b) one.', '12/(3)/(b)', 'section 12(3)(b)'],
    [
      UK_ACT,
      '1 A\n\n(1) Words.\n\nSCHEDULE 2: B\n\n4 Words—\n(1) one.',
      'schedule-2/4/(1)',
      'paragraph 4(1) of Schedule 2',
    ],
  ])('%#', (style, text, id, expected) => {
    expect(printCitation(style, read(style, text), id)).toBe(expected);
  });

  it('gives none for what has no number, or one that stands twice', () => {
    const version = read(BSC, '1. A\n\n1.1 “Day” means:\n\n“Week” means seven.\n\n1.1 Again.');
    expect(printCitation(BSC, version, '1/1.1')).toBeNull();
    expect(printCitation(BSC, version, 'nowhere')).toBeNull();
  });

  it('what is printed leads back, from wherever it is read', () => {
    fc.assert(
      fc.property(conformingVersions(), fc.nat(), fc.nat(), ({ style, version }, which, where) => {
        const all = [...provisionsUnder(version.root)];
        const numbered = all.filter(({ number }) => number !== '');
        const target = numbered[which % numbered.length];
        const from = all[where % all.length];
        if (target === undefined || from === undefined) return;
        const citation = printCitation(style, version, target.id, { from: from.id });
        expect(citation).not.toBeNull();
        const [reference] = referencesIn(Text.of(`as in ${citation ?? ''}, and so on`), {
          version,
          style,
          from: from.id,
        });
        expect(reference?.target).toBe(target.id);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
