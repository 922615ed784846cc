import { placeInWords } from '../place-in-words.ts';
import type { Provision } from '../provision.ts';
import type { Version } from '../version.ts';
import type { MergeCollision, Wanted } from './collision.ts';

/** Longer words are cut in a sentence: it says which are meant, and the rest can be read at the place. */
const LONGEST_QUOTE = 80;

const quote = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return `“${plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : plain}”`;
};

function nameOf(provision: Provision): string {
  if (provision.number !== '') return `${provision.kind} ${provision.number}`;
  const words = provision.heading.words || provision.text.words;
  return words === '' ? `a ${provision.kind} without a number` : `the ${provision.kind} ${quote(words)}`;
}

function wantedInWords(base: Version, wanted: readonly Wanted[]): string {
  const [first, ...more] = wanted;
  if (first === undefined) return 'keeps it as it is';
  const rest =
    more.length === 0 ? '' : ` (and ${more.length === 1 ? 'one thing' : `${String(more.length)} things`} more)`;
  return `${oneInWords(base, first)}${rest}`;
}

function oneInWords(base: Version, wanted: Wanted): string {
  switch (wanted.kind) {
    case 'text':
      return wanted.text.words === '' ? 'strikes the words' : `has ${quote(wanted.text.words)}`;
    case 'number':
      return wanted.number === '' ? 'takes its number away' : `gives it the number ${wanted.number}`;
    case 'kind':
      return `makes it a ${wanted.provisionKind}`;
    case 'attributes':
      return `sets ${Object.entries(wanted.attributes)
        .map(([name, value]) => `${name} to ${quote(value)}`)
        .join(', ')}`;
    case 'repeal':
      return `takes out ${placeInWords(base, wanted.id)}`;
    case 'insert':
      return `puts in ${nameOf(wanted.provision)}`;
    case 'move':
      return `moves ${placeInWords(base, wanted.id)}`;
  }
}

/** The collision in one sentence, for a lawyer. */
export function collisionInWords(base: Version, collision: Omit<MergeCollision, 'message'>): string {
  const place = placeInWords(base, collision.place.id);
  const one = wantedInWords(base, collision.ours);
  const other = wantedInWords(base, collision.theirs);
  const both = `one ${one}, the other ${other}`;
  switch (collision.class) {
    case 'words':
      return collision.base === ''
        ? `In ${place}, both changes put words in at the same point: ${both}. Neither is in the text until this is settled.`
        : `In ${place}, both changes reword ${quote(collision.base)}: ${both}. The words stay as they were until this is settled.`;
    case 'parent':
      return `The two changes to ${place} cannot both stand: ${both}. It stays as it was until this is settled.`;
    case 'slot':
      return collision.place.part === 'children'
        ? `Under ${place}, both changes claim the same place or number: ${both}. It stays as it was until this is settled.`
        : `Both changes move ${place}, and not to the same place: ${both}. It stays where it was until this is settled.`;
    case 'renumber':
      return `Both changes say what ${place} is called: ${both}. It keeps ${quote(collision.base)} until this is settled.`;
  }
}
