import { finding, recordAt, type Detector } from './examined.ts';

/** Links whose address is empty or only `#`. */
export const linkWithoutTarget: Detector = ({ contents, document }) =>
  document.links
    .filter((link) => /^#?$/.test(link.target.trim()))
    .map((link) => {
      const words = document.text.slice(link.span.start, link.span.end).replace(/^\[|\]\([^)]*\)$/g, '');
      return finding(
        'link-without-target',
        recordAt(contents, link.span),
        link.span,
        `“${words}” is marked as a link, but leads nowhere.`,
        { words: 'Attach the document, or give its address.' },
      );
    });
