import type { TextView } from '../instrument.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';

const END = '';

const gapKey = (parent: ProvisionId, before: ProvisionId): string => `${parent}|${before}`;

/**
 * The gaps of the base that a place among the children of `parent` stands for, each named by the child it comes before.
 * Mostly there is one; when the change has taken away what stood there, the place lies in all the gaps between the
 * neighbours that are left. A parent that the base does not have has one gap: nobody else knows where its children are.
 */
export function gapsAt(view: TextView, base: Version, parent: Provision, position: number): readonly string[] {
  const original = base.find(parent.id);
  if (original === undefined) return [gapKey(parent.id, END)];
  const neighbour = (from: number, by: 1 | -1): ProvisionId | undefined => {
    for (let at = from; at >= 0 && at < parent.children.length; at += by) {
      const id = parent.children[at]?.id;
      if (id !== undefined && base.parentOf(id)?.id === parent.id && view.parentOf(id)?.id === parent.id) return id;
    }
    return undefined;
  };
  const before = neighbour(position - 1, -1);
  const after = neighbour(position, 1);
  const indexOf = (id: ProvisionId): number => original.children.findIndex((child) => child.id === id);
  const from = before === undefined ? 0 : indexOf(before) + 1;
  const to = after === undefined ? original.children.length : indexOf(after);
  const between = from <= to ? [...Array(to - from + 1).keys()].map((each) => each + from) : [from, to];
  return between.map((each) => gapKey(parent.id, original.children[each]?.id ?? END));
}
