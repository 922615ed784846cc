import { pieces, type Piece } from '../diff/pieces.ts';
import { sameAttributes } from '../derive/field-operations.ts';
import { match, type Identity } from '../matching/matching.ts';
import type { ListStep, Matching } from '../matching/model.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import type { Attributes, Mark, Text } from '../text.ts';
import type { Version } from '../version.ts';
import { wayTo } from './way.ts';

/**
 * What one version became, provision by provision, as a reader wants to see it: what stayed, what was put in or taken out,
 * what moved, what was renumbered, and which words changed. Everything both versions say is in it; what reads the same is
 * there as it is and was not looked into.
 */
export interface Redline {
  readonly kind: 'redline';
  readonly root: RedlineEntry;
}

export type RedlineEntry = UnchangedRun | ChangedProvision | InsertedProvision | DeletedProvision | MovedAway;

/** Provisions one after another that read the same, one by one, with all that is under them. Their ids may differ. */
export interface UnchangedRun {
  readonly kind: 'unchanged';
  readonly before: readonly Provision[];
  readonly after: readonly Provision[];
}

/**
 * - `moved`: it stands somewhere else
 * - `renumbered`, `heading`: another number, another heading
 * - `reworded`: other words before or after its children
 * - `marks`: the same words, with other emphasis or references over them
 * - `kind`, `attributes`: it is another kind of provision, or has other attributes
 */
export type ProvisionChange = 'moved' | 'renumbered' | 'heading' | 'reworded' | 'marks' | 'kind' | 'attributes';

/** What it was and what it is. */
export interface Pair<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** A provision that is in both versions, where something about it or under it changed. */
export interface ChangedProvision {
  readonly kind: 'changed';
  readonly id: Pair<ProvisionId>;
  /** What changed about itself; nothing when it is only on the way to what changed. */
  readonly changes: readonly ProvisionChange[];
  /** The numbers on the way to where it stood, and to where it stands, if it moved. */
  readonly moved: Pair<readonly string[]> | null;
  readonly provisionKind: Pair<string>;
  readonly number: Pair<string>;
  readonly attributes: Pair<Attributes>;
  readonly heading: TextRedline;
  readonly text: TextRedline;
  readonly tail: TextRedline;
  readonly children: readonly RedlineEntry[];
}

export type TextRedline =
  | { readonly kind: 'unchanged'; readonly text: Text }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[]; readonly marks: Pair<readonly Mark[]> };

/** A provision that is new, with all that is under it; `children` tells them apart where some of them moved in. */
export interface InsertedProvision {
  readonly kind: 'inserted';
  readonly provision: Provision;
  readonly children: readonly RedlineEntry[] | null;
}

/** A provision that is no more, with all that was under it; `children` tells them apart where some of them moved away. */
export interface DeletedProvision {
  readonly kind: 'deleted';
  readonly provision: Provision;
  readonly children: readonly RedlineEntry[] | null;
}

/** Here stood a provision that is now somewhere else, where it has its own entry. */
export interface MovedAway {
  readonly kind: 'moved-away';
  readonly id: ProvisionId;
  readonly provisionKind: string;
  readonly number: string;
  readonly heading: Text;
  /** The numbers on the way to where it stands now. */
  readonly to: readonly string[];
}

/**
 * Compares two versions. Which provision is which is decided as `match` says. Costs what differs; provisions that read the
 * same are not looked into.
 *
 * ```ts
 * redlineAsText(redline(lastYear, thisYear));
 * ```
 */
export function redline(before: Version, after: Version, identity: Identity = 'judged'): Redline {
  if (before.hash === after.hash)
    return { kind: 'redline', root: { kind: 'unchanged', before: [before.root], after: [after.root] } };
  const maker = new Maker(before, after, match(before, after, identity));
  return { kind: 'redline', root: maker.changed(before.root, after.root) };
}

class Maker {
  private readonly before: Version;
  private readonly after: Version;
  private readonly matching: Matching;
  /** The provisions above something that moves in, and above something that moves away: only those need be told apart. */
  private readonly movedInto = new Set<ProvisionId>();
  private readonly movedOutOf = new Set<ProvisionId>();

  constructor(before: Version, after: Version, matching: Matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
    for (const [is, was] of matching.movedFrom) {
      for (const each of after.pathTo(is.id)) this.movedInto.add(each.id);
      for (const each of before.pathTo(was.id)) this.movedOutOf.add(each.id);
    }
  }

  changed(was: Provision, is: Provision): ChangedProvision {
    const moved = this.matching.movedFrom.get(is) === was;
    const steps = this.matching.lists.get(is);
    const heading = textRedline(was.heading, is.heading);
    const text = textRedline(was.text, is.text);
    const tail = textRedline(was.tail, is.tail);
    const changes: ProvisionChange[] = [];
    if (moved) changes.push('moved');
    if (was.number !== is.number) changes.push('renumbered');
    if (was.heading.words !== is.heading.words) changes.push('heading');
    if (was.text.words !== is.text.words || was.tail.words !== is.tail.words) changes.push('reworded');
    if ([heading, text, tail].some(onlyMarks)) changes.push('marks');
    if (was.kind !== is.kind) changes.push('kind');
    if (!sameAttributes(was.attributes, is.attributes)) changes.push('attributes');
    return {
      kind: 'changed',
      id: { before: was.id, after: is.id },
      changes,
      moved: moved ? { before: wayTo(this.before, was), after: wayTo(this.after, is) } : null,
      provisionKind: { before: was.kind, after: is.kind },
      number: { before: was.number, after: is.number },
      attributes: { before: was.attributes, after: is.attributes },
      heading,
      text,
      tail,
      children: steps === undefined ? whole(was.children, is.children) : steps.map((step) => this.entry(step)),
    };
  }

  private entry(step: ListStep): RedlineEntry {
    switch (step.kind) {
      case 'same':
        return { kind: 'unchanged', before: step.before, after: step.after };
      case 'pair':
        return this.changed(step.before, step.after);
      case 'gone':
        return this.gone(step.before);
      case 'come':
        return this.come(step.after);
    }
  }

  private come(is: Provision): RedlineEntry {
    const origin = this.matching.movedFrom.get(is);
    if (origin !== undefined) return this.changed(origin, is);
    const children = this.movedInto.has(is.id) ? is.children.map((child) => this.come(child)) : null;
    return { kind: 'inserted', provision: is, children };
  }

  private gone(was: Provision): RedlineEntry {
    const now = this.matching.movedTo.get(was);
    if (now !== undefined)
      return {
        kind: 'moved-away',
        id: was.id,
        provisionKind: was.kind,
        number: was.number,
        heading: was.heading,
        to: wayTo(this.after, now),
      };
    const children = this.movedOutOf.has(was.id) ? was.children.map((child) => this.gone(child)) : null;
    return { kind: 'deleted', provision: was, children };
  }
}

const whole = (before: readonly Provision[], after: readonly Provision[]): readonly RedlineEntry[] =>
  after.length === 0 ? [] : [{ kind: 'unchanged', before, after }];

function textRedline(before: Text, after: Text): TextRedline {
  if (before.equals(after)) return { kind: 'unchanged', text: after };
  return {
    kind: 'changed',
    pieces: pieces(before.words, after.words),
    marks: { before: before.marks, after: after.marks },
  };
}

const onlyMarks = (text: TextRedline): boolean =>
  text.kind === 'changed' && text.pieces.every((piece) => piece.kind === 'same');
