import { plainWords, withoutPartNumber } from '../words.ts';
import { finding, type Detector } from './examined.ts';

/** Sections whose title is nearly, not quite, the agenda's. */
export const titleDiffers: Detector = ({ contents }) =>
  contents.agendaItems.flatMap((item) =>
    item.section !== null && plainWords(withoutPartNumber(item.section.title.value)) !== plainWords(item.title.value)
      ? [
          finding(
            'title-differs',
            item.key,
            item.section.title.span,
            `The agenda says “${item.title.value}”, the section “${item.section.title.value}”.`,
            { words: 'Take the agenda’s title.', path: 'title', value: item.title.value },
          ),
        ]
      : [],
  );
