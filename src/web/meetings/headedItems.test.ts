import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printItems, readItems } from './headedItems.ts';

/** Lines that look like marks, blanks and indents among ordinary words. */
const line = fc.constantFrom(
  '',
  'words',
  '- a dash',
  '# a hash',
  '-',
  '#',
  ' in by one',
  '  - in by two',
  '-3 °C',
  ' ',
);
const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n').trim());
const heading = fc.constantFrom('', 'Replan', '# odd', '- odd', 'Two words');

describe('Points as people type them', () => {
  it('are read back exactly as they were printed', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ heading, text })), (items) => {
        const said = items.filter((item) => item.heading !== '' || item.text !== '');
        expect(readItems(printItems(said))).toEqual(said);
      }),
    );
  });

  it('are read from whatever somebody types', () => {
    expect(readItems('The design is approved.\n\n# Replan\nRound three\nstarts soon.\n\n- Nothing else\n#\n')).toEqual([
      { heading: '', text: 'The design is approved.' },
      { heading: 'Replan', text: 'Round three\nstarts soon.' },
      { heading: '', text: 'Nothing else\n#' },
    ]);
    expect(readItems(' \n')).toEqual([]);
  });
});
