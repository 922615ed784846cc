/** The doors to the links of a record: the same two for every kind that people link from its own page. */
import { z } from 'zod';
import type { Result } from '../../values/result.ts';
import { failed } from '../../values/result.ts';
import type { Database } from '../database/tables.ts';
import { problem, type Problem } from '../errors/problem.ts';
import { may, type Resource } from '../policy/policy.ts';
import type { CommandContext } from '../record/command.ts';
import { linkRecords, unlinkRecords } from '../record/linking.ts';
import type { RecordKey } from '../record/links.ts';
import { route, type AnyRoute } from './route.ts';
import { RecordKeySchema } from './schemas.ts';

/** A kind of record that can be linked from its own page. */
export interface LinkedKind {
  /** The kind as links name it; whoever may edit such a record may link it. */
  readonly kind: Resource;
  /** In paths: `actions`. */
  readonly plural: string;
  /** In operation ids, `Action`, and in sentences, `an action`. */
  readonly operation: string;
  readonly one: string;
  /** The record of an id or reference as people write it. */
  readonly named: (context: CommandContext, idOrReference: string) => Promise<Result<{ readonly id: string }, Problem>>;
  /** Whether the capability keeps records of the other's kind and has none of that id; other kinds are taken at their word. */
  readonly isGone: (database: Database, other: RecordKey) => Promise<boolean>;
}

const Named = z.object({ id: z.string().min(1).max(100) });
const NamedLink = Named.extend({ kind: z.string().min(1).max(100), linked: z.string().min(1).max(100) });

/** `POST /api/<plural>/:id/links` and `DELETE /api/<plural>/:id/links/:kind/:linked`. */
export function linkRoutesOf({ kind, plural, operation, one, named, isGone }: LinkedKind): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: `/api/${plural}/:id/links`,
      operation: `link${operation}`,
      summary: `Links ${one} with another record, named as /api/resolve answers.`,
      description:
        'An action concerns and a decision is about the other record, from whichever of the two they are linked. A link that is there already stays as it is.',
      policy: may('edit', kind),
      params: Named,
      body: RecordKeySchema,
      answer: RecordKeySchema,
      status: 201,
      handle: ({ params, body }, context) =>
        context.command(`${kind}.link`, async (command) => {
          const here = await named(command, params.id);
          if (here.kind === 'failed') return here;
          if (await isGone(command.database, body))
            return failed(
              problem('not-found', 'That record is not there any more. Look it up again by its reference.'),
            );
          return linkRecords(command, { kind, id: here.value.id }, body);
        }),
    }),
    route({
      method: 'DELETE',
      path: `/api/${plural}/:id/links/:kind/:linked`,
      operation: `unlink${operation}`,
      summary: `Takes away the link of ${one} with another record; the history keeps it.`,
      policy: may('edit', kind),
      params: NamedLink,
      answer: z.null(),
      status: 204,
      handle: ({ params }, context) =>
        context.command(`${kind}.unlink`, async (command) => {
          const here = await named(command, params.id);
          if (here.kind === 'failed') return here;
          return unlinkRecords(command, { kind, id: here.value.id }, { kind: params.kind, id: params.linked });
        }),
    }),
  ];
}
