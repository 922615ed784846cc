import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document/read-document.ts';
import type { PrintedDocument } from '../printed/model.ts';
import { packageFor, typstCompiler } from './compiler.ts';
import { writePdf } from './write-pdf.ts';

const words = (text: string) => ({ kind: 'words' as const, paragraphs: [[{ text }]] });

const aPaper = (text: string, rows = 1): PrintedDocument => ({
  kind: 'printed-document',
  title: 'A paper',
  cover: { title: 'A paper', lines: ['23 November 2022'], remark: 'A remark.' },
  header: 'Header',
  footer: 'Footer',
  blocks: [
    { kind: 'heading', level: 1, text: 'First', anchor: 'first' },
    { kind: 'paragraph', style: 'body', runs: [{ text }] },
    {
      kind: 'table',
      summary: 'A table',
      columns: [
        { heading: 'Ref', width: 1 },
        { heading: 'Page', width: 1 },
      ],
      rows: Array.from({ length: rows }, () => [words(text), { kind: 'page' as const, anchor: 'last' }]),
    },
    { kind: 'heading', level: 1, text: 'Last', anchor: 'last' },
  ],
});

function written(paper: PrintedDocument) {
  const result = writePdf(paper);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

async function textOf(content: Uint8Array): Promise<string> {
  const read = await readDocument(content, 'paper.pdf');
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return read.value.text;
}

describe('a PDF', () => {
  it('is tagged and says that it is PDF/UA-1, in its language and with its title', () => {
    const file = Buffer.from(written(aPaper('words')).content).toString('latin1');
    expect(file).toMatch(/^%PDF-1\.7/);
    expect(file).toMatch(/pdfuaid:part>1</);
    expect(file).toMatch(/\/Marked true/);
    expect(file).toMatch(/\/Lang ?\(en-GB\)/);
    expect(file).toMatch(/\/StructTreeRoot/);
  });

  it('is the same file for the same paper', () => {
    expect(written(aPaper('words')).content).toEqual(written(aPaper('words')).content);
  });

  it('takes commands in the words for words', async () => {
    const command = '#panic("no") #read("/etc/passwd") #set page(width: 1pt) $x$ @first <first> // gone';
    expect(await textOf(written(aPaper(command)).content)).toContain('#panic("no") #read("/etc/passwd")');
  });

  it('prints the page on which an anchor stands, however many pages come before', async () => {
    const paper = aPaper('words', 60);
    const result = await readDocument(written(paper).content, 'paper.pdf');
    if (result.kind === 'failed') throw new Error(result.failure.message);
    const { blocks, pages, text } = result.value;
    const last = blocks.find((block) => block.kind === 'heading' && block.text === 'Last');
    const page = pages.find(
      ({ span }) => last !== undefined && span.start <= last.span.start && last.span.end <= span.end,
    );
    expect(page?.number).toBeGreaterThan(2);
    expect(text).toContain(`words\t${String(page?.number)}`);
  });

  it('names a character that no font can draw by its number', async () => {
    const { content, replaced } = written(aPaper('before \u0001 after'));
    expect(replaced).toEqual(['\u0001']);
    expect(await textOf(content)).toContain('before [U+0001] after');
  });

  it('breaks a word that is longer than its column, and adds no mark to it', async () => {
    const long = 'x'.repeat(400);
    const text = await textOf(written(aPaper(long)).content);
    expect(text.replace(/\s/g, '')).toContain(long);
    expect(text).not.toContain('\u200b');
  });
});

describe('a machine without the typesetter', () => {
  it('says what is missing and what to do instead', () => {
    const missing = typstCompiler('sunos', 'sparc');
    expect(missing.kind).toBe('failed');
    if (missing.kind === 'failed') expect(missing.failure.message).toMatch(/sunos \(sparc\).*Word or HTML instead/);
  });

  it('knows the package of each platform by its name', () => {
    expect(packageFor('linux', 'x64')).toBe('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
    expect(packageFor('darwin', 'arm64')).toBe('@myriaddreamin/typst-ts-node-compiler-darwin-arm64');
  });
});
