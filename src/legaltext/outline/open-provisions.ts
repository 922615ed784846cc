import type { Level } from '../house-styles/model.ts';
import type { PrintedNumber } from '../house-styles/number.ts';
import { Provision } from '../provision.ts';
import type { Line } from './lines.ts';
import { OpenProvision, type InlineReader } from './open-provision.ts';
import { endsAsClause } from './recognise-words.ts';

/** Words that are still being read, and what they will be of their owner. */
interface Paragraph {
  readonly owner: OpenProvision;
  readonly part: 'text' | 'passage';
  readonly words: string[];
}

/** Deeper than any style has levels: further in, definitions stand beside each other and no longer within. */
const DEEPEST = 40;

/**
 * The provisions that are being read, from the root to the innermost, and the paragraph that lines are still added to.
 * Closing one hands it, complete, to the one it is under.
 */
export class OpenProvisions {
  readonly list: OpenProvision[];
  /** The last number read of each level, closed or not. */
  readonly lastOfLevel = new Map<Level, PrintedNumber>();
  paragraph: Paragraph | null = null;
  /** Provisions made so far. */
  count = 1;
  private readonly inline: InlineReader;

  constructor(root: OpenProvision, inline: InlineReader) {
    this.list = [root];
    this.inline = inline;
  }

  get root(): OpenProvision {
    const [root] = this.list;
    if (root === undefined) throw new Error('The root of a text is open until the end.');
    return root;
  }

  get top(): OpenProvision {
    return this.list.at(-1) ?? this.root;
  }

  /** The words read last: those of the paragraph, or the text of the innermost provision. */
  get lastWords(): string {
    return this.paragraph?.words.at(-1) ?? this.top.text;
  }

  /** Whether a line goes on in the middle of a sentence, wrapped. */
  runsOn(line: Line): boolean {
    return this.paragraph !== null && !line.afterBlank && !this.paragraphEnds && !this.isOutdented(line);
  }

  get paragraphEnds(): boolean {
    return this.paragraph === null || endsAsClause(this.paragraph.words.at(-1) ?? '');
  }

  isOutdented(line: Line): boolean {
    return this.paragraph !== null && line.indent < this.paragraph.owner.indent;
  }

  push(
    kind: string,
    number: string,
    level: Level | null,
    read: PrintedNumber | null,
    rank: number,
    indent: number,
  ): OpenProvision {
    this.count += 1;
    const id = this.top.childId(this.list.length === 1, kind, number, level);
    const opened = new OpenProvision({ id, kind, number, level, read, rank, indent });
    this.list.push(opened);
    if (level !== null && read !== null) this.lastOfLevel.set(level, read);
    return opened;
  }

  /** Ends the paragraph, and every open provision after the one at `last`. */
  closeTo(last: number): void {
    this.endParagraph();
    const kept = Math.min(Math.max(last, 0), DEEPEST - 1);
    while (this.list.length > kept + 1) {
      const closed = this.list.pop();
      if (closed !== undefined) this.top.add(closed.close(this.inline));
    }
  }

  private endParagraph(): void {
    if (this.paragraph === null) return;
    const { owner, part, words } = this.paragraph;
    this.paragraph = null;
    const joined = words.join(' ');
    if (part === 'text') {
      owner.text = joined;
      return;
    }
    this.count += 1;
    const id = owner.childId(owner === this.root, 'passage', '', null);
    owner.add(new Provision({ id, kind: 'passage', text: this.inline(joined) }));
  }

  /** Puts a table under the innermost provision. */
  addTable(cells: readonly (readonly string[])[]): void {
    const id = this.top.childId(this.list.length === 1, 'table', '', null);
    const rows = cells.map((row, index) => {
      this.count += row.length + 1;
      const within = `${id}/row-${index + 1}`;
      const children = row.map(
        (words, cell) => new Provision({ id: `${within}/cell-${cell + 1}`, kind: 'cell', text: this.inline(words) }),
      );
      return new Provision({ id: within, kind: 'row', children });
    });
    this.top.add(new Provision({ id, kind: 'table', children: rows }));
  }

  /** The whole text, when all has been read. */
  finish(): Provision {
    this.closeTo(0);
    return this.root.close(this.inline);
  }
}
