import { finding, type Detector } from './examined.ts';
import { placedReferences } from './mentions.ts';

/** Mentions that fit several bodies' schemes, or that the word before them (`Risk R0225`) says are something else. */
export const ambiguousReference: Detector = ({ contents, document }) => {
  const known = new Set(
    [...contents.modifications, ...contents.issues].map((record) => record.key.replace(/^[^:]*:/, '')),
  );
  return placedReferences(contents).flatMap((place) => {
    if (place.own) return [];
    const before = document.text.slice(Math.max(0, place.span.start - 12), place.span.start);
    const calledRisk = /\brisk\s*[:#]?\s*$/i.test(before);
    const settled = place.alsoReadAs.length === 0 || known.has(place.key) || place.reference.body === place.body;
    const misnamed = calledRisk && (place.names !== 'risk' || place.alsoReadAs.length > 0);
    if (settled && !misnamed) return [];
    const others = place.alsoReadAs.map((key) => key.split('/')[0] ?? '').filter((body) => body !== '');
    return [
      finding(
        'ambiguous-reference',
        place.about,
        place.span,
        calledRisk
          ? `“${place.raw}” is called a risk here, but it is also written like a reference of ${others[0] ?? place.reference.body}.`
          : `“${place.raw}” may be a reference of ${[place.reference.body, ...others].join(' or ')}.`,
        {
          words: calledRisk
            ? 'Read it as a risk; it is not linked to a change.'
            : `Read it as a reference of ${place.reference.body}.`,
        },
      ),
    ];
  });
};
