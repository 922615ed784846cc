import type { HouseStyle } from '../house-styles/model.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import type { Text } from '../text.ts';
import type { Version } from '../version.ts';
import type { Reference } from './reference.ts';
import { referencesIn, type References } from './references.ts';

/** A citation of a number that something else bears now than did before. */
export interface Reassignment {
  readonly kind: 'reassignment';
  /**
   * Whether the citing words stood there before: then their meaning has changed under them. New words may mean either,
   * since they may have been drafted on the earlier text.
   */
  readonly citing: 'unchanged' | 'new';
  /** The reference as it stands now. */
  readonly reference: Reference;
  /** What it meant, in the earlier version. */
  readonly meant: ProvisionId;
  /** What bears the number now. */
  readonly found: ProvisionId;
}

/** So much of two texts must be the same words for them to be one provision reworded. */
const SAME_THING = 0.25;
/** So many words of a provision tell what it is about. */
const WORDS_COMPARED = 400;

/**
 * References of `now` to numbers that meant something else in `earlier`: the provision they name was moved or repealed, and
 * its number given to another. Nobody is told by the words, which resolve. Where the ids of the two versions say nothing
 * (they were read from two files), what the provisions say is compared. Cost: one look per reference, and the words of the
 * provisions that have changed.
 */
export function reassignedReferences(
  earlier: Version,
  now: Version,
  style: HouseStyle,
  references: References,
): readonly Reassignment[] {
  const found: Reassignment[] = [];
  const same = new Map<string, boolean>();
  for (const reference of references.all) {
    const { state, relative, target, from, part, words, document } = reference;
    if (state !== 'resolved' || relative || target === null || document !== null) continue;
    const bearer = holderOf(now, target);
    if (bearer === undefined || earlier.find(bearer.id)?.hash === bearer.hash) continue;
    const text = now.find(from)?.[part];
    if (text === undefined) continue;
    const before = earlier.find(from)?.[part];
    const citing = before?.words.includes(words) === true ? 'unchanged' : 'new';
    const meant = meaningIn(
      earlier,
      style,
      citing === 'unchanged' && before !== undefined ? before : text,
      reference,
      now,
    );
    const meaning = meant === undefined ? undefined : holderOf(earlier, meant);
    if (meant === undefined || meaning === undefined) continue;
    const key = `${meaning.id}\n${bearer.id}`;
    let isSame = same.get(key);
    if (isSame === undefined) same.set(key, (isSame = isSameThing(meaning, bearer)));
    if (!isSame) found.push({ kind: 'reassignment', citing, reference, meant, found: target });
  }
  return found;
}

/** What the same words lead to in the earlier version, from there or from the nearest place around that it has. */
function meaningIn(
  earlier: Version,
  style: HouseStyle,
  text: Text,
  { from, part, words }: Reference,
  now: Version,
): ProvisionId | undefined {
  const nearest = now.pathTo(from).findLast(({ id }) => earlier.find(id) !== undefined)?.id ?? earlier.root.id;
  const found = referencesIn(text, { version: earlier, style, from: nearest, part }).find(
    (each) => each.words === words,
  );
  return found?.target ?? undefined;
}

/** The provision whose number stands for itself: the section that a subsection is of. */
function holderOf(version: Version, id: ProvisionId): Provision | undefined {
  return version.pathTo(id).findLast(({ number }) => number !== '' && !number.startsWith('('));
}

function isSameThing(a: Provision, b: Provision): boolean {
  if (a.hash === b.hash) return true;
  if (!a.heading.isEmpty && a.heading.words === b.heading.words) return true;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  const all = left.size + right.size - shared;
  return all === 0 || shared / all >= SAME_THING;
}

function wordsOf(provision: Provision): ReadonlySet<string> {
  const words = new Set<string>();
  for (const each of provisionsUnder(provision)) {
    for (const word of `${each.heading.words} ${each.text.words}`
      .slice(0, 8000)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [])
      words.add(word);
    if (words.size >= WORDS_COMPARED) break;
  }
  return words;
}
