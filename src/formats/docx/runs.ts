import type { Piece } from '../document/writer.ts';
import type { Relationship } from '../office/package.ts';
import { bulletGlyph } from '../office/numerals.ts';
import { attribute, childAt, childrenOf, isOn, walk } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';

/** What the reading of the paragraphs found besides their words, for the notes. */
export interface Findings {
  deletions: number;
  insertions: number;
  hidden: number;
  pictures: number;
  objects: number;
  nestedTables: number;
  otherDocuments: number;
}

export const noFindings = (): Findings => ({
  deletions: 0,
  insertions: 0,
  hidden: 0,
  pictures: 0,
  objects: 0,
  nestedTables: 0,
  otherDocuments: 0,
});

/** The words of one paragraph, and what hangs on it: the contents of its text boxes, to be read after it. */
export interface ParagraphWords {
  readonly words: readonly Piece[];
  readonly boxes: readonly XmlElement[];
}

const textOf = (element: XmlElement): string => element.children.filter((node) => typeof node === 'string').join('');

/** A character given by its code in a font; those of symbol fonts mean nothing outside the font. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(attribute(element, 'char') ?? '', 16);
  const known = Number.isFinite(code) && code > 0x20 && code < 0xd800;
  return bulletGlyph(known ? String.fromCodePoint(code) : '', attribute(element, 'font') ?? '');
}

/** A field under way: `begin`, its instruction, `separate`, its result, `end` (ECMA-376 part 1, 17.16.18). */
interface Field {
  instruction: string;
  inResult: boolean;
}

/** `HYPERLINK "https://…"` or `HYPERLINK \l "bookmark"`. */
function fieldLink(instruction: string): string | undefined {
  const match = /^\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"/u.exec(instruction);
  if (match === null) return undefined;
  return match[1] === undefined ? match[2] : `#${match[2] ?? ''}`;
}

/** Reads the runs of paragraphs one after another; fields may run over several paragraphs, so it keeps those open. */
export interface RunReader {
  read(paragraph: XmlElement): ParagraphWords;
}

export function createRunReader(relationships: readonly Relationship[], findings: Findings): RunReader {
  const fields: Field[] = [];

  const read = (paragraph: XmlElement): ParagraphWords => {
    const words: Piece[] = [];
    const boxes: XmlElement[] = [];
    const put = (text: string, link: string | undefined): void => {
      if (text === '' || fields.some((field) => !field.inResult)) return;
      const target = link ?? fields.map((field) => fieldLink(field.instruction)).find((found) => found !== undefined);
      words.push(target === undefined ? { text } : { text, link: target });
    };

    const readDrawing = (element: XmlElement): void => {
      const inner = [...walk(element)];
      const box = inner.find((one) => one.name === 'txbxContent');
      const text = inner.filter((one) => one.name === 't' || one.name === 'delText');
      if (box !== undefined) boxes.push(element);
      else if (text.length > 0) put(` ${text.map(textOf).join(' ')} `, undefined);
      else if (inner.some((one) => one.name === 'blip' || one.name === 'imagedata')) findings.pictures += 1;
      else if (inner.some((one) => one.name === 'chart' || one.name === 'relIds')) findings.objects += 1;
    };

    const readRun = (run: XmlElement, link: string | undefined): void => {
      if (isOn(childAt(run, 'rPr', 'vanish'))) findings.hidden += 1;
      for (const child of childrenOf(run)) readInRun(child, link);
    };

    const readInRun = (child: XmlElement, link: string | undefined): void => {
      switch (child.name) {
        case 't':
          put(textOf(child), link);
          break;
        case 'tab':
        case 'ptab':
          put('\t', link);
          break;
        case 'br':
        case 'cr':
          put('\n', link);
          break;
        case 'noBreakHyphen':
          put('-', link);
          break;
        case 'sym':
          put(symbolOf(child), link);
          break;
        case 'footnoteReference':
        case 'endnoteReference':
          put(` [${child.name === 'endnoteReference' ? 'e' : ''}${attribute(child, 'id') ?? ''}]`, link);
          break;
        case 'fldChar':
          readFieldMark(attribute(child, 'fldCharType'));
          break;
        case 'instrText': {
          const field = fields.at(-1);
          if (field !== undefined && !field.inResult) field.instruction += textOf(child);
          break;
        }
        case 'drawing':
        case 'pict':
          readDrawing(child);
          break;
        case 'object':
          findings.objects += 1;
          break;
        case 'AlternateContent':
          readAlternatives(child, link);
          break;
        default:
          break;
      }
    };

    const readFieldMark = (type: string | undefined): void => {
      const field = fields.at(-1);
      if (type === 'begin') fields.push({ instruction: '', inResult: false });
      else if (type === 'separate' && field !== undefined) field.inResult = true;
      else if (type === 'end') fields.pop();
    };

    /** The newer form of a drawing and the older say the same words: only the first that holds anything is read. */
    const readAlternatives = (element: XmlElement, link: string | undefined): void => {
      const forms = [childAt(element, 'Choice'), childAt(element, 'Fallback')];
      const form = forms.find((one) => childrenOf(one).length > 0);
      for (const child of childrenOf(form)) {
        if (child.name === 'r') readRun(child, link);
        else readInRun(child, link);
      }
    };

    const readInline = (parent: XmlElement, link: string | undefined): void => {
      for (const child of childrenOf(parent)) {
        switch (child.name) {
          case 'r':
            readRun(child, link);
            break;
          case 'del':
          case 'moveFrom':
            if ([...walk(child)].some((one) => one.name === 'delText' || one.name === 't')) findings.deletions += 1;
            break;
          case 'ins':
          case 'moveTo':
            if (childrenOf(child).length > 0) findings.insertions += 1;
            readInline(child, link);
            break;
          case 'hyperlink': {
            const found = relationships.find((relationship) => relationship.id === attribute(child, 'r:id'));
            const anchor = attribute(child, 'anchor');
            readInline(child, found?.target ?? (anchor === undefined ? link : `#${anchor}`));
            break;
          }
          case 'AlternateContent':
            readAlternatives(child, link);
            break;
          case 'pPr':
          case 'sdtPr':
          case 'sdtEndPr':
          case 'rPr':
            break;
          default:
            // Content controls, smart tags, simple fields, bidirectional marks and mathematics only wrap runs.
            if (child.name === 't') put(textOf(child), link);
            else readInline(child, link);
        }
      }
    };

    readInline(paragraph, undefined);
    return { words, boxes };
  };
  return { read };
}
