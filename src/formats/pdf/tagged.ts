import { areBlank, joinWords, type Words } from '../document/writer.ts';
import { joinRuns } from './join-runs.ts';
import type { PageContent, Run, StructureNode } from './page.ts';

/** A cell with its paragraphs (those of other pages blank), and how far from the left its words start (undefined where it has none). */
export interface TaggedCell {
  readonly paragraphs: readonly Words[];
  readonly left: number | undefined;
}

export interface TaggedItem {
  readonly words: Words;
  readonly marker: string;
  readonly level: number;
}

/** A block as the structure tree tells it. */
export type TaggedBlock =
  | { readonly kind: 'heading'; readonly words: Words; readonly level: number }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly contents: boolean }
  | { readonly kind: 'footnote'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly TaggedItem[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly TaggedCell[])[];
      readonly pageOfRow: readonly number[];
    };

type Runs = ReadonlyMap<string, readonly Run[]>;

// Standard structure types: ISO 32000-1, 14.8.4, and ISO 32000-2, 14.8.4.
const INLINE = new Set([
  'Span',
  'Link',
  'Quote',
  'Em',
  'Strong',
  'Code',
  'Reference',
  'Lbl',
  'Sub',
  'BibEntry',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Form',
  'Formula',
]);
const CELLS = new Set(['TD', 'TH']);
const BLOCKS = new Set(['P', 'L', 'Table', 'TOC', 'Caption', 'BlockQuote', 'Div', 'Sect', 'Part', 'Art']);

const isNode = (child: StructureNode | string): child is StructureNode => typeof child !== 'string';

/** All runs under `node`, in reading order; `skip` leaves out nodes of some roles. */
function runsUnder(node: StructureNode, runs: Runs, skip: ReadonlySet<string> = new Set()): readonly Run[] {
  return node.children.flatMap((child): readonly Run[] => {
    if (!isNode(child)) return runs.get(child) ?? [];
    return skip.has(child.role) ? [] : runsUnder(child, runs, skip);
  });
}

const wordsUnder = (node: StructureNode, runs: Runs, skip?: ReadonlySet<string>): Words =>
  joinRuns(runsUnder(node, runs, skip));

const headingLevel = (role: string): number | undefined => {
  if (role === 'Title' || role === 'H') return 1;
  const level = /^H(\d+)$/u.exec(role)?.[1];
  return level === undefined ? undefined : Number(level);
};

/** True for what only parts the words of a paragraph: inline roles, and roles without meaning around no block. */
function isInline(node: StructureNode): boolean {
  if (INLINE.has(node.role)) return true;
  return (node.role === 'NonStruct' || node.role === 'Private') && !holdsBlock(node);
}

const holdsBlock = (node: StructureNode): boolean =>
  node.children.some(
    (child) => isNode(child) && (BLOCKS.has(child.role) || headingLevel(child.role) !== undefined || holdsBlock(child)),
  );

/** The items of a list, those of lists inside it one level deeper, each at its place. */
function itemsOf(list: StructureNode, runs: Runs, level: number): readonly TaggedItem[] {
  return list.children.filter(isNode).flatMap((child): readonly TaggedItem[] => {
    if (child.role === 'L') return itemsOf(child, runs, level + 1);
    const inner = nestedLists(child);
    const label = findRole(child, 'Lbl');
    const words = wordsUnder(child, runs, new Set(['Lbl', 'L']));
    const printed = label === undefined ? '' : joinWords(wordsUnder(label, runs)).trim();
    // Browsers draw their bullets as pictures, which have no words.
    const marker = printed === '' ? '•' : printed;
    return [{ words, marker, level }, ...inner.flatMap((nested) => itemsOf(nested, runs, level + 1))];
  });
}

function nestedLists(node: StructureNode): readonly StructureNode[] {
  return node.children.filter(isNode).flatMap((child) => (child.role === 'L' ? [child] : nestedLists(child)));
}

function findRole(node: StructureNode, role: string): StructureNode | undefined {
  for (const child of node.children) {
    if (!isNode(child) || child.role === 'L') continue;
    const found = child.role === role ? child : findRole(child, role);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A cell's paragraphs. Numbers of lists stay with their words; bullets say nothing in a row and go. */
function paragraphsOfCell(cell: StructureNode, runs: Runs, page: number): readonly Words[] {
  return blocksUnder(cell, runs, page).flatMap((block): readonly Words[] => {
    if (block.kind === 'table')
      return block.rows.map((row) =>
        row.flatMap(({ paragraphs }) => paragraphs.flatMap((words) => [...words, { text: ' ' }])),
      );
    if (block.kind === 'list')
      return block.items.map(({ marker, words }) =>
        /[\p{L}\p{N}]/u.test(marker) ? [{ text: `${marker} ` }, ...words] : words,
      );
    return [block.words];
  });
}

function rowsOf(table: StructureNode, runs: Runs, page: number): readonly (readonly TaggedCell[])[] {
  return table.children.filter(isNode).flatMap((child) => {
    if (child.role !== 'TR') return CELLS.has(child.role) || child.role === 'Caption' ? [] : rowsOf(child, runs, page);
    const cells = child.children.filter(isNode).filter((cell) => CELLS.has(cell.role));
    return [
      cells.map((cell): TaggedCell => {
        const own = runsUnder(cell, runs).filter((run) => run.text.trim() !== '');
        const left = own.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY);
        return {
          paragraphs: paragraphsOfCell(cell, runs, page),
          left: Number.isFinite(left) ? left : undefined,
        };
      }),
    ];
  });
}

/** Blocks under `node`. Words that stand straight in a container make a paragraph with the inline nodes beside them. */
export function blocksUnder(node: StructureNode, runs: Runs, page: number): readonly TaggedBlock[] {
  const blocks: TaggedBlock[] = [];
  let loose: Run[] = [];
  const flush = (): void => {
    blocks.push({ kind: 'paragraph', words: joinRuns(loose), contents: false });
    loose = [];
  };
  for (const child of node.children) {
    if (!isNode(child)) {
      for (const run of runs.get(child) ?? []) loose.push(run);
      continue;
    }
    if (isInline(child)) {
      for (const run of runsUnder(child, runs)) loose.push(run);
      continue;
    }
    flush();
    for (const block of blocksOf(child, runs, page)) blocks.push(block);
  }
  flush();
  return blocks;
}

function blocksOf(node: StructureNode, runs: Runs, page: number): readonly TaggedBlock[] {
  const level = headingLevel(node.role);
  if (level !== undefined) return [{ kind: 'heading', words: wordsUnder(node, runs), level }];
  switch (node.role) {
    case 'P':
    case 'Caption':
    case 'BlockQuote':
      return blocksUnder(node, runs, page);
    case 'TOCI':
      return [{ kind: 'paragraph', words: wordsUnder(node, runs), contents: true }];
    case 'Note':
    case 'FENote':
      return [{ kind: 'footnote', words: wordsUnder(node, runs) }];
    case 'L':
      return [{ kind: 'list', items: itemsOf(node, runs, 0) }];
    case 'Table': {
      const rows = rowsOf(node, runs, page);
      const captions = node.children.filter(isNode).filter((child) => child.role === 'Caption');
      return [
        ...captions.flatMap((caption) => blocksUnder(caption, runs, page)),
        { kind: 'table', rows, pageOfRow: rows.map(() => page) },
      ];
    }
    default:
      return blocksUnder(node, runs, page);
  }
}

/** Runs of a page by the marked content they stand in. */
export function runsByContent(page: PageContent): Runs {
  const runs = new Map<string, Run[]>();
  for (const run of page.runs) {
    if (run.content === undefined || run.artifact) continue;
    const own = runs.get(run.content);
    if (own === undefined) runs.set(run.content, [run]);
    else own.push(run);
  }
  return runs;
}

/** Names of the marked content that the structure under `node` speaks of. */
export function contentUnder(node: StructureNode): readonly string[] {
  return node.children.flatMap((child) => (isNode(child) ? contentUnder(child) : [child]));
}

/** True where a block of this page has words; a table or list that only runs on elsewhere has none. */
export function hasWords(block: TaggedBlock): boolean {
  if (block.kind === 'table')
    return block.rows.some((row) => row.some(({ paragraphs }) => !paragraphs.every(areBlank)));
  if (block.kind === 'list') return block.items.some(({ words }) => !areBlank(words));
  return !areBlank(block.words);
}
