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
import { neighbourOf } from '../list-instructions.ts';
import { kindOfContainer, leafText, provisionOfElement, provisionsOfBlock } from '../provision-of-element.ts';
import { wordsOfChild } from '../scan-xml/look-into.ts';
import type { XmlElement } from '../scan-xml/xml-element.ts';
import { trimmed } from '../white-space.ts';
import { contentReading, notFunded, type Site } from './site.ts';

type Translation = Result<readonly Operation[], InstructionFailure>;

/** One thing to put in, and everything that decides where it goes and what it is called there. */
interface Insertion {
  readonly instruction: Instruction;
  readonly site: Site;
  readonly target: Provision;
  readonly content: XmlElement;
  /** The number that the content bears in the code. */
  readonly number: string;
  /** Whether the instruction's own words (its number, prefix and heading) are about this content. */
  readonly isOwn: boolean;
  /** What the same instruction has put in just before: this goes after it. */
  readonly previous: string | undefined;
}

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
  for (const content of instruction.content) {
    if (typeof content === 'string') continue;
    const isOwn = instruction.element.parent === content || instruction.content.length === 1;
    const number = codeNumber(content, isOwn ? instruction.element : undefined);
    const one = insertOne({ instruction, site, target: place.provision, content, number, isOwn, previous });
    if (one.kind === 'failed') return one;
    operations.push(...one.value);
    const last = one.value.find((operation) => operation.kind === 'insert' || operation.kind === 'replace');
    if (last !== undefined) previous = last.provisions.at(-1)?.id;
  }
  return operations.length > 0 || !instruction.inForce
    ? ok(operations)
    : failed({ kind: 'nothing-to-write', what: 'it carries nothing to put in' });
}

function insertOne(insertion: Insertion): Translation {
  switch (insertion.content.name) {
    case 'section':
      return insertSection(insertion);
    case 'container':
    case 'document':
      return insertContainer(insertion);
    default:
      return insertInto(insertion);
  }
}

/** The id of what an insertion puts in: the law's, and the position in it. */
const idOf = ({ instruction, content }: Insertion): string => `${instruction.key}/${String(content.ordinal)}`;

function insertSection(insertion: Insertion): Translation {
  const { instruction, site, target, content, number } = insertion;
  const { view } = site;
  const holder = containerOf(view, target);
  const existing = findSection(view, number);
  let section: Provision;
  if (instruction.inForce) {
    const reading = contentReading(instruction, site, standingIn(view, holder, number), { element: content, number });
    section = withGivenHeading(provisionOfElement(content, holder.id, reading), instruction);
  } else {
    if (existing !== undefined) return ok([]);
    section = notFunded(content, idOf(insertion), number);
  }
  // A number stands once in the code: what bears it now, as a rule a placeholder, makes way.
  if (existing !== undefined && view.parentOf(existing.id)?.id === holder.id)
    return ok([{ kind: 'replace', target: byId(existing), provisions: [section], children: 'replaced' }]);
  const insert: Operation = { kind: 'insert', slot: sectionSlot(insertion, holder), provisions: [section] };
  return ok(existing === undefined ? [insert] : [insert, { kind: 'repeal', target: byId(existing), stub: null }]);
}

const withGivenHeading = (section: Provision, { element }: Instruction): Provision => {
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

function sectionSlot({ instruction, site, previous }: Insertion, holder: Provision): Slot {
  if (previous !== undefined) return after(previous);
  const neighbour = neighbourOf(instruction.element);
  const section = neighbour === undefined ? undefined : findNamedSection(instruction, site, neighbour.number);
  return neighbour === undefined || section === undefined
    ? afterLastOf(holder, (child) => child.kind === 'section')
    : { at: neighbour.at, target: byId(section) };
}

/** The section that an instruction goes beside, by its number in the code or in the law that is amended. */
function findNamedSection(instruction: Instruction, { view, library }: Site, number: string): Provision | undefined {
  const found = findSection(view, number);
  if (found !== undefined) return found;
  const codeName = library.laws.codeSection(instruction.amends, `§${number}`);
  return codeName === undefined ? undefined : findSection(view, codeName);
}

function insertContainer(insertion: Insertion): Translation {
  const { instruction, site, target, content, number, isOwn, previous } = insertion;
  const { 'prefix-value': givenPrefix, 'heading-value': givenHeading } = isOwn ? instruction.element.attributes : {};
  const prefix = givenPrefix ?? wordsOfChild(content, 'prefix');
  const standing: Standing = { ...standingIn(site.view, target), coming: [...instruction.segments, number] };
  const reading = contentReading(instruction, site, standing, { element: content, number });
  const read = content.name === 'container' ? provisionOfElement(content, target.id, reading) : undefined;
  const container = new Provision({
    id: idOf(insertion),
    kind: kindOfContainer(prefix),
    number,
    heading: givenHeading === undefined ? (read?.heading ?? Text.EMPTY) : Text.of(trimmed(givenHeading)),
    text: read?.text ?? Text.EMPTY,
    children: read?.children ?? [],
    attributes: { ...read?.attributes, prefix },
  });
  const isContainer = (child: Provision): boolean => child.attributes['prefix'] !== undefined;
  const neighbour = neighbourOf(instruction.element);
  const beside = target.children.find((child) => isContainer(child) && child.number === neighbour?.number);
  const slot: Slot =
    previous !== undefined
      ? after(previous)
      : neighbour === undefined || beside === undefined
        ? afterLastOf(target, isContainer)
        : { at: neighbour.at, target: byId(beside) };
  return ok([{ kind: 'insert', slot, provisions: [container] }]);
}

/** A paragraph, words or a table into a section or paragraph. */
function insertInto(insertion: Insertion): Translation {
  const { instruction, site, target, content, number, isOwn, previous } = insertion;
  const isParagraph = content.name === 'para';
  const root = isOwn && isParagraph ? { element: content, number } : undefined;
  const reading = contentReading(instruction, site, standingIn(site.view, target), root);
  if (content.name === 'heading')
    return ok([{ kind: 'set-heading', target: byId(target), heading: leafText(content, reading) }]);
  const slot = previous === undefined ? slotIn(insertion) : ok(after(previous));
  if (slot.kind === 'failed') return slot;
  if (!instruction.inForce) {
    if (!isParagraph) return ok([]);
    for (const child of stepsBelow(target)) if (child.number === number) return ok([]);
    return ok([{ kind: 'insert', slot: slot.value, provisions: [notFunded(content, idOf(insertion), number)] }]);
  }
  let provisions = isParagraph
    ? [provisionOfElement(content, target.id, reading)]
    : provisionsOfBlock(content, target.id, reading);
  if (provisions.length === 0) return ok([]);
  if (instruction.element.attributes['before'] === 'heading')
    provisions = provisions.map((each) => each.with({ attributes: { ...each.attributes, place: 'before-heading' } }));
  return ok([{ kind: 'insert', slot: slot.value, provisions }]);
}

function slotIn({ instruction, target, content }: Insertion): Result<Slot, InstructionFailure> {
  const neighbour = neighbourOf(instruction.element);
  if (neighbour === undefined) {
    const kind = content.name === 'para' ? 'paragraph' : 'passage';
    return ok(afterLastOf(target, (child) => child.kind === kind));
  }
  const { at, number } = neighbour;
  if (number === 'heading' && at === 'before') {
    const lastBefore = target.children.findLast((child) => placeOf(child) === 'before-heading');
    return ok(lastBefore === undefined ? { at: 'first', target: byId(target) } : after(lastBefore.id));
  }
  if (number === 'heading' || number === 'text' || number === 'num') return ok({ at: 'first', target: byId(target) });
  for (const child of stepsBelow(target)) if (child.number === number) return ok({ at, target: byId(child) });
  return failed({ kind: 'neighbour-missing', path: instruction.segments.join('|'), neighbour: number });
}

function afterLastOf(holder: Provision, isKind: (child: Provision) => boolean): Slot {
  const last = holder.children.findLast(isKind);
  return last === undefined ? { at: 'last', target: byId(holder) } : after(last.id);
}

const byId = ({ id }: Provision): { readonly by: 'id'; readonly id: string } => ({ by: 'id', id });
const after = (id: string): Slot => ({ at: 'after', target: { by: 'id', id } });
