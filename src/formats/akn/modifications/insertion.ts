import type { Operation, Selection, Slot } from '../../../legaltext/operation.ts';
import type { Provision } from '../../../legaltext/provision.ts';
import { contextOf } from '../../../legaltext/span.ts';
import { Text } from '../../../legaltext/text.ts';
import type { Modification, ModificationArgument } from '../metadata/model.ts';
import { addressOf } from './addresses.ts';
import type { Destinations } from './destinations.ts';
import { joined } from './join-words.ts';
import type { MatterOfModification } from './matter-of-modification.ts';
import { missingMatter, Untranslatable } from './not-translatable.ts';
import { SELECTION, selectionIn } from './own-attributes.ts';
import { substitution } from './substitution.ts';

/** What an insertion stands for: provisions in a place, or words beside words that it quotes. */
export function insertion(modification: Modification, matter: MatterOfModification, to: Destinations): Operation {
  const provisions = matter.newProvisions();
  if (provisions.length > 0) return insertProvisions(modification, to, provisions);
  const words = matter.newWords();
  if (words === undefined) throw missingMatter();
  if (selectionIn(modification.attributes[SELECTION]) !== undefined)
    return substitution(modification, to, matter.oldWords() ?? '', words);
  return insertWords(modification, matter, to, words);
}

function insertProvisions(modification: Modification, to: Destinations, provisions: readonly Provision[]): Operation {
  const place = modification.destinations.find(({ pos }) => pos !== null);
  // Files that name the new provision as well give no position there: its address is one that leads nowhere yet.
  const named = modification.destinations.find(({ pos, href }) => pos === null && to.found(href) === undefined);
  if (place === undefined)
    throw new Untranslatable(
      'no-position',
      'it does not say before or after what to insert. Give its destination a position.',
    );
  const slot = slotAt(place, to);
  const [only, second] = provisions;
  const eId = named === undefined ? null : addressOf(named.href ?? '').fragment;
  const isNamed = eId !== null && only !== undefined && second === undefined;
  return {
    kind: 'insert',
    slot,
    provisions: isNamed ? [only.with({ attributes: { ...only.attributes, eId } })] : provisions,
  };
}

function slotAt(place: ModificationArgument, to: Destinations): Slot {
  const target = to.target(to.at(place));
  switch (place.pos) {
    case 'before':
      return { at: 'before', target };
    case 'after':
      return { at: 'after', target };
    case 'start':
      return { at: 'first', target };
    case 'end':
    case 'inside':
      return { at: 'last', target };
    default:
      throw new Untranslatable('no-position', 'it leaves open where to insert. Give its destination a position.');
  }
}

/**
 * Words put in before or after words that are quoted, or at the start or the end of a provision. As in print, a space
 * parts them from the words beside, unless they begin or end with white space or punctuation that joins on.
 */
function insertWords(
  modification: Modification,
  matter: MatterOfModification,
  to: Destinations,
  words: Text,
): Operation {
  const beside = modification.destinations
    .map((place) => ({ place, words: matter.wordsAt(place.href) }))
    .find((each) => each.words !== undefined);
  const anchor = beside?.words?.words ?? matter.oldWords();
  const pos = beside?.place.pos ?? modification.destinations.find((each) => each.pos !== null)?.pos;
  if (anchor === undefined) return insertWordsAtEnd(to, words, pos ?? null);
  if (pos !== 'before' && pos !== 'after')
    throw new Untranslatable('no-position', 'it does not say whether the words go before or after those it quotes.');
  const there = Text.of(anchor);
  return substitution(modification, to, anchor, pos === 'after' ? joined(there, words) : joined(words, there));
}

/** Words put in at the start or the end of the text of a provision. */
function insertWordsAtEnd(to: Destinations, words: Text, pos: string | null): Operation {
  const provision = to.one();
  const { text } = provision;
  if (pos !== 'start' && pos !== 'end')
    throw new Untranslatable('no-position', 'it does not say where in the provision the words go.');
  const at = pos === 'start' ? 0 : text.words.length;
  const whole = pos === 'start' ? joined(words, text) : joined(text, words);
  const space = Text.of(whole.words.length > text.words.length + words.words.length ? ' ' : '');
  const context = contextOf(text.words, at, at);
  const selection: Selection = { by: 'span', part: 'text', start: at, end: at, words: '', context };
  return {
    kind: 'substitute',
    target: to.target(provision),
    selection,
    replacement: pos === 'start' ? words.concat(space) : space.concat(words),
  };
}
