import type { ProvisionId, TextPart } from '../provision.ts';
import { sortedEntries, type Attributes } from '../text.ts';
import { otherSide, SIDES, type Side } from './change.ts';
import type { Reconciliation } from './reconciliation.ts';
import { editsOf, isRewritten } from './word-edits.ts';
import { fieldChanged, FIELDS, identical, type Pair } from './side-changes.ts';

/** Collisions that can be seen provision by provision, before asking where everything comes to stand. */
export function findClashes(merging: Reconciliation): void {
  for (const side of SIDES) deletedAndChanged(merging, side);
  for (const side of SIDES) closedAndFilled(merging, side);
  placedTwice(merging);
  changedTwice(merging);
}

/**
 * One side takes out a provision, the other changes it, puts something into it, or moves it. Everything that was taken out
 * with it is one collision: the whole of it stays as the base has it.
 */
function deletedAndChanged(merging: Reconciliation, side: Side): void {
  const other = otherSide(side);
  const { deleted } = merging.sides[side];
  const changes = merging.sides[other];
  const isChanged = (id: ProvisionId): boolean => {
    if (changes.deleted.has(id)) return false;
    const pair = changes.pairs.get(id);
    return (
      changes.moved.has(id) ||
      changes.reordered.has(id) ||
      changes.arrivals.has(id) ||
      (pair !== undefined && FIELDS.some((field) => fieldChanged(pair, field)))
    );
  };
  const tops = new Set<ProvisionId>();
  for (const id of deleted.keys()) {
    if (!isChanged(id)) continue;
    let top = id;
    for (
      let holder = merging.baseHolderOf(top);
      holder !== undefined && deleted.has(holder);
      holder = merging.baseHolderOf(top)
    )
      top = holder;
    tops.add(top);
  }
  for (const top of tops) {
    const clash = merging.clash('parent', { id: top, part: 'whole' });
    const staying = [top];
    for (let id = staying.pop(); id !== undefined; id = staying.pop()) {
      merging.takeBack({ side, what: 'delete', id }, clash);
      for (const what of ['delete', 'place', ...FIELDS] as const) merging.takeBack({ side: other, what, id }, clash);
      for (const arrival of changes.arrivals.get(id) ?? [])
        merging.takeBack({ side: other, what: 'place', id: arrival }, clash);
      for (const child of deleted.get(id)?.children ?? []) if (deleted.has(child.id)) staying.push(child.id);
    }
  }
}

/**
 * One side leaves a provision with other words and nothing under it (a stub, or words written anew), the other puts
 * something into it.
 */
function closedAndFilled(merging: Reconciliation, side: Side): void {
  const other = otherSide(side);
  for (const [id, arrivals] of merging.sides[other].arrivals) {
    const pair = merging.sides[side].pairs.get(id);
    if (pair === undefined || pair.after.children.length > 0 || !fieldChanged(pair, 'text')) continue;
    const { before, after } = pair;
    const isClosed =
      before.children.length > 0 || isRewritten(before.text.words, editsOf(before.text.words, after.text.words, side));
    if (!isClosed) continue;
    const clash = merging.clash('parent', { id, part: 'whole' });
    for (const what of FIELDS) merging.takeBack({ side, what, id }, clash);
    for (const child of before.children) merging.takeBack({ side, what: 'delete', id: child.id }, clash);
    for (const arrival of arrivals) merging.takeBack({ side: other, what: 'place', id: arrival }, clash);
  }
}

/** Both sides move one provision, each under another one; or both put in one id, and not the same provision. */
function placedTwice(merging: Reconciliation): void {
  const { ours, theirs } = merging.sides;
  for (const [id, holder] of ours.holders) {
    const facing = theirs.holders.get(id) ?? (theirs.reordered.has(id) ? merging.baseHolderOf(id) : undefined);
    const inserted = ours.inserted.get(id);
    const twin = theirs.inserted.get(id);
    if (facing === undefined) continue;
    if (facing === holder && (inserted === undefined || twin === undefined || identical(inserted, twin))) continue;
    placeClash(merging, id, holder);
  }
  for (const [id, holder] of theirs.holders) if (ours.reordered.has(id)) placeClash(merging, id, holder);
}

function placeClash(merging: Reconciliation, id: ProvisionId, holder: ProvisionId): void {
  const place =
    merging.baseOf(id) === undefined
      ? { id: baseAbove(merging, holder), part: 'children' as const }
      : { id, part: 'whole' as const };
  const clash = merging.clash('slot', place);
  for (const side of SIDES) merging.takeBack({ side, what: 'place', id }, clash);
}

/** The nearest provision from `id` upwards that the base has. */
export function baseAbove(merging: Reconciliation, id: ProvisionId): ProvisionId {
  for (let at: ProvisionId | undefined = id; at !== undefined;) {
    if (merging.baseOf(at) !== undefined) return at;
    const current: ProvisionId = at;
    at = SIDES.map((side) => merging.sides[side].holders.get(current)).find((each) => each !== undefined);
  }
  return merging.base.root.id;
}

/** Both sides change one field of one provision. */
function changedTwice(merging: Reconciliation): void {
  const { ours, theirs } = merging.sides;
  for (const [id, own] of ours.pairs) {
    const other = theirs.pairs.get(id);
    if (other === undefined) continue;
    for (const field of FIELDS) {
      if (!fieldChanged(own, field) || !fieldChanged(other, field)) continue;
      if (field === 'number' || field === 'kind') {
        if (own.after[field] === other.after[field]) continue;
        const clash = merging.clash('renumber', { id, part: field }, own.before[field]);
        for (const side of SIDES) merging.takeBack({ side, what: field, id }, clash);
      } else if (field === 'attributes') attributesClash(merging, id, own, other);
      else wordsClash(merging, id, field);
    }
  }
}

function attributesClash(merging: Reconciliation, id: ProvisionId, own: Pair, other: Pair): void {
  const { clashing } = mergeAttributes(own.before.attributes, own.after.attributes, other.after.attributes);
  if (clashing.length === 0) return;
  const wanted = (attributes: Attributes): Attributes =>
    Object.fromEntries(sortedEntries(attributes).filter(([name]) => clashing.includes(name)));
  const clash = merging.clash(
    'words',
    { id, part: 'attributes' },
    clashing.map((name) => valueIn(own.before.attributes, name) ?? '').join(', '),
    {
      ours: [{ kind: 'attributes', id, attributes: wanted(own.after.attributes) }],
      theirs: [{ kind: 'attributes', id, attributes: wanted(other.after.attributes) }],
    },
  );
  merging.takeBackLinked('attributes', id, clash);
}

function wordsClash(merging: Reconciliation, id: ProvisionId, part: TextPart): void {
  for (const { place, base, ours, theirs } of merging.mergedText(id, part).clashes) {
    const clash = merging.clash('words', { id, part, ...place }, base.words, {
      ours: [{ kind: 'text', id, part, text: ours }],
      theirs: [{ kind: 'text', id, part, text: theirs }],
    });
    merging.takeBackLinked(part, id, clash);
  }
}

/** Attribute by attribute: what one side changed is changed; where both did, and not alike, the base's stays. */
export function mergeAttributes(
  base: Attributes,
  ours: Attributes,
  theirs: Attributes,
): { readonly attributes: Attributes; readonly clashing: readonly string[] } {
  const clashing: string[] = [];
  const merged: [string, string][] = [];
  for (const name of new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])) {
    const [was, own, other] = [valueIn(base, name), valueIn(ours, name), valueIn(theirs, name)];
    const isClash = own !== was && other !== was && own !== other;
    if (isClash) clashing.push(name);
    const value = isClash ? was : own === was ? other : own;
    if (value !== undefined) merged.push([name, value]);
  }
  return { attributes: Object.fromEntries(merged), clashing: clashing.sort() };
}

const valueIn = (attributes: Attributes, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;
