import { finding, type Detector } from './examined.ts';

const TAG = /<\/?[a-z][^<>]{0,200}>|&(?:nbsp|amp|lt|gt|quot);/i;

/** Tags left in the words of a change. */
export const markupInWords: Detector = ({ contents }) =>
  contents.modifications.flatMap((change) =>
    (['title', 'summary', 'positions'] as const).flatMap((path) => {
      const field = change[path];
      const tag = field === null ? null : TAG.exec(field.raw);
      return field === null || tag === null
        ? []
        : [
            finding(
              'markup-in-words',
              change.key,
              field.span,
              `The ${path} of ${change.reference.raw} contains markup such as “${tag[0]}”.`,
              { words: 'Read it without the markup; the words as written are kept.', path, value: field.value },
            ),
          ];
    }),
  );
