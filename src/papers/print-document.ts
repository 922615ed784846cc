/** A meeting's own document (minutes, a headline report) as a printed paper. */
import type { DocumentBlock } from '../meetings/model/document.ts';
import {
  paragraphsOf,
  printable,
  wordsCell,
  type PrintedBlock,
  type PrintedDocument,
} from '../formats/printed/model.ts';
import { paperInstant } from './words.ts';

/** A document as its author structured it, with what a reader must know of where it comes from. */
export interface DocumentPaper {
  readonly title: string;
  /** `CCAG-12`. */
  readonly meeting: string;
  /** `Minutes`. */
  readonly kind: string;
  /** `Version 1.0, approved at CCAG-13`, or that it is a draft out of the record. */
  readonly standing: string;
  /** The instant at which the record was read, ISO 8601 in UTC. */
  readonly asAt: string;
  readonly content: readonly DocumentBlock[];
}

const LEVELS = [1, 2, 3] as const;

/** Column widths by how much stands in each column, so that a column of dates stays narrow. */
function widthsOf(heading: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  return heading.map((name, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, (row[at] ?? '').length), name.length);
    return Math.min(Math.max(longest, 6), 45) + 3;
  });
}

function blockOf(block: DocumentBlock, deepest: number): PrintedBlock[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          kind: 'heading',
          level: LEVELS[Math.min(Math.max(1, block.level), deepest, 3) - 1] ?? 3,
          text: printable(block.text),
        },
      ];
    case 'paragraph':
      return paragraphsOf(block.text).map((text) => ({ kind: 'paragraph', style: 'body', runs: [{ text }] }));
    case 'list':
      return block.items.length === 0
        ? []
        : [{ kind: 'list', ordered: block.ordered, items: block.items.map((text) => [{ text: printable(text) }]) }];
    case 'table': {
      const widths = widthsOf(block.heading, block.rows);
      return [
        {
          kind: 'table',
          summary: `Table of ${block.heading.map(printable).join(', ')}`,
          columns: block.heading.map((heading, at) => ({ heading: printable(heading), width: widths[at] ?? 1 })),
          rows: block.rows.map((row) => block.heading.map((_, at) => wordsCell(row[at] ?? ''))),
        },
      ];
    }
  }
}

/** Lays a document out as a printed paper. Headings never skip a level: what does is raised to the next one. */
export function printDocument(paper: DocumentPaper): PrintedDocument {
  const record = `The record as at ${paperInstant(paper.asAt)}.`;
  const blocks: PrintedBlock[] = [];
  let depth = 0;
  // The title stands on the cover already.
  const content = paper.content.filter((block, at) => at > 0 || block.kind !== 'heading' || block.text !== paper.title);
  const outermost = Math.min(...content.map((block) => (block.kind === 'heading' ? block.level : 9)));
  for (const block of content) {
    const raised = block.kind === 'heading' ? { ...block, level: block.level - outermost + 1 } : block;
    const printed = blockOf(raised, depth + 1);
    for (const one of printed) if (one.kind === 'heading') depth = one.level;
    blocks.push(...printed);
  }
  return {
    kind: 'printed-document',
    title: printable(paper.title),
    cover: {
      title: printable(paper.title),
      lines: [printable(paper.standing)],
      remark: `${record} What the record has learnt since is not in this paper.`,
    },
    header: `${printable(paper.meeting)} · ${printable(paper.kind)}`,
    footer: record,
    blocks,
  };
}
