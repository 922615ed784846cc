import type { Operation, Selection } from '../../../legaltext/operation.ts';
import type { Text } from '../../../legaltext/text.ts';
import type { Modification } from '../metadata/model.ts';
import type { Destinations } from './destinations.ts';
import { AS_DRAFTED, SELECTION, selectionIn } from './own-attributes.ts';

/** Words for words in the provision that a modification goes to, found as it says itself or else as drafters mean it. */
export function substitution(
  modification: Modification,
  to: Destinations,
  words: string,
  replacement: Text,
): Operation {
  const own = selectionIn(modification.attributes[SELECTION]) ?? AS_DRAFTED;
  const selection: Selection = own.by === 'span' ? { ...own, words } : { ...own, words };
  return { kind: 'substitute', target: to.target(to.one()), selection, replacement };
}
