import type { getDocumentProxy } from 'unpdf';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A run of words as the page draws it. Places are in points from the bottom left of the page. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters, in points. */
  readonly size: number;
  /** True for words written up or down the page. */
  readonly turned: boolean;
  readonly link: string | undefined;
  /** The marked content it stands in, if any: what the structure tree points to. */
  readonly content: string | undefined;
  /** Marked by the file itself as no part of the text: headers, footers, repeated table heads. */
  readonly artifact: boolean;
}

/** A node of the structure tree, as pdf.js gives the part of it that concerns one page. */
export interface StructureNode {
  readonly role: string;
  readonly children: readonly (StructureNode | string)[];
}

/** What the readers need of one page. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Present where the file is tagged. Leaves are the names of marked content. */
  readonly structure: StructureNode | undefined;
}

interface LinkArea {
  readonly target: string;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

async function linkAreas(page: PdfPage): Promise<readonly LinkArea[]> {
  const annotations: readonly unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation): readonly LinkArea[] => {
    if (!isRecord(annotation) || annotation.subtype !== 'Link' || !Array.isArray(annotation.rect)) return [];
    const target = typeof annotation.url === 'string' ? annotation.url : annotation.unsafeUrl;
    const [left, bottom, right, top] = (annotation.rect as readonly unknown[]).filter(isNumber);
    if (
      typeof target !== 'string' ||
      left === undefined ||
      bottom === undefined ||
      right === undefined ||
      top === undefined
    )
      return [];
    return [{ target, left, bottom, right, top }];
  });
}

function readStructure(node: unknown): StructureNode | undefined {
  if (!isRecord(node) || !Array.isArray(node.children)) return undefined;
  const children = (node.children as readonly unknown[]).flatMap((child): readonly (StructureNode | string)[] => {
    if (!isRecord(child)) return [];
    if (child.type === 'content' && typeof child.id === 'string') return [child.id];
    const inner = readStructure(child);
    return inner === undefined ? [] : [inner];
  });
  return { role: typeof node.role === 'string' ? node.role : 'Document', children };
}

/** Reads one page: its runs of words in drawing order, with links and marked content, and its part of the structure. */
export async function readPage(page: PdfPage, number: number, tagged: boolean): Promise<PageContent> {
  const { width, height } = page.getViewport({ scale: 1 });
  const links = await linkAreas(page);
  const content = await page.getTextContent({ includeMarkedContent: true });
  const runs: Run[] = [];
  const marks: { readonly artifact: boolean; readonly content: string | undefined }[] = [];
  for (const item of content.items as readonly unknown[]) {
    if (!isRecord(item)) continue;
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') {
      const outer = marks.at(-1);
      marks.push({
        artifact: item.tag === 'Artifact' || (outer?.artifact ?? false),
        content: typeof item.id === 'string' ? item.id : outer?.content,
      });
    } else if (item.type === 'endMarkedContent') marks.pop();
    else if (typeof item.str === 'string' && item.str !== '' && Array.isArray(item.transform)) {
      const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = (item.transform as readonly unknown[]).filter(isNumber);
      const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
      const runWidth = isNumber(item.width) ? item.width : 0;
      const middle = x + runWidth / 2;
      const link = links.find(
        (area) =>
          middle >= area.left && middle <= area.right && y + size / 3 >= area.bottom && y + size / 3 <= area.top,
      );
      const mark = marks.at(-1);
      runs.push({
        text: item.str,
        x,
        y,
        width: runWidth,
        size,
        turned: Math.abs(b) > Math.abs(a),
        link: link?.target,
        content: mark?.content,
        artifact: mark?.artifact ?? false,
      });
    }
  }
  const structure = tagged ? readStructure(await page.getStructTree()) : undefined;
  return { number, width, height, runs, structure };
}
