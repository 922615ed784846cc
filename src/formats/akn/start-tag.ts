import { allows, requiredOf } from './attribute-rules.ts';
import type { Going } from './going.ts';
import { KEPT, keptValue, type Kept } from './kept.ts';
import { metadataFragment } from './metadata/metadata-fragment.ts';
import { isOwnName, sortAttributes } from './sort-attributes.ts';
import { MODELS } from './vocabulary.ts';
import { isXmlText, type WrittenAttributes } from './xml-writer.ts';
import type { Writing } from './writing.ts';

type MutableKept = { -readonly [Name in keyof Kept]: Kept[Name] };
type Entries = readonly (readonly [string, string])[];

/** What the start tag of a provision says, and what its parts have to say. */
export interface StartTag {
  readonly attributes: WrittenAttributes;
  readonly ofParts: ReadonlyMap<string, Entries>;
  readonly eId: string;
}

/** The start tag of a provision: its attributes, its ids, and what else is kept of it, `more` included. */
export function startTag(writing: Writing, going: Going, more: Kept): StartTag {
  const { provision, element, model } = going;
  const sorted = sortAttributes(going, writing.ids);
  const written: (readonly [string, string])[] = [...sorted.own];
  const kept: MutableKept = { ...more };
  const made: string[] = [];
  const name = nameOf(going, kept);
  if (name !== undefined) written.unshift(['name', name]);
  else if (requiredOf(element, false).includes('name') && !written.some(([each]) => each === 'name')) {
    written.unshift(['name', element]);
    made.push('name');
  }
  if (going.isExplicit) kept.kind = provision.kind;
  if (provision.number !== '' && !model.hasHead) kept.number = provision.number;
  if (sorted.kept.length > 0) kept.attributes = sorted.kept;
  const metadata = metadataFragment(writing.metadata(provision.id), writing.remarksIn(provision.id));
  if (metadata !== '') kept.metadata = metadata;
  const { ids, eId } = idsOf(writing, going, written, made, kept);
  const value = keptValue(kept);
  const attributes = [...ids, ...written, ...(value === undefined ? [] : [[KEPT, value] as const])];
  return { attributes, ofParts: sorted.parts, eId };
}

/** The `name` of an `hcontainer`; for both elements that hold anything, the kind is kept where it is not clear. */
function nameOf({ provision, element }: Going, kept: MutableKept): string | undefined {
  const { kind, attributes } = provision;
  if (element === 'hcontainer') {
    if (isOwnName(kind, attributes)) return undefined;
    const name = kind !== '' && isXmlText(kind) ? kind : 'provision';
    if (name !== kind || MODELS.has(name)) kept.kind = kind;
    return name;
  }
  if (element === 'blockContainer' && kind !== 'blockContainer') kept.kind = kind;
  return undefined;
}

/** The ids that are not among the attributes `written`: an `eId` by the convention, and the permanent id as the `wId`. */
function idsOf(
  writing: Writing,
  { provision, element, within }: Going,
  written: Entries,
  made: string[],
  kept: MutableKept,
): { readonly ids: Entries; readonly eId: string } {
  const { id, kind, number } = provision;
  const given = new Map(written);
  const ids: (readonly [string, string])[] = [];
  let eId = given.get('eId');
  if (eId === undefined) {
    eId = writing.ids.make(within, kind, number);
    ids.push(['eId', eId]);
    made.push('eId');
  }
  const wId = given.get('wId');
  if (wId === undefined && id !== eId && allows(element, false, 'wId', id)) {
    ids.push(['wId', id]);
    made.push('wId');
  } else if ((wId ?? eId) !== id) kept.id = id;
  const present = ['eId', ...(wId !== undefined || made.includes('wId') ? ['wId'] : []), ...made];
  if (present.some((name) => writing.made.has(name) !== made.includes(name))) kept.made = made.join(' ');
  return { ids, eId };
}
