/**
 * The one way to write. A command is one thing a person can do: one transaction, one entry in the ledger, and, by the
 * database's own triggers, history of every row it touched. If the work answers with a problem, nothing of it stays.
 */
import { sql } from 'kysely';
import { ok, type Result } from '../../values/result.ts';
import type { Database, DatabaseTransaction, Instant } from '../database/tables.ts';
import type { Problem } from '../errors/problem.ts';
import type { Actor } from '../policy/policy.ts';

declare module '../database/tables.ts' {
  interface Tables {
    entry: {
      id: import('kysely').Generated<number>;
      at: Instant;
      actor_id: string;
      actor_name: string;
      command: string;
      reason: string | null;
      request_id: string | null;
    };
  }
}

export interface CommandRequest {
  readonly actor: Actor;
  /** What is done, in dotted words that stay: `action.edit`, `intake.accept`. */
  readonly command: string;
  /** Why, in the actor's words; null when they gave none. */
  readonly reason?: string | null;
  readonly requestId?: string | null;
  /**
   * The instant to record it under; now when absent. Only loading a sample programme sets it, to lay its history out
   * over the months in which it happened. It must not lie before the latest entry nor in the future; when that entry is
   * of the same instant, this one follows it by a microsecond.
   */
  readonly at?: Instant;
}

/** What a command's work is given. */
export interface CommandContext {
  readonly database: DatabaseTransaction;
  readonly actor: Actor;
  readonly at: Instant;
  readonly entry: number;
}

/**
 * Commands run one after another: with a single order of entries, *as at* an instant never changes afterwards, and a
 * sealed ledger stays sealed. Writes are people typing, so the queue is short. The number only has to be ours.
 */
const COMMAND_LOCK = 7_263_413;

/**
 * Runs `work` as one command.
 *
 * @returns what the work returns. When that is a failure, the transaction is rolled back, ledger entry included.
 * @throws whatever the work throws (a bug, or the database gone), also rolled back.
 */
export async function runCommand<Value>(
  database: Database,
  request: CommandRequest,
  work: (context: CommandContext) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  const refusal: { value: Result<Value, Problem> | null } = { value: null };
  const rollback = new Error('rolled back');
  try {
    return await database.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(COMMAND_LOCK)})`.execute(transaction);
      const { entry, at } = await writeEntry(transaction, request);
      const result = await work({ database: transaction, actor: request.actor, at, entry });
      if (result.kind === 'failed') {
        refusal.value = result;
        throw rollback;
      }
      return ok(result.value);
    });
  } catch (error) {
    if (error === rollback && refusal.value !== null) return refusal.value;
    throw error;
  }
}

async function writeEntry(
  transaction: DatabaseTransaction,
  request: CommandRequest,
): Promise<{ entry: number; at: Instant }> {
  // Instants of entries strictly grow, also when the clock stands still or is set back.
  const wanted = request.at ?? null;
  const { rows } = await sql<{ id: number; at: Instant; in_future: boolean; moved_on: boolean | null }>`
    insert into public.entry (at, actor_id, actor_name, command, reason, request_id)
    select greatest(coalesce(${wanted}::timestamptz, clock_timestamp()), coalesce(max(at) + interval '1 microsecond', '-infinity')),
      ${request.actor.id}, ${request.actor.name}, ${request.command}, ${request.reason ?? null}, ${request.requestId ?? null}
    from public.entry
    returning id, at, at > clock_timestamp() as in_future, at > ${wanted}::timestamptz + interval '1 second' as moved_on`.execute(
    transaction,
  );
  const row = rows[0];
  if (row === undefined) throw new Error('The ledger returned no entry');
  // The database compares: as text, an instant on the full second sorts after its own fractions.
  if (wanted !== null && row.moved_on === true)
    throw new Error(`A command cannot be recorded under ${wanted}: the ledger already reaches beyond that`);
  if (wanted !== null && row.in_future) throw new Error(`A command cannot be recorded in the future (${wanted})`);
  await sql`select set_config('pandect.entry', ${String(row.id)}, true), set_config('pandect.entry_at', ${row.at}, true)`.execute(
    transaction,
  );
  return { entry: row.id, at: row.at };
}
