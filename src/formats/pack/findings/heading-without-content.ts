import { finding, type Detector } from './examined.ts';

/** Headings that nothing stands under: what was there, a picture perhaps, is not in the text. */
export const headingWithoutContent: Detector = ({ contents, document }) =>
  contents.structure
    .filter((part) => part.what === 'empty-heading')
    .map((part) =>
      finding(
        'heading-without-content',
        null,
        part.span,
        `Nothing stands under the heading “${document.text.slice(part.span.start, part.span.end).trim()}”.`,
        { words: 'Look at the original: a picture may have stood there.' },
      ),
    );
