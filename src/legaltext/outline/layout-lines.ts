import type { HouseStyle } from '../house-styles/model.ts';
import type { NoteDoubt } from './doubt.ts';
import { labelsAt } from './labels.ts';
import type { OutlineLine } from './lines.ts';
import type { OpenProvision } from './open-provision.ts';
import type { OpenProvisions } from './open-provisions.ts';
import { looksLikeHeading } from './recognise-words.ts';

/** Lines that a printed layout explains are no longer than this. */
const LONGEST = 160;

/**
 * Reads the lines that only the layout of a printed text explains: those that a style knows (what a text is published as,
 * the word over its Schedules, the section beside the number of one), and headings on a line of their own under the number
 * of a division. Constant time for each line.
 */
export class LayoutReader {
  private readonly style: HouseStyle;
  private readonly lines: readonly OutlineLine[];
  private readonly open: OpenProvisions;
  private readonly doubt: NoteDoubt;

  constructor(style: HouseStyle, lines: readonly OutlineLine[], open: OpenProvisions, doubt: NoteDoubt) {
    this.style = style;
    this.lines = lines;
    this.open = open;
    this.doubt = doubt;
  }

  /** Takes a line that the style knows by its form, before numbers are looked for; says whether it did. */
  takeKnown(line: OutlineLine): boolean {
    const { layout } = this.style;
    const { words } = line;
    if (layout === undefined || words.length > LONGEST || this.open.runsOn(line)) return false;
    if (this.open.list.length === 1 && layout.publishedAs.test(words)) {
      this.takeWhole(words);
      return true;
    }
    const group = layout.groups.find((each) => each.line.test(words));
    if (group !== undefined) {
      this.open.closeTo(this.open.list.findLastIndex((each) => each.rank < group.rank && each.isDivision));
      this.open.push(group.kind, '', null, null, group.rank, line.indent).heading = words;
      return true;
    }
    const { top } = this.open;
    if (top.text !== '' || top.hasChildren || !this.isMargin(top, words)) return false;
    top.text = words;
    return true;
  }

  /** Whether words beside or under the number of a division name the provision that it belongs to. */
  isMargin(division: OpenProvision, words: string): boolean {
    const { layout } = this.style;
    return (
      layout !== undefined &&
      division.isDivision &&
      division !== this.open.root &&
      words.length <= LONGEST &&
      layout.margin.test(words)
    );
  }

  /** Takes a line without a number as the heading of the division whose number stands alone above it; says whether it did. */
  takeHeading(line: OutlineLine, at: number): boolean {
    const { top } = this.open;
    const { words } = line;
    if (top.level?.number.form !== 'keyword' || top.heading !== '' || top.hasChildren) return false;
    if (this.open.paragraph !== null || !(top.text === '' || this.isMargin(top, top.text))) return false;
    const next = this.lines[at + 1];
    if (next === undefined || !looksLikeHeading(words)) return false;
    if (!next.afterBlank && labelsAt(this.style, next.words).length === 0) return false;
    const isPlain = line.heading === true || words === words.toUpperCase();
    // Words that stand further in than the number are rather words under it.
    if (!isPlain && line.indent > top.indent) return false;
    top.heading = words;
    if (!isPlain)
      this.doubt(
        line,
        'heading-or-words',
        'heading',
        `“${words}” is short and without a full stop, under a number that stands alone; taken as its heading.`,
      );
    return true;
  }

  /** Whether a line stands alone like a heading before a provision whose number stands for itself. */
  mayBeHeading(line: OutlineLine, at: number): boolean {
    const next = this.lines[at + 1];
    if (next === undefined || !line.afterBlank || !next.afterBlank || !looksLikeHeading(line.words)) return false;
    return labelsAt(this.style, next.words).some(({ level }) => level.number.form !== 'bracketed');
  }

  /** Words of the whole text, on a line of their own. */
  private takeWhole(words: string): void {
    const { root } = this.open;
    this.open.closeTo(0);
    this.open.paragraph = {
      owner: root,
      part: root.text === '' && !root.hasChildren ? 'text' : 'passage',
      words: [words],
    };
    this.open.closeTo(0);
  }
}
