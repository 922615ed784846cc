import type { Operation } from '../../../legaltext/operation.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';
import { translateFindReplace } from './find-replace.ts';
import { translateInsert } from './insert.ts';
import { translateRepeal } from './repeal.ts';
import { translateReplace } from './replace.ts';
import { translateRecodify, translateRedesignate, translateRemove, translateSubContainer } from './restructure.ts';
import type { Site } from './site.ts';

/**
 * The operations that an instruction comes to on the text it meets, or why it comes to none. Pure: the same instruction
 * on the same text gives the same operations. An instruction that is not in force does nothing, but for what would be
 * put in, which leaves a placeholder.
 */
export function translate(instruction: Instruction, site: Site): Result<readonly Operation[], InstructionFailure> {
  const { kind, inForce, segments } = instruction;
  if (kind === 'unknown')
    return failed({
      kind: 'not-understood',
      what: `the element "${instruction.element.name}" is no instruction that is known`,
    });
  // Without a path the whole code is pointed to: words may be looked for in all of it, but it is not repealed or moved.
  if (segments.length === 0 && kind !== 'insert' && kind !== 'organic' && kind !== 'find-replace')
    return failed({ kind: 'target-missing', path: '' });
  if (!inForce && kind !== 'insert' && kind !== 'organic') return ok([]);
  switch (kind) {
    case 'insert':
    case 'organic':
      return translateInsert(instruction, site);
    case 'replace':
      return translateReplace(instruction, site);
    case 'repeal':
      return translateRepeal(instruction, site);
    case 'find-replace':
      return translateFindReplace(instruction, site);
    case 'redesignate-para':
      return translateRedesignate(instruction, site);
    case 'recodify-section':
      return translateRecodify(instruction, site);
    case 'create-sub-container':
      return translateSubContainer(instruction, site);
    case 'remove':
      return translateRemove(instruction, site);
  }
}
