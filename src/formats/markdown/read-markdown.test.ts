import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFaults } from '../document/invariants.ts';
import type { Block } from '../document/model.ts';
import { looksLikeMarkdown, readMarkdown } from './read-markdown.ts';
import { cleanWords } from './words.ts';

const shape = (block: Block): unknown =>
  block.kind === 'table'
    ? block.rows.map((row) => row.cells.map((cell) => cell.text))
    : block.kind === 'heading'
      ? `h${String(block.level)}: ${block.text}`
      : `${block.kind}: ${block.text}`;
const shapes = (text: string) => readMarkdown(text).blocks.map(shape);

const messyMarkdown = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '\t',
        '\n',
        '\n\n',
        '\u00a0',
        '\f',
        '- ',
        '1. ',
        '# ',
        '## x\n',
        '| ',
        '|---|\n',
        'a|b\n',
        '**',
        '```\n',
        '---\n',
        '===\n',
        '> ',
        '[a](#)',
        '\\',
        '  \n',
      ),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('readMarkdown', () => {
  it('reads headings of both styles', () => {
    expect(shapes('# Pack **12** #\n\nAgenda\n===\nPart\n---\n####### not')).toEqual([
      'h1: Pack 12',
      'h1: Agenda',
      'h2: Part',
      'paragraph: ####### not',
    ]);
  });

  it('joins the wrapped lines of a paragraph and of an item, and parts them at a hard break', () => {
    expect(shapes('One\ntwo  \nthree\n\n- four\n  five\n- six')).toEqual([
      'paragraph: One two',
      'paragraph: three',
      'item: four five',
      'item: six',
    ]);
  });

  it('reads pipe tables: with and without outer pipes, escaped pipes, short rows', () => {
    expect(shapes('| Ref | Action |\n|---|:-:|\n| A\\|1 | **Do** |\n| B |\n\na | b\n--|--\n1 | 2')).toEqual([
      [
        ['Ref', 'Action'],
        ['A|1', 'Do'],
        ['B', ''],
      ],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ]);
  });

  it('reads tab-separated rows pasted among Markdown', () => {
    expect(shapes('# T\nRef\tOwner\nA1\t*Chair*')).toEqual([
      'h1: T',
      [
        ['Ref', 'Owner'],
        ['A1', 'Chair'],
      ],
    ]);
  });

  it('keeps code as it is, and reads quotes without their mark', () => {
    expect(shapes('```\n# not | a heading\n```\n> said *so*\n> twice')).toEqual([
      'paragraph: # not | a heading',
      'paragraph: said so twice',
    ]);
  });

  it('finds links and covers the marks with the span', () => {
    const document = readMarkdown('See **[log](x.md)** now');
    expect(document.blocks).toEqual([{ kind: 'paragraph', span: { start: 0, end: 23 }, text: 'See log now' }]);
    expect(document.links).toEqual([{ span: { start: 6, end: 17 }, target: 'x.md' }]);
  });

  it('holds to the contract on any text', () => {
    fc.assert(
      fc.property(messyMarkdown, (text) => {
        expect(documentFaults(readMarkdown(text))).toEqual([]);
      }),
    );
  });

  it('reads a line of megabytes in one pass', () => {
    for (const unit of ['[', '*a', '|', '# ', '> ', '_x', '`', '\\'])
      expect(readMarkdown(unit.repeat(1_000_000)).blocks.length).toBeLessThanOrEqual(1);
  });
});

describe('cleanWords', () => {
  it.each([
    ['**M5** [approved](#) \\*', 'M5 approved *'],
    ['- Plan** – text', '- Plan – text'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name and _this_', 'snake_case_name and this'],
    ['a<br>b &amp; c', 'a b & c'],
    ['<p>Words</p>', '<p>Words</p>'],
  ])('reads %j as %j', (raw, words) => {
    expect(cleanWords(raw)).toBe(words);
  });
});

describe('looksLikeMarkdown', () => {
  it('wants two headings or a pipe table', () => {
    expect(looksLikeMarkdown('# One\ntext\n## Two')).toBe(true);
    expect(looksLikeMarkdown('a | b\n--|--\n1 | 2')).toBe(true);
    expect(looksLikeMarkdown('# One\n- item\n#\tItem\tLead')).toBe(false);
  });
});
