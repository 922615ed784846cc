/** A printed paper as the bytes of a file, in the format asked for. */
import { writeDocx } from '../formats/docx-writer/write-docx.ts';
import type { PrintedDocument } from '../formats/printed/model.ts';
import { writeHtml } from '../formats/printed/write-html.ts';
import { writeMarkdown } from '../formats/printed/write-markdown.ts';
import { writeText } from '../formats/printed/write-text.ts';
import { writePdf } from '../formats/typst/write-pdf.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import { failed, ok, type Result } from '../values/result.ts';

/** The formats of papers, and the media type and file ending of each. */
export const PAPER_FORMATS = {
  pdf: { mediaType: 'application/pdf', ending: 'pdf' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  html: { mediaType: 'text/html; charset=utf-8', ending: 'html' },
  text: { mediaType: 'text/plain; charset=utf-8', ending: 'txt' },
  md: { mediaType: 'text/markdown; charset=utf-8', ending: 'md' },
} as const;
export type PaperFormat = keyof typeof PAPER_FORMATS;

export const PAPER_FORMAT_NAMES = ['pdf', 'docx', 'html', 'text', 'md'] as const satisfies readonly PaperFormat[];

/** Makes the file. Fails with `not-available` where this machine cannot make PDFs. */
export async function renderPaper(paper: PrintedDocument, format: PaperFormat): Promise<Result<Uint8Array, Problem>> {
  switch (format) {
    case 'pdf': {
      const written = writePdf(paper);
      return written.kind === 'ok'
        ? ok(written.value.content)
        : failed(problem('not-available', written.failure.message));
    }
    case 'docx':
      return ok(await writeDocx(paper));
    case 'html':
      return ok(writeHtml(paper));
    case 'text':
      return ok(writeText(paper));
    case 'md':
      return ok(writeMarkdown(paper));
  }
}
