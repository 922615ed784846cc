import { failed, ok, type Result } from '../../values/result.ts';
import type { HouseStyle, Level } from '../house-styles/model.ts';
import type { PrintedNumber } from '../house-styles/number.ts';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { choicesFor, IN_SEQUENCE, type Choice } from './choose-level.ts';
import { MAX_CHARACTERS, MAX_PROVISIONS, type Doubt, type OutlineRefusal } from './doubt.ts';
import { labelsAt, type Label } from './labels.ts';
import type { Line } from './lines.ts';
import { OpenProvision, type InlineReader } from './open-provision.ts';
import { endsAsClause, isDefinitionLine, leadsIn, looksLikeHeading } from './recognise-words.ts';
import { tableAt, type TableLines } from './table-lines.ts';

/** What was read: the version, and every place where it could have been read in another way. */
export interface Outline {
  readonly kind: 'outline';
  readonly version: Version;
  readonly doubts: readonly Doubt[];
}

export interface OutlineOptions {
  /** The kind of the root; `code` where none is given. */
  readonly kind?: string;
  /** The id of the root; `text` where none is given. The ids of provisions do not depend on it. */
  readonly id?: string;
}

/** A line, and what a format says of it beyond its words. */
export interface OutlineLine extends Line {
  /** Set where the format itself says that the line is a heading. */
  readonly heading?: boolean;
}

const DEEPEST = 40;
/** How many lines are looked at to tell whether (i) is a letter or a Roman one. */
const LOOK_AHEAD = 200;
const CITES_NEXT =
  /(?:paragraphs?|sections?|clauses?|sub-?paragraphs?|sub-?sections?|sub-?clauses?|items?|schedules?|annex|part|§§?)$/i;

/**
 * Reads lines into provisions. Each line is a number with words, a definition, a row of a table, or words; words go on
 * with the paragraph before them, begin a new one, or close an outer provision, by blank lines and indentation. Open
 * provisions are a stack, from the root to the one being read; a number closes everything that it does not go under.
 * Cost: linear in the text, times the few levels of a style.
 */
export class OutlineReader {
  private readonly style: HouseStyle;
  private readonly inline: InlineReader;
  private readonly lines: readonly OutlineLine[];
  private readonly open: OpenProvision[];
  private readonly doubts: Doubt[] = [];
  private readonly lastOfLevel = new Map<Level, PrintedNumber>();
  private readonly firstRank: number;
  private readonly indented: boolean;
  private paragraph: {
    readonly owner: OpenProvision;
    readonly part: 'heading' | 'text' | 'passage';
    words: string[];
  } | null = null;
  private count = 1;

  constructor(lines: readonly OutlineLine[], style: HouseStyle, inline: InlineReader, options: OutlineOptions) {
    this.style = style;
    this.inline = inline;
    this.lines = lines;
    this.indented = lines.some((line) => line.indent !== lines[0]?.indent);
    this.firstRank = Math.min(
      ...style.levels.filter((level) => level.number.form !== 'keyword').map(({ rank }) => rank),
    );
    this.open = [
      new OpenProvision({
        id: options.id ?? 'text',
        kind: options.kind ?? 'code',
        number: '',
        level: null,
        read: null,
        rank: -1,
        indent: -1,
      }),
    ];
  }

  read(): Result<Outline, OutlineRefusal> {
    for (let at = 0; at < this.lines.length;) {
      const line = this.lines[at];
      if (line === undefined) break;
      if (this.count > MAX_PROVISIONS)
        return failed({
          kind: 'too-many-provisions',
          message: `The text has more than ${MAX_PROVISIONS} provisions (line ${line.at}); no code is that long. Read it in parts.`,
        });
      const table = tableAt(this.lines, at, (words) => labelsAt(this.style, words).length > 0);
      if (table !== null) {
        this.takeTable(table, line);
        at += table.lines;
        continue;
      }
      this.takeLine(line, at);
      at += 1;
    }
    this.closeTo(0);
    const root = this.open[0];
    if (root === undefined) throw new Error('The root of a text is open until the end.');
    const made = Version.of(root.close(this.inline));
    if (made.kind === 'failed') throw new Error(made.failure.message);
    return ok({ kind: 'outline', version: made.value, doubts: this.doubts });
  }

  private get top(): OpenProvision {
    const top = this.open.at(-1);
    if (top === undefined) throw new Error('The root of a text is open until the end.');
    return top;
  }

  private doubt(line: Line, what: Doubt['what'], chosen: string, sentence: string): void {
    this.doubts.push({ kind: 'doubt', line: line.at, what, chosen, sentence: `Line ${line.at}: ${sentence}` });
  }

  private takeLine(line: OutlineLine, at: number): void {
    const choice = this.choose(line, at);
    if (choice !== null) {
      this.beginNumbered(choice, line, at, line.indent);
      return;
    }
    if (line.heading === true) {
      this.beginHeaded(line);
      return;
    }
    const continues = this.paragraph !== null && !line.afterBlank;
    if (isDefinitionLine(line.words) && !(continues && !this.paragraphEnds())) {
      this.beginDefinition(line);
      return;
    }
    if (continues && !this.isOutdented(line)) {
      this.paragraph?.words.push(line.words);
      return;
    }
    this.beginWords(line, at);
  }

  private paragraphEnds(): boolean {
    return this.paragraph === null || endsAsClause(this.paragraph.words.at(-1) ?? '');
  }

  private isOutdented(line: Line): boolean {
    return this.paragraph !== null && line.indent < this.paragraph.owner.indent;
  }

  /** The number a line begins with, or null when the line is words. */
  private choose(line: OutlineLine, at: number): Choice | null {
    const labels = labelsAt(this.style, line.words);
    if (labels.length === 0) return null;
    const runsOn = this.paragraph !== null && !line.afterBlank && !this.paragraphEnds() && !this.isOutdented(line);
    const choices = choicesFor(this.style, this.open, labels, line.indent, this.lastOfLevel);
    const best = this.settleRoman(choices, line, at);
    if (best === undefined) return null;
    const { label, score } = best;
    const { form } = label.level.number;
    const sentence = /^\p{Ll}/u.test(label.rest) && form !== 'bracketed' && !label.apart;
    if (line.heading !== true) {
      if (form === 'keyword' && !(label.apart || looksLikeHeading(label.rest))) return null;
      if (form === 'keyword' && runsOn && !(label.apart && label.rest === label.rest.toUpperCase())) return null;
      if (sentence && (runsOn || score < IN_SEQUENCE || label.read.segments.length === 1)) return null;
      if (runsOn && form === 'bracketed' && CITES_NEXT.test(this.paragraph?.words.at(-1)?.slice(-20) ?? ''))
        return null;
      if (runsOn && score < IN_SEQUENCE) {
        this.doubt(
          line,
          'number-or-words',
          'words',
          `“${label.number}” stands in the middle of a sentence and does not go on from the last number; taken as words.`,
        );
        return null;
      }
    }
    if (score < IN_SEQUENCE) {
      const jump = score === 60;
      this.doubt(
        line,
        jump ? 'level-jump' : 'number-out-of-sequence',
        label.number,
        jump
          ? `“${label.number}” begins without the number above it; taken as a provision all the same.`
          : `“${label.number}” does not go on from ${this.lastNumberText(best)}; taken as a provision all the same.`,
      );
    }
    return best;
  }

  private lastNumberText(choice: Choice): string {
    const last = this.open[choice.under + 1]?.number ?? '';
    return last === '' ? 'the number before it' : `“${last}”`;
  }

  /** (i) after (h), (v) after (u) and (x) after (w) go on with letters or begin Roman numbers: what comes next tells. */
  private settleRoman(choices: readonly Choice[], line: Line, at: number): Choice | undefined {
    const [best] = choices;
    if (best === undefined || best.score < IN_SEQUENCE) return best;
    const roman = choices.find((each) => each.score >= IN_SEQUENCE && isOf(each.label, 'roman'));
    const letter = choices.find((each) => each.score >= IN_SEQUENCE && isOf(each.label, 'letter'));
    if (roman === undefined || letter === undefined) return best;
    const upper = /[A-Z]/.test(best.label.number);
    const sign = best.label.number.slice(1, -1).toLowerCase();
    const nextRoman = { i: 'ii', v: 'vi', x: 'xi', c: 'ci', d: 'di', l: 'li', m: 'mi' }[sign];
    const nextLetter = String.fromCharCode(sign.charCodeAt(0) + 1);
    const dress = (letters: string): string => `(${upper ? letters.toUpperCase() : letters})`;
    for (let ahead = at + 1; ahead < Math.min(this.lines.length, at + LOOK_AHEAD); ahead += 1) {
      const words = this.lines[ahead]?.words ?? '';
      if (nextRoman !== undefined && words.startsWith(dress(nextRoman))) return roman;
      if (words.startsWith(dress(nextLetter))) return letter;
      const [first] = words.startsWith('(') ? [] : labelsAt(this.style, words);
      if (first?.apart === true && first.level.rank <= (this.open[letter.under]?.rank ?? 0)) break;
    }
    const deeper = line.indent > this.top.indent && this.top.level === letter.label.level;
    const chosen = deeper || (this.indented ? false : leadsIn(this.lastWords())) ? roman : letter;
    this.doubt(
      line,
      'letter-or-roman',
      chosen === roman ? 'a Roman number' : 'a letter',
      `“${best.label.number}” may go on with the letters or begin Roman numbers; taken as ${chosen === roman ? 'a Roman number' : 'a letter'}.`,
    );
    return chosen;
  }

  private lastWords(): string {
    return this.paragraph?.words.at(-1) ?? this.top.text;
  }

  private beginNumbered(choice: Choice, line: OutlineLine, at: number, indent: number): void {
    const { label } = choice;
    this.closeTo(choice.under);
    const { level } = label;
    const opened = this.push(level.kind, label.number, level, label.read, level.rank, indent);
    this.lastOfLevel.set(level, label.read);
    if (label.rest === '') {
      // A number alone: what stands on the next line are its words.
      this.paragraph = level.heading === 'line' ? null : { owner: opened, part: 'text', words: [] };
      return;
    }
    // Two numbers on one line, `(a)(1)`: the second begins the list under the first.
    const inner = label.rest.startsWith('(') && level.heading !== 'line' ? labelsAt(this.style, label.rest) : [];
    const [nested] = choicesFor(this.style, this.open, inner, indent + 0.5, this.lastOfLevel);
    if (nested !== undefined && nested.under === this.open.length - 1 && nested.score >= IN_SEQUENCE) {
      this.beginNumbered(nested, line, at, indent + 0.5);
      return;
    }
    if (
      level.heading === 'line' ||
      line.heading === true ||
      (level.heading === 'guess' && this.isHeading(label, line, at))
    ) {
      opened.heading = label.rest;
      this.paragraph = null;
      return;
    }
    this.paragraph = { owner: opened, part: 'text', words: [label.rest] };
  }

  private isHeading(label: Label, line: Line, at: number): boolean {
    if (!looksLikeHeading(label.rest)) return false;
    const next = this.lines[at + 1];
    if (next === undefined) return false;
    const [below] = labelsAt(this.style, next.words);
    const isBelow = below?.number.startsWith(`${label.number}.`) === true;
    if (below !== undefined && (below.apart || next.afterBlank || isBelow)) return below.level.rank > label.level.rank;
    if (next.afterBlank) return true;
    if (!/^["'“‘([]?\p{Lu}/u.test(next.words) || label.rest.length > 60) return false;
    this.doubt(
      line,
      'heading-or-words',
      'heading',
      `“${label.rest}” is short and without a full stop; taken as a heading.`,
    );
    return true;
  }

  /** A heading without a number, which only formats with headings have: it groups what follows. */
  private beginHeaded(line: OutlineLine): void {
    const root = this.open[0];
    if (this.open.length === 1 && root !== undefined && root.heading === '' && root.text === '' && !root.hasChildren) {
      this.closeTo(0);
      root.heading = line.words;
      return;
    }
    const rank = this.firstRank - 0.5;
    this.closeTo(this.open.findLastIndex((each) => each.rank < rank && each.isDivision));
    this.push('part', '', null, null, rank, line.indent).heading = line.words;
    this.paragraph = null;
  }

  private beginDefinition(line: OutlineLine): void {
    const last = this.open.findLastIndex((each) => each.isDefinition);
    const sibling = last >= 0 && (this.open[last]?.indent ?? 0) >= line.indent;
    const owner = sibling ? last - 1 : this.ownerOf(line, true);
    this.closeTo(owner);
    const opened = this.push('definition', '', null, null, this.top.rank, line.indent);
    this.paragraph = { owner: opened, part: 'text', words: [line.words] };
  }

  /**
   * The open provision that words without a number belong to, when they begin a paragraph: the deepest one that stands
   * further out than they do. Divisions take none while one of their provisions is open, since codes leave words at the
   * margin of that.
   */
  private ownerOf(line: Line, isDefinition: boolean): number {
    const top = this.open.length - 1;
    if (top === 0) return 0;
    if (!this.indented) {
      const introduced = this.open.findLastIndex(
        (each, index) => index < top && leadsIn(each.text) && !each.isDefinition,
      );
      if (isDefinition) {
        if (leadsIn(this.currentText())) return top;
        return introduced >= 0
          ? introduced
          : this.open.findLastIndex((each) => each.level?.number.form !== 'bracketed');
      }
      const holder = this.open[introduced];
      if (holder?.isDivision === false) {
        this.doubt(
          line,
          'whose-words',
          holder.number,
          `these words may close “${holder.number}” or go on with “${this.top.number}”; taken to close the first.`,
        );
        return introduced;
      }
      return top;
    }
    const outside = this.open.findLastIndex((each) => each.indent < line.indent);
    const level = this.open.findLastIndex((each) => each.indent <= line.indent && !each.isDivision);
    return outside >= 0 && this.open[outside]?.isDivision === true && level > outside ? level : Math.max(outside, 0);
  }

  private currentText(): string {
    return this.paragraph?.words.at(-1) ?? this.top.text;
  }

  private beginWords(line: OutlineLine, at: number): void {
    if (this.paragraph?.words.length === 0) {
      this.paragraph.words.push(line.words);
      return;
    }
    const owner = this.ownerOf(line, false);
    this.closeTo(owner);
    const { top } = this;
    if (top.text === '' && !top.hasChildren) {
      const title = owner === 0 && top.heading === '' && looksLikeHeading(line.words);
      const next = this.lines[at + 1];
      if (title && (next === undefined || next.afterBlank || labelsAt(this.style, next.words).length > 0)) {
        top.heading = line.words;
        return;
      }
      if (owner === 0)
        this.doubt(
          line,
          'text-before-first-number',
          'the words of the whole text',
          'these words come before any number.',
        );
      this.paragraph = { owner: top, part: 'text', words: [line.words] };
      return;
    }
    this.paragraph = { owner: top, part: 'passage', words: [line.words] };
  }

  private takeTable(table: TableLines, line: Line): void {
    if (this.paragraph?.words.length === 0) this.paragraph = null;
    this.closeTo(this.ownerOf(line, false));
    const { top } = this;
    const id = top.childId(this.open.length === 1, 'table', '', null);
    const rows = table.rows.map((cells, row) => {
      const children = cells.map((words, cell) => {
        this.count += 1;
        return new Provision({ id: `${id}/row-${row + 1}/cell-${cell + 1}`, kind: 'cell', text: this.inline(words) });
      });
      return new Provision({ id: `${id}/row-${row + 1}`, kind: 'row', children });
    });
    if (table.ragged)
      this.doubt(line, 'ragged-table', 'as it stands', 'the rows of this table have different numbers of cells.');
    top.add(new Provision({ id, kind: 'table', children: rows }));
  }

  private push(
    kind: string,
    number: string,
    level: Level | null,
    read: PrintedNumber | null,
    rank: number,
    indent: number,
  ): OpenProvision {
    this.count += 1;
    const id = this.top.childId(this.open.length === 1, kind, number, level);
    const opened = new OpenProvision({ id, kind, number, level, read, rank, indent });
    this.open.push(opened);
    return opened;
  }

  /** Ends the paragraph, and every open provision after the one at `last`. */
  private closeTo(last: number): void {
    this.endParagraph();
    const kept = Math.min(Math.max(last, 0), DEEPEST - 1);
    while (this.open.length > kept + 1) {
      const closed = this.open.pop();
      if (closed !== undefined) this.top.add(closed.close(this.inline));
    }
  }

  private endParagraph(): void {
    if (this.paragraph === null) return;
    const { owner, part, words } = this.paragraph;
    this.paragraph = null;
    const joined = words.join(' ');
    if (part === 'text') owner.text = joined;
    else if (part === 'heading') owner.heading = joined;
    else {
      this.count += 1;
      const id = owner.childId(owner === this.open[0], 'passage', '', null);
      owner.add(new Provision({ id, kind: 'passage', text: this.inline(joined) }));
    }
  }
}

const isOf = (label: Label, family: 'roman' | 'letter'): boolean =>
  label.level.number.form === 'bracketed' && label.level.number.series.endsWith(family);

/** Why a text of this length is not read; null when it is. */
export function refusalOfLength(text: string): OutlineRefusal | null {
  if (text.length <= MAX_CHARACTERS) return null;
  return {
    kind: 'too-long',
    message: `The text has ${text.length} characters; at most ${MAX_CHARACTERS} are read at once. Read it in parts.`,
  };
}

export const plainInline: InlineReader = (words) => Text.of(words);
