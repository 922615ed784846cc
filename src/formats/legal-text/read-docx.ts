import { OutlineReader, plainInline, type OutlineLine } from '../../legaltext/outline/read-outline.ts';
import { pipeRow } from '../../legaltext/outline/table-lines.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Block, SourceDocument } from '../document/model.ts';
import { readDocument } from '../read-document/read-document.ts';
import { asAdviceForCodes } from './advice.ts';
import { refusal, type LegalText, type LegalTextFailure, type ReadNote } from './model.ts';
import { readByStyle } from './read-words.ts';

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/**
 * The paragraphs of the running text as lines, with the numbers that Word prints before them; tables as rows. Indentation is
 * a matter of Word's styles and says nothing: all lines begin at the margin.
 */
function linesOf({ text, blocks }: SourceDocument): { readonly lines: readonly OutlineLine[]; readonly left: number } {
  const lines: OutlineLine[] = [];
  let left = 0;
  const add = (words: string, more: { heading?: boolean; afterBlank?: boolean } = {}): void => {
    if (words !== '') lines.push({ at: lines.length + 1, indent: 0, words, afterBlank: true, ...more });
  };
  const take = (block: Block): void => {
    const words = (): string => oneLine(text.slice(block.span.start, block.span.end));
    switch (block.kind) {
      case 'heading':
        add(words(), { heading: true });
        return;
      case 'item':
        // A bullet numbers nothing, and would only be taken for words.
        add(block.ordered ? words() : oneLine(block.text));
        return;
      case 'paragraph':
        if (block.aside === undefined) add(words());
        else left += 1;
        return;
      case 'table':
        for (const [position, row] of block.rows.entries())
          add(pipeRow(row.cells.map((cell) => oneLine(cell.text))), { afterBlank: position === 0 });
    }
  };
  for (const block of blocks) take(block);
  return { lines, left };
}

/**
 * Reads a Word document as the paragraphs that Word would print, and those by their numbers, as plain text is read. What
 * stands beside the running text (footnotes, comments, contents, headers) is left out, and said.
 */
export async function readDocxText(
  bytes: Uint8Array,
  asked: string | null,
): Promise<Result<LegalText, LegalTextFailure>> {
  const read = await readDocument(bytes, 'text.docx');
  if (read.kind === 'failed') return failed(refusal(asAdviceForCodes(read.failure.message)));
  if (read.value.format !== 'docx')
    return failed(
      refusal('This is a presentation, which is not read as the text of a code. Use the document that has the text.'),
    );
  const { lines, left } = linesOf(read.value);
  const text = readByStyle(
    lines.map(({ words }) => words).join('\n'),
    (style) => new OutlineReader(lines, style, plainInline, {}).read(),
    'docx',
    asked,
  );
  if (text.kind === 'failed') return text;
  const said: ReadNote[] = read.value.notes.map(({ message }) => ({ line: null, message }));
  if (left > 0)
    said.push({
      line: null,
      message: `${left} ${left === 1 ? 'paragraph stands' : 'paragraphs stand'} beside the running text (footnotes, comments, contents, headers) and ${left === 1 ? 'is' : 'are'} no part of what was read.`,
    });
  const doubts = text.value.notes.map((note) => ({
    ...note,
    message: `paragraph ${note.line ?? 0}: ${note.message}`,
    line: null,
  }));
  return ok({ ...text.value, notes: [...said, ...doubts] });
}
