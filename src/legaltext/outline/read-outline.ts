import { failed, ok, type Result } from '../../values/result.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { choicesFor, IN_SEQUENCE, type Choice } from './choose-level.ts';
import { NumberChooser } from './choose-number.ts';
import { MAX_CHARACTERS, MAX_PROVISIONS, type Doubt, type NoteDoubt, type OutlineRefusal } from './doubt.ts';
import { labelsAt, type Label } from './labels.ts';
import { LayoutReader } from './layout-lines.ts';
import type { Line, OutlineLine } from './lines.ts';
import { OpenProvision, type InlineReader } from './open-provision.ts';
import { OpenProvisions } from './open-provisions.ts';
import { isDefinitionLine, leadsIn, looksLikeHeading } from './recognise-words.ts';
import { tableAt, type TableLines } from './table-lines.ts';

export type { OutlineLine } from './lines.ts';

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

/**
 * Reads lines into provisions. Each line is a number with words, a definition, a row of a table, or words; words go on
 * with the paragraph before them, begin a new one, or close an outer provision, by blank lines and indentation. Open
 * provisions are a stack, from the root to the one being read; a number closes everything that it does not go under.
 * Cost: linear in the text, times the few levels of a style.
 */
export class OutlineReader {
  private readonly style: HouseStyle;
  private readonly lines: readonly OutlineLine[];
  private readonly open: OpenProvisions;
  private readonly numbers: NumberChooser;
  private readonly layout: LayoutReader;
  private readonly doubts: Doubt[] = [];
  private readonly firstRank: number;
  private readonly indented: boolean;

  constructor(lines: readonly OutlineLine[], style: HouseStyle, inline: InlineReader, options: OutlineOptions) {
    this.style = style;
    this.lines = lines;
    this.indented = lines.some((line) => line.indent !== lines[0]?.indent);
    this.firstRank = Math.min(
      ...style.levels.filter((level) => level.number.form !== 'keyword').map(({ rank }) => rank),
    );
    const { id = 'text', kind = 'code' } = options;
    const root = new OpenProvision({ id, kind, number: '', level: null, read: null, rank: -1, indent: -1 });
    this.open = new OpenProvisions(root, inline);
    this.numbers = new NumberChooser(style, lines, this.open, this.indented, this.doubt);
    this.layout = new LayoutReader(style, lines, this.open, this.doubt);
  }

  read(): Result<Outline, OutlineRefusal> {
    for (let at = 0; at < this.lines.length;) {
      const line = this.lines[at];
      if (line === undefined) break;
      if (this.open.count > MAX_PROVISIONS)
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
    const made = Version.of(this.open.finish());
    if (made.kind === 'failed') throw new Error(made.failure.message);
    return ok({ kind: 'outline', version: made.value, doubts: this.doubts });
  }

  private readonly doubt: NoteDoubt = (line, what, chosen, sentence) => {
    this.doubts.push({ kind: 'doubt', line: line.at, what, chosen, sentence: `Line ${line.at}: ${sentence}` });
  };

  private takeLine(line: OutlineLine, at: number): void {
    if (this.layout.takeKnown(line)) return;
    const choice = this.numbers.choose(line, at);
    if (choice !== null) {
      this.beginNumbered(choice, line, at, line.indent);
      return;
    }
    if (this.layout.takeHeading(line, at)) return;
    if (line.heading === true) {
      this.beginHeaded(line);
      return;
    }
    const continues = this.open.paragraph !== null && !line.afterBlank;
    if (isDefinitionLine(line.words) && !(continues && !this.open.paragraphEnds)) {
      this.beginDefinition(line);
      return;
    }
    if (continues && !this.open.isOutdented(line)) {
      this.open.paragraph?.words.push(line.words);
      return;
    }
    this.beginWords(line, at);
  }

  private beginNumbered(choice: Choice, line: OutlineLine, at: number, indent: number): void {
    const { label } = choice;
    this.open.closeTo(choice.under);
    const { level } = label;
    const opened = this.open.push(level.kind, label.number, level, label.read, level.rank, indent);
    if (label.rest === '') {
      // A number alone: what stands on the next line are its words.
      this.open.paragraph = level.heading === 'line' ? null : { owner: opened, part: 'text', words: [] };
      return;
    }
    if (this.layout.isMargin(opened, label.rest)) {
      opened.text = label.rest;
      this.open.paragraph = null;
      return;
    }
    // Two numbers on one line, `(a)(1)`: the second begins the list under the first.
    const inner = label.rest.startsWith('(') && level.heading !== 'line' ? labelsAt(this.style, label.rest) : [];
    const [nested] = choicesFor(this.style, this.open.list, inner, indent + 0.5, this.open.lastOfLevel);
    if (nested !== undefined && nested.under === this.open.list.length - 1 && nested.score >= IN_SEQUENCE) {
      this.beginNumbered(nested, line, at, indent + 0.5);
      return;
    }
    if (
      level.heading === 'line' ||
      line.heading === true ||
      (level.heading === 'guess' && this.isHeading(label, line, at))
    ) {
      opened.heading = label.rest;
      this.open.paragraph = null;
      return;
    }
    this.open.paragraph = { owner: opened, part: 'text', words: [label.rest] };
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
    const { root } = this.open;
    if (this.open.list.length === 1 && root.heading === '' && root.text === '' && !root.hasChildren) {
      this.open.closeTo(0);
      root.heading = line.words;
      return;
    }
    const rank = this.firstRank - 0.5;
    this.open.closeTo(this.open.list.findLastIndex((each) => each.rank < rank && each.isDivision));
    this.open.push('part', '', null, null, rank, line.indent).heading = line.words;
    this.open.paragraph = null;
  }

  private beginDefinition(line: OutlineLine): void {
    const last = this.open.list.findLastIndex((each) => each.isDefinition);
    const sibling = last >= 0 && (this.open.list[last]?.indent ?? 0) >= line.indent;
    const owner = sibling ? last - 1 : this.ownerOf(line, true);
    this.open.closeTo(owner);
    const opened = this.open.push('definition', '', null, null, this.open.top.rank, line.indent);
    this.open.paragraph = { owner: opened, part: 'text', words: [line.words] };
  }

  /**
   * The open provision that words without a number belong to, when they begin a paragraph: the deepest one that stands
   * further out than they do. Divisions take none while one of their provisions is open, since codes leave words at the
   * margin of that.
   */
  private ownerOf(line: Line, isDefinition: boolean, what = 'these words'): number {
    const top = this.open.list.length - 1;
    if (top === 0) return 0;
    if (!this.indented) {
      const introduced = this.open.list.findLastIndex(
        (each, index) => index < top && leadsIn(each.text) && !each.isDefinition,
      );
      if (isDefinition) {
        if (leadsIn(this.open.lastWords)) return top;
        return introduced >= 0
          ? introduced
          : this.open.list.findLastIndex((each) => each.level?.number.form !== 'bracketed');
      }
      const holder = this.open.list[introduced];
      if (holder?.isDivision === false) {
        this.doubt(
          line,
          'whose-words',
          holder.number,
          `${what} may close “${holder.number}” or go on with “${this.open.top.number}”; taken to close the first.`,
        );
        return introduced;
      }
      return top;
    }
    const outside = this.open.list.findLastIndex((each) => each.indent < line.indent);
    const level = this.open.list.findLastIndex((each) => each.indent <= line.indent && !each.isDivision);
    return outside >= 0 && this.open.list[outside]?.isDivision === true && level > outside
      ? level
      : Math.max(outside, 0);
  }

  private beginWords(line: OutlineLine, at: number): void {
    if (this.open.paragraph?.words.length === 0) {
      this.open.paragraph.words.push(line.words);
      return;
    }
    const owner = this.ownerOf(line, false);
    this.open.closeTo(owner);
    const { top } = this.open;
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
      this.open.paragraph = { owner: top, part: 'text', words: [line.words] };
      return;
    }
    this.open.paragraph = { owner: top, part: 'passage', words: [line.words] };
    if (this.layout.mayBeHeading(line, at))
      this.doubt(
        line,
        'heading-or-words',
        'words',
        `“${line.words}” may be a heading of what follows; taken as words.`,
      );
  }

  private takeTable(table: TableLines, line: Line): void {
    if (this.open.paragraph?.words.length === 0) this.open.paragraph = null;
    this.open.closeTo(this.ownerOf(line, false, 'this table'));
    this.open.addTable(table.rows);
    if (table.ragged)
      this.doubt(line, 'ragged-table', 'as it stands', 'the rows of this table have different numbers of cells.');
  }
}

/** Why a text of this length is not read; null when it is. */
export function refusalOfLength(text: string): OutlineRefusal | null {
  if (text.length <= MAX_CHARACTERS) return null;
  return {
    kind: 'too-long',
    message: `The text has ${text.length} characters; at most ${MAX_CHARACTERS} are read at once. Read it in parts.`,
  };
}

export const plainInline: InlineReader = (words) => Text.of(words);
