import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadStopped, type ReadFailureKind } from '../document/failure.ts';
import { documentFaults } from '../document/invariants.ts';
import { joinWords } from '../document/writer.ts';
import { DEFAULT_LIMITS, startDeadline } from '../document/limits.ts';
import type { Block, SourceDocument } from '../document/model.ts';
import { actionLog, asRead, typstPack, typstPdf } from '../read-document/fixtures.ts';
import { joinRuns } from './join-runs.ts';
import type { Run } from './page.ts';
import { readPdf } from './read-pdf.ts';

const read = (bytes: Uint8Array): Promise<SourceDocument> =>
  readPdf(bytes, DEFAULT_LIMITS, startDeadline(DEFAULT_LIMITS));

async function failureOf(bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<ReadFailureKind | 'read'> {
  try {
    await readPdf(bytes, limits, startDeadline(limits));
    return 'read';
  } catch (error) {
    if (error instanceof ReadStopped) return error.failure.kind;
    throw error;
  }
}

const rowsOf = (block: Block | undefined) =>
  block?.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : [];

const shape = (block: Block): unknown => {
  if (block.kind === 'table') return rowsOf(block);
  if (block.kind === 'heading') return `h${String(block.level)} ${block.text}`;
  if (block.kind === 'item') return `${String(block.level)} ${block.marker} ${block.text}`;
  return block.aside === undefined ? block.text : `${block.aside}: ${block.text}`;
};

const LOG = actionLog(14);

const EXPECTED = [
  'h1 Meeting pack',
  'Words in bold with a live log and enough of them to wrap over more than one line.',
  'h2 Actions',
  asRead(LOG),
  '0 • bullet',
  '1 ‣ inner',
  '0 1. first',
  '0 2. second',
];

const FURNITURE = ['Cross-code group 12', '1 of 3', '2 of 3', '3 of 3'].map((line) => `page-furniture: ${line}`);

/** A PDF written by hand: numbered objects, then what the trailer adds. */
function handmade(objects: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${String(index + 1)} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const start = Buffer.concat(parts).length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${String(start)}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const PAGE = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
];
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

const content = (operators: Buffer, filter = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${String(operators.length)} ${filter} >>\nstream\n`),
    operators,
    Buffer.from('\nendstream'),
  ]);

describe('readPdf', () => {
  it('reads a tagged file by its structure, tables whole across pages with their head once', async () => {
    const document = await read(typstPdf(typstPack(LOG)));
    expect(documentFaults(document)).toEqual([]);
    expect(document.blocks.map(shape)).toEqual([
      ...EXPECTED,
      [
        ['tall', 'wide', ''],
        ['', 'b', 'c'],
      ],
      ...FURNITURE,
    ]);
    const [link] = document.links;
    expect(link?.target).toBe('https://example.org/log');
    expect(document.text.slice(link?.span.start, link?.span.end)).toBe('live log');
  });

  it('knows on which page each row of a long table stands, and the paragraphs of a cell', async () => {
    const document = await read(typstPdf(typstPack(LOG)));
    expect(document.pages).toHaveLength(3);
    const firstOf = (page: number) => document.text.slice(document.pages[page]?.span.start).split('\t')[0];
    expect(firstOf(1)).toMatch(/^XCG08-0[67]$/u);
    expect(firstOf(2)).toMatch(/^XCG08-1[234]$/u);
    const table = document.blocks.find((block) => block.kind === 'table');
    const cell = table?.kind === 'table' ? table.rows[1]?.cells[2] : undefined;
    expect(cell?.paragraphs?.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'Programme (design lead)',
      'Code bodies',
    ]);
  });

  it('reads a file without tags by where its words stand, and says so', async () => {
    const document = await read(typstPdf(typstPack(LOG), false));
    expect(documentFaults(document)).toEqual([]);
    expect(document.blocks.map(shape).slice(0, EXPECTED.length)).toEqual(EXPECTED);
    expect(document.blocks.map(shape).slice(-FURNITURE.length)).toEqual(FURNITURE);
    expect(document.notes.map((note) => note.kind)).toContain('layout');
  });

  it('reads a file with one line of words', async () => {
    expect(
      (await read(handmade([...PAGE, content(Buffer.from('BT /F 12 Tf 20 100 Td (One line) Tj ET')), FONT]))).text,
    ).toBe('One line');
  });

  it('gives back any table that Typst sets, word for word', async () => {
    const word = fc.constantFrom(
      'Approve',
      'the',
      'R0041',
      'XCG08-06',
      '8–12',
      'M5/M6',
      '26/10/2030',
      '£60k',
      'pre-M10',
      'on',
      'a',
      'governance,',
      '(design',
      'lead)',
      'TBC',
      'Panel',
      '-',
      '–',
      'interoperability',
    );
    const cell = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
      );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const head = (rows[0] ?? []).map((_, index) => `Column ${String(index + 1)}`);
        const document = await read(typstPdf(typstPack([head, ...rows])));
        expect(documentFaults(document)).toEqual([]);
        expect(rowsOf(document.blocks.find((block) => block.kind === 'table'))).toEqual([head, ...rows]);
      }),
      { numRuns: 15 },
    );
  });

  it('refuses a file locked with a password', async () => {
    const key = `<${'ab'.repeat(32)}>`;
    const encrypted = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`;
    expect(await failureOf(handmade([...PAGE, content(Buffer.from('BT ET')), FONT], encrypted))).toBe('password');
  });

  it('refuses a stream that unpacks past the limit, also one packed twice, before anything unpacks it', async () => {
    const limits = { ...DEFAULT_LIMITS, partBytes: 1_000_000 };
    const once = deflateSync(Buffer.alloc(2_000_000));
    for (const packed of [once, deflateSync(once)])
      expect(await failureOf(handmade([...PAGE, content(packed, '/Filter /FlateDecode'), FONT]), limits)).toBe(
        'zip-bomb',
      );
  });

  it('refuses damage', async () => {
    const end = 'startxref\n9\n%%EOF';
    expect(await failureOf(new TextEncoder().encode(`%PDF-1.7\nnothing here\n${end}`))).toBe('damaged');
  });
});

describe('joinRuns', () => {
  const run = (text: string, x: number, y: number, width = text.length * 5): Run => ({
    text,
    x,
    y,
    width,
    size: 10,
    turned: false,
    link: undefined,
    content: undefined,
    artifact: false,
  });
  const over = (before: string, after: string): string => joinWords(joinRuns([run(before, 0, 100), run(after, 0, 88)]));

  it.each([
    ['two', 'words', 'two words'],
    ['XCG08-', '06', 'XCG08-06'],
    ['8–', '12 weeks', '8–12 weeks'],
    ['Panel -', 'TBC', 'Panel - TBC'],
    ['M5/', 'M6', 'M5/M6'],
    ['inter\u00ad', 'operable', 'interoperable'],
    ['ends ', 'with a blank', 'ends with a blank'],
  ])('joins %j and %j over a line’s end to %j', (before, after, joined) => {
    expect(over(before, after)).toBe(joined);
  });

  it('puts a space where runs of a line stand apart, and none where they touch', () => {
    expect(joinWords(joinRuns([run('one', 0, 100), run('two', 20, 100)]))).toBe('one two');
    expect(joinWords(joinRuns([run('o', 0, 100), run('ne', 5, 100)]))).toBe('one');
  });
});
