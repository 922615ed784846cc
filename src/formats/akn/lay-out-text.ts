import type { Mark, Text } from '../../legaltext/text.ts';
import { allows, requiredOf } from './attribute-rules.ts';
import { ELEMENT, endsLine, markKindOf, PLAIN } from './inline-marks.ts';
import { INLINES, MARKERS, MODS, ONLY_IN_MOD, SUBFLOWS } from './vocabulary.ts';

/** One mark, or one piece of a mark that overlaps others, as an element; `native` when the schema has one for it. */
export interface Piece {
  readonly mark: Mark;
  /** Its position among the marks of the text. */
  readonly index: number;
  readonly isFirst: boolean;
  readonly native: string | undefined;
}

export type Step =
  | { readonly do: 'words'; readonly words: string }
  | { readonly do: 'open'; readonly piece: Piece }
  | { readonly do: 'close'; readonly piece: Piece }
  /** An element that is the line break itself: the words of its mark, and nothing to write in it. */
  | { readonly do: 'line-end'; readonly piece: Piece }
  /**
   * A note or quoted provisions stand here: the next of the provision's anchored children. Where only a modification may
   * hold it and there is none, it `needsModification`.
   */
  | { readonly do: 'anchor'; readonly element: string; readonly needsModification: boolean };

/** A text as a sequence of start tags, words and end tags. */
export interface LaidOut {
  readonly steps: readonly Step[];
  /** Marks of which there is more than one piece, by their position. */
  readonly split: ReadonlySet<number>;
  /** Marks for which there was no room: too many are open at their place already. */
  readonly beside: readonly Mark[];
}

/** The element that holds text of its own, if this mark is the place of one. */
export function anchorOf(mark: Mark): string | undefined {
  if (mark.start !== mark.end || mark.kind !== 'inline') return undefined;
  const element = mark.attributes[ELEMENT];
  return element !== undefined && SUBFLOWS.has(element) && Object.keys(mark.attributes).length === 1
    ? element
    : undefined;
}

/** The inline element that a mark is natively: its own name for its kind, with all the attributes it must have. */
function nativeOf(mark: Mark): string | undefined {
  const named = mark.attributes[ELEMENT];
  const plain = PLAIN[mark.kind];
  const element = named ?? plain;
  // Reading names the plain element of no kind: a mark that does would come back without the name.
  if (element === undefined || named === plain || markKindOf(element) !== mark.kind) return undefined;
  // An `eol` over no words would come back as a line break.
  const isPoint = mark.start === mark.end && !(element === LINE_END && endsLine(mark.attributes));
  if (!INLINES.has(element) && !(MARKERS.has(element) && isPoint)) return undefined;
  const has = (name: string): boolean => {
    const value = mark.attributes[name];
    return value !== undefined && allows(element, false, name, value);
  };
  return requiredOf(element, false).every(has) ? element : undefined;
}

const LINE_END = 'eol';

/** Whether a mark is the element that its one line break is. */
const isLineEnd = ({ kind, start, end, attributes }: Mark, words: string): boolean =>
  attributes[ELEMENT] === LINE_END &&
  kind === markKindOf(LINE_END) &&
  endsLine(attributes) &&
  words.slice(start, end) === '\n';

/**
 * Lays a text out as elements. Marks are sorted, outer before inner, so that most nest as they are. Where one ends inside
 * another that began later, the later one is closed with it and opened again: it becomes pieces, which carry the number of
 * their mark and are put together in reading. The sweep goes once over the places where marks begin and end; its stack
 * holds what is open. At each place: what ends is closed, marks over no words are written, what begins is opened.
 */
export function layOutText(text: Text, mayAnchor: boolean, room: number): LaidOut {
  if (text.marks.length === 0)
    return {
      steps: text.words === '' ? [] : [{ do: 'words', words: text.words }],
      split: NOTHING_SPLIT,
      beside: [],
    };
  return new Sweep(text, mayAnchor, room).run();
}

const NOTHING_SPLIT: ReadonlySet<number> = new Set();

interface Numbered {
  readonly mark: Mark;
  readonly index: number;
}

const isBound = (point: Numbered | undefined): boolean => ONLY_IN_MOD.has(point?.mark.attributes[ELEMENT] ?? '');

class Sweep {
  private readonly steps: Step[] = [];
  private readonly open: Piece[] = [];
  private readonly begun = new Set<number>();
  private readonly split = new Set<number>();
  private readonly beside: Mark[] = [];
  /** Marks over no words at this place that are still to be written, in order. */
  private waiting: Numbered[] = [];
  private readonly text: Text;
  private readonly mayAnchor: boolean;
  private readonly room: number;

  constructor(text: Text, mayAnchor: boolean, room: number) {
    this.text = text;
    this.mayAnchor = mayAnchor;
    this.room = room;
  }

  run(): LaidOut {
    const { words, marks } = this.text;
    const places = [...new Set([0, words.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort(
      (a, b) => a - b,
    );
    const starting = new Map<number, Numbered[]>();
    marks.forEach((mark, index) => {
      const here = starting.get(mark.start);
      if (here === undefined) starting.set(mark.start, [{ mark, index }]);
      else here.push({ mark, index });
    });
    places.forEach((place, at) => {
      const here = starting.get(place) ?? [];
      const points = here.filter(({ mark }) => mark.start === mark.end);
      const ranges = here.filter(({ mark }) => mark.start !== mark.end);
      this.waiting = points;
      this.flush();
      this.closeAt(place);
      this.flushFree();
      // Of several marks over one line break, reading finds the element of it last.
      const last = ranges.at(-1);
      const lineEnd = last !== undefined && isLineEnd(last.mark, words) ? last : undefined;
      for (const range of ranges) {
        if (range === lineEnd && this.open.length < this.room) continue;
        this.begin(range);
        this.flush();
      }
      for (const point of this.waiting.splice(0)) this.point(point);
      const next = places[at + 1];
      if (lineEnd !== undefined && this.open.length < this.room)
        this.steps.push({ do: 'line-end', piece: { ...this.piece(lineEnd), native: LINE_END } });
      else if (next !== undefined) this.steps.push({ do: 'words', words: words.slice(place, next) });
    });
    return { steps: this.steps, split: this.split, beside: this.beside };
  }

  private get isInMod(): boolean {
    const native = this.open.at(-1)?.native;
    return native !== undefined && MODS.has(native);
  }

  /** Points that only a modification may hold, where it is the innermost element now. Points keep their order. */
  private flush(): void {
    while (this.isInMod && isBound(this.waiting[0])) this.next();
  }

  /** Points that may stand anywhere, up to the first that may not. */
  private flushFree(): void {
    while (this.waiting.length > 0 && !isBound(this.waiting[0])) this.next();
  }

  private next(): void {
    const point = this.waiting.shift();
    if (point !== undefined) this.point(point);
  }

  private closeAt(place: number): void {
    const lowest = this.open.findIndex(({ mark }) => mark.end === place);
    if (lowest < 0) return;
    const again: Piece[] = [];
    while (this.open.length > lowest) {
      const piece = this.open.pop();
      if (piece === undefined) break;
      this.steps.push({ do: 'close', piece });
      if (piece.mark.end !== place) again.unshift(piece);
      this.flush();
    }
    for (const { mark, index } of again) this.begin({ mark, index });
  }

  private begin({ mark, index }: Numbered): void {
    if (this.open.length >= this.room && !this.begun.has(index)) {
      this.beside.push(mark);
      return;
    }
    const piece = this.piece({ mark, index });
    this.steps.push({ do: 'open', piece });
    this.open.push(piece);
  }

  private point(point: Numbered): void {
    const anchor = this.mayAnchor ? anchorOf(point.mark) : undefined;
    if (anchor !== undefined) {
      const needsModification = ONLY_IN_MOD.has(anchor) && !this.isInMod;
      this.steps.push({ do: 'anchor', element: anchor, needsModification });
      return;
    }
    const piece = this.piece(point);
    this.steps.push({ do: 'open', piece });
    // A modification over no words still holds the provisions that it quotes.
    if (piece.native !== undefined && MODS.has(piece.native)) {
      this.open.push(piece);
      this.flush();
      this.open.pop();
    }
    this.steps.push({ do: 'close', piece });
  }

  private piece({ mark, index }: Numbered): Piece {
    const isFirst = !this.begun.has(index);
    this.begun.add(index);
    if (!isFirst) this.split.add(index);
    const native = nativeOf(mark);
    const isAllowed = native === undefined || !ONLY_IN_MOD.has(native) || this.isInMod;
    return { mark, index, isFirst, native: isAllowed ? native : undefined };
  }
}
