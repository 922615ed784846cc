import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOWLEDGE } from '../formats/pack/default-knowledge.ts';
import type { PackContents } from '../formats/pack/model.ts';
import { recognisePack } from '../formats/pack/recognise.ts';
import { readDocument } from '../formats/read-document/read-document.ts';
import type { PackPaper } from './model.ts';
import { printPack } from './print-pack.ts';
import { PAPER_FORMATS, renderPaper, type PaperFormat } from './render.ts';
import { factsOfContents, factsOfPaper } from './testing/facts.ts';
import { packArbitrary } from './testing/pack-arbitrary.ts';
import { RICH_PACK } from './testing/rich-pack.ts';

const READ_AGAIN = ['text', 'md', 'docx', 'pdf'] as const satisfies readonly PaperFormat[];

/** Out as a file and in again. */
async function thereAndBack(paper: PackPaper, format: PaperFormat): Promise<PackContents> {
  const rendered = await renderPaper(printPack(paper), format);
  if (rendered.kind === 'failed') throw new Error(rendered.failure.detail);
  const read = await readDocument(rendered.value, `pack.${PAPER_FORMATS[format].ending}`);
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return recognisePack(read.value, DEFAULT_KNOWLEDGE);
}

describe('a pack that goes out and comes in again', { timeout: 60_000 }, () => {
  it.each(READ_AGAIN)('gives the same record as %s', async (format) => {
    expect(factsOfContents(await thereAndBack(RICH_PACK, format))).toEqual(factsOfPaper(RICH_PACK));
  });

  it.each(READ_AGAIN)('is read to nearly the last word as %s', async (format) => {
    const contents = await thereAndBack(RICH_PACK, format);
    expect(contents.coverage + contents.structureCoverage).toBeGreaterThan(0.9);
  });

  it('knows the page of each agenda item in a PDF', async () => {
    const contents = await thereAndBack(RICH_PACK, 'pdf');
    const pages = contents.agendaItems.map((item) => item.page?.value ?? 0);
    expect(pages[0]).toBeGreaterThan(1);
    expect([...pages].sort((a, b) => a - b)).toEqual(pages);
  });

  it.each([
    ['text', 40],
    ['md', 40],
    ['docx', 5],
    ['pdf', 5],
  ] as const)('keeps words full of marks, tags and other scripts as %s', async (format, numRuns) => {
    await fc.assert(
      fc.asyncProperty(packArbitrary, async (paper) => {
        expect(factsOfContents(await thereAndBack(paper, format))).toEqual(factsOfPaper(paper));
      }),
      { numRuns },
    );
  });
});
