import type { HouseStyle, Level } from '../house-styles/model.ts';
import { provisionsUnder, TEXT_PARTS, type Provision, type ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { readPlainText } from './read-plain-text.ts';
import { looksLikeHeading } from './recognise-words.ts';
import { pipeRow } from './table-lines.ts';

/** Something that plain text has no form for. */
export interface PlainTextLoss {
  readonly kind: 'plain-text-loss';
  readonly provision: ProvisionId;
  readonly what: 'marks' | 'attributes' | 'line-breaks';
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
 * each level, tables between pipes. Marks and attributes are left out, and listed. Whether reading the text gives the same
 * version again is tried, so that `exact` is no promise but a fact. Linear.
 */
export function writePlainText(version: Version, style: HouseStyle): WrittenText {
  const lines: string[] = [];
  const { root } = version;
  if (!root.heading.isEmpty) lines.push(root.heading.words, '');
  if (!root.text.isEmpty) lines.push(root.text.words, '');
  writeChildren(root, 0, style, lines);
  const text = `${lines.join('\n').replace(/\n+$/, '')}\n`;
  const reread = readPlainText(text, style, { kind: root.kind });
  const exact = reread.kind === 'ok' && reread.value.version.hash === version.hash;
  return { kind: 'written-text', text, exact, losses: lossesOf(root) };
}

function writeChildren(parent: Provision, depth: number, style: HouseStyle, lines: string[]): void {
  const indent = '  '.repeat(depth);
  for (const child of parent.children) {
    if (child.kind === 'table') {
      for (const row of child.children) lines.push(indent + pipeRow(row.children.map((cell) => cell.text.words)));
      lines.push('');
    } else if (child.number === '' && child.heading.isEmpty) {
      lines.push(indent + child.text.words, '');
      writeChildren(child, depth + 1, style, lines);
    } else {
      writeNumbered(child, indent, style, lines);
      writeChildren(child, depth + 1, style, lines);
    }
  }
  if (!parent.tail.isEmpty) lines.push(indent + parent.tail.words, '');
}

function writeNumbered(provision: Provision, indent: string, style: HouseStyle, lines: string[]): void {
  const level = levelOf(provision, style);
  const number = dressed(provision, level);
  const words = provision.text.words;
  const heading = provision.heading.words;
  if (heading !== '' || level?.heading === 'line') {
    lines.push(`${indent}${number}${heading === '' ? '' : ` ${heading}`}`, '');
    if (words !== '') lines.push(`${indent}  ${words}`, '');
  } else if (level?.heading === 'guess' && looksLikeHeading(words))
    lines.push(indent + number, `${indent}  ${words}`, '');
  else lines.push(words === '' ? indent + number : `${indent}${number} ${words}`, '');
}

function levelOf(provision: Provision, style: HouseStyle): Level | undefined {
  return style.levels.find((level) => {
    if (level.kind !== provision.kind) return false;
    const bracketed = provision.number.startsWith('(');
    if (level.number.form === 'bracketed') return bracketed;
    if (level.number.form === 'dotted')
      return !bracketed && level.number.segments === provision.number.split('.').length;
    return !bracketed;
  });
}

/** A number with what goes with it at the beginning of a line: `SCHEDULE 5:`, `2.`, `§ 47-101.` */
function dressed(provision: Provision, level: Level | undefined): string {
  const { number } = provision;
  if (level === undefined) return number;
  switch (level.number.form) {
    case 'keyword': {
      const word = (level.number.words.at(-1) ?? level.kind).toUpperCase();
      return provision.heading.isEmpty ? `${word} ${number}` : `${word} ${number}:`;
    }
    case 'whole':
      return `${number}.`;
    case 'dotted':
      return level.number.segments === 1 ? `${number}.` : number;
    case 'bracketed':
      return number;
  }
}

function lossesOf(root: Provision): readonly PlainTextLoss[] {
  const losses: PlainTextLoss[] = [];
  for (const provision of provisionsUnder(root)) {
    const lose = (what: PlainTextLoss['what']): number =>
      losses.push({ kind: 'plain-text-loss', provision: provision.id, what });
    if (TEXT_PARTS.some((part) => provision[part].marks.length > 0)) lose('marks');
    if (TEXT_PARTS.some((part) => /[\n\r]/.test(provision[part].words))) lose('line-breaks');
    if (Object.keys(provision.attributes).length > 0) lose('attributes');
  }
  return losses;
}
