import type { HouseStyle, Level } from '../house-styles/model.ts';
import { bareLabel } from '../house-styles/number.ts';
import { provisionsUnder, TEXT_PARTS, type Provision, type ProvisionId } from '../provision.ts';
import { lookupOf, type ProvisionLookup } from '../references/provision-lookup.ts';
import type { Version } from '../version.ts';
import { readPlainText } from './read-plain-text.ts';
import { looksLikeHeading } from './recognise-words.ts';
import { pipeRow } from './table-lines.ts';

/** Something that plain text has no form for. */
export interface PlainTextLoss {
  readonly kind: 'plain-text-loss';
  readonly provision: ProvisionId;
  readonly what: 'marks' | 'attributes' | 'line-breaks' | 'cells';
}

/** A version as plain text; `exact` when reading it again by the same style gives an equal version, by hash. */
export interface WrittenText {
  readonly kind: 'written-text';
  readonly text: string;
  readonly exact: boolean;
  readonly losses: readonly PlainTextLoss[];
}

/**
 * Writes a version as plain text in a house style: one line for each paragraph, blank lines between, two spaces in for
 * each level, tables between pipes, with all words of a cell in it on one line. A number of another origin keeps the word it brings along (`SECTION 1.`) and gets the
 * brackets it lacks (`a` as `(a)`); the text's own number stands first, where it is part of a larger one. Marks and attributes are left out, and listed. Whether reading the text gives the same
 * version again is tried, so that `exact` is no promise but a fact. Linear.
 */
export function writePlainText(version: Version, style: HouseStyle): WrittenText {
  const lines: string[] = [];
  const { root } = version;
  const lookup = lookupOf(version, style);
  if (root.number !== '') writeNumbered(root, '', lookup, lines);
  else {
    if (!root.heading.isEmpty) lines.push(root.heading.words, '');
    if (!root.text.isEmpty) lines.push(root.text.words, '');
  }
  writeChildren(root, root.number === '' ? 0 : 1, lookup, lines);
  const text = `${lines.join('\n').replace(/\n+$/, '')}\n`;
  const reread = readPlainText(text, style, { kind: root.kind });
  const exact = reread.kind === 'ok' && reread.value.version.hash === version.hash;
  return { kind: 'written-text', text, exact, losses: lossesOf(root) };
}

function writeChildren(parent: Provision, depth: number, lookup: ProvisionLookup, lines: string[]): void {
  const indent = '  '.repeat(depth);
  for (const child of parent.children) {
    if (child.kind === 'table') writeTable(child, indent, lines);
    else if (child.number === '' && child.heading.isEmpty) {
      lines.push(indent + child.text.words, '');
      writeChildren(child, depth + 1, lookup, lines);
    } else {
      writeNumbered(child, indent, lookup, lines);
      writeChildren(child, depth + 1, lookup, lines);
    }
  }
  if (!parent.tail.isEmpty) lines.push(indent + parent.tail.words, '');
}

/** A table between pipes, and before it what stands over it; what is not in cells is a row of one cell. */
function writeTable(table: Provision, indent: string, lines: string[]): void {
  const over = [table.number, table.heading.words, table.text.words].filter((words) => words !== '').map(onOneLine);
  if (over.length > 0) lines.push(indent + over.join(' '), '');
  for (const row of table.children) {
    const own = [row.number, row.heading.words, row.text.words].filter((words) => words !== '').map(onOneLine);
    const after = row.tail.isEmpty ? [] : [onOneLine(row.tail.words)];
    lines.push(indent + pipeRow([...own, ...row.children.map(wordsOf), ...after]));
  }
  lines.push('');
  if (!table.tail.isEmpty) lines.push(indent + table.tail.words, '');
}

const onOneLine = (words: string): string => words.replace(/\s*[\n\r]\s*/g, ' ');

/** All words of a cell and of what stands in it, in their order, on one line. */
function wordsOf(cell: Provision): string {
  const { number, heading, text, children, tail } = cell;
  return [number, heading.words, text.words, ...children.map(wordsOf), tail.words]
    .filter((words) => words !== '')
    .map(onOneLine)
    .join(' ');
}

/** A cell that is more than a text: what stands in it, plain text can only give one after the other. */
const isMoreThanText = ({ kind, number, heading, tail, children }: Provision): boolean =>
  kind === 'cell' && (number !== '' || !heading.isEmpty || !tail.isEmpty || children.length > 0);

function writeNumbered(provision: Provision, indent: string, lookup: ProvisionLookup, lines: string[]): void {
  const level = levelOf(provision, lookup);
  // A heading without a number stands for itself.
  const number = provision.number === '' ? '' : dressed(provision, level);
  const words = provision.text.words;
  const heading = provision.heading.words;
  if (heading !== '' || level?.heading === 'line') {
    lines.push(indent + [number, heading].filter((part) => part !== '').join(' '), '');
    if (words !== '') lines.push(`${indent}  ${words}`, '');
  } else if (level?.heading === 'guess' && looksLikeHeading(words))
    lines.push(indent + number, `${indent}  ${words}`, '');
  else lines.push(words === '' ? indent + number : `${indent}${number} ${words}`, '');
}

function levelOf(provision: Provision, lookup: ProvisionLookup): Level | undefined {
  const bracketed = lookup.isBracketed(provision);
  return lookup.style.levels.find((level) => {
    if (level.kind !== provision.kind) return false;
    if (level.number.form === 'bracketed') return bracketed;
    if (level.number.form === 'dotted')
      return !bracketed && level.number.segments === provision.number.split('.').length;
    return !bracketed;
  });
}

/** A number with what goes with it at the beginning of a line: `SCHEDULE 5:`, `2.`, `§ 47-101.` */
function dressed(provision: Provision, level: Level | undefined): string {
  const { number, heading } = provision;
  if (level === undefined) return number;
  switch (level.number.form) {
    case 'keyword': {
      const word = (level.number.words.at(-1) ?? level.kind).toUpperCase();
      const named = BRINGS_A_WORD.test(number) ? number : `${word} ${number}`;
      return heading.isEmpty || /[.:]$/.test(named) ? named : `${named}:`;
    }
    case 'whole':
      return stopped(level.number.sign === '' || number.startsWith('§') ? number : `§ ${number}`);
    case 'dotted':
      return level.number.segments === 1 ? stopped(number) : number;
    case 'bracketed':
      return number.startsWith('(') ? number : `(${bareLabel(number)})`;
  }
}

/** `SECTION 1.`, `Sec. 2`, `Kapitel 3`: a number that says by itself what it numbers. */
const BRINGS_A_WORD = /^\p{L}{3,}\.?\s/u;

const stopped = (number: string): string => (/[.:]$/.test(number) ? number : `${number}.`);

function lossesOf(root: Provision): readonly PlainTextLoss[] {
  const losses: PlainTextLoss[] = [];
  for (const provision of provisionsUnder(root)) {
    const lose = (what: PlainTextLoss['what']): number =>
      losses.push({ kind: 'plain-text-loss', provision: provision.id, what });
    if (TEXT_PARTS.some((part) => provision[part].marks.length > 0)) lose('marks');
    if (TEXT_PARTS.some((part) => /[\n\r]/.test(provision[part].words))) lose('line-breaks');
    if (isMoreThanText(provision)) lose('cells');
    if (Object.keys(provision.attributes).length > 0) lose('attributes');
  }
  return losses;
}
