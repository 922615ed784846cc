import { wordsWithout } from '../diff/pieces.ts';
import type { Identity } from '../matching/matching.ts';
import type { Provision, TextPart } from '../provision.ts';
import type { Version } from '../version.ts';
import { piecesAgainstTwo, together } from './pieces-against-two.ts';
import { redline, type ProvisionChange, type RedlineEntry } from './redline.ts';
import {
  isRow,
  leftOut,
  notesOf,
  shownEntry,
  wholeProvision,
  type Against,
  type Shown,
  type ShowingOptions,
  type ShownPiece,
  type ShownProvision,
} from './shown.ts';

/**
 * A text beside two earlier ones: the last draft of it, and the law as it is. Each change says whether it is new against
 * the draft, against the law, or against both; so a reader who knows the last draft sees what is new to him, and everyone
 * sees what the law would become.
 */
export interface RedlineAgainstTwo {
  readonly kind: 'redline-against-two';
  /** Whether all three read the same. */
  readonly same: boolean;
  readonly provisions: readonly Shown[];
}

/** How a provision of the later text stands to one of the earlier ones. */
type Standing =
  | { readonly kind: 'same' }
  | (RedlineEntry & { readonly kind: 'changed' })
  | { readonly kind: 'new'; readonly children: readonly RedlineEntry[] | null };

/** How the children of a provision stand, and what stood before each of them (and after the last) and is gone. */
interface Children {
  readonly standings: readonly Standing[];
  readonly gone: readonly (readonly RedlineEntry[])[];
}

const SAME: Standing = { kind: 'same' };

/** Compares a text with two earlier ones. Costs what `redline` costs for each, and what differs from either. */
export function redlineAgainstTwo(
  lastDraft: Version,
  currentLaw: Version,
  after: Version,
  { unchanged = 'left-out', identity = 'judged' }: ShowingOptions & { readonly identity?: Identity } = {},
): RedlineAgainstTwo {
  const standing = (before: Version): Standing => {
    const { root } = redline(before, after, identity);
    return root.kind === 'changed' ? root : SAME;
  };
  const [draft, law] = [standing(lastDraft), standing(currentLaw)];
  return {
    kind: 'redline-against-two',
    same: draft.kind === 'same' && law.kind === 'same',
    provisions: beside(after.root, draft, law, unchanged === 'shown'),
  };
}

function beside(is: Provision, draft: Standing, law: Standing, all: boolean): readonly Shown[] {
  if (draft.kind === 'same' && law.kind === 'same') return all ? [wholeProvision(is, 'unchanged')] : leftOut([is]);
  const against = together(isChanged(draft), isChanged(law));
  const inserted = draft.kind === 'new' && law.kind === 'new';
  if (inserted && draft.children === null && law.children === null)
    return [{ ...wholeProvision(is, 'inserted'), against: 'both' }];
  const showsWords = against !== undefined || all;
  const words = (part: TextPart): readonly ShownPiece[] =>
    piecesAgainstTwo(wordsOf(is, draft, part), wordsOf(is, law, part), is[part].words);
  return [
    {
      kind: 'provision',
      status: inserted ? 'inserted' : against === undefined ? 'context' : 'changed',
      id: is.id,
      provisionKind: is.kind,
      changes: changesOf(draft, law),
      ...(against === undefined ? {} : { against }),
      number: numberPieces(numberOf(is, draft), numberOf(is, law), is.number),
      heading: words('heading'),
      text: showsWords ? words('text') : [],
      tail: showsWords ? words('tail') : [],
      notes: [...notesOn(draft, 'last draft'), ...notesOn(law, 'current law')],
      children: childrenBeside(is, draft, law, all || isRow(is.kind)),
    },
  ];
}

const isChanged = (standing: Standing): boolean =>
  standing.kind === 'new' || (standing.kind === 'changed' && standing.changes.length > 0);

function changesOf(...standings: readonly Standing[]): readonly ProvisionChange[] {
  return [...new Set(standings.flatMap((each) => (each.kind === 'changed' ? each.changes : [])))];
}

function wordsOf(is: Provision, standing: Standing, part: TextPart): string {
  if (standing.kind === 'new') return '';
  if (standing.kind === 'same') return is[part].words;
  const text = standing[part];
  return text.kind === 'unchanged' ? text.text.words : wordsWithout(text.pieces, 'inserted');
}

const numberOf = (is: Provision, standing: Standing): string =>
  standing.kind === 'new' ? '' : standing.kind === 'same' ? is.number : standing.number.before;

/** Numbers are taken whole: `2.3` to `2.4` is one change. */
function numberPieces(draft: string, law: string, after: string): readonly ShownPiece[] {
  const struck = (words: string, against: Against): readonly ShownPiece[] =>
    words === '' || words === after ? [] : [{ kind: 'deleted', words, against }];
  const pieces = draft === law ? [...struck(law, 'both')] : [...struck(law, 'law'), ...struck(draft, 'draft')];
  const against = together(draft !== after, law !== after);
  if (after === '') return pieces;
  return [
    ...pieces,
    against === undefined ? { kind: 'same', words: after } : { kind: 'inserted', words: after, against },
  ];
}

function notesOn(standing: Standing, earlier: string): readonly string[] {
  if (standing.kind === 'new') return [`not in the ${earlier}`];
  return standing.kind === 'same' ? [] : notesOf(standing).map((note) => `against the ${earlier}: ${note}`);
}

function childrenBeside(is: Provision, draft: Standing, law: Standing, all: boolean): readonly Shown[] {
  const [inDraft, inLaw] = [childrenOf(is, draft), childrenOf(is, law)];
  const shown: Shown[] = [];
  for (let index = 0; index <= is.children.length; index += 1) {
    shown.push(...goneBeside(inDraft.gone[index] ?? [], inLaw.gone[index] ?? [], all));
    const child = is.children[index];
    if (child === undefined) continue;
    for (const each of beside(child, inDraft.standings[index] ?? SAME, inLaw.standings[index] ?? SAME, all))
      addShown(each, shown);
  }
  return shown;
}

/** Adds what is shown, counting together what is left out in a row. */
function addShown(each: Shown, shown: Shown[]): void {
  const last = shown[shown.length - 1];
  if (each.kind === 'left-out' && last?.kind === 'left-out')
    shown[shown.length - 1] = { kind: 'left-out', count: last.count + each.count };
  else shown.push(each);
}

function childrenOf(is: Provision, standing: Standing): Children {
  if (standing.kind === 'same') return { standings: [], gone: [] };
  if (standing.kind === 'new' && standing.children === null)
    return { standings: is.children.map(() => ({ kind: 'new', children: null })), gone: [] };
  const standings: Standing[] = [];
  const gone: RedlineEntry[][] = [[]];
  const add = (each: Standing): void => {
    standings.push(each);
    gone.push([]);
  };
  for (const entry of standing.children ?? []) {
    if (entry.kind === 'unchanged') entry.after.forEach(() => add(SAME));
    else if (entry.kind === 'changed') add(entry);
    else if (entry.kind === 'inserted') add({ kind: 'new', children: entry.children });
    else gone[gone.length - 1]?.push(entry);
  }
  return { standings, gone };
}

/** What stood here in the draft, in the law, or in both with the same words, and is gone. */
function goneBeside(inDraft: readonly RedlineEntry[], inLaw: readonly RedlineEntry[], all: boolean): readonly Shown[] {
  const mark = (entry: RedlineEntry, against: Against): readonly Shown[] =>
    shownEntry(entry, all).map((each): Shown => (each.kind === 'left-out' ? each : marked(each, against)));
  const left = [...inDraft];
  const shown: Shown[] = [];
  for (const entry of inLaw) {
    const twin = left.findIndex((each) => standsFor(each) === standsFor(entry));
    if (twin !== -1) left.splice(twin, 1);
    shown.push(...mark(entry, twin === -1 ? 'law' : 'both'));
  }
  return [...shown, ...left.flatMap((entry) => mark(entry, 'draft'))];
}

const standsFor = (entry: RedlineEntry): string =>
  entry.kind === 'deleted' ? `deleted ${entry.provision.hash}` : entry.kind === 'moved-away' ? `moved ${entry.id}` : '';

function marked(each: ShownProvision, against: Against): ShownProvision {
  const note = against === 'both' ? [] : [`against the ${against === 'law' ? 'current law' : 'last draft'} only`];
  return { ...each, against, notes: [...each.notes, ...note] };
}
