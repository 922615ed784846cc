/** Small builders for the tests of the plan. */
import type { Database } from '../platform/database/tables.ts';
import type { Problem } from '../platform/errors/problem.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { runCommand, type CommandContext } from '../platform/record/command.ts';
import { readPartialDate, type PartialDate } from '../values/partial-date.ts';
import type { Result } from '../values/result.ts';

export const secretariat: Actor = { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'] };

/** Runs one command as the secretariat and gives its value; a refusal fails the test. */
export async function doing<Value>(
  database: Database,
  work: (context: CommandContext) => Promise<Result<Value, Problem>>,
): Promise<Value> {
  const result = await attempting(database, work);
  if (result.kind === 'failed') throw new Error(result.failure.detail);
  return result.value;
}

/** Runs one command as the secretariat. */
export const attempting = <Value>(
  database: Database,
  work: (context: CommandContext) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> => runCommand(database, { actor: secretariat, command: 'test' }, work);

/** `on('26/4/23')`. */
export const on = (words: string): PartialDate => readPartialDate(words);
