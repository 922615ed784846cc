import type { RedlineAgainstTwo } from './against-two.ts';
import type { Redline } from './redline.ts';
import {
  isRow,
  printedNumber,
  shown,
  type Shown,
  type ShowingOptions,
  type ShownPiece,
  type ShownProvision,
} from './shown.ts';

/** Looks that work wherever the fragment is put; classes let a page give it looks of its own. */
const STYLE = `.redline ins{color:#0b5d1e;text-decoration:underline}.redline del{color:#8c1d18;text-decoration:line-through}
.redline-provision .redline-provision{margin-left:1.5em}.redline-number{font-weight:600}.redline-heading{font-weight:600}
.redline-note,.redline-left-out{font-style:italic}.redline td{border:1px solid;padding:.25em .5em;vertical-align:top}
.redline-said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
};

/** Words as they stand in HTML, between tags or in an attribute's quotes; line breaks as breaks. */
const escaped = (words: string): string => words.replace(/[&<>"'\n]/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * A redline as a fragment of HTML that stands on its own: struck and inserted words in `del` and `ins`, with words for
 * screen readers, which mostly pass over those elements in silence; tables as tables; a class for whatever happened.
 * All words are escaped. Linear in what is shown.
 */
export function redlineAsHtml(redline: Redline | RedlineAgainstTwo, options: ShowingOptions = {}): string {
  if (redline.kind === 'redline-against-two') return redline.same ? nothing('three') : htmlOf(redline.provisions);
  return redline.root.kind === 'unchanged' ? nothing('two') : htmlOf(shown(redline, options));
}

const nothing = (count: string): string =>
  `<div class="redline"><p class="redline-note">The ${count} texts read the same.</p></div>\n`;

const htmlOf = (all: readonly Shown[]): string =>
  `<div class="redline"><style>${STYLE}</style>\n${all.map(block).join('\n')}\n</div>\n`;

const AGAINST = { draft: ' since the last draft', law: ' in the current law', both: '' } as const;

function inline(run: readonly ShownPiece[]): string {
  return run
    .map(({ kind, words, against }) => {
      if (kind === 'same') return escaped(words);
      const [tag, said] = kind === 'deleted' ? ['del', 'struck'] : ['ins', 'inserted'];
      const which = against === undefined ? '' : AGAINST[against];
      const marked = against === undefined ? '' : ` class="redline-against-${against}"`;
      return `<${tag}${marked}>${aloud(`${said}${which}: `)}${escaped(words)}${aloud(` (end of ${said}) `)}</${tag}>`;
    })
    .join('');
}

const aloud = (words: string): string => `<span class="redline-said">${words}</span>`;

const span = (name: string, run: readonly ShownPiece[]): string =>
  run.length === 0 ? '' : `<span class="redline-${name}">${inline(run)}</span> `;

const paragraph = (name: string, run: readonly ShownPiece[]): string =>
  run.length === 0 ? '' : `<p class="redline-${name}">${inline(run)}</p>`;

const left = (count: number): string => `… ${count} unchanged`;

const notesOf = (each: ShownProvision): string =>
  each.notes.map((note) => `<span class="redline-note">${escaped(note)}</span> `).join('');

/** The number, the heading and the words of a provision, and what is under it. */
function inside(each: ShownProvision): string {
  const line = `${span('number', printedNumber(each))}${span('heading', each.heading)}${notesOf(each)}`.trimEnd();
  const head = line === '' ? '' : `<p class="redline-line">${line}</p>`;
  const isTable = each.provisionKind === 'table' && each.children.length > 0;
  const under = isTable ? table(each.children) : each.children.map(block).join('\n');
  return `${head}${paragraph('text', each.text)}${under}${paragraph('tail', each.tail)}`;
}

const classesOf = (each: ShownProvision): string => {
  // Told apart from the classes of the parts: a provision with another heading is no heading.
  const changes = each.changes.map((change) => ` redline-change-${change}`).join('');
  const against = each.against === undefined ? '' : ` redline-against-${each.against}`;
  return `redline-provision redline-${each.status}${changes}${against}`;
};

function block(each: Shown): string {
  if (each.kind === 'left-out') return `<p class="redline-left-out">${left(each.count)}</p>`;
  return `<section class="${classesOf(each)}" data-id="${escaped(each.id)}">${inside(each)}</section>`;
}

/** A table is as wide as its widest row; what is left out of it, or is no row, goes right across. */
function table(rows: readonly Shown[]): string {
  const columns = Math.max(1, ...rows.map((each) => (each.kind === 'left-out' ? 1 : widthOf(each))));
  return `<table><tbody>${rows.map((each) => row(each, columns)).join('')}</tbody></table>`;
}

const widthOf = ({ provisionKind, children, notes }: ShownProvision): number =>
  isRow(provisionKind) ? children.length + (notes.length === 0 ? 0 : 1) : 1;

function row(each: Shown, columns: number): string {
  const across = columns === 1 ? '' : ` colspan="${columns}"`;
  if (each.kind === 'left-out') return `<tr><td class="redline-left-out"${across}>${left(each.count)}</td></tr>`;
  if (!isRow(each.provisionKind)) return `<tr><td${across}>${block(each)}</td></tr>`;
  const notes = each.notes.length === 0 ? '' : `<td>${notesOf(each)}</td>`;
  return `<tr class="${classesOf(each)}">${each.children.map(cell).join('')}${notes}</tr>`;
}

const cell = (each: Shown): string =>
  each.kind === 'left-out' || each.provisionKind !== 'cell'
    ? `<td>${block(each)}</td>`
    : `<td class="${classesOf(each)}">${inside(each)}</td>`;
