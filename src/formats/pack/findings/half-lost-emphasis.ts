import { finding, recordAt, type Detector } from './examined.ts';

/** Lines with a bold mark that has lost its other half (`- Decision** – …`). */
export const halfLostEmphasis: Detector = ({ contents, document }) => {
  const found = [];
  let next = 0;
  for (const line of document.text.split('\n')) {
    const begins = next;
    next += line.length + 1;
    if (!line.includes('**')) continue;
    const marks = [...line.matchAll(/\*\*/g)];
    if (marks.length % 2 === 0) continue;
    const last = marks[marks.length - 1];
    if (last === undefined) continue;
    const start = begins + last.index;
    const span = { start, end: start + 2 };
    found.push(
      finding(
        'half-lost-emphasis',
        recordAt(contents, span),
        span,
        `A bold mark has no other half, after “${line.slice(0, last.index).trim().slice(-40)}”.`,
        { words: 'Leave the mark out; the words stay.' },
      ),
    );
  }
  return found;
};
