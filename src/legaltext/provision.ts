import { hashOf, type Hash } from './hash.ts';
import { markKey, NO_ATTRIBUTES, sortedEntries, Text, type Attributes } from './text.ts';

/** Permanent and opaque: it survives renumbering, moving and rewording. Never a printed number. */
export type ProvisionId = string;

/** What a provision is made from; what is left out is empty. */
export interface ProvisionFields {
  readonly id: ProvisionId;
  readonly kind: string;
  readonly number?: string;
  readonly heading?: Text;
  readonly text?: Text;
  readonly children?: readonly Provision[];
  readonly tail?: Text;
  readonly attributes?: Attributes;
}

/** The texts of one provision that words can stand in, in the order they are read. */
export const TEXT_PARTS = ['heading', 'text', 'tail'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

const NO_CHILDREN: readonly Provision[] = Object.freeze([]);

/**
 * One node of a code, with everything under it: a title, a section, a paragraph, a schedule, a definition. Immutable; a
 * changed one is a new one, made by `with`, that shares what it has in common with the old.
 *
 * A table is a provision too, of kind `table`, holding `row`s that hold `cell`s: everything that works on provisions
 * (operations, redlines, collisions) works on cells. Words between or after numbered children are a child of kind
 * `passage`, without a number.
 */
export class Provision {
  readonly id: ProvisionId;
  /** `title`, `part`, `section`, `clause`, `paragraph`, `schedule`, `definition`, `passage`, `table`, `row`, `cell`… */
  readonly kind: string;
  /** As printed: `2.3A`, `(a)`, `§ 47-101`; empty where there is none. */
  readonly number: string;
  readonly heading: Text;
  /** The words before the children. */
  readonly text: Text;
  readonly children: readonly Provision[];
  /** The closing words, after the children. */
  readonly tail: Text;
  readonly attributes: Attributes;
  /** Levels from here down: 1 for a provision without children. */
  readonly height: number;
  private contentHash: Hash | undefined;

  constructor(fields: ProvisionFields) {
    this.id = fields.id;
    this.kind = fields.kind;
    this.number = fields.number ?? '';
    this.heading = fields.heading ?? Text.EMPTY;
    this.text = fields.text ?? Text.EMPTY;
    this.children = fields.children ?? NO_CHILDREN;
    this.tail = fields.tail ?? Text.EMPTY;
    this.attributes = fields.attributes ?? NO_ATTRIBUTES;
    let height = 0;
    for (const child of this.children) if (child.height > height) height = child.height;
    this.height = height + 1;
  }

  /**
   * The hash of what this provision and everything under it says: kinds, numbers, words, marks and attributes, not ids.
   * Two provisions with one hash read the same. Made once, on first asking, from the hashes of the children (a Merkle
   * tree), so that texts sharing parts share the work: linear in what is new.
   */
  get hash(): Hash {
    if (this.contentHash === undefined && this.height > DEEP) this.hashFromBelow();
    return (this.contentHash ??= hashOf(canonicalParts(this)));
  }

  /** Makes the hashes of everything under a tree too deep for functions that call themselves. */
  private hashFromBelow(): void {
    const way: { readonly at: Provision; next: number }[] = [{ at: this, next: 0 }];
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const child = step.at.children[step.next];
      step.next += 1;
      if (child === undefined) {
        step.at.contentHash ??= hashOf(canonicalParts(step.at));
        way.pop();
      } else if (child.contentHash === undefined) way.push({ at: child, next: 0 });
    }
  }

  /** The same provision with some of its fields changed. */
  with(changes: Partial<ProvisionFields>): Provision {
    return new Provision({
      id: changes.id ?? this.id,
      kind: changes.kind ?? this.kind,
      number: changes.number ?? this.number,
      heading: changes.heading ?? this.heading,
      text: changes.text ?? this.text,
      children: changes.children ?? this.children,
      tail: changes.tail ?? this.tail,
      attributes: changes.attributes ?? this.attributes,
    });
  }
}

/** Levels that a function may safely go down by calling itself; twice as many as any version has. */
const DEEP = 1000;

function canonicalParts(provision: Provision): string[] {
  const parts = [provision.kind, provision.number];
  for (const part of TEXT_PARTS) {
    const text = provision[part];
    parts.push(text.words, text.marks.length === 0 ? '' : text.marks.map(markKey).join('\n'));
  }
  parts.push(provision.attributes === NO_ATTRIBUTES ? '[]' : JSON.stringify(sortedEntries(provision.attributes)));
  for (const child of provision.children) parts.push(child.hash);
  return parts;
}

/** Every provision from `provision` down, in the order they are read, each before its children. */
export function* provisionsUnder(provision: Provision): Generator<Provision> {
  const waiting: Provision[] = [provision];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    yield at;
    for (let index = at.children.length - 1; index >= 0; index -= 1) {
      const child = at.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}
