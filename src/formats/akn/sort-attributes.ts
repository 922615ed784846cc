import type { Provision } from '../../legaltext/provision.ts';
import type { Attributes } from '../../legaltext/text.ts';
import { allows } from './attribute-rules.ts';
import { numberText, pairsOf } from './kept.ts';
import { HEADING_FIRST, XML_KEPT } from './names.ts';
import { MODELS, type Model } from './vocabulary.ts';
import type { FileIds } from './write-ids.ts';

type Entries = readonly (readonly [string, string])[];

/** A provision on its way to an element. */
interface Going {
  readonly provision: Provision;
  readonly element: string;
  readonly model: Model;
  /** The parts that will have an element of their own. */
  readonly plan: readonly string[];
  readonly ids: FileIds;
  /** Whether the list that a component stands in says which it is of. */
  readonly isPlaced: boolean;
}

/** The attributes of a provision, sorted into those its element may have, those of its parts, and those to be kept. */
export interface SortedAttributes {
  readonly own: (readonly [string, string])[];
  readonly parts: ReadonlyMap<string, Entries>;
  readonly kept: [string, string][];
}

/** Element names that stand before the `@` in attributes of parts: `heading@eId` is the `eId` of the heading's element. */
const PART_ELEMENTS: Readonly<Record<string, string>> = {
  num: 'num',
  heading: 'heading',
  text: 'p',
  tail: 'p',
  content: 'content',
  intro: 'intro',
  wrapUp: 'wrapUp',
};

/** Whether this is an `hcontainer` by its own name, which is that of another element. */
export const isOwnName = (kind: string, attributes: Attributes): boolean => {
  const name = attributes['name'];
  return kind === 'hcontainer' && name !== undefined && MODELS.has(name);
};

/** The element that a heading has. */
export const headingElementOf = (element: string, model: Model): string =>
  model.hasHead ? 'heading' : element === 'table' ? 'caption' : 'p';

/** Sorts the attributes of a provision by where they can go. None is dropped: what fits nowhere is kept. */
export function sortAttributes(going: Going): SortedAttributes {
  const { provision, plan, ids } = going;
  const { attributes } = provision;
  const own: (readonly [string, string])[] = [];
  const parts = new Map<string, (readonly [string, string])[]>();
  const kept: [string, string][] = [];
  for (const [name, value] of pairsOf(attributes)) {
    if (isSaidByElement(going, name, value)) continue;
    const at = name.indexOf('@');
    const part = at < 0 ? undefined : name.slice(0, at);
    const partElement = part !== undefined && Object.hasOwn(PART_ELEMENTS, part) ? PART_ELEMENTS[part] : undefined;
    if (part !== undefined && partElement !== undefined) {
      const partName = name.slice(at + 1);
      const isMarks = name === 'num@marks';
      const fits = isMarks
        ? numberText(provision.number, value) !== undefined
        : allows(partElement, false, partName, value) && ids.use(partName, value);
      if (
        plan.includes(part) &&
        fits &&
        !(part === 'heading' && headingElementOf(going.element, going.model) === 'p')
      ) {
        const entries = parts.get(part) ?? [];
        entries.push([partName, value]);
        parts.set(part, entries);
      } else kept.push([name, value]);
    } else if (mayHave(going, name, value)) own.push([name, value]);
    else kept.push([name, value]);
  }
  return { own, parts, kept };
}

function mayHave({ provision, element, ids }: Going, name: string, value: string): boolean {
  const isKindName = name === 'name' && element === 'hcontainer' && !isOwnName(provision.kind, provision.attributes);
  return !isKindName && allows(element, false, name, value) && ids.use(name, value);
}

/** Attributes that reading makes from what the element is, so that they need not be written. */
function isSaidByElement({ element, model, plan, isPlaced }: Going, name: string, value: string): boolean {
  if (name === 'order')
    return value === HEADING_FIRST && model.hasHead && plan.includes('num') && plan.includes('heading');
  if (name === 'element') return element === 'th' && value === 'th';
  if (name === 'of') return isPlaced;
  return name === XML_KEPT && element === 'foreign';
}
