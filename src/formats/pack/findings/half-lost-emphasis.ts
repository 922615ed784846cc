import { finding, recordAt, type Detector } from './examined.ts';

/** Lines with a bold mark that has lost its other half (`- Decision** – …`). */
export const halfLostEmphasis: Detector = ({ contents, document }) => {
  const found = [];
  for (const line of document.text.matchAll(/[^\n]*\*\*[^\n]*/g)) {
    const marks = [...line[0].matchAll(/\*\*/g)];
    if (marks.length % 2 === 0) continue;
    const last = marks[marks.length - 1];
    if (last === undefined) continue;
    const start = line.index + last.index;
    const span = { start, end: start + 2 };
    found.push(
      finding(
        'half-lost-emphasis',
        recordAt(contents, span),
        span,
        `A bold mark has no other half, after “${line[0].slice(0, last.index).trim().slice(-40)}”.`,
        { words: 'Leave the mark out; the words stay.' },
      ),
    );
  }
  return found;
};
