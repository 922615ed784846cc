import type { Provision, ProvisionId, TextPart } from '../provision.ts';
import type { Attributes, Text } from '../text.ts';
import { SIDES } from './change.ts';
import { mergeAttributes } from './find-clashes.ts';
import type { Orders } from './find-standing.ts';
import type { Reconciliation } from './reconciliation.ts';
import { FIELDS, fieldChanged, type Field } from './side-changes.ts';

/**
 * The tree of the merged text, from what stands. Provisions that nothing happened to or under are the base's own values, and
 * those that come out as one side has them are that side's. Costs what changed, and the way up from there.
 */
export function assemble(merging: Reconciliation, orders: Orders): Provision {
  const changed = changedFromTop(merging, orders);
  const build = (seen: Provision): Provision => {
    const { id } = seen;
    if (!changed.has(id)) return seen;
    const base = merging.baseOf(id);
    const children = (orders.get(id) ?? seen).children.map(build);
    const made = base === undefined ? seen.with({ children }) : mergeFields(merging, base, children);
    return (
      [base, merging.seenBy('ours', id), merging.seenBy('theirs', id)].find(
        (each) => each !== undefined && isAs(each, made),
      ) ?? made
    );
  };
  return build(merging.base.root);
}

/** Every provision that something happened to or under, wherever it is now. */
function changedFromTop(merging: Reconciliation, orders: Orders): ReadonlySet<ProvisionId> {
  const changed = new Set<ProvisionId>();
  const add = (id: ProvisionId): void => {
    for (let at: ProvisionId | undefined = id; at !== undefined && !changed.has(at); at = merging.holderOf(at))
      changed.add(at);
  };
  for (const holder of orders.keys()) add(holder);
  for (const side of SIDES) {
    const { pairs, deleted } = merging.sides[side];
    for (const [id, pair] of pairs)
      if (!merging.isDeleted(id) && FIELDS.some((field) => fieldChanged(pair, field))) add(id);
    for (const id of deleted.keys()) if (!merging.isDeleted(id)) add(id);
  }
  return changed;
}

function mergeFields(merging: Reconciliation, base: Provision, children: readonly Provision[]): Provision {
  const { id } = base;
  const has = (side: 'ours' | 'theirs', field: Field): Provision =>
    merging.stands(side, field, id) ? (merging.seenBy(side, id) ?? base) : base;
  const single = (field: 'kind' | 'number'): string => {
    const ours = has('ours', field);
    return ours === base ? has('theirs', field)[field] : ours[field];
  };
  const text = (part: TextPart): Text => {
    const [ours, theirs] = [has('ours', part), has('theirs', part)];
    if (theirs === base) return ours[part];
    return ours === base ? theirs[part] : merging.mergedText(id, part).text;
  };
  const attributes = (): Attributes => {
    const [ours, theirs] = [has('ours', 'attributes').attributes, has('theirs', 'attributes').attributes];
    if (ours === base.attributes) return theirs;
    return theirs === base.attributes ? ours : mergeAttributes(base.attributes, ours, theirs).attributes;
  };
  return base.with({
    kind: single('kind'),
    number: single('number'),
    heading: text('heading'),
    text: text('text'),
    tail: text('tail'),
    attributes: attributes(),
    children,
  });
}

/** Whether a provision was made to be exactly this one. */
function isAs(one: Provision, made: Provision): boolean {
  return (
    one.kind === made.kind &&
    one.number === made.number &&
    one.heading === made.heading &&
    one.text === made.text &&
    one.tail === made.tail &&
    one.attributes === made.attributes &&
    one.children.length === made.children.length &&
    one.children.every((child, at) => child === made.children[at])
  );
}
