import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWords } from '../markdown/words.ts';
import { paragraphsOf, printable, type PrintedDocument } from './model.ts';
import { escapeHtml, HTML_STYLE_SOURCE, writeHtml } from './write-html.ts';
import { escapeMarkdown, writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

const words = (text: string) => ({ kind: 'words' as const, paragraphs: [[{ text }]] });

const aPaper = (text: string): PrintedDocument => ({
  kind: 'printed-document',
  title: text,
  cover: { title: text, lines: [text], remark: text },
  header: text,
  footer: text,
  blocks: [
    { kind: 'heading', level: 1, text, anchor: 'a' },
    { kind: 'paragraph', style: 'body', runs: [{ text, strong: true }, { text: ' and ' }, { text, to: 'a' }] },
    { kind: 'list', ordered: false, items: [[{ text }]] },
    {
      kind: 'table',
      summary: text,
      columns: [{ heading: text, width: 1 }],
      rows: [[words(text)], [{ kind: 'page', anchor: 'a' }]],
    },
    { kind: 'form', summary: text, rows: [[{ label: text, value: words(text) }]], notes: [text] },
  ],
});

const read = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const messy = fc.string({ unit: 'binary', maxLength: 40 });

describe('printable', () => {
  it('leaves one line without control characters, and is done after once', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const said = printable(text);
        expect(said).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]/u);
        expect(printable(said)).toBe(said);
      }),
    );
  });

  it('parts words into paragraphs at line ends only', () => {
    expect(paragraphsOf('one\ttwo\r\n\n three ')).toEqual(['one two', 'three']);
  });
});

describe('HTML', () => {
  it('lets no words become markup', () => {
    fc.assert(
      fc.property(messy, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
    const page = read(writeHtml(aPaper('<script>alert("x")</script>')));
    expect(page).not.toContain('<script');
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(8);
  });

  it('asks for nothing from anywhere, and names its style for a strict policy', () => {
    const page = read(writeHtml(aPaper('words')));
    expect(page).not.toMatch(/https?:|src=|@import|url\(/);
    expect(HTML_STYLE_SOURCE).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
  });

  it('says the language, a title, and what each table and its cells are', () => {
    const page = read(writeHtml(aPaper('words')));
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<caption>words</caption>');
    expect(page).toContain('<th scope="col">words</th>');
    expect(page).toContain('<th scope="row">words</th>');
  });
});

describe('Markdown', () => {
  it('gives back any words once its marks are read', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const said = printable(text);
        expect(cleanWords(escapeMarkdown(said)).replace(/\u200b/g, '')).toBe(said.replace(/\u200b/g, ''));
      }),
    );
  });

  it('keeps bars inside their cell', () => {
    expect(read(writeMarkdown(aPaper('a|b')))).toContain('| a\\|b |');
  });
});

describe('text', () => {
  it('writes rows with tabs and keeps a footnote among the rows of its form', () => {
    expect(read(writeText(aPaper('words')))).toContain('words\twords\nwords\t\n');
  });
});
