/** The doors to papers: a meeting's pack, minutes and headline report as files. */
import { z } from 'zod';
import { HTML_STYLE_SOURCE } from '../formats/printed/write-html.ts';
import { momentOfPapers } from '../meetings/queries/time.ts';
import type { PrintedDocument } from '../formats/printed/model.ts';
import type { Database } from '../platform/database/tables.ts';
import type { Problem } from '../platform/errors/problem.ts';
import { route, type AnyRoute, type Download } from '../platform/http/route.ts';
import { may } from '../platform/policy/policy.ts';
import { readAt, type Moment } from '../platform/record/moment.ts';
import { ok, type Result } from '../values/result.ts';
import { printDocument } from './print-document.ts';
import { printPack } from './print-pack.ts';
import { documentPaper, packPaper, type DocumentPaperKind } from './queries.ts';
import { PAPER_FORMAT_NAMES, PAPER_FORMATS, renderPaper, type PaperFormat } from './render.ts';

const PaperFormatSchema = z
  .enum(PAPER_FORMAT_NAMES)
  .meta({ id: 'PaperFormat', description: 'pdf (tagged, PDF/UA-1), docx, html (whole in itself), text or md' });

const MeetingReference = z.object({
  ref: z.string().min(1).max(80).meta({ description: 'Reference of the meeting, `CCAG-12`, or its id' }),
});

/** The page's own style and nothing else: no script, no request to anywhere. */
const HTML_POLICY = `default-src 'none'; style-src ${HTML_STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Letters, digits, dots and dashes only: safe in a header and on every disk. */
const fileName = (reference: string, paper: string, ending: string): string =>
  `${reference.replace(/[^A-Za-z0-9.-]+/g, '-')}-${paper}.${ending}`;

/** A paper laid out, with the reference its file is named after. */
interface NamedPaper {
  readonly meeting: string;
  readonly printed: PrintedDocument;
}

async function download(
  { meeting, printed }: NamedPaper,
  name: string,
  format: PaperFormat,
): Promise<Result<Download, Problem>> {
  const rendered = await renderPaper(printed, format);
  if (rendered.kind === 'failed') return rendered;
  const { mediaType, ending } = PAPER_FORMATS[format];
  return ok({
    kind: 'download',
    mediaType,
    fileName: fileName(meeting, name, ending),
    content: rendered.value,
    ...(format === 'html' ? { contentPolicy: HTML_POLICY } : {}),
  });
}

const paperRoute = (
  name: 'pack' | 'minutes' | 'headline',
  operation: string,
  summary: string,
  lay: (database: Database, reference: string, moment: Moment) => Promise<Result<NamedPaper, Problem>>,
): AnyRoute =>
  route({
    method: 'GET',
    path: `/api/meetings/:ref/papers/${name}`,
    operation,
    summary,
    description:
      'Built from the record as at the meeting, or as it stands now for a meeting still to come and for one entered afterwards; `asAt` chooses another moment. The paper names the moment it was read at.',
    policy: may('read', 'paper'),
    params: MeetingReference,
    query: z.object({ format: PaperFormatSchema.default('pdf') }),
    answer: z.any(),
    sends: 'download',
    handle: async ({ params, query }, context) => {
      const moment =
        context.moment.kind === 'as-at' ? context.moment : await momentOfPapers(context.database, params.ref);
      const laid = await readAt(context.database, moment, (database) => lay(database, params.ref, moment));
      return laid.kind === 'failed' ? laid : download(laid.value, name, query.format);
    },
  });

const layDocument =
  (kind: DocumentPaperKind) =>
  async (database: Database, reference: string, moment: Moment): Promise<Result<NamedPaper, Problem>> => {
    const paper = await documentPaper(database, reference, kind, moment);
    return paper.kind === 'failed' ? paper : ok({ meeting: paper.value.meeting, printed: printDocument(paper.value) });
  };

export const routes: readonly AnyRoute[] = [
  paperRoute(
    'pack',
    'printPack',
    'The pack of a meeting as a file; reading it in again gives the same record.',
    async (database, reference, moment) => {
      const paper = await packPaper(database, reference, moment);
      return paper.kind === 'failed' ? paper : ok({ meeting: paper.value.reference, printed: printPack(paper.value) });
    },
  ),
  paperRoute(
    'minutes',
    'printMinutes',
    'The minutes of a meeting as a file: the version last issued or, before there is one, a draft out of the record.',
    layDocument('minutes'),
  ),
  paperRoute(
    'headline',
    'printHeadlineReport',
    'The headline report of a meeting as a file: the version last issued or, before there is one, a draft out of the record.',
    layDocument('headline-report'),
  ),
];
