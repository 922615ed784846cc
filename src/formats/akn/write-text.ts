import type { Text } from '../../legaltext/text.ts';
import { allows } from './attribute-rules.ts';
import { ELEMENT } from './inline-marks.ts';
import { KEPT, keptMark, keptValue, pairsOf, type Kept } from './kept.ts';
import type { LaidOut, Piece } from './lay-out-text.ts';
import { MAX_OPEN_MARKS } from './limits.ts';
import { needsPreserving } from './white-space.ts';
import type { FileIds } from './write-ids.ts';
import { isXmlText, type WrittenAttributes, type XmlWriter } from './xml-writer.ts';

/** Where words are written, and the ids of that file. */
export interface TextWriting {
  readonly xml: XmlWriter;
  readonly ids: FileIds;
}

/** Beyond this depth, notes and quoted provisions are written as plain children, and fewer marks as elements. */
export const ROOMY = 1_200;

/** The attribute of an element that only fills a place, or holds what may not stand there by itself. */
export const nothing = (): WrittenAttributes => [[KEPT, keptValue({ is: 'nothing' }) ?? '']];

/** How many marks may be open at one place. */
export const roomAt = (xml: XmlWriter): number => (xml.level < ROOMY ? MAX_OPEN_MARKS : 4);

/** Marks that are not written as elements, to be kept on the element of the words. */
export const keptBeside = (laidOut: LaidOut): Kept =>
  laidOut.beside.length === 0 ? {} : { marks: laidOut.beside.map(keptMark) };

/** What makes white space count, where the words need it. */
export const preserving = (text: Text): WrittenAttributes =>
  needsPreserving(text.words) ? [['xml:space', 'preserve']] : [];

/** An element of running words: its tags, the words, and the elements of their marks. */
export function writeText(
  writing: TextWriting,
  element: string,
  attributes: WrittenAttributes,
  text: Text,
  laidOut: LaidOut,
  anchored: () => void,
  atEnd?: () => void,
): void {
  const { xml } = writing;
  const all = [...attributes, ...preserving(text)];
  if (laidOut.steps.length === 0 && atEnd === undefined) {
    xml.empty(element, all);
    return;
  }
  xml.openRunning(element, all);
  writeSteps(writing, laidOut, anchored);
  atEnd?.();
  xml.closeRunning(element);
}

/** The words of a text and the elements of its marks, without an element around them. */
export function writeSteps(writing: TextWriting, laidOut: LaidOut, anchored: () => void): void {
  const { xml } = writing;
  for (const step of laidOut.steps)
    switch (step.do) {
      case 'words':
        writeWords(xml, step.words);
        break;
      case 'anchor':
        if (step.needsModification) xml.openRunning('mod', nothing());
        anchored();
        if (step.needsModification) xml.closeRunning('mod');
        break;
      case 'open':
        xml.openRunning(nameOf(step.piece), attributesOf(writing, step.piece, laidOut));
        break;
      case 'close':
        xml.closeRunning(nameOf(step.piece));
        break;
      case 'line-end':
        xml.empty(nameOf(step.piece), attributesOf(writing, step.piece, laidOut));
        break;
    }
}

const nameOf = (piece: Piece): string => piece.native ?? 'inline';

function attributesOf({ ids }: TextWriting, piece: Piece, laidOut: LaidOut): WrittenAttributes {
  const { mark, native, isFirst, index } = piece;
  const part = laidOut.split.has(index) ? { part: index } : {};
  if (native === undefined) {
    const named = mark.attributes[ELEMENT] ?? mark.kind;
    const attributes = pairsOf(mark.attributes);
    const kept: Kept = { mark: mark.kind, ...part, ...(isFirst && attributes.length > 0 ? { attributes } : {}) };
    return [
      ['name', named !== '' && isXmlText(named) ? named : mark.kind],
      [KEPT, keptValue(kept) ?? ''],
    ];
  }
  const written: (readonly [string, string])[] = [];
  const kept: [string, string][] = [];
  for (const [name, value] of pairsOf(mark.attributes)) {
    if (name === ELEMENT) continue;
    const isId = name === 'eId' || name === 'wId' || name === 'GUID';
    if (!isFirst && isId) continue;
    if (allows(native, false, name, value) && ids.use(name, value)) written.push([name, value]);
    else if (isFirst) kept.push([name, value]);
  }
  const value = keptValue({ ...part, ...(kept.length > 0 ? { attributes: kept } : {}) });
  return value === undefined ? written : [...written, [KEPT, value]];
}

/** Words, with line breaks as elements, and characters that XML has no form for as markers. */
function writeWords(xml: XmlWriter, words: string): void {
  let plainWords = '';
  const flush = (): void => {
    if (plainWords !== '') xml.words(plainWords);
    plainWords = '';
  };
  if (!words.includes('\n') && isXmlText(words)) {
    xml.words(words);
    return;
  }
  for (const character of words)
    if (character === '\n') {
      flush();
      xml.empty('br', []);
    } else if (isXmlText(character)) plainWords += character;
    else {
      flush();
      const code = character.charCodeAt(0).toString(16).padStart(4, '0');
      xml.empty('marker', [
        ['name', 'character'],
        [KEPT, keptValue({ character: code }) ?? ''],
      ]);
    }
  flush();
}
