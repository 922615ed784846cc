import type { Operation } from '../../../legaltext/operation.ts';
import type { Provision } from '../../../legaltext/provision.ts';
import { Text } from '../../../legaltext/text.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { standingIn } from '../citations.ts';
import { findPlace } from '../code-place.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';
import { placeholderAttributes, reasonNote, type Site } from './site.ts';

const REPEALED = 'Repealed';

/**
 * A repealed section or paragraph keeps its number and heading and says that it is repealed (in brackets in an enacted
 * title, whose words are the legislature's); of a container, every section in it.
 */
export function translateRepeal(
  instruction: Instruction,
  { view }: Site,
): Result<readonly Operation[], InstructionFailure> {
  const path = instruction.segments.join('|');
  const place = findPlace(view, instruction.segments);
  if (place === undefined) return failed({ kind: 'target-missing', path });
  const { provision, part } = place;
  if (part !== undefined) {
    if (part === 'num') return failed({ kind: 'not-for-target', path, what: 'a number is not repealed' });
    const textPart = part === 'aftertext' ? 'tail' : part;
    const end = provision[textPart].words.length;
    const selection = { by: 'span', part: textPart, start: 0, end } as const;
    return ok([{ kind: 'substitute', target: { by: 'id', id: provision.id }, selection, replacement: Text.EMPTY }]);
  }
  const isEnacted = standingIn(view, provision).containers[0]?.attributes['enacted'] === 'true';
  const words = isEnacted ? `[${REPEALED}].` : `${REPEALED}.`;
  const targets = sectionsOrSelf(provision);
  return ok(targets.flatMap((target) => stubOperations(target, words, `${instruction.key}/reason/${target.id}`)));
}

function sectionsOrSelf(provision: Provision): Provision[] {
  if (provision.kind === 'section' || provision.kind === 'paragraph') return [provision];
  const sections: Provision[] = [];
  const walk = (at: Provision): void => {
    for (const child of at.children)
      if (child.kind === 'section') sections.push(child);
      else walk(child);
  };
  walk(provision);
  return sections;
}

/** What makes a provision a stub that says `words`, with the reason first where it is a section. */
export function stubOperations(
  target: Provision,
  words: string,
  reasonId: string,
  placeholder = REPEALED,
): Operation[] {
  const attributes = { ...target.attributes, ...placeholderAttributes(placeholder) };
  const stub: Operation = {
    kind: 'repeal',
    target: { by: 'id', id: target.id },
    stub: { text: Text.of(words), attributes },
  };
  if (target.kind !== 'section') return [stub];
  const reason = reasonNote(reasonId, placeholder);
  return [stub, { kind: 'insert', slot: { at: 'first', target: { by: 'id', id: target.id } }, provisions: [reason] }];
}
