import type { Piece } from '../diff/pieces.ts';
import { announced, numbersInWords } from '../place-in-words.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import type { ChangedProvision, ProvisionChange, Redline, RedlineEntry, TextRedline } from './redline.ts';

/**
 * A redline as it is shown: plain data, from which every writer works. What reads the same can be left out; then the
 * numbers and headings on the way down to what changed remain, so that the reader knows where he is.
 */
export type Shown = ShownProvision | LeftOut;

/** Which of two earlier texts a change is new against: the last draft, the current law, or both. */
export type Against = 'draft' | 'law' | 'both';

/** A piece of a redline; against two texts, with which of them it differs from. */
export interface ShownPiece extends Piece {
  readonly against?: Against;
}

/**
 * - `unchanged`: shown though nothing in it changed
 * - `context`: something under it changed, and nothing about itself
 * - `moved-away`: here it stood; it is shown where it stands now
 */
export type Status = 'unchanged' | 'context' | 'changed' | 'inserted' | 'deleted' | 'moved-away';

export interface ShownProvision {
  readonly kind: 'provision';
  readonly status: Status;
  /** In the later version; of what is no more, in the earlier one. */
  readonly id: ProvisionId;
  readonly provisionKind: string;
  readonly changes: readonly ProvisionChange[];
  /** For inserted, deleted and moved ones, against two texts. */
  readonly against?: Against;
  readonly number: readonly ShownPiece[];
  readonly heading: readonly ShownPiece[];
  readonly text: readonly ShownPiece[];
  readonly tail: readonly ShownPiece[];
  /** What cannot be seen in the words, in words: `moved from 2.3 (a)`. */
  readonly notes: readonly string[];
  readonly children: readonly Shown[];
}

/** So many provisions, with those under them (a row of a table being one), read the same and are left out here. */
export interface LeftOut {
  readonly kind: 'left-out';
  readonly count: number;
}

export interface ShowingOptions {
  /** Whether provisions that read the same are `left-out` or `shown`. */
  readonly unchanged?: 'left-out' | 'shown';
}

/** What a redline shows. Linear in what is shown. */
export function shown(redline: Redline, { unchanged = 'left-out' }: ShowingOptions = {}): readonly Shown[] {
  return shownEntry(redline.root, unchanged === 'shown');
}

/** What one entry of a redline shows; what reads the same only where `all` is shown. */
export function shownEntry(entry: RedlineEntry, all: boolean): readonly Shown[] {
  switch (entry.kind) {
    case 'unchanged':
      return all ? entry.after.map((each) => wholeProvision(each, 'unchanged')) : leftOut(entry.after);
    case 'inserted':
    case 'deleted': {
      const { provision, children } = entry;
      if (children === null) return [wholeProvision(provision, entry.kind)];
      return [{ ...ownWords(provision, entry.kind), children: children.flatMap((each) => shownEntry(each, all)) }];
    }
    case 'moved-away':
      return [
        {
          ...NOTHING,
          status: 'moved-away',
          id: entry.id,
          provisionKind: entry.provisionKind,
          number: same(entry.number),
          heading: same(entry.heading.words),
          notes: [`moved to ${standingAt(entry.to)}`],
        },
      ];
    case 'changed':
      return [shownChange(entry, all)];
  }
}

const NOTHING = {
  kind: 'provision',
  provisionKind: '',
  changes: [],
  number: [],
  heading: [],
  text: [],
  tail: [],
  notes: [],
  children: [],
} as const;

/** `2.3 (a)`: the numbers on the way, as people read them out. */
const standingAt = (way: readonly string[]): string => (way.length === 0 ? 'the top' : numbersInWords(way));

/** The number with the word that goes before it where it is printed, whatever became of it: `Annex S-1`. */
export const printedNumber = ({ provisionKind: kind, number }: ShownProvision): readonly ShownPiece[] =>
  number.map((piece) => ({ ...piece, words: announced({ kind, number: piece.words }) }));

const same = (words: string): readonly ShownPiece[] => (words === '' ? [] : [{ kind: 'same', words }]);

/** The kinds in which everything is shown as soon as something in them changed: a row without all its cells has no shape. */
export const isRow = (kind: string): boolean => kind === 'row';

const NOT_COUNTED: ReadonlySet<string> = new Set(['cell']);

/** Provisions that read the same, as a count. */
export function leftOut(provisions: readonly Provision[]): readonly Shown[] {
  let count = 0;
  for (const provision of provisions)
    for (const { kind } of provisionsUnder(provision)) if (!NOT_COUNTED.has(kind)) count += 1;
  return count === 0 ? [] : [{ kind: 'left-out', count }];
}

function ownWords(provision: Provision, status: 'unchanged' | 'inserted' | 'deleted'): ShownProvision {
  const kind = status === 'unchanged' ? 'same' : status;
  const piece = (words: string): readonly ShownPiece[] => (words === '' ? [] : [{ kind, words }]);
  return {
    ...NOTHING,
    status,
    id: provision.id,
    provisionKind: provision.kind,
    number: piece(provision.number),
    heading: piece(provision.heading.words),
    text: piece(provision.text.words),
    tail: piece(provision.tail.words),
  };
}

/** A provision with all that is under it, of which the same is to be said. */
export function wholeProvision(provision: Provision, status: 'unchanged' | 'inserted' | 'deleted'): ShownProvision {
  return { ...ownWords(provision, status), children: provision.children.map((each) => wholeProvision(each, status)) };
}

function shownChange(entry: ChangedProvision, all: boolean): ShownProvision {
  const changed = entry.changes.length > 0;
  const words = (text: TextRedline): readonly ShownPiece[] =>
    text.kind === 'changed' ? text.pieces : changed || all ? same(text.text.words) : [];
  const { number, heading } = entry;
  const allChildren = all || isRow(entry.provisionKind.after);
  return {
    kind: 'provision',
    status: changed ? 'changed' : 'context',
    id: entry.id.after,
    provisionKind: entry.provisionKind.after,
    changes: entry.changes,
    number: number.before === number.after ? same(number.after) : replaced(number.before, number.after),
    heading: heading.kind === 'changed' ? heading.pieces : same(heading.text.words),
    text: words(entry.text),
    tail: words(entry.tail),
    notes: notesOf(entry),
    children: entry.children.flatMap((each) => shownEntry(each, allChildren)),
  };
}

function replaced(before: string, after: string): readonly ShownPiece[] {
  const pieces: ShownPiece[] = [];
  if (before !== '') pieces.push({ kind: 'deleted', words: before });
  if (after !== '') pieces.push({ kind: 'inserted', words: after });
  return pieces;
}

/** What cannot be seen in the words of a provision, in words. */
export function notesOf({ moved, changes, provisionKind }: ChangedProvision): readonly string[] {
  const notes: string[] = [];
  if (moved !== null) notes.push(`moved from ${standingAt(moved.before)}`);
  if (changes.includes('kind')) notes.push(`was a ${provisionKind.before}, is a ${provisionKind.after}`);
  if (changes.includes('marks')) notes.push('same words, with other emphasis or references');
  if (changes.includes('attributes')) notes.push('details of the format changed');
  return notes;
}
