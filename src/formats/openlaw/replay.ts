import { Draft } from '../../legaltext/draft.ts';
import type { Operation } from '../../legaltext/operation.ts';
import type { OperationFailure } from '../../legaltext/operation-failure.ts';
import { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { titleOfPath } from './code-place.ts';
import { collectInstructions, type Collection } from './collect-instructions.ts';
import type { InstructionFailure } from './instruction.ts';
import type { InstructionKind } from './list-instructions.ts';
import type { Pack } from './read-pack.ts';
import type { PackRefusal } from './refusal.ts';
import { renderBase } from './render-base.ts';
import { knownPlaces } from './translate/site.ts';
import { translate } from './translate/translate.ts';

/** One instruction as it was carried out. */
export interface ReplayedInstruction {
  readonly key: string;
  readonly law: string;
  /** The paragraph of the law that holds it: `§2|(a)|(1)`. */
  readonly lawPath: string;
  readonly date: string;
  readonly kind: InstructionKind;
  readonly inForce: boolean;
  /** The path in the code that it points to. */
  readonly target: string;
  /** What it came to on the text it met; those that failed included. */
  readonly operations: readonly Operation[];
  readonly failure: InstructionFailure | OperationFailure | null;
}

export interface Replayed {
  readonly base: Version;
  readonly version: Version;
  readonly instructions: readonly ReplayedInstruction[];
  /** How many instructions point to titles that are not in the pack, and were passed over. */
  readonly outside: number;
}

/** Carries out the instructions of a pack on its code. */
export function replay(
  pack: Pack,
  options: { until?: string; without?: ReadonlySet<string> } = {},
): Result<Replayed, PackRefusal> {
  const base = Version.of(pack.code);
  if (base.kind === 'failed')
    return failed({ kind: 'pack-refusal', file: 'base/index.xml', message: base.failure.message });
  const { titles, publicationDate } = pack.manifest;
  const titleNumbers = new Set([...titles, ...pack.code.children.map((title) => title.number)]);
  const isTitle = (segment: string): boolean => titleNumbers.has(segment);
  const collection: Collection = collectInstructions(pack.laws, pack.codeName, isTitle, {
    until: options.until ?? publicationDate,
    ...(options.without === undefined ? {} : { without: options.without }),
  });
  const library = { laws: collection.library, applicability: collection.applicability, titles };
  const printed = renderBase(base.value, collection.library, knownPlaces(library));
  const draft = new Draft(printed);
  const instructions: ReplayedInstruction[] = [];
  let outside = 0;
  for (const each of collection.collected) {
    const { instruction } = each;
    const { key, law, lawPath, date, kind, inForce } = instruction;
    const row = { key, law, lawPath, date, kind, inForce, target: instruction.segments.join('|') };
    if (each.kind === 'unresolved') {
      instructions.push({ ...row, operations: [], failure: each.failure });
      continue;
    }
    const title = titleOfPath(instruction.segments);
    if (title !== undefined && !titles.has(title)) {
      outside += 1;
      continue;
    }
    const translated = translate(instruction, { view: draft, library });
    if (translated.kind === 'failed') {
      instructions.push({ ...row, operations: [], failure: translated.failure });
      continue;
    }
    let failure: OperationFailure | null = null;
    for (const operation of translated.value) failure ??= draft.apply(operation);
    instructions.push({ ...row, operations: translated.value, failure });
  }
  return ok({ base: printed, version: draft.version(), instructions, outside });
}
