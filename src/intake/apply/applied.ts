/** What writing one record of a pack came to: which record of the programme it is. */
import type { PackContents, PackRecord } from '../../formats/pack/model.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import type { Result } from '../../values/result.ts';

export interface Applied {
  readonly source: PackRecord;
  /** Kind and id of the record it was written to. */
  readonly kind: string;
  readonly id: string;
}

/** What a step is given: the command it runs in, the whole pack, and what earlier steps wrote. */
export interface ApplyInput {
  readonly context: CommandContext;
  readonly contents: PackContents;
  readonly intakeId: string;
  /** The record that a pack record (by key) was written to, so that later steps can link to it. */
  readonly written: ReadonlyMap<string, Applied>;
}

/** Writes the pack's records of one kind. Steps run in the order in which records depend on each other. */
export type ApplyStep = (input: ApplyInput) => Promise<Result<readonly Applied[], Problem>>;
