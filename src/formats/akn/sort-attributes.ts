import type { Attributes } from '../../legaltext/text.ts';
import { allows } from './attribute-rules.ts';
import type { Going } from './going.ts';
import { pairsOf } from './kept.ts';
import { numberText } from './number-text.ts';
import { HEADING_FIRST, XML_KEPT } from './names.ts';
import { PARTS, type Part } from './part-plan.ts';
import { MODELS, type Model } from './vocabulary.ts';
import type { FileIds } from './write-ids.ts';

type Entries = readonly (readonly [string, string])[];

/** The attributes of a provision, sorted into those its element may have, those of its parts, and those to be kept. */
export interface SortedAttributes {
  readonly own: (readonly [string, string])[];
  readonly parts: ReadonlyMap<string, Entries>;
  readonly kept: [string, string][];
}

/** What stands before the `@` in attributes of parts, and the element of each: `heading@eId` is the `eId` of the heading. */
const PART_ELEMENTS: Readonly<Record<Part, string>> = {
  num: 'num',
  heading: 'heading',
  text: 'p',
  tail: 'p',
  content: 'content',
  intro: 'intro',
  wrapUp: 'wrapUp',
};

/** The part that an attribute is of; undefined for one of the provision itself. */
const partOf = (name: string): Part | undefined => PARTS.find((part) => name.startsWith(`${part}@`));

/** Whether this is an `hcontainer` by its own name, which is that of another element. */
export const isOwnName = (kind: string, attributes: Attributes): boolean => {
  const name = attributes['name'];
  return kind === 'hcontainer' && name !== undefined && MODELS.has(name);
};

/** The element that a heading has. */
export const headingElementOf = (element: string, model: Model): string =>
  model.hasHead ? 'heading' : element === 'table' ? 'caption' : 'p';

/** Sorts the attributes of a provision by where they can go. None is dropped: what fits nowhere is kept. */
export function sortAttributes(going: Going, ids: FileIds): SortedAttributes {
  const own: (readonly [string, string])[] = [];
  const parts = new Map<string, (readonly [string, string])[]>();
  const kept: [string, string][] = [];
  for (const [name, value] of pairsOf(going.provision.attributes)) {
    if (isSaidByElement(going, name, value)) continue;
    const part = partOf(name);
    if (part === undefined) {
      if (mayHave(going, ids, name, value)) own.push([name, value]);
      else kept.push([name, value]);
      continue;
    }
    const nameInPart = name.slice(part.length + 1);
    if (partMayHave(going, ids, part, nameInPart, value))
      parts.set(part, [...(parts.get(part) ?? []), [nameInPart, value]]);
    else kept.push([name, value]);
  }
  return { own, parts, kept };
}

function mayHave({ provision, element }: Going, ids: FileIds, name: string, value: string): boolean {
  const isKindName = name === 'name' && element === 'hcontainer' && !isOwnName(provision.kind, provision.attributes);
  return !isKindName && allows(element, false, name, value) && ids.use(name, value);
}

function partMayHave(
  { provision, element, model, parts }: Going,
  ids: FileIds,
  part: Part,
  name: string,
  value: string,
): boolean {
  if (!parts.has(part)) return false;
  // The marks of a number are written as elements.
  if (part === 'num' && name === 'marks') return numberText(provision.number, value) !== undefined;
  const isPlainParagraph = part === 'heading' && headingElementOf(element, model) === 'p';
  return !isPlainParagraph && allows(PART_ELEMENTS[part], false, name, value) && ids.use(name, value);
}

/** Attributes that reading makes from what the element is, so that they need not be written. */
function isSaidByElement({ element, model, parts, isPlaced }: Going, name: string, value: string): boolean {
  if (name === 'order') return value === HEADING_FIRST && model.hasHead && parts.has('num') && parts.has('heading');
  if (name === 'element') return element === 'th' && value === 'th';
  if (name === 'of') return isPlaced;
  return name === XML_KEPT && element === 'foreign';
}
