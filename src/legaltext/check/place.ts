import type { HouseStyle } from '../house-styles/model.ts';
import type { ProvisionId } from '../provision.ts';
import { printCitation } from '../references/print-citation.ts';
import type { Version } from '../version.ts';

/** Says where a provision is, remembering what it said: as its style cites it, or else by the numbers on the way to it. */
export function placesOf(version: Version, style: HouseStyle): (id: ProvisionId) => string {
  const known = new Map<ProvisionId, string>();
  return (id) => {
    let place = known.get(id);
    if (place === undefined) known.set(id, (place = placeOf(version, style, id)));
    return place;
  };
}

function placeOf(version: Version, style: HouseStyle, id: ProvisionId): string {
  const path = version.pathTo(id);
  const numbered = path.findLast(({ number }) => number !== '');
  if (numbered === undefined) return 'the beginning of the text';
  const cited = printCitation(style, version, numbered.id) ?? numbersTo(path);
  const target = path.at(-1);
  if (target === undefined || target === numbered) return cited;
  const words = target.text.words.slice(0, 40);
  return words === '' ? cited : `${cited} (“${words}${target.text.words.length > 40 ? '…' : ''}”)`;
}

const numbersTo = (path: readonly { readonly kind: string; readonly number: string }[]): string =>
  path
    .filter(({ number }) => number !== '')
    .map(({ kind, number }) => (/^[[(§]|\./.test(number) ? number : `${kind} ${number}`))
    .join(', ');

const LONGEST_SHOWN = 60;

/** Words as a sentence can hold them: what a source marks as a term may be a whole definition. */
export const shortened = (words: string): string =>
  words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words;
