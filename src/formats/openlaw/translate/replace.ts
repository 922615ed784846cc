import type { Operation } from '../../../legaltext/operation.ts';
import type { Provision } from '../../../legaltext/provision.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { standingIn } from '../citations.ts';
import { findPlace, sectionOf, type Part } from '../code-place.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';
import { codeNumber } from '../law-library.ts';
import { leafText, provisionOfElement, provisionsOfBlock } from '../provision-of-element.ts';
import { childOf, elementsOf } from '../scan-xml/look-into.ts';
import type { XmlElement } from '../scan-xml/xml-element.ts';
import { contentReading, type Site } from './site.ts';

type Translation = Result<readonly Operation[], InstructionFailure>;

/**
 * Puts what the instruction carries in the place of its target. What takes the place of a provision is that provision in
 * other words: it keeps the identity, and a section keeps its number in the code unless it is given another.
 */
export function translateReplace(instruction: Instruction, site: Site): Translation {
  const { view } = site;
  const path = instruction.segments.join('|');
  const place = findPlace(view, instruction.segments);
  if (place === undefined) return failed({ kind: 'target-missing', path });
  const { provision, part } = place;
  const elements = instruction.content.filter((node): node is XmlElement => typeof node !== 'string');
  if (part !== undefined) return replacePart(instruction, site, provision, part, elements);
  const section = sectionOf(view, provision);
  const provisions: Provision[] = [];
  for (const [index, element] of elements.entries()) {
    const isFirst = index === 0;
    const number = isFirst ? numberFor(instruction, element, provision) : codeNumber(element);
    const standing = standingIn(view, provision, provision.kind === 'section' ? number : section?.number);
    const reading = contentReading(instruction, site, standing, { element, number });
    const read =
      element.name === 'para' || element.name === 'section' || element.name === 'container'
        ? [provisionOfElement(element, provision.id, reading)]
        : provisionsOfBlock(element, provision.id, reading);
    for (const each of read) provisions.push(provisions.length === 0 ? each.with({ id: provision.id }) : each);
  }
  if (provisions.length === 0) return failed({ kind: 'nothing-to-write', what: 'it carries nothing to put in place' });
  return ok([{ kind: 'replace', target: { by: 'id', id: provision.id }, provisions, children: 'replaced' }]);
}

function numberFor({ element }: Instruction, content: XmlElement, target: Provision): string {
  const given = element.attributes['num-value'] ?? childOf(content, 'num')?.attributes['codify:value'];
  if (given !== undefined) return given;
  return target.kind === 'section' && content.name === 'section' ? target.number : codeNumber(content);
}

function replacePart(
  instruction: Instruction,
  site: Site,
  provision: Provision,
  part: Part,
  elements: readonly XmlElement[],
): Translation {
  const path = instruction.segments.join('|');
  const element = elements.find((each) => each.name === part) ?? elements.flatMap((each) => elementsOf(each, part))[0];
  if (element === undefined) return failed({ kind: 'nothing-to-write', what: `it carries no ${part}` });
  const target = { by: 'id', id: provision.id } as const;
  const text = leafText(element, contentReading(instruction, site, standingIn(site.view, provision)));
  if (part === 'num') return ok([{ kind: 'renumber', target, number: text.words }]);
  if (part === 'heading') return ok([{ kind: 'set-heading', target, heading: text }]);
  if (text.isEmpty) return failed({ kind: 'not-for-target', path, what: 'words are not replaced by none' });
  const textPart = part === 'aftertext' ? 'tail' : part;
  const selection = { by: 'span', part: textPart, start: 0, end: provision[textPart].words.length } as const;
  return ok([{ kind: 'substitute', target, selection, replacement: text }]);
}
