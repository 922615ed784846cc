/** A printed paper as Markdown: `#` headings, pipe tables, and every mark in the words escaped. */
import { cellWords, type PrintedBlock, type PrintedDocument, type Run } from './model.ts';

/** Words in which nothing is a mark of Markdown, at the head of a line or within it. */
export const escapeMarkdown = (words: string): string =>
  words
    .replace(/[\\`*_{}[\]<>#|&~]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9}|[a-z]|[ivx]{1,4})([.)])/, '$1\\$2')
    .replace(/^([–—•‣▪■●○◦·➢✓])/u, '\u200b$1');

/** Words on one line: each run escaped, strong ones between stars, those that lead somewhere as links. */
function lineOf(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const words = escapeMarkdown(run.text);
      const blanks = /^(\s*)(.*?)(\s*)$/su.exec(words);
      const [, before = '', within = '', after = ''] = blanks ?? [];
      if (within === '') return words;
      const strong = run.strong === true ? `**${within}**` : within;
      return `${before}${run.to === undefined ? strong : `[${strong}](#${run.to})`}${after}`;
    })
    .join('');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function linesOf(block: PrintedBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${escapeMarkdown(block.text)}`];
    case 'paragraph':
      return [lineOf(block.runs)];
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${String(at + 1)}.` : '-'} ${lineOf(item)}`);
    case 'table':
      return [
        row(block.columns.map((column) => escapeMarkdown(column.heading))),
        row(block.columns.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map((cell) => escapeMarkdown(cellWords(cell))))),
      ];
    case 'form': {
      const columns = Math.max(2, ...block.rows.map((values) => values.length * 2));
      const cellsOf = [
        ...block.rows.map((values) => values.flatMap(({ label, value }) => [label, cellWords(value)])),
        ...block.notes.map((note) => [note]),
      ];
      const rows = cellsOf.map((cells) =>
        row([...cells.map(escapeMarkdown), ...Array.from({ length: columns - cells.length }, () => '')]),
      );
      // Markdown has no table without a heading row: the form's first row stands there.
      const [first = '', ...others] = rows;
      return [first, row(Array.from({ length: columns }, () => '---')), ...others];
    }
  }
}

/** Writes a paper as Markdown in UTF-8. Pages have no numbers here, so their cells are blank. */
export function writeMarkdown(paper: PrintedDocument): Uint8Array {
  const { cover } = paper;
  const parts = [
    `# ${escapeMarkdown(cover.title)}`,
    ...[...cover.lines, cover.remark].map(escapeMarkdown),
    ...paper.blocks.map((block) => linesOf(block).join('\n')),
    escapeMarkdown(paper.footer),
  ];
  return new TextEncoder().encode(`${parts.join('\n\n')}\n`);
}
