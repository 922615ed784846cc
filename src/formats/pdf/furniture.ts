import type { PdfLine } from './lines.ts';

/** Lines this close to the top or bottom of a page may be headers and footers. */
const OUTERMOST = 2;

const pattern = (line: PdfLine): string => `${line.text.replace(/\d+/gu, '#')}@${String(Math.round(line.y / 3))}`;

const PAGE_NUMBER = /^(?:page\s*)?\d+(?:\s*(?:of|\/)\s*\d+)?$/iu;

/**
 * Which lines are headers, footers or page numbers: among the two outermost lines of a page, those that stand in the same
 * place with the same words, numbers aside, on at least three pages and half of them (or both of two); and page numbers.
 */
export function furnitureOf(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const outer = pages.map((lines) => [...new Set([...lines.slice(0, OUTERMOST), ...lines.slice(-OUTERMOST)])]);
  const counts = new Map<string, number>();
  for (const lines of outer) for (const key of new Set(lines.map(pattern))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = pages.length === 2 ? 2 : Math.max(3, pages.length / 2);
  const numbered =
    outer.filter((lines) => lines.some((line) => PAGE_NUMBER.test(line.text))).length >= Math.max(2, pages.length / 2);
  return new Set(
    outer.flatMap((lines, index) =>
      lines.filter((line) => {
        if ((counts.get(pattern(line)) ?? 0) >= enough) return true;
        const outermost = line === pages[index]?.at(0) || line === pages[index]?.at(-1);
        return numbered && outermost && PAGE_NUMBER.test(line.text);
      }),
    ),
  );
}
