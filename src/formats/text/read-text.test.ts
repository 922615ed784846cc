import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFaults } from '../document/invariants.ts';
import type { Block } from '../document/model.ts';
import { readText } from './read-text.ts';

const shape = (block: Block): unknown =>
  block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : `${block.kind}: ${block.text}`;
const shapes = (text: string) => readText(text).blocks.map(shape);

/** Lines as extraction leaves them: tabs, bullets, odd blanks and marks in every mixture. */
const messyText = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '\t',
        '\t\t',
        '\n',
        '\n\n',
        '\u00a0',
        '\u200b',
        '\f',
        '\r\n',
        '\u2028',
        '- ',
        '• ',
        '1. ',
        '# ',
        '| ',
        '|---|',
        '**',
        '```',
        '---',
        '[a](#)',
        '<p>',
        '\\',
      ),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('readText', () => {
  it('makes each line a paragraph', () => {
    expect(shapes('Agenda\nMonday\n\n  Chair  ')).toEqual([
      'paragraph: Agenda',
      'paragraph: Monday',
      'paragraph: Chair',
    ]);
  });

  it('makes consecutive lines with tabs one table and keeps empty cells in their place', () => {
    expect(shapes('#\tItem\tLead\n1\tWelcome\t\n\n2\tActions\tChair\nnotes')).toEqual([
      [
        ['#', 'Item', 'Lead'],
        ['1', 'Welcome', ''],
      ],
      [['2', 'Actions', 'Chair']],
      'paragraph: notes',
    ]);
  });

  it('takes an indented line for a paragraph, but not the first row of a table whose corner is empty', () => {
    expect(shapes('\tindented')).toEqual(['paragraph: indented']);
    expect(shapes('\tTarget\nM5\tMay')).toEqual([
      [
        ['', 'Target'],
        ['M5', 'May'],
      ],
    ]);
  });

  it('reads bullets and numbers as items, also when a tab follows the bullet, and leaves years and clauses alone', () => {
    expect(shapes('- one\n• two\n1. three\n•\tfour\n2022. no\n1.1 no')).toEqual([
      'item: one',
      'item: two',
      'item: three',
      'item: four',
      'paragraph: 2022. no',
      'paragraph: 1.1 no',
    ]);
  });

  it('gives indented items a deeper level', () => {
    const levels = readText('- a\n  - b\n    - c\n  - d\n- e').blocks.map((block) =>
      block.kind === 'item' ? block.level : -1,
    );
    expect(levels).toEqual([0, 1, 2, 1, 0]);
  });

  it('keeps the words raw: half-lost emphasis, tags, links', () => {
    const document = readText('- Plan** – see [log](#)\nTitle\t<p>Words</p>');
    expect(document.blocks.map(shape)).toEqual(['item: Plan** – see [log](#)', [['Title', '<p>Words</p>']]]);
    expect(document.links).toEqual([{ span: { start: 15, end: 23 }, target: '#' }]);
  });

  it('takes a line of no-break spaces for a blank line', () => {
    expect(shapes('a\tb\n\u00a0\nc\td')).toEqual([[['a', 'b']], [['c', 'd']]]);
  });

  it('parts pages at form feeds', () => {
    expect(readText('one\ftwo').pages).toEqual([
      { number: 1, span: { start: 0, end: 3 } },
      { number: 2, span: { start: 4, end: 7 } },
    ]);
  });

  it('reads the same text from every kind of line end', () => {
    expect(readText('a\r\nb\rc\u2028d')).toEqual(readText('a\nb\nc\nd'));
  });

  it('holds to the contract on any text', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        expect(documentFaults(readText(text))).toEqual([]);
      }),
    );
  });

  it('reads a five-megabyte line and a million odd lines in one pass', () => {
    expect(documentFaults(readText('['.repeat(5_000_000)))).toEqual([]);
    expect(readText(' '.repeat(5_000_000)).blocks).toEqual([]);
    expect(readText('\tx\n'.repeat(300_000)).blocks).toHaveLength(300_000);
  });

  const pack = new URL('../../../../shared/data/packs/ccag-12-2022-11-23.txt', import.meta.url);
  it.runIf(fs.existsSync(pack))('reads the real pack: nineteen tables, each of one width', () => {
    const document = readText(fs.readFileSync(pack, 'utf8'));
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(documentFaults(document)).toEqual([]);
    expect(tables).toHaveLength(19);
    for (const table of tables) expect(new Set(table.rows.map((row) => row.cells.length)).size).toBe(1);
  });
});
