import type { ItemMark } from '../document/writer.ts';
import { bulletGlyph, numeral, type NumeralStyle } from '../office/numerals.ts';
import { attribute, childAt, childrenOf, numberAttribute } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';

/** Numbers the list paragraphs of a document as they come. */
export interface Numbering {
  /** The mark of the next paragraph of list `numId` at `level`; undefined where the list prints nothing. */
  next(list: { readonly numId: string; readonly level: number }): ItemMark | undefined;
}

const STYLES: Readonly<Record<string, NumeralStyle>> = {
  decimal: 'decimal',
  decimalZero: 'decimal',
  lowerLetter: 'lowerLetter',
  upperLetter: 'upperLetter',
  lowerRoman: 'lowerRoman',
  upperRoman: 'upperRoman',
};

interface Level {
  readonly format: string;
  /** The pattern of the marker, such as `%1.%2`. */
  readonly pattern: string;
  readonly start: number;
  readonly font: string;
}

function readLevel(element: XmlElement | undefined): Level {
  return {
    format: attribute(childAt(element, 'numFmt'), 'val') ?? 'decimal',
    pattern: attribute(childAt(element, 'lvlText'), 'val') ?? '',
    start: numberAttribute(childAt(element, 'start'), 'val') ?? 1,
    font: attribute(childAt(element, 'rPr', 'rFonts'), 'ascii') ?? '',
  };
}

interface List {
  readonly levels: readonly (Level | undefined)[];
  /** The value last printed at each level; lists that share a definition count on together. */
  readonly counters: (number | undefined)[];
}

const atLevel = (elements: readonly XmlElement[], level: number) =>
  elements.find((element) => numberAttribute(element, 'ilvl') === level);

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const definitions = new Map(
    childrenOf(root, 'abstractNum').map((element) => [attribute(element, 'abstractNumId'), element]),
  );
  const counters = new Map<string | undefined, (number | undefined)[]>();
  return new Map(
    childrenOf(root, 'num').map((num): [string, List] => {
      const definitionId = attribute(childAt(num, 'abstractNumId'), 'val');
      const overrides = childrenOf(num, 'lvlOverride');
      const levels = LEVELS.map((level) => {
        const override = atLevel(overrides, level);
        const element = childAt(override, 'lvl') ?? atLevel(childrenOf(definitions.get(definitionId), 'lvl'), level);
        const restart = numberAttribute(childAt(override, 'startOverride'), 'val');
        if (element === undefined) return undefined;
        return restart === undefined ? readLevel(element) : { ...readLevel(element), start: restart };
      });
      const shared = counters.get(definitionId) ?? [];
      counters.set(definitionId, shared);
      return [attribute(num, 'numId') ?? '', { levels, counters: overrides.length > 0 ? [] : shared }];
    }),
  );
}

export function readNumbering(root: XmlElement | undefined): Numbering {
  const lists = readLists(root);
  return {
    next({ numId, level }) {
      const list = lists.get(numId);
      const own = list?.levels[level];
      if (list === undefined || own === undefined) return undefined;
      list.counters.splice(level + 1);
      const value = list.counters[level];
      list.counters[level] = value === undefined ? own.start : value + 1;
      if (own.format === 'none') return undefined;
      if (own.format === 'bullet') return { marker: bulletGlyph(own.pattern, own.font), ordered: false, level };
      const marker = own.pattern.replace(/%(\d)/gu, (_, digit: string) => {
        const index = Number(digit) - 1;
        const shown = list.levels[index];
        return numeral(list.counters[index] ?? shown?.start ?? 1, STYLES[shown?.format ?? ''] ?? 'decimal');
      });
      return marker.trim() === '' ? undefined : { marker: marker.trim(), ordered: true, level };
    },
  };
}
