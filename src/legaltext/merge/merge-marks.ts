import { markKey, type Mark, type Text } from '../text.ts';
import type { TextClash } from './merge-texts.ts';
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
  const clashes: TextClash[] = [];
  for (const [key, mark] of ours.added) {
    const facing = [...theirs.added].find(([other, each]) => other !== key && isOfSame(mark, each));
    if (facing === undefined || theirs.added.has(key)) continue;
    const [facingKey, facingMark] = facing;
    if (ours.added.has(facingKey)) continue;
    clashing.add(key).add(facingKey);
    const sides = [placeOf(stretches, mark, 'ours'), placeOf(stretches, facingMark, 'theirs')] as const;
    const base = placeOf(stretches, mark, 'base');
    clashes.push({
      place: base,
      base: texts.base.slice(base.start, base.end),
      ours: texts.ours.slice(sides[0].start, sides[0].end),
      theirs: texts.theirs.slice(sides[1].start, sides[1].end),
    });
  }
  const restored = [...ours.added, ...theirs.added].filter(([key]) => clashing.has(key)).map(([, mark]) => mark);
  const marks: Mark[] = [];
  texts.base.marks.forEach((mark, at) => {
    const carried = carryMark(stretches, mark, 'base', 'woven');
    if (carried === undefined) return;
    const isTaken = ours.removed.has(at) || theirs.removed.has(at);
    if (!isTaken || restored.some((each) => isOfSame(each, carried))) marks.push(carried);
  });
  const added = new Map([...ours.added, ...theirs.added]);
  const inOrder = [...added].filter(([key]) => !clashing.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { marks: [...marks, ...inOrder.map(([, mark]) => mark)], clashes };
}

/** Two emphases of the same words can both be meant; two references or two terms cannot. */
const EXCLUSIVE: ReadonlySet<string> = new Set(['reference', 'definition', 'term']);

const isOfSame = (one: Mark, other: Mark): boolean =>
  one.kind === other.kind && one.start === other.start && one.end === other.end && EXCLUSIVE.has(one.kind);

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
