/** A printed paper as tagged PDF: PDF/UA-1, every font embedded, nothing asked of the network. */
import { failed, ok, type Result } from '../../values/result.ts';
import { cellWords, type PrintedBlock, type PrintedCell, type PrintedDocument, type Run } from '../printed/model.ts';
import { typstCompiler, type TypstUnavailable } from './compiler.ts';
import { PAPER_TEMPLATE } from './template.ts';

export interface WrittenPdf {
  readonly content: Uint8Array;
  /** Characters that no font here can draw, printed by their number (`[U+6F22]`) instead: PDF/UA forbids blank boxes. */
  readonly replaced: readonly string[];
}

/** Fonts in order of preference. The first is part of the compiler itself, so that it is there on every machine. */
const FONTS = ['Libertinus Serif'];

/** A row or form with more words than this may break over pages: it could be longer than a page. About a third of one. */
const LONGEST_WHOLE = 1600;

/** Words of more letters than this may be broken, so that they cannot run out of their column; at any multiple of a few. */
const LONG_WORDS = /\S{25,}/gu;
const PIECE_OF_WORD = 8;

/** Words in pieces, parted inside every very long word. One piece where there is none. */
function piecesOf(words: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of words.matchAll(LONG_WORDS)) {
    let at = match.index;
    let count = 0;
    for (const letter of match[0]) {
      if (count === PIECE_OF_WORD) {
        pieces.push(words.slice(from, at));
        from = at;
        count = 0;
      }
      at += letter.length;
      count += 1;
    }
  }
  return [...pieces, words.slice(from)];
}

type PiecedRun = Omit<Run, 'text'> & { readonly text: readonly string[] };

const inPieces = (runs: readonly Run[]): readonly PiecedRun[] =>
  runs.map((run) => ({ ...run, text: piecesOf(run.text) }));

const cellInPieces = (cell: PrintedCell): unknown =>
  cell.kind === 'page' ? cell : { ...cell, paragraphs: cell.paragraphs.map(inPieces) };

const lengthOf = (cells: readonly PrintedCell[]): number =>
  cells.reduce((most, cell) => Math.max(most, cellWords(cell).length), 0);

/** Paragraphs under a heading stay with it and with what follows: this many, which is a section's head. */
const HEAD_PARAGRAPHS = 3;

/** True for a paragraph that must not be the last on its page, because it only leads in what comes next. */
function leadsIn(blocks: readonly PrintedBlock[], at: number): boolean {
  const next = blocks[at + 1];
  if (next === undefined || (next.kind === 'heading' && next.level === 1)) return false;
  if (next.kind === 'table' || next.kind === 'form') return true;
  return blocks
    .slice(Math.max(0, at - HEAD_PARAGRAPHS), at)
    .some((block) => block.kind === 'heading' && block.level === 1);
}

/** The block as the template wants it: with what it must know to break well. */
function forTemplate(block: PrintedBlock, at: number, blocks: readonly PrintedBlock[]): unknown {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: piecesOf(block.text) };
    case 'paragraph':
      return { ...block, runs: inPieces(block.runs), sticky: leadsIn(blocks, at) };
    case 'list':
      return { ...block, items: block.items.map(inPieces) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((cells) => ({
          cells: cells.map(cellInPieces),
          breaks: lengthOf(cells) > LONGEST_WHOLE,
        })),
      };
    case 'form':
      return {
        ...block,
        rows: block.rows.map((row) => row.map(({ label, value }) => ({ label, value: cellInPieces(value) }))),
        columns: Math.max(2, ...block.rows.map((row) => row.length * 2)),
        breaks: block.rows.reduce((all, row) => all + lengthOf(row.map(({ value }) => value)), 0) > LONGEST_WHOLE,
      };
  }
}

const UNPRINTABLE = /could not be displayed with/;
const NAMED = /PDF\/UA-1 error: the text `\\?"(.*?)\\?"` could not be displayed/gs;

/** The text a compiler message quotes, its escapes (`\u{1}`) resolved. */
const quoted = (words: string): string =>
  words.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));

const named = (characters: string): string =>
  `[${Array.from(characters, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`;

/** Every run of words in a paper, changed. */
function mapWords(paper: PrintedDocument, change: (words: string) => string): PrintedDocument {
  const runs = (all: readonly Run[]): readonly Run[] => all.map((run) => ({ ...run, text: change(run.text) }));
  const cell = (one: PrintedCell): PrintedCell =>
    one.kind === 'page' ? one : { ...one, paragraphs: one.paragraphs.map(runs) };
  const block = (one: PrintedBlock): PrintedBlock => {
    switch (one.kind) {
      case 'heading':
        return { ...one, text: change(one.text) };
      case 'paragraph':
        return { ...one, runs: runs(one.runs) };
      case 'list':
        return { ...one, items: one.items.map(runs) };
      case 'table':
        return {
          ...one,
          columns: one.columns.map((column) => ({ ...column, heading: change(column.heading) })),
          rows: one.rows.map((row) => row.map(cell)),
        };
      case 'form':
        return {
          ...one,
          rows: one.rows.map((row) => row.map(({ label, value }) => ({ label: change(label), value: cell(value) }))),
          notes: one.notes.map(change),
        };
    }
  };
  return {
    ...paper,
    title: change(paper.title),
    header: change(paper.header),
    footer: change(paper.footer),
    cover: {
      title: change(paper.cover.title),
      lines: paper.cover.lines.map(change),
      remark: change(paper.cover.remark),
    },
    blocks: paper.blocks.map(block),
  };
}

/** Each try replaces all the characters that the last one named; the compiler names all it meets, so two tries do. */
const MOST_TRIES = 5;

/**
 * Writes a paper as PDF.
 *
 * Fails with `typst-unavailable` on a platform that the typesetter is not built for. Everything else it could fail on is
 * a fault of the template, and thrown.
 */
export function writePdf(paper: PrintedDocument): Result<WrittenPdf, TypstUnavailable> {
  const compiler = typstCompiler();
  if (compiler.kind === 'failed') return failed(compiler.failure);
  const replaced = new Set<string>();
  let current = paper;
  for (let tries = 1; ; tries += 1) {
    const data = JSON.stringify({ ...current, fonts: FONTS, blocks: current.blocks.map(forTemplate) });
    try {
      const content = compiler.value.pdf(
        { mainFileContent: PAPER_TEMPLATE, inputs: { paper: data } },
        { pdfStandard: 'ua-1' },
      );
      compiler.value.evictCache(10);
      // The compiler gives a view on its own memory; a copy is safe to hand on.
      return ok({ content: new Uint8Array(content), replaced: [...replaced] });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const wanting = [...message.matchAll(NAMED)].map((match) => quoted(match[1] ?? '')).filter((one) => one !== '');
      if (!UNPRINTABLE.test(message) || wanting.length === 0 || tries === MOST_TRIES) throw error;
      for (const one of wanting) replaced.add(one);
      current = mapWords(current, (words) => wanting.reduce((said, one) => said.replaceAll(one, named(one)), words));
    }
  }
}
