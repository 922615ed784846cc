import type { Operation } from '../../../legaltext/operation.ts';
import { Provision } from '../../../legaltext/provision.ts';
import { Text } from '../../../legaltext/text.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { findPlace, findSection } from '../code-place.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';
import { neighbourOf } from '../list-instructions.ts';
import { kindOfContainer } from '../provision-of-element.ts';
import { segmentsOf } from '../law-document.ts';
import { trimmed } from '../white-space.ts';
import { placeholderAttributes, reasonNote, type Site } from './site.ts';

type Translation = Result<readonly Operation[], InstructionFailure>;

const RECODIFIED = 'Recodified';

const byId = ({ id }: Provision): { readonly by: 'id'; readonly id: string } => ({ by: 'id', id });

/** What stands in a provision for itself: words and paragraphs, not its notes nor what precedes its heading. */
const isMatter = (child: Provision): boolean => child.kind !== 'note' && child.attributes['place'] === undefined;

/** Everything in the target moves into one new paragraph: of a paragraph its heading too, of a section not. */
export function translateRedesignate(instruction: Instruction, { view }: Site): Translation {
  const path = instruction.segments.join('|');
  const place = findPlace(view, instruction.segments);
  if (place === undefined || place.part !== undefined) return failed({ kind: 'target-missing', path });
  const { provision } = place;
  const id = `${instruction.key}/para`;
  const takesHeading = provision.kind !== 'section';
  const target = byId(provision);
  const paragraph = new Provision({
    id,
    kind: 'paragraph',
    number: instruction.element.attributes['num-value'] ?? '',
    heading: takesHeading ? provision.heading : Text.EMPTY,
    text: provision.text,
    tail: provision.tail,
  });
  const operations: Operation[] = [{ kind: 'insert', slot: { at: 'last', target }, provisions: [paragraph] }];
  for (const part of ['text', 'tail'] as const)
    if (!provision[part].isEmpty)
      operations.push({
        kind: 'substitute',
        target,
        selection: { by: 'span', part, start: 0, end: provision[part].words.length },
        replacement: Text.EMPTY,
      });
  if (takesHeading && !provision.heading.isEmpty) operations.push({ kind: 'set-heading', target, heading: Text.EMPTY });
  for (const child of provision.children)
    if (isMatter(child))
      operations.push({ kind: 'move', target: byId(child), slot: { at: 'last', target: { by: 'id', id } } });
  return ok(operations);
}

/** The section moves to its new number and container; at the old place a stub with the heading says where it went. */
export function translateRecodify(instruction: Instruction, { view }: Site): Translation {
  const path = instruction.segments.join('|');
  const place = findPlace(view, instruction.segments);
  if (place === undefined || place.part !== undefined) return failed({ kind: 'target-missing', path });
  const { provision } = place;
  if (provision.kind !== 'section')
    return failed({ kind: 'not-for-target', path, what: 'only sections are recodified' });
  const { 'num-value': number, 'destination-path': destination } = instruction.element.attributes;
  const beside = neighbourOf(instruction.element);
  if (number === undefined) return failed({ kind: 'nothing-to-write', what: 'it gives no new number' });
  const stub = new Provision({
    id: `${instruction.key}/stub`,
    kind: 'section',
    number: provision.number,
    heading: provision.heading,
    text: Text.of(`${RECODIFIED} as § ${number}.`),
    children: [reasonNote(`${instruction.key}/reason`, RECODIFIED)],
    attributes: placeholderAttributes(RECODIFIED),
  });
  const operations: Operation[] = [
    { kind: 'insert', slot: { at: 'before', target: byId(provision) }, provisions: [stub] },
    { kind: 'renumber', target: byId(provision), number },
  ];
  const occupied = findSection(view, number);
  const neighbour = beside === undefined ? undefined : findSection(view, beside.number);
  const container = destination === undefined ? undefined : findPlace(view, segmentsOf(destination))?.provision;
  const slot =
    neighbour !== undefined
      ? ({ at: beside?.at ?? 'after', target: byId(neighbour) } as const)
      : container !== undefined
        ? ({ at: 'last', target: byId(container) } as const)
        : undefined;
  if (slot !== undefined) operations.push({ kind: 'move', target: byId(provision), slot });
  // A number stands once in the code: what bears it now, as a rule a placeholder, makes way.
  if (occupied !== undefined && occupied.id !== provision.id)
    operations.push({ kind: 'repeal', target: byId(occupied), stub: null });
  return ok(operations);
}

/** Everything in a container moves into a new container in it. */
export function translateSubContainer(instruction: Instruction, { view }: Site): Translation {
  const path = instruction.segments.join('|');
  const place = findPlace(view, instruction.segments);
  if (place === undefined || place.part !== undefined) return failed({ kind: 'target-missing', path });
  const { provision } = place;
  const {
    'num-value': number = '',
    'prefix-value': prefix = '',
    'heading-value': heading = '',
  } = instruction.element.attributes;
  const id = `${instruction.key}/container`;
  const container = new Provision({
    id,
    kind: kindOfContainer(prefix),
    number,
    heading: Text.of(trimmed(heading)),
    attributes: { prefix },
  });
  return ok([
    { kind: 'insert', slot: { at: 'last', target: byId(provision) }, provisions: [container] },
    ...provision.children.map((child): Operation => ({
      kind: 'move',
      target: byId(child),
      slot: { at: 'last', target: { by: 'id', id } },
    })),
  ]);
}

/** Taken out without trace. */
export function translateRemove(instruction: Instruction, { view }: Site): Translation {
  const place = findPlace(view, instruction.segments);
  if (place === undefined || place.part !== undefined)
    return failed({ kind: 'target-missing', path: instruction.segments.join('|') });
  return ok([{ kind: 'repeal', target: byId(place.provision), stub: null }]);
}
