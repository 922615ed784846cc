import { wordsWithout } from '../diff/pieces.ts';
import { Provision, type ProvisionId } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import type { ChangedProvision, Redline, RedlineEntry, TextRedline } from './redline.ts';

/** The later version, made from the redline alone: equal to it in its hash and in all its ids. Linear in the redline. */
export function acceptAll(redline: Redline): Version {
  return Version.trusted(onlyOne(accepted(redline.root)));
}

/** The earlier version, made from the redline alone: equal to it in its hash and in all its ids. Linear in the redline. */
export function rejectAll(redline: Redline): Version {
  const elsewhere = new Map<ProvisionId, ChangedProvision>();
  noteMoved([redline.root], elsewhere);
  return Version.trusted(onlyOne(rejected(redline.root, elsewhere)));
}

function onlyOne(roots: readonly Provision[]): Provision {
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new Error('A redline is of one text.');
  return root;
}

function accepted(entry: RedlineEntry): readonly Provision[] {
  switch (entry.kind) {
    case 'unchanged':
      return entry.after;
    case 'inserted': {
      const { provision, children } = entry;
      return [children === null ? provision : provision.with({ children: children.flatMap(accepted) })];
    }
    case 'changed':
      return [one(entry, 'after', entry.children.flatMap(accepted))];
    case 'deleted':
    case 'moved-away':
      return [];
  }
}

function rejected(entry: RedlineEntry, elsewhere: ReadonlyMap<ProvisionId, ChangedProvision>): readonly Provision[] {
  const before = (entries: readonly RedlineEntry[]): readonly Provision[] =>
    entries.flatMap((each) => rejected(each, elsewhere));
  switch (entry.kind) {
    case 'unchanged':
      return entry.before;
    case 'deleted': {
      const { provision, children } = entry;
      return [children === null ? provision : provision.with({ children: before(children) })];
    }
    case 'changed':
      // What moved in stood elsewhere; there it is put back.
      return entry.moved === null ? [one(entry, 'before', before(entry.children))] : [];
    case 'moved-away': {
      const moved = elsewhere.get(entry.id);
      if (moved === undefined) throw new Error(`A redline says that "${entry.id}" moved, but not to where.`);
      return [one(moved, 'before', before(moved.children))];
    }
    case 'inserted':
      return [];
  }
}

function one(entry: ChangedProvision, side: 'before' | 'after', children: readonly Provision[]): Provision {
  return new Provision({
    id: entry.id[side],
    kind: entry.provisionKind[side],
    number: entry.number[side],
    heading: textOf(entry.heading, side),
    text: textOf(entry.text, side),
    tail: textOf(entry.tail, side),
    attributes: entry.attributes[side],
    children,
  });
}

function textOf(text: TextRedline, side: 'before' | 'after'): Text {
  if (text.kind === 'unchanged') return text.text;
  return Text.of(wordsWithout(text.pieces, side === 'after' ? 'deleted' : 'inserted'), text.marks[side]);
}

function noteMoved(entries: readonly RedlineEntry[], elsewhere: Map<ProvisionId, ChangedProvision>): void {
  for (const entry of entries) {
    if (entry.kind === 'changed' && entry.moved !== null) elsewhere.set(entry.id.before, entry);
    if (entry.kind === 'changed' || entry.kind === 'inserted') noteMoved(entry.children ?? [], elsewhere);
  }
}
