/** The measures, colours and styles of Word papers. */
import type { IStylesOptions } from 'docx';

/** Lengths in twentieths of a point, Word's own unit. A4 is 210 by 297 mm. */
export const MILLIMETRE = 1440 / 25.4;
export const mm = (millimetres: number): number => Math.round(millimetres * MILLIMETRE);
export const MARGIN = mm(18);
export const PAGE = { short: mm(210), long: mm(297) };
export const TEXT_WIDTH = PAGE.long - 2 * MARGIN;
/** Running text keeps to a measure of about 100 characters. */
export const MEASURE_INDENT = mm(55);
/** Widths of a form's first label, which is the longest, and of those further along a row. */
export const LABEL_WIDTH = mm(34);
export const INNER_LABEL_WIDTH = mm(27);
/** A row with more words than this may break over pages: about a third of one. */
export const LONGEST_WHOLE = 1600;

export const INK = '1C2430';
export const QUIET = '566070';
export const ACCENT = '1F3F77';
export const HAIRLINE = 'C9CED6';
export const TINT = 'F3F5F8';

/** Fonts that Word and LibreOffice both have, or have an equal for. */
export const BODY_FONT = 'Calibri';
export const HEADING_FONT = 'Cambria';

const font = (points: number, color: string, more: { readonly bold?: boolean; readonly font?: string } = {}) => ({
  size: points * 2,
  color,
  font: more.font ?? BODY_FONT,
  ...(more.bold === true ? { bold: true } : {}),
});

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { ...font(10.5, INK), language: { value: 'en-GB' } } },
    title: {
      run: font(30, ACCENT, { font: HEADING_FONT, bold: true }),
      paragraph: { spacing: { before: mm(38), after: mm(6) } },
    },
    heading1: {
      run: font(17, ACCENT, { font: HEADING_FONT, bold: true }),
      paragraph: { spacing: { before: mm(8), after: mm(2.5) }, keepNext: true },
    },
    heading2: {
      run: font(12.5, INK, { font: HEADING_FONT, bold: true }),
      paragraph: { spacing: { before: mm(5), after: mm(2) }, keepNext: true },
    },
    heading3: {
      run: font(11, INK, { font: HEADING_FONT, bold: true }),
      paragraph: { spacing: { before: mm(4), after: mm(1.5) }, keepNext: true },
    },
    hyperlink: { run: { color: ACCENT, underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'PaperText',
      name: 'Paper Text',
      run: font(10.5, INK),
      paragraph: { spacing: { after: mm(1.8) }, indent: { right: MEASURE_INDENT } },
    },
    { id: 'PaperList', name: 'Paper List', run: font(10.5, INK), paragraph: { spacing: { after: mm(1) } } },
    {
      id: 'Aside',
      name: 'Aside',
      run: font(9.5, QUIET),
      paragraph: { spacing: { after: mm(1.2) }, indent: { right: MEASURE_INDENT } },
    },
    { id: 'TableText', name: 'Table Text', run: font(9, INK) },
    { id: 'TableHeading', name: 'Table Heading', run: font(9, INK, { bold: true }) },
    { id: 'FormLabel', name: 'Form Label', run: font(9, QUIET) },
    { id: 'Running', name: 'Running', run: font(8, QUIET) },
    { id: 'Gap', name: 'Gap', run: font(4, INK), paragraph: { spacing: { after: mm(1.5) } } },
    { id: 'CoverLine', name: 'Cover Line', run: font(14, INK), paragraph: { spacing: { after: mm(2) } } },
    {
      id: 'CoverRemark',
      name: 'Cover Remark',
      run: font(9.5, QUIET),
      paragraph: { spacing: { before: mm(30) }, indent: { right: MEASURE_INDENT * 2 } },
    },
  ],
};
