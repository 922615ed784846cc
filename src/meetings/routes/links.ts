/** HTTP doors to the links of actions and decisions. The other record is named by kind and id, as `/api/resolve` answers. */
import { z } from 'zod';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { may } from '../../platform/policy/policy.ts';
import { linkAction, linkDecision, unlinkAction, unlinkDecision } from '../commands/links.ts';
import { RecordKeySchema, Reference } from './schemas.ts';

const LinkReference = Reference.extend({ kind: z.string().min(1).max(100), linked: z.string().min(1).max(100) });

export const linkRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/actions/:id/links',
    operation: 'linkAction',
    summary: 'Says that an action concerns another record, named as /api/resolve answers.',
    description: 'A link that is there already stays as it is.',
    policy: may('edit', 'action'),
    params: Reference,
    body: RecordKeySchema,
    answer: RecordKeySchema,
    status: 201,
    handle: ({ params, body }, context) =>
      context.command('action.link', (command) => linkAction(command, params.id, body)),
  }),
  route({
    method: 'DELETE',
    path: '/api/actions/:id/links/:kind/:linked',
    operation: 'unlinkAction',
    summary: 'Takes away what an action was said to concern; the history keeps it.',
    policy: may('edit', 'action'),
    params: LinkReference,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('action.unlink', (command) =>
        unlinkAction(command, params.id, { kind: params.kind, id: params.linked }),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/decisions/:id/links',
    operation: 'linkDecision',
    summary: 'Says that a decision is about another record, named as /api/resolve answers.',
    description: 'A link that is there already stays as it is.',
    policy: may('edit', 'decision'),
    params: Reference,
    body: RecordKeySchema,
    answer: RecordKeySchema,
    status: 201,
    handle: ({ params, body }, context) =>
      context.command('decision.link', (command) => linkDecision(command, params.id, body)),
  }),
  route({
    method: 'DELETE',
    path: '/api/decisions/:id/links/:kind/:linked',
    operation: 'unlinkDecision',
    summary: 'Takes away what a decision was said to be about; the history keeps it.',
    policy: may('edit', 'decision'),
    params: LinkReference,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('decision.unlink', (command) =>
        unlinkDecision(command, params.id, { kind: params.kind, id: params.linked }),
      ),
  }),
];
