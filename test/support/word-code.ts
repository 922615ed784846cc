/** A small code as a Word document whose numbers Word itself prints. */
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

const heading = (text: string): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_2, numbering: { reference: 'code', level: 0 } });
const numbered = (level: number, text: string): Paragraph =>
  new Paragraph({ text, numbering: { reference: 'code', level } });

export async function wordCode(): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'code',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
            { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' },
            { level: 2, format: LevelFormat.LOWER_LETTER, text: '(%3)' },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: 'LANTERN SUPPLY CODE', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'SECTION A: GENERAL', heading: HeadingLevel.HEADING_1 }),
          heading('Definitions'),
          numbered(1, 'In this Code the following terms have these meanings:'),
          new Paragraph('"Lantern" means a lamp that a Keeper looks after.'),
          numbered(1, 'Words in the singular include the plural.'),
          heading('Keeping'),
          numbered(1, 'Every Keeper shall:'),
          numbered(2, 'light each Lantern; and'),
          numbered(2, 'trim each wick.'),
          new Table({
            rows: [
              ['Minutes late', 'Charge'],
              ['1 to 10', '100'],
            ].map(
              (row) =>
                new TableRow({ children: row.map((words) => new TableCell({ children: [new Paragraph(words)] })) }),
            ),
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
