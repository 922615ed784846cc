import { printReference } from '../../../values/reference.ts';
import { finding, type Detector } from './examined.ts';
import { placedReferences, type PlacedReference } from './mentions.ts';

/** `CR12`, `CR 12`, `CR0012`; also a single spelling with a space or dash that its body does not print (`CP 1568`). */
export const referenceSpelledVariously: Detector = ({ contents, knowledge }) => {
  const byKey = new Map<string, PlacedReference[]>();
  for (const place of placedReferences(contents)) byKey.set(place.key, [...(byKey.get(place.key) ?? []), place]);
  return [...byKey.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const scheme = knowledge.bodies
      .find((body) => body.shortName === first.reference.body)
      ?.schemes.find((one) => one.scheme === first.reference.scheme);
    const print = printReference(first.reference, scheme);
    const spellings = [...new Set(places.map((place) => place.raw))];
    const odd = places.find((place) => place.raw.replace(/\d+/g, '') !== print.replace(/\d+/g, ''));
    if (spellings.length < 2 && odd === undefined) return [];
    const shown = places.find((place) => place.raw !== print) ?? first;
    const quoted = spellings.map((spelling) => `“${spelling}”`);
    return [
      finding(
        'reference-spelled-variously',
        shown.about,
        shown.span,
        spellings.length < 2
          ? `${quoted[0] ?? ''} is written otherwise than ${first.reference.body} writes it: ${print}.`
          : `One reference is written as ${quoted.join(', ')}.`,
        { words: `Read all as ${print}.`, value: print },
      ),
    ];
  });
};
