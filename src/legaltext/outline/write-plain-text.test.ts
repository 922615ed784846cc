import { describe, expect, it } from 'vitest';
import { UK_ACT, UNC, US_CODE } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { Provision, type ProvisionFields } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { writePlainText } from './write-plain-text.ts';

let made = 0;
const at = (kind: string, number: string, words: string, fields: Partial<ProvisionFields> = {}): Provision => {
  made += 1;
  return new Provision({ id: `p${made}`, kind, number, text: Text.of(words), ...fields });
};

/** The lines of a text, blank ones left out. */
function written(root: Provision, style: HouseStyle): string[] {
  const version = Version.of(root);
  if (version.kind === 'failed') throw new Error(version.failure.message);
  return writePlainText(version.value, style)
    .text.split('\n')
    .filter((line) => line !== '');
}

describe('writing texts that came from elsewhere as plain text', () => {
  it('says the word of a division once', () => {
    const heading = Text.of('Short title');
    const root = at('act', '', '', {
      children: [
        at('section', 'SECTION 1.', '', { heading }),
        at('section', 'SEC. 2.', '', { heading }),
        at('section', 'Section 3', '', { heading }),
        at('section', 'D', '', { heading }),
      ],
    });
    expect(written(root, UNC)).toEqual([
      'SECTION 1. Short title',
      'SEC. 2. Short title',
      'Section 3: Short title',
      'SECTION D: Short title',
    ]);
  });

  it('says no word for a division that has a heading and no number', () => {
    const root = at('code', '', '', { children: [at('section', '', '', { heading: Text.of('Charges') })] });
    expect(written(root, UNC)).toEqual(['Charges']);
  });

  it('gives bare numbers the brackets of their level', () => {
    const root = at('act', '', '', {
      children: [
        at('section', '1', 'One:', {
          children: [
            at('subsection', '1', 'two:', {
              children: [at('paragraph', 'a', 'three:', { children: [at('subparagraph', 'i', 'four.')] })],
            }),
          ],
        }),
        at('schedule', '1', '', { children: [at('paragraph', '1', 'Five.')] }),
      ],
    });
    expect(written(root, UK_ACT)).toEqual([
      '1. One:',
      '  (1) two:',
      '    (a) three:',
      '      (i) four.',
      'SCHEDULE 1',
      '  1. Five.',
    ]);
  });

  it('begins with the number of the text itself, with the sign of its style', () => {
    const children = [at('paragraph', '(1)', 'one.')];
    const heading = Text.of('Lamps.');
    expect(written(at('section', '9-101', 'Words:', { heading, children }), US_CODE)).toEqual([
      '§ 9-101. Lamps.',
      '  Words:',
      '  (1) one.',
    ]);
    expect(written(at('section', '§ 9-102.', 'Words.', { heading }), US_CODE)).toEqual(['§ 9-102. Lamps.', '  Words.']);
  });

  it('says that a text so written does not read as the same one', () => {
    const root = at('section', '9-101', 'Words.');
    const version = Version.of(root);
    if (version.kind === 'failed') throw new Error(version.failure.message);
    expect(writePlainText(version.value, US_CODE).exact).toBe(false);
  });
});
