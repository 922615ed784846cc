/** Notes of an agenda item as people type them: `# heading`, `- bullet`, `1. number`, and plain paragraphs. Pure. */
import type { AgendaNote } from './answers.ts';

/** Notes one under the other, in the marks that `readNotes` reads. */
export function printNotes(notes: readonly AgendaNote[]): string {
  let number = 0;
  return notes
    .map((note) => {
      number = note.shape === 'number' ? number + 1 : 0;
      switch (note.shape) {
        case 'heading':
          return `# ${note.text}`;
        case 'bullet':
          return `- ${note.text}`;
        case 'number':
          return `${String(number)}. ${note.text}`;
        case 'paragraph':
          return note.text;
      }
    })
    .join('\n');
}

/** Reads typed notes, one a line; empty lines only part them for the eye. */
export function readNotes(words: string): AgendaNote[] {
  return words.split('\n').flatMap((line): AgendaNote[] => {
    const text = line.trim();
    if (text === '') return [];
    const [, mark = '', rest = ''] = /^(#|[-•*]|\d+[.)])\s+(.*)$/.exec(text) ?? [];
    if (rest === '') return [{ shape: 'paragraph', text }];
    const shape = mark === '#' ? 'heading' : /^\d/.test(mark) ? 'number' : 'bullet';
    return [{ shape, text: rest }];
  });
}

/** Notes that stand together: a list of bullets, a list of numbers, or one heading or paragraph. */
export function stretchesOf(notes: readonly AgendaNote[]): readonly (readonly [AgendaNote, ...AgendaNote[]])[] {
  const stretches: [AgendaNote, ...AgendaNote[]][] = [];
  for (const note of notes) {
    const last = stretches.at(-1);
    const isList = note.shape === 'bullet' || note.shape === 'number';
    if (isList && last?.[0].shape === note.shape) last.push(note);
    else stretches.push([note]);
  }
  return stretches;
}
