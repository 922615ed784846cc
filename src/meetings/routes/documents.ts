/** HTTP doors to documents: minutes, headline reports, attachments, in versions. */
import { z } from 'zod';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { HistoryEntrySchema } from '../../platform/http/schemas.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import { ok } from '../../values/result.ts';
import { approveDocumentVersion, recordDocumentVersion } from '../commands/documents.ts';
import { DOCUMENT_DESCRIPTION } from '../model/descriptions.ts';
import { DOCUMENT_KINDS } from '../model/document.ts';
import { documentDetail } from '../queries/documents.ts';
import { ask, contentAnswer, historyAnswer } from './context.ts';
import { DocumentBlockSchema, DocumentDetailSchema, Reference, SavedSchema, Title } from './schemas.ts';

export const documentRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/documents/:id',
    operation: 'readDocument',
    summary: 'A document with every version and its content.',
    policy: may('read', 'document'),
    params: Reference,
    answer: DocumentDetailSchema,
    handle: async ({ params }, context) => {
      const found = await ask(context, (database) => documentDetail(database, params.id));
      if (found.kind === 'failed') return found;
      const versions = found.value.versions.map((version) => ({ ...version, content: contentAnswer(version.content) }));
      return ok({ ...found.value, versions, may: abilities(context.actor, 'document') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/documents/:id/history',
    operation: 'readDocumentHistory',
    summary: 'Who changed a document, when, and why.',
    policy: may('read', 'history'),
    params: Reference,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) =>
      context.read(async (database) => ok(await historyAnswer(database, DOCUMENT_DESCRIPTION, params.id))),
  }),
  route({
    method: 'POST',
    path: '/api/documents',
    operation: 'addDocumentVersion',
    summary: 'Adds a draft version of a document of a meeting; the document itself when it is new.',
    policy: may('add', 'document'),
    body: z.object({
      meeting: z.string().max(100).nullable(),
      kind: z.enum(DOCUMENT_KINDS),
      title: Title,
      label: z.string().trim().max(100).optional(),
      version: z.string().trim().min(1).max(20).optional(),
      content: z.array(DocumentBlockSchema).max(5000).optional(),
      changeMarked: z.boolean().optional(),
      fileId: z.string().max(100).nullable().optional(),
    }),
    answer: z.object({ id: z.string(), versionId: z.string(), version: z.string() }),
    status: 201,
    handle: ({ body }, context) =>
      context.command('document.add-version', (command) => recordDocumentVersion(command, body)),
  }),
  route({
    method: 'POST',
    path: '/api/document-versions/:id/approve',
    operation: 'approveDocumentVersion',
    summary: 'Approves a draft at a meeting; approved minutes make their meeting ratified.',
    policy: may('edit', 'document'),
    params: Reference,
    body: z.object({ meeting: z.string().min(1).max(100) }),
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command('document.approve', (command) =>
        approveDocumentVersion(command, params.id, context.ifMatch, body.meeting),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
];
