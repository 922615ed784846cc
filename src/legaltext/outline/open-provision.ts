import type { Level } from '../house-styles/model.ts';
import type { PrintedNumber } from '../house-styles/number.ts';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';

/** Turns the words of one paragraph into a text: plainly, or reading the marks of a format. */
export type InlineReader = (words: string) => Text;

/** A provision that is still being read: its words and what stands under it come line by line. */
export class OpenProvision {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly level: Level | null;
  readonly read: PrintedNumber | null;
  readonly rank: number;
  readonly indent: number;
  heading = '';
  text = '';
  private readonly children: Provision[] = [];
  private readonly segments = new Map<string, number>();

  constructor(fields: Pick<OpenProvision, 'id' | 'kind' | 'number' | 'level' | 'read' | 'rank' | 'indent'>) {
    this.id = fields.id;
    this.kind = fields.kind;
    this.number = fields.number;
    this.level = fields.level;
    this.read = fields.read;
    this.rank = fields.rank;
    this.indent = fields.indent;
  }

  get isDefinition(): boolean {
    return this.kind === 'definition';
  }

  get isDivision(): boolean {
    return this.level === null ? !this.isDefinition : this.level.number.form === 'keyword';
  }

  get hasChildren(): boolean {
    return this.children.length > 0;
  }

  add(child: Provision): void {
    this.children.push(child);
  }

  /** An id for a child: the path of numbers to it, so that the same text always gets the same ids. */
  childId(isRoot: boolean, kind: string, number: string, level: Level | null): string {
    const name = number === '' ? kind : level?.number.form === 'keyword' ? `${kind}-${number}` : number;
    const times = (this.segments.get(name) ?? 0) + 1;
    this.segments.set(name, times);
    const segment = number === '' ? `${name}-${times}` : times === 1 ? name : `${name}~${times}`;
    return isRoot ? segment : `${this.id}/${segment}`;
  }

  /** The provision as read. Words after its numbered children, when nothing follows them, are its closing words. */
  close(inline: InlineReader): Provision {
    const last = this.children.at(-1);
    const closes = last?.kind === 'passage' && this.children.some((child) => child.kind !== 'passage');
    return new Provision({
      id: this.id,
      kind: this.kind,
      number: this.number,
      heading: inline(this.heading),
      text: inline(this.text),
      children: closes ? this.children.slice(0, -1) : this.children,
      tail: closes ? last.text : Text.EMPTY,
    });
  }
}
