import type { Draft } from '../../legaltext/draft.ts';
import { provisionsUnder, TEXT_PARTS } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { renderCitation, standingIn, type KnownPlaces } from './citations.ts';
import type { LawLibrary } from './law-library.ts';
import { joinPath } from './list-instructions.ts';

/**
 * The base as the publisher prints it: the few citations in it that are still written as the laws write them, in the
 * words of the code. Linear in the number of provisions.
 */
export function renderBase(draft: Draft, laws: LawLibrary, known: KnownPlaces): void {
  for (const provision of provisionsUnder(draft.top))
    for (const part of TEXT_PARTS)
      // From the last to the first, so that no replacement shifts those still to come.
      for (const mark of [...provision[part].marks].reverse()) {
        if (mark.attributes['element'] !== 'code-cite') continue;
        const { doc = laws.codeName, path = '' } = mark.attributes;
        const place = laws.resolve({ document: doc, segments: joinPath([], path) });
        if (place.kind !== 'code') continue;
        const before = provision[part].words.slice(0, mark.start);
        const standing = standingIn(draft, provision);
        const words = renderCitation(draft, place.segments, standing, known, before.trim() === '');
        if (words === undefined) continue;
        const attributes = { ...mark.attributes, element: 'cite' };
        draft.apply({
          kind: 'substitute',
          target: { by: 'id', id: provision.id },
          selection: { by: 'span', part, start: mark.start, end: mark.end },
          replacement: Text.of(words, [{ kind: 'reference', start: 0, end: words.length, attributes }]),
        });
      }
}
