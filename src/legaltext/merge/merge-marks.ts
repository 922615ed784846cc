import { markKey, type Mark, type Text } from '../text.ts';
import type { TextClash } from './text-clash.ts';
import { carryMark, stretchesOf, type Strand, type Stretches } from './thread-map.ts';
import type { Thread } from './weave.ts';

interface Three {
  readonly base: Text;
  readonly ours: Text;
  readonly theirs: Text;
}

interface MarkMerge {
  readonly marks: readonly Mark[];
  readonly clashes: readonly TextClash[];
}

/** What one side did to the marks. */
interface MarkChanges {
  /** Marks of the base, by their position in it, that the words left standing and the side took away. */
  readonly removed: ReadonlySet<number>;
  /** Its own marks, in the woven text, by their keys. */
  readonly added: ReadonlyMap<string, Mark>;
}

/**
 * The marks of a woven text. Each mark of the base is carried to where its words now are, unless a side took it away; each
 * mark that a side added is carried from there. Where both say something different of the same words in the same respect
 * (a reference to two provisions), that is a clash, and what the base said stays.
 */
export function mergeMarks(threads: readonly Thread[], texts: Three): MarkMerge {
  const stretches = stretchesOf(threads);
  const ours = changesOfMarks(stretches, texts, 'ours');
  const theirs = changesOfMarks(stretches, texts, 'theirs');
  const clashing = new Set<string>();
  const restored = new Set<string>();
  const clashes: TextClash[] = [];
  const facings = exclusiveOf(theirs, ours);
  for (const [respect, [mark, ...more]] of exclusiveOf(ours, theirs)) {
    const facing = facings.get(respect);
    if (facing === undefined) continue;
    restored.add(respect);
    for (const each of [mark, ...more, ...facing]) clashing.add(markKey(each));
    const place = placeOf(stretches, mark, 'base');
    const [own, other] = [placeOf(stretches, mark, 'ours'), placeOf(stretches, mark, 'theirs')];
    clashes.push({
      place,
      base: texts.base.slice(place.start, place.end),
      ours: texts.ours.slice(own.start, own.end),
      theirs: texts.theirs.slice(other.start, other.end),
    });
  }
  const marks: Mark[] = [];
  texts.base.marks.forEach((mark, at) => {
    const carried = carryMark(stretches, mark, 'base', 'woven');
    if (carried === undefined) return;
    const isTaken = ours.removed.has(at) || theirs.removed.has(at);
    if (!isTaken || restored.has(respectOf(carried))) marks.push(carried);
  });
  const added = new Map([...ours.added, ...theirs.added]);
  const inOrder = [...added].filter(([key]) => !clashing.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { marks: [...marks, ...inOrder.map(([, mark]) => mark)], clashes };
}

/** Two emphases of the same words can both be meant; two references or two terms cannot. */
const EXCLUSIVE: ReadonlySet<string> = new Set(['reference', 'definition', 'term']);

/** What a mark speaks of: the same words in the same respect. */
const respectOf = ({ kind, start, end }: Mark): string => `${kind} ${String(start)} ${String(end)}`;

/** The marks that one side alone added and that allow no other over their words, by what they speak of. */
function exclusiveOf(side: MarkChanges, other: MarkChanges): ReadonlyMap<string, readonly [Mark, ...Mark[]]> {
  const found = new Map<string, [Mark, ...Mark[]]>();
  for (const [key, mark] of side.added) {
    if (!EXCLUSIVE.has(mark.kind) || other.added.has(key)) continue;
    const known = found.get(respectOf(mark));
    if (known === undefined) found.set(respectOf(mark), [mark]);
    else known.push(mark);
  }
  return found;
}

function placeOf(stretches: readonly Stretches[], mark: Mark, strand: Strand): { start: number; end: number } {
  const carried = carryMark(stretches, mark, 'woven', strand);
  return carried === undefined ? { start: 0, end: 0 } : { start: carried.start, end: carried.end };
}

function changesOfMarks(stretches: readonly Stretches[], texts: Three, side: 'ours' | 'theirs'): MarkChanges {
  /** The side's marks, with how many of each have not been found in the base. */
  const unmatched = new Map<string, { readonly mark: Mark; count: number }>();
  for (const mark of texts[side].marks) {
    const known = unmatched.get(markKey(mark));
    if (known === undefined) unmatched.set(markKey(mark), { mark, count: 1 });
    else known.count += 1;
  }
  const clashes = stretches.filter((thread) => thread.from === 'clash');
  const removed = new Set<number>();
  texts.base.marks.forEach((mark, at) => {
    const expected = carryMark(stretches, mark, 'base', side);
    if (expected === undefined) return;
    const found = unmatched.get(markKey(expected));
    if (found !== undefined && found.count > 0) found.count -= 1;
    else if (!clashes.some(({ base }) => base.start < mark.end && base.end > mark.start)) removed.add(at);
  });
  const added = new Map<string, Mark>();
  for (const { mark, count } of unmatched.values()) {
    if (count === 0 || clashes.some((thread) => thread[side].start < mark.end && thread[side].end > mark.start))
      continue;
    const carried = carryMark(stretches, mark, side, 'woven');
    if (carried !== undefined) added.set(markKey(carried), carried);
  }
  return { removed, added };
}
