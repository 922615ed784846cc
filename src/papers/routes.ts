/** The doors to papers. */
import { z } from 'zod';
import { route, type AnyRoute } from '../platform/http/route.ts';
import { may } from '../platform/policy/policy.ts';
import { HTML_STYLE_SOURCE } from '../formats/printed/write-html.ts';
import { ok } from '../values/result.ts';
import { printPack } from './print-pack.ts';
import { packPaper } from './queries.ts';
import { PAPER_FORMAT_NAMES, PAPER_FORMATS, renderPaper } from './render.ts';

const PaperFormatSchema = z
  .enum(PAPER_FORMAT_NAMES)
  .meta({ id: 'PaperFormat', description: 'pdf (tagged, PDF/UA-1), docx, html (one file), text or md' });

/** The page's own style and nothing else: no script, no request to anywhere. */
const HTML_POLICY = `default-src 'none'; style-src ${HTML_STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Letters, digits, dots and dashes only: safe in a header and on every disk. */
const fileName = (reference: string, paper: string, ending: string): string =>
  `${reference.replace(/[^A-Za-z0-9.-]+/g, '-')}-${paper}.${ending}`;

export const routes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/meetings/:ref/papers/pack',
    operation: 'printPack',
    summary: 'The pack of a meeting as a file, out of the record at the moment asked for.',
    description:
      'Built from the live record, now or `asAt` an instant or meeting. The paper names the instant it was read at. Reading it in again gives the same record.',
    policy: may('read', 'paper'),
    params: z.object({
      ref: z.string().min(1).max(80).meta({ description: 'Reference of the meeting, `CCAG-12`, or its id' }),
    }),
    query: z.object({ format: PaperFormatSchema.default('pdf') }),
    answer: z.any(),
    sends: 'download',
    handle: async ({ params, query }, context) => {
      const paper = await context.read((database) => packPaper(database, params.ref, context.moment));
      if (paper.kind === 'failed') return paper;
      const rendered = await renderPaper(printPack(paper.value), query.format);
      if (rendered.kind === 'failed') return rendered;
      const { mediaType, ending } = PAPER_FORMATS[query.format];
      const { group, number, extraordinary, date } = paper.value;
      const reference = `${extraordinary ? 'e' : ''}${group.shortName}-${number ?? date ?? 'meeting'}`;
      return ok({
        kind: 'download',
        mediaType,
        fileName: fileName(reference, 'pack', ending),
        content: rendered.value,
        ...(query.format === 'html' ? { contentPolicy: HTML_POLICY } : {}),
      });
    },
  }),
];
