import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadFailureKind } from '../document/failure.ts';
import { documentFaults } from '../document/invariants.ts';
import { DEFAULT_LIMITS } from '../document/limits.ts';
import type { SourceDocument } from '../document/model.ts';
import {
  actionLog,
  asRead,
  docxPack,
  emptyPdf,
  minimalDocx,
  pptxPack,
  typstPack,
  typstPdf,
  zipOf,
} from './fixtures.ts';
import { readDocument, refuseSize } from './read-document.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(bytes: Uint8Array, name = 'pack'): Promise<SourceDocument> {
  const result = await readDocument(bytes, name);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

async function failureOf(bytes: Uint8Array, name = 'pack', limits = DEFAULT_LIMITS): Promise<ReadFailureKind | 'read'> {
  const result = await readDocument(bytes, name, limits);
  if (result.kind === 'ok') return 'read';
  expect(result.failure.message).toMatch(/\.$/u);
  return result.failure.kind;
}

const tablesOf = (document: SourceDocument) =>
  document.blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map((row) => row.cells.map((cell) => cell.text))] : [],
  );

const LOG = actionLog(14);

let docx: Uint8Array;
let pptx: Uint8Array;
let pdf: Uint8Array;
let plainPdf: Uint8Array;

beforeAll(async () => {
  docx = await docxPack(LOG);
  pptx = await pptxPack(LOG);
  pdf = typstPdf(typstPack(LOG));
  plainPdf = typstPdf(typstPack(LOG), false);
});

describe('readDocument', () => {
  it('gives the same table out of Word, PowerPoint and PDF, tagged or not', async () => {
    for (const bytes of [docx, pptx, pdf, plainPdf]) {
      const document = await read(bytes);
      expect(documentFaults(document)).toEqual([]);
      expect(tablesOf(document)[0]).toEqual(asRead(LOG));
    }
  });

  it('gives text that, read again as plain text, has the same tables', async () => {
    for (const bytes of [docx, pptx, pdf]) {
      const document = await read(bytes);
      expect(tablesOf(await read(utf8(document.text), 'pack.txt'))).toEqual(tablesOf(document));
    }
  });

  it('goes by the content, and notes a name that says something else', async () => {
    for (const [bytes, format] of [
      [docx, 'docx'],
      [pptx, 'pptx'],
      [pdf, 'pdf'],
      [utf8('Agenda\n- one'), 'text'],
    ] as const) {
      const right = await read(bytes, `pack.${format === 'text' ? 'txt' : format}`);
      const wrong = await read(bytes, 'pack.PDF');
      expect(wrong.format).toBe(format);
      expect(right.notes.some((note) => note.kind === 'extension')).toBe(false);
      expect(wrong.notes.some((note) => note.kind === 'extension')).toBe(format !== 'pdf');
    }
  });

  it('tells Markdown from plain text by what is in it', async () => {
    expect((await read(utf8('# One\n\n## Two'), 'pack.txt')).format).toBe('markdown');
    expect((await read(utf8('words'), 'pack.md')).format).toBe('markdown');
    expect((await read(utf8('Ref\tOwner\nA1\tChair'), 'pack.md')).format).toBe('text');
  });

  it('says what to do with files that are known but not read', async () => {
    const compound = (name: string) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(name, 'utf16le')]);
    expect(await failureOf(compound('EncryptedPackage'), 'pack.docx')).toBe('password');
    for (const name of ['WordDocument', 'PowerPoint Document', 'Workbook', '__substg1.0', 'other'])
      expect(await failureOf(compound(name))).toBe('wrong-kind');
    expect(await failureOf(utf8('{\\rtf1 words}'))).toBe('wrong-kind');
    expect(await failureOf(utf8('<!DOCTYPE html><p>words'))).toBe('wrong-kind');
    expect(await failureOf(utf8('<?xml version="1.0"?><a/>'))).toBe('wrong-kind');
    expect(
      await failureOf(
        zipOf({
          'xl/workbook.xml': '<a/>',
          ...minimalDocx(''),
          '_rels/.rels': (minimalDocx('')['_rels/.rels'] ?? '').replace('word/document', 'xl/workbook'),
        }),
      ),
    ).toBe('wrong-kind');
    expect(await failureOf(zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }))).toBe(
      'wrong-kind',
    );
    expect(await failureOf(zipOf({ 'pack.docx': docx }))).toBe('wrong-kind');
    expect(await failureOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'pack.pdf')).toBe('unknown-format');
    expect(await failureOf(Uint8Array.from([1, 2, 3, 0, 0, 0]), 'pack.docx')).toBe('unknown-format');
  });

  it('refuses nothing at all, blanks only, and pictures only', async () => {
    expect(await failureOf(new Uint8Array())).toBe('empty');
    expect(await failureOf(utf8(' \n\u00a0\t'))).toBe('empty');
    expect(await failureOf(emptyPdf())).toBe('no-words');
    expect(await failureOf(zipOf(minimalDocx('<w:p/>')))).toBe('no-words');
  });

  it('knows a file whose end is missing', async () => {
    for (const bytes of [docx, pptx, pdf])
      expect(await failureOf(bytes.subarray(0, bytes.length * 0.7))).toBe('truncated');
  });
});

describe('readDocument on hostile files', () => {
  it('refuses a file by its size before reading it', async () => {
    expect(refuseSize(200 * 1024 * 1024)?.kind).toBe('too-large');
    expect(refuseSize(1000)).toBeUndefined();
    expect(await failureOf(new Uint8Array(DEFAULT_LIMITS.fileBytes + 1))).toBe('too-large');
  });

  it('stops a zip bomb by its ratio, by its parts and by their sum', async () => {
    const bomb = zipOf({ ...minimalDocx(''), 'word/document.xml': new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await failureOf(bomb)).toBe('zip-bomb');
    expect(await failureOf(docx, 'pack', { ...DEFAULT_LIMITS, partBytes: 2000 })).toBe('zip-bomb');
    expect(await failureOf(docx, 'pack', { ...DEFAULT_LIMITS, expandedBytes: 3000 })).toBe('zip-bomb');
    expect(await failureOf(docx, 'pack', { ...DEFAULT_LIMITS, entries: 5 })).toBe('zip-bomb');
  });

  it('stops a zip that lies about the sizes of its parts', async () => {
    const bomb = zipOf({ ...minimalDocx(''), 'word/document.xml': new Uint8Array(5_000_000) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect(await failureOf(bomb)).toBe('zip-bomb');
  });

  it('never unpacks what it does not read, so that many pictures are no bomb', async () => {
    const pictures = zipOf({
      ...minimalDocx('<w:p><w:r><w:t>words</w:t></w:r></w:p>'),
      'word/media/a.bmp': new Uint8Array(5_000_000),
    });
    expect((await read(pictures)).text).toBe('words');
  });

  it('refuses XML with a document type or entities', async () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await failureOf(zipOf(minimalDocx('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', laughs)))).toBe('unsafe-xml');
    const far = `<!-- ${'x'.repeat(5000)} --><!DOCTYPE w SYSTEM "file:///etc/hostname">`;
    expect(await failureOf(zipOf(minimalDocx('', far)))).toBe('unsafe-xml');
    expect(await failureOf(zipOf(minimalDocx('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')))).toBe('unsafe-xml');
  });

  it('refuses elements nested a hundred thousand deep, and reads what is nested as far as the limit', async () => {
    // Each element differs, so that the part does not pack like a bomb.
    const open = (count: number) =>
      Array.from({ length: count }, (_, index) => `<w:sdt w:x="${String((index * 7919) % 99_991)}">`);
    const deep = (count: number) =>
      zipOf(minimalDocx(`${open(count).join('')}<w:p><w:r><w:t>words</w:t></w:r></w:p>${'</w:sdt>'.repeat(count)}`));
    expect(await failureOf(deep(100_000))).toBe('too-deep');
    expect((await read(deep(900))).text).toBe('words');
  });

  it('refuses broken XML and parts that are not what was saved', async () => {
    expect(await failureOf(zipOf(minimalDocx('<w:p>')))).toBe('damaged');
    const stored = zipSync({ '_rels/.rels': [utf8(minimalDocx('')['_rels/.rels'] ?? ''), { level: 0 }] });
    stored[60] = (stored[60] ?? 0) ^ 1;
    expect(await failureOf(stored)).toBe('damaged');
  });

  it('refuses parts locked with a password', async () => {
    const locked = zipOf(minimalDocx('<w:p/>'));
    const view = new DataView(locked.buffer, locked.byteOffset);
    for (let at = 0; at < locked.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(await failureOf(locked)).toBe('password');
  });

  it('stops when its time is up', async () => {
    expect(await failureOf(docx, 'pack', { ...DEFAULT_LIMITS, milliseconds: 0 })).toBe('too-slow');
    expect(await failureOf(pdf, 'pack', { ...DEFAULT_LIMITS, milliseconds: 0 })).toBe('too-slow');
  });

  it('stops at too many pages, elements and characters', async () => {
    expect(await failureOf(pdf, 'pack', { ...DEFAULT_LIMITS, pages: 1 })).toBe('too-large');
    expect(await failureOf(pptx, 'pack', { ...DEFAULT_LIMITS, pages: 1 })).toBe('too-large');
    expect(await failureOf(docx, 'pack', { ...DEFAULT_LIMITS, elements: 50 })).toBe('too-large');
    expect(await failureOf(docx, 'pack', { ...DEFAULT_LIMITS, characters: 50 })).toBe('too-large');
  });

  it('answers for any bytes without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom([], [0x50, 0x4b, 3, 4], [...utf8('%PDF-1.7\n')]),
        async (bytes, head) => {
          const result = await readDocument(Uint8Array.from([...head, ...bytes]), 'pack.txt');
          if (result.kind === 'ok') expect(documentFaults(result.value)).toEqual([]);
        },
      ),
    );
  });

  it('answers for documents with bytes changed without throwing', async () => {
    const change = fc.array(fc.tuple(fc.noBias(fc.nat(999_999)), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('docx', 'pptx', 'pdf'), change, async (format, changes) => {
        const bytes = Uint8Array.from({ docx, pptx, pdf }[format]);
        for (const [place, value] of changes) bytes[Math.floor((place * bytes.length) / 1_000_000)] = value;
        const result = await readDocument(bytes, `pack.${format}`);
        if (result.kind === 'ok') expect(documentFaults(result.value)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
