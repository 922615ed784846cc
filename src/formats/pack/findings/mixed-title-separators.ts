import { finding, type Detector } from './examined.ts';

const separatorOf = (after: string): string =>
  /^\s*[–—]/.test(after)
    ? 'a long dash'
    : /^\s*-/.test(after)
      ? 'a dash'
      : /^\s*:/.test(after)
        ? 'a colon'
        : /^\s*['"‘“]/.test(after)
          ? 'quotation marks'
          : 'a space';

/** Titles of the horizon log set apart from their references in more than one way: one finding for the log. */
export const mixedTitleSeparators: Detector = ({ contents, document }) => {
  const used = contents.modifications.flatMap((change) => {
    const { reference, title } = change;
    if (reference.span.start < title.span.start || reference.span.end > title.span.end) return [];
    return [{ change, separator: separatorOf(document.text.slice(reference.span.end, title.span.end)) }];
  });
  const first = used[0];
  const other = used.find(({ separator }) => separator !== first?.separator);
  if (other === undefined) return [];
  const kinds = [...new Set(used.map(({ separator }) => separator))];
  return [
    finding(
      'mixed-title-separators',
      other.change.key,
      other.change.title.span,
      `References and titles are set apart by ${kinds.join(', ')} in different rows.`,
      { words: 'All are read alike; nothing needs doing.' },
    ),
  ];
};
