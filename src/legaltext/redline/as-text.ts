import type { RedlineAgainstTwo } from './against-two.ts';
import type { Provision } from '../provision.ts';
import type { Redline } from './redline.ts';
import {
  isRow,
  printedNumber,
  shown,
  wholeProvision,
  type Shown,
  type ShowingOptions,
  type ShownPiece,
  type ShownProvision,
} from './shown.ts';

const KEY =
  'Words struck: [-so-], put in: {+so+}. Lines marked - are struck, + put in, ~ changed, > moved here, < moved away.';
const KEY_TO_TWO =
  'With draft: or law: they differ from the last draft or from the current law alone, without from both.';

/**
 * A redline as plain text that reads well in a terminal and in e-mail: each line begins with a sign for what happened to
 * its provision, words struck and put in stand in brackets. Ends with a line break. Linear in what is shown.
 */
export function redlineAsText(redline: Redline | RedlineAgainstTwo, options: ShowingOptions = {}): string {
  if (redline.kind === 'redline-against-two')
    return redline.same ? 'The three texts read the same.\n' : textOf(redline.provisions, [KEY, KEY_TO_TWO, '']);
  return redline.root.kind === 'unchanged'
    ? 'The two texts read the same.\n'
    : textOf(shown(redline, options), [KEY, '']);
}

/** A provision with all that is under it, line by line, as a redline shows what is unchanged. Linear in its size. */
export function provisionAsLines(provision: Provision): readonly string[] {
  const lines: string[] = [];
  addShown(wholeProvision(provision, 'unchanged'), 0, lines);
  return lines.map((line) => line.slice('  '.length));
}

function textOf(all: readonly Shown[], key: readonly string[]): string {
  const lines = [...key];
  for (const each of all) addShown(each, 0, lines);
  return `${lines.join('\n')}\n`;
}

function signOf({ status, changes, provisionKind }: ShownProvision): string {
  switch (status) {
    case 'inserted':
      return '+';
    case 'deleted':
      return '-';
    case 'moved-away':
      return '<';
    case 'changed':
      return changes.includes('moved') ? '>' : '~';
    case 'context':
      // The cells of a row stand on its line, so what changed in them changed it.
      return isRow(provisionKind) ? '~' : ' ';
    case 'unchanged':
      return ' ';
  }
}

function addShown(each: Shown, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth);
  if (each.kind === 'left-out') {
    lines.push(`  ${indent}… ${each.count === 1 ? '1 unchanged' : `${each.count} unchanged`}`);
    return;
  }
  const sign = signOf(each);
  const whole = each.status === 'inserted' || each.status === 'deleted';
  const add = (run: readonly ShownPiece[], { deeper = '', noted = false } = {}): void => {
    for (const { words, changed } of linesOf(run, whole))
      lines.push(`${sign === '~' && !changed && !noted ? ' ' : sign} ${indent}${deeper}${words}`.trimEnd());
  };
  if (isRow(each.provisionKind)) {
    const cells = each.children.map((cell) => cellOf(cell, whole)).join(' | ');
    lines.push(`${sign} ${indent}| ${cells} |${each.notes.length === 0 ? '' : ` (${each.notes.join('; ')})`}`);
    return;
  }
  const noted = each.notes.length > 0;
  const notes = noted ? noteOf(each.notes.join('; ')) : [];
  const number = printedNumber(each);
  // A number without a heading stands on the line of its words, as it is printed.
  const runsIn = each.heading.length === 0 && !noted;
  const line = inOneLine(runsIn ? [number, each.text] : [number, each.heading, notes]);
  // A provision that says nothing itself, like most roots, needs no line.
  if (line.length > 0) add(line, { noted });
  if (!runsIn && each.text.length > 0) add(each.text, { deeper: '  ' });
  const deeper = line.length === 0 ? depth : depth + 1;
  for (const child of each.children) addShown(child, deeper, lines);
  if (each.tail.length > 0) add(each.tail, { deeper: '  ' });
}

/** Runs of pieces one after another with a space between them. */
const inOneLine = (runs: readonly (readonly ShownPiece[])[]): readonly ShownPiece[] =>
  runs.reduce(
    (line, run) => (line.length === 0 || run.length === 0 ? [...line, ...run] : [...line, SPACE, ...run]),
    [],
  );

const SPACE: ShownPiece = { kind: 'same', words: ' ' };

/** The lines of a run, each with whether anything in it changed. */
function linesOf(
  run: readonly ShownPiece[],
  whole: boolean,
): readonly { readonly words: string; readonly changed: boolean }[] {
  let last = { words: '', changed: false };
  const lines = [last];
  for (const piece of run) {
    const [first = '', ...more] = inBrackets([piece], whole).split('\n');
    const changed = piece.kind !== 'same';
    last.words += first;
    last.changed ||= changed;
    for (const words of more) {
      last = { words, changed };
      lines.push(last);
    }
  }
  return lines;
}

/** Everything in a cell on one line. */
function cellOf(cell: Shown, whole: boolean): string {
  if (cell.kind === 'left-out') return '…';
  const own = cell.status === 'inserted' || cell.status === 'deleted';
  const words = [cell.number, cell.heading, cell.text, ...cell.notes.map(noteOf), cell.tail]
    .map((run) => inBrackets(run, whole && own))
    .concat(cell.children.map((each) => cellOf(each, whole)))
    .filter((part) => part !== '');
  return words.join(' ').replaceAll('\n', ' ');
}

const noteOf = (note: string): readonly ShownPiece[] => [{ kind: 'same', words: `(${note})` }];

/** Where the whole line is struck or put in, the sign before it says so already. */
function inBrackets(run: readonly ShownPiece[], whole: boolean): string {
  return run
    .map(({ kind, words, against }) => {
      const which = against === undefined || against === 'both' ? '' : `${against}: `;
      if (kind === 'same' || (whole && which === '')) return words;
      return kind === 'deleted' ? `[-${which}${words}-]` : `{+${which}${words}+}`;
    })
    .join('');
}
