import type { TextView } from '../../../legaltext/instrument.ts';
import type { Operation, Slot } from '../../../legaltext/operation.ts';
import { Provision } from '../../../legaltext/provision.ts';
import { Text } from '../../../legaltext/text.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { placeOf } from '../canonical-text.ts';
import { standingIn, type Standing } from '../citations.ts';
import { findPlace, findSection, stepsBelow } from '../code-place.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';
import { codeNumber } from '../law-library.ts';
import { kindOfContainer, leafText, provisionOfElement, provisionsOfBlock } from '../provision-of-element.ts';
import { wordsOfChild, type XmlElement } from '../scan-xml.ts';
import { trimmed } from '../white-space.ts';
import { contentReading, notFunded, type Site } from './site.ts';

type Translation = Result<readonly Operation[], InstructionFailure>;

/**
 * Puts what the instruction carries into its target: beside the child it names, else after the last of the same kind. A
 * paragraph whose neighbour is not there is not put in. What is not in force leaves a placeholder with its number.
 */
export function translateInsert(instruction: Instruction, site: Site): Translation {
  const path = instruction.segments.join('|');
  const place = findPlace(site.view, instruction.segments);
  if (place === undefined) return failed({ kind: 'target-missing', path });
  const operations: Operation[] = [];
  let previous: string | undefined;
  for (const node of instruction.content) {
    if (typeof node === 'string') continue;
    const one = insertOne(instruction, site, place.provision, node, previous);
    if (one.kind === 'failed') return one;
    operations.push(...one.value);
    const last = one.value.find((operation) => operation.kind === 'insert' || operation.kind === 'replace');
    if (last !== undefined) previous = last.provisions.at(-1)?.id;
  }
  return operations.length > 0 || !instruction.inForce
    ? ok(operations)
    : failed({ kind: 'nothing-to-write', what: 'it carries nothing to put in' });
}

function insertOne(
  instruction: Instruction,
  site: Site,
  target: Provision,
  content: XmlElement,
  previous: string | undefined,
): Translation {
  switch (content.name) {
    case 'section':
      return insertSection(instruction, site, target, content, previous);
    case 'container':
    case 'document':
      return insertContainer(instruction, site, target, content, previous);
    default:
      return insertInto(instruction, site, target, content, previous);
  }
}

function insertSection(
  instruction: Instruction,
  site: Site,
  target: Provision,
  content: XmlElement,
  previous: string | undefined,
): Translation {
  const { view } = site;
  const number = codeNumber(content, isOwn(instruction, content) ? instruction.element : undefined);
  const holder = containerOf(view, target);
  const existing = findSection(view, number);
  const standing = standingIn(view, holder, number);
  const reading = contentReading(instruction, site, standing, { element: content, number });
  let section: Provision;
  if (instruction.inForce) {
    section = withoutEmptyHeading(provisionOfElement(content, holder.id, reading), instruction);
  } else {
    if (existing !== undefined) return ok([]);
    section = notFunded(content, `${instruction.key}/${String(content.ordinal)}`, number);
  }
  // A number stands once in the code: what bears it now, as a rule a placeholder, makes way.
  if (existing !== undefined && view.parentOf(existing.id)?.id === holder.id)
    return ok([{ kind: 'replace', target: byId(existing), provisions: [section], children: 'replaced' }]);
  const slot = previous === undefined ? sectionSlot(instruction, site, holder) : after(previous);
  const insert: Operation = { kind: 'insert', slot, provisions: [section] };
  return ok(existing === undefined ? [insert] : [insert, { kind: 'repeal', target: byId(existing), stub: null }]);
}

const isOwn = (instruction: Instruction, content: XmlElement): boolean =>
  instruction.element.parent === content || instruction.content.length === 1;

const withoutEmptyHeading = (section: Provision, { element }: Instruction): Provision => {
  const heading = element.attributes['heading-value'];
  return heading === undefined ? section : section.with({ heading: Text.of(trimmed(heading)) });
};

/** The container that a section goes into: the target, or what holds it where the target is a section itself. */
function containerOf(view: TextView, target: Provision): Provision {
  let at = target;
  while (at.kind === 'section' || at.kind === 'paragraph' || at.kind === 'passage') {
    const parent = view.parentOf(at.id);
    if (parent === undefined) break;
    at = parent;
  }
  return at;
}

function sectionSlot(instruction: Instruction, site: Site, holder: Provision): Slot {
  const { after: afterName, before } = instruction.element.attributes;
  const name = afterName ?? before;
  if (name !== undefined) {
    const neighbour = findNamedSection(instruction, site, name);
    if (neighbour !== undefined) return { at: afterName === undefined ? 'before' : 'after', target: byId(neighbour) };
  }
  return afterLastOf(holder, (child) => child.kind === 'section');
}

/** The section that an instruction goes beside, by its number in the code or in the law that is amended. */
function findNamedSection(instruction: Instruction, { view, library }: Site, name: string): Provision | undefined {
  const number = name.replace(/^\|?§?\s*/u, '');
  const found = findSection(view, number);
  if (found !== undefined) return found;
  const codeName = library.laws.codeSection(instruction.amends, `§${number}`);
  return codeName === undefined ? undefined : findSection(view, codeName);
}

function insertContainer(
  instruction: Instruction,
  site: Site,
  target: Provision,
  content: XmlElement,
  previous: string | undefined,
): Translation {
  const { view } = site;
  const { attributes } = instruction.element;
  const own = isOwn(instruction, content);
  const prefix = (own ? attributes['prefix-value'] : undefined) ?? wordsOfChild(content, 'prefix');
  const number = codeNumber(content, own ? instruction.element : undefined);
  const standing: Standing = { ...standingIn(view, target), coming: [...instruction.segments, number] };
  const reading = contentReading(instruction, site, standing, { element: content, number });
  const heading = own ? attributes['heading-value'] : undefined;
  const read = content.name === 'container' ? provisionOfElement(content, target.id, reading) : undefined;
  const container = new Provision({
    id: `${instruction.key}/${String(content.ordinal)}`,
    kind: kindOfContainer(prefix),
    number,
    heading: heading === undefined ? (read?.heading ?? Text.EMPTY) : Text.of(trimmed(heading)),
    text: read?.text ?? Text.EMPTY,
    children: read?.children ?? [],
    attributes: { ...read?.attributes, prefix },
  });
  const name = attributes['after'] ?? attributes['before'];
  const neighbour = name === undefined ? undefined : target.children.find((child) => child.number === name);
  const slot: Slot =
    previous !== undefined
      ? after(previous)
      : neighbour === undefined
        ? afterLastOf(target, (child) => child.attributes['prefix'] !== undefined)
        : { at: attributes['after'] === undefined ? 'before' : 'after', target: byId(neighbour) };
  return ok([{ kind: 'insert', slot, provisions: [container] }]);
}

/** A paragraph, words or a table into a section or paragraph. */
function insertInto(
  instruction: Instruction,
  site: Site,
  target: Provision,
  content: XmlElement,
  previous: string | undefined,
): Translation {
  const { view } = site;
  const standing: Standing = standingIn(view, target);
  const own = isOwn(instruction, content) && content.name === 'para';
  const root = own ? { element: content, number: codeNumber(content, instruction.element) } : undefined;
  const reading = contentReading(instruction, site, standing, root);
  if (content.name === 'heading')
    return ok([{ kind: 'set-heading', target: byId(target), heading: leafText(content, reading) }]);
  const slot = previous === undefined ? slotIn(instruction, target, content) : ok(after(previous));
  if (slot.kind === 'failed') return slot;
  if (!instruction.inForce) {
    if (content.name !== 'para') return ok([]);
    const number = codeNumber(content, own ? instruction.element : undefined);
    for (const child of stepsBelow(target)) if (child.number === number) return ok([]);
    const placeholder = notFunded(content, `${instruction.key}/${String(content.ordinal)}`, number);
    return ok([{ kind: 'insert', slot: slot.value, provisions: [placeholder] }]);
  }
  let provisions =
    content.name === 'para'
      ? [provisionOfElement(content, target.id, reading)]
      : provisionsOfBlock(content, target.id, reading);
  if (provisions.length === 0) return ok([]);
  if (instruction.element.attributes['before'] === 'heading')
    provisions = provisions.map((each) => each.with({ attributes: { ...each.attributes, place: 'before-heading' } }));
  return ok([{ kind: 'insert', slot: slot.value, provisions }]);
}

function slotIn(instruction: Instruction, target: Provision, content: XmlElement): Result<Slot, InstructionFailure> {
  const { after: afterName, before } = instruction.element.attributes;
  const name = afterName ?? before;
  if (name === undefined)
    return ok(
      content.name === 'para'
        ? afterLastOf(target, (child) => child.kind === 'paragraph')
        : afterLastOf(target, (child) => child.kind === 'passage'),
    );
  if (name === 'heading' && before !== undefined) {
    const lastBefore = target.children.findLast((child) => placeOf(child) === 'before-heading');
    return ok(lastBefore === undefined ? { at: 'first', target: byId(target) } : after(lastBefore.id));
  }
  if (name === 'heading' || name === 'text' || name === 'num') return ok({ at: 'first', target: byId(target) });
  for (const child of stepsBelow(target))
    if (child.number === name) return ok({ at: afterName === undefined ? 'before' : 'after', target: byId(child) });
  return failed({ kind: 'neighbour-missing', path: instruction.segments.join('|'), neighbour: name });
}

function afterLastOf(holder: Provision, isKind: (child: Provision) => boolean): Slot {
  const last = holder.children.findLast(isKind);
  return last === undefined ? { at: 'last', target: byId(holder) } : after(last.id);
}

const byId = ({ id }: Provision): { readonly by: 'id'; readonly id: string } => ({ by: 'id', id });
const after = (id: string): Slot => ({ at: 'after', target: { by: 'id', id } });
