/** A printed paper as one HTML page: no script, no request to anywhere, readable on screen and printable as it is. */
import { createHash } from 'node:crypto';
import { type PrintedBlock, type PrintedCell, type PrintedDocument, type Run } from './model.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2430;--quiet:#566070;--line:#c9ced6;--tint:#f3f5f8;--accent:#1f3f77;--page:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e8ee;--quiet:#a3adba;--line:#3c4552;--tint:#1d232c;--accent:#9dbcf2;--page:#13171d}}
*{box-sizing:border-box}
html{font:15px/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;font-variant-numeric:tabular-nums;color:var(--ink);background:var(--page)}
body{margin:0 auto;padding:2.5rem 1.5rem 4rem;max-width:72rem}
h1,h2,h3,h4{font-family:"Source Serif 4",Georgia,"Times New Roman",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:2.4rem;margin:0 0 .75rem;color:var(--accent)}
h2{font-size:1.55rem;margin:3rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--accent)}
h3{font-size:1.15rem;margin:1.75rem 0 .4rem}
h4{font-size:1rem;margin:1.25rem 0 .3rem}
p,ul,ol{margin:.4rem 0;max-width:48rem}
li{margin:.2rem 0}
p,li,h1,h2,h3,h4{overflow-wrap:anywhere}
td,th{overflow-wrap:break-word}
.aside,.foot{color:var(--quiet);font-size:.87rem}
.cover{padding:3rem 0 2rem}
.cover p{font-size:1.1rem;margin:.15rem 0}
.cover .aside{font-size:.87rem;margin-top:1.5rem}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.scroll{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;width:100%;font-size:.87rem}
@media screen{.wide{min-width:50rem}}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:start;vertical-align:top;padding:.35rem .55rem;border-bottom:1px solid var(--line)}
thead th{border-bottom:1.5px solid var(--ink);white-space:nowrap}
td p{margin:0}
td p+p{margin-top:.3rem}
.form{border-top:1.5px solid var(--ink)}
.form th{color:var(--quiet);font-weight:500;white-space:nowrap;background:var(--tint)}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line)}
@page{size:A4 landscape;margin:16mm 18mm}
@media print{html{font-size:9.5pt}.page{break-before:page}body{padding:0;max-width:none}.cover{break-after:page}h2,h3,h4,caption{break-after:avoid}tr,.form{break-inside:avoid}.scroll{overflow:visible}a{color:inherit;text-decoration:none}}
`.trim();

/** What a strict content policy must name to let the page's own style in: `'sha256-…'`. */
export const HTML_STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** Tables of more columns than this scroll on a narrow screen instead of being squeezed. */
const WIDE = 3;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words in which nothing is HTML. */
export const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

const runsHtml = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      const words = run.strong === true ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text);
      return run.to === undefined ? words : `<a href="#${escapeHtml(run.to)}">${words}</a>`;
    })
    .join('');

/** A page's place in a paper that has no pages: a link to where it stands. */
const cellHtml = (cell: PrintedCell, titles: ReadonlyMap<string, string>): string => {
  if (cell.kind === 'page')
    return `<a href="#${escapeHtml(cell.anchor)}" aria-label="Go to ${escapeHtml(titles.get(cell.anchor) ?? 'the section')}">↓</a>`;
  const [only, ...others] = cell.paragraphs;
  if (only === undefined) return '';
  return others.length === 0
    ? runsHtml(only)
    : cell.paragraphs.map((runs) => `<p dir="auto">${runsHtml(runs)}</p>`).join('');
};

function blockHtml(block: PrintedBlock, titles: ReadonlyMap<string, string>): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${String(block.level + 1)}`;
      const id = block.anchor === undefined ? '' : ` id="${escapeHtml(block.anchor)}"`;
      const page = block.startsPage === true ? ' class="page"' : '';
      return `<${tag}${id}${page} dir="auto">${escapeHtml(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p dir="auto"${block.style === 'aside' ? ' class="aside"' : ''}>${runsHtml(block.runs)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li dir="auto">${runsHtml(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'table': {
      const heads = block.columns.map((column) => `<th scope="col">${escapeHtml(column.heading)}</th>`).join('');
      const rows = block.rows
        .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${cellHtml(cell, titles)}</td>`).join('')}</tr>`)
        .join('\n');
      return `<div class="scroll" role="region" aria-label="${escapeHtml(block.summary)}" tabindex="0"><table${block.columns.length > WIDE ? ' class="wide"' : ''}>\n<caption>${escapeHtml(block.summary)}</caption>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table></div>`;
    }
    case 'form': {
      const columns = Math.max(2, ...block.rows.map((row) => row.length * 2));
      const rows = block.rows
        .map((row) => {
          const last = columns - row.length * 2 + 1;
          const cells = row.map(({ label, value }, at) => {
            const span = at === row.length - 1 && last > 1 ? ` colspan="${String(last)}"` : '';
            return `<th scope="row">${escapeHtml(label)}</th><td dir="auto"${span}>${cellHtml(value, titles)}</td>`;
          });
          return `<tr>${cells.join('')}</tr>`;
        })
        .join('\n');
      const notes = block.notes.map(
        (note) => `<tr><td dir="auto" class="aside" colspan="${String(columns)}">${escapeHtml(note)}</td></tr>`,
      );
      return `<div class="scroll" role="region" aria-label="${escapeHtml(block.summary)}" tabindex="0"><table class="${columns > WIDE ? 'form wide' : 'form'}">\n<caption>${escapeHtml(block.summary)}</caption>\n<tbody>\n${[rows, ...notes].join('\n')}\n</tbody>\n</table></div>`;
    }
  }
}

/** Writes a paper as HTML in UTF-8, whole in itself. */
export function writeHtml(paper: PrintedDocument): Uint8Array {
  const { cover } = paper;
  const titles = new Map(
    paper.blocks.flatMap((block) =>
      block.kind === 'heading' && block.anchor !== undefined ? [[block.anchor, block.text] as const] : [],
    ),
  );
  const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(paper.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="cover">
<h1 dir="auto">${escapeHtml(cover.title)}</h1>
${cover.lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('\n')}
<p class="aside">${escapeHtml(cover.remark)}</p>
</header>
<main>
${paper.blocks.map((block) => blockHtml(block, titles)).join('\n')}
</main>
<footer class="foot"><p>${escapeHtml(paper.footer)}</p></footer>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}
