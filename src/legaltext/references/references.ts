import type { HouseStyle } from '../house-styles/model.ts';
import { provisionsUnder, TEXT_PARTS, type ProvisionId } from '../provision.ts';
import type { Text } from '../text.ts';
import type { Version } from '../version.ts';
import type { OtherCode, ReferenceContext, ReferenceOptions } from './reference-context.ts';
import type { Reference } from './reference.ts';
import { TextReferences } from './text-references.ts';
import { united } from './unite-readings.ts';

export type { OtherCode, ReferenceOptions };

/** All references of a version, found by what they are in and by what they lead to. */
export class References {
  readonly all: readonly Reference[];
  private lazyTo: Map<ProvisionId, Reference[]> | undefined;
  private lazyFrom: Map<ProvisionId, Reference[]> | undefined;

  constructor(all: readonly Reference[]) {
    this.all = all;
  }

  /** The references that lead to this provision. Constant time, after the first asking. */
  to(id: ProvisionId): readonly Reference[] {
    this.lazyTo ??= grouped(this.all, (reference) => reference.targets);
    return this.lazyTo.get(id) ?? [];
  }

  /** The references in this provision's own words. */
  from(id: ProvisionId): readonly Reference[] {
    this.lazyFrom ??= grouped(this.all, (reference) => [reference.from]);
    return this.lazyFrom.get(id) ?? [];
  }

  /** Those that need a person: neither resolved nor to another document. */
  get broken(): readonly Reference[] {
    return this.all.filter(({ state }) => state !== 'resolved' && state !== 'external');
  }
}

function grouped(
  references: readonly Reference[],
  keys: (reference: Reference) => readonly ProvisionId[],
): Map<ProvisionId, Reference[]> {
  const groups = new Map<ProvisionId, Reference[]>();
  for (const reference of references)
    for (const key of keys(reference)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [reference]);
      else group.push(reference);
    }
  return groups;
}

/**
 * Every cross-reference in a version, in its words (by the grammar of a style, or of several) and in its marks, and what
 * it leads to. Near linear: some 12,000 sections with 70,000 provisions take a few seconds.
 */
export function references(
  version: Version,
  style: HouseStyle | readonly HouseStyle[],
  options: ReferenceOptions = {},
): References {
  const all: Reference[] = [];
  for (const provision of provisionsUnder(version.root))
    for (const part of TEXT_PARTS)
      if (!provision[part].isEmpty)
        for (const found of referencesIn(provision[part], { version, style, from: provision.id, part, ...options }))
          all.push(found);
  return new References(all);
}

/**
 * The references in one text, in order, as if it stood in the provision `from`; that need not be a text of the version.
 * Linear in the words; the version is indexed on first asking and remembered.
 */
export function referencesIn(text: Text, context: ReferenceContext): readonly Reference[] {
  const { style } = context;
  if (!('kind' in style)) {
    const [first, ...others] = style;
    if (first === undefined) return [];
    return others.reduce<readonly Reference[]>(
      (known, each) => united(known, referencesIn(text, { ...context, style: each })),
      referencesIn(text, { ...context, style: first }),
    );
  }
  return new TextReferences(text, context, style).read();
}
