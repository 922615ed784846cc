/** Running text of a section: headings, paragraphs and lists as they were written. */
import type { PrintedBlock } from '../../formats/printed/model.ts';
import type { PaperNote } from '../model.ts';
import { heading, list, paragraphs, runs } from './blocks.ts';

/** Notes as blocks; bullets or numbers that follow each other are one list. */
export function notesBlocks(said: readonly PaperNote[]): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  let run: PaperNote[] = [];
  const flush = (): void => {
    const [first] = run;
    if (first !== undefined)
      blocks.push(
        ...list(
          first.shape === 'number',
          run.map((note) => runs(note.text)),
        ),
      );
    run = [];
  };
  for (const note of said) {
    const listed = note.shape === 'bullet' || note.shape === 'number';
    if (!listed || run[0]?.shape !== note.shape) flush();
    if (listed) run.push(note);
    else if (note.shape === 'heading') blocks.push(heading(2, note.text));
    else blocks.push(...paragraphs(note.text));
  }
  flush();
  return blocks;
}
