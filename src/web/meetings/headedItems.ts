/**
 * Points with headings as people type them: `# Heading` and its words underneath, or `- words` for a point without a
 * heading. Pure.
 */
import type { HeadedItem } from './answers.ts';

const MARK = /^([#-])\s+(.*)$/;

/** A line that would be read as the start of another point is moved in by one space, and back on reading. */
const shielded = (line: string): string => (/^\s|^[#-](?:\s|$)/.test(line) ? ` ${line}` : line);
const unshielded = (line: string): string => (/^ (?:\s|[#-](?:\s|$))/.test(line) ? line.slice(1) : line);

/** Points one under the other, in the marks that `readItems` reads. */
export function printItems(items: readonly HeadedItem[]): string {
  return items
    .map(({ heading, text }) => {
      const [first = '', ...rest] = text.split('\n');
      return heading === ''
        ? [`- ${first}`, ...rest.map(shielded)].join('\n')
        : [`# ${heading}`, ...(text === '' ? [] : [first, ...rest].map(shielded))].join('\n');
    })
    .join('\n\n');
}

/** Reads typed points; words before the first mark are a point without a heading. */
export function readItems(words: string): HeadedItem[] {
  const items: { heading: string; lines: string[] }[] = [];
  for (const line of words.split('\n')) {
    const [, mark = '', said = ''] = MARK.exec(line) ?? [];
    if (mark === '#') items.push({ heading: said.trim(), lines: [] });
    else if (mark === '-') items.push({ heading: '', lines: [said] });
    else {
      const last = items.at(-1);
      if (last !== undefined) last.lines.push(unshielded(line));
      else if (line.trim() !== '') items.push({ heading: '', lines: [unshielded(line)] });
    }
  }
  return items
    .map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}
