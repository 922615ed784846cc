/** What a pack asks for: recommendations, the options of a freeze, and the statements that argue for them. */
import type { Field, PackFreezeOption, PackRecommendation, PackStatement } from './model.ts';
import { isAnyHeading, isHeading } from './recognise-updates.ts';
import type { OpenSection } from './recognise-agenda.ts';
import { HEADINGS, type HeadingName } from './labels.ts';
import { mentionsIn, milestonesIn } from './references.ts';
import {
  inReadingOrder,
  isFree,
  looksLikeHeading,
  matched,
  spanOver,
  take,
  takeAsStructure,
  words,
  type Line,
  type Reading,
} from './source.ts';
import { escapePattern, slug, withoutMarkup } from './words.ts';

export const sectionOf = (sections: readonly OpenSection[], line: Line): OpenSection | null =>
  sections.find((section) => section.bodyFrom <= line.index && line.index < section.end) ?? null;

/** The title a section goes by: the agenda's, else its own. */
const sectionTitle = (section: OpenSection | null): string | null =>
  section === null ? null : (section.item?.title.value ?? section.title.text);

/** The free lines under a heading: all the items of the list that follows, or else all the sentences. */
export function linesUnder(reading: Reading, heading: Line, end: number): Line[] {
  const lines: Line[] = [];
  for (let at = heading.index + 1; at < end; at += 1) {
    const piece = reading.pieces[at];
    if (piece === undefined || !isFree(reading, piece)) break;
    const [first] = lines;
    if (piece.form === 'heading') break;
    if (first !== undefined && (first.form === 'item') !== (piece.form === 'item')) break;
    if (piece.form === 'paragraph' && looksLikeHeading(piece) && (first !== undefined || isAnyHeading(reading, piece)))
      break;
    lines.push(piece);
  }
  return lines;
}

const RECOMMENDATION = new RegExp(
  `^\\**(?:${HEADINGS.recommendation.map(escapePattern).join('|')})\\**\\s*(?:\\((.+)\\))?\\s*:?\\**$`,
  'di',
);

/** Reads what stands under each "Recommendation", with the condition its heading gives in brackets. */
export function recogniseRecommendations(reading: Reading, sections: readonly OpenSection[]): PackRecommendation[] {
  const { document, knowledge } = reading;
  const found: PackRecommendation[] = [];
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece)) continue;
    const match = RECOMMENDATION.exec(piece.text);
    if (match === null) continue;
    const section = sectionOf(sections, piece);
    const title = sectionTitle(section);
    const lines = linesUnder(reading, piece, section?.end ?? reading.pieces.length);
    if (lines.length === 0) continue;
    const slice = matched(document, piece, match, 1);
    const condition: Field<string> | null = slice === null ? null : words(slice, withoutMarkup(slice.text));
    const numbered = lines.length > 1 || lines[0]?.ordered === true;
    if (condition === null) takeAsStructure(reading, piece, 'list-heading');
    else take(reading, piece);
    lines.forEach((line, at) => {
      take(reading, line);
      const text = withoutMarkup(line.text);
      const spans = inReadingOrder(condition === null ? [line.span] : [piece.span, line.span]);
      found.push({
        kind: 'recommendation',
        key: `recommendation:${slug(title ?? 'pack').slice(0, 30)}:${slug(text).slice(0, 40)}`,
        span: line.span,
        spans,
        position: numbered ? at + 1 : null,
        section: title,
        text: words(line, text),
        condition,
        mentions: [line, ...(slice === null ? [] : [slice])].flatMap((part) => mentionsIn(document, part, knowledge)),
        milestones: milestonesIn(document, line),
      });
    });
  }
  return found;
}

/** Reads the numbered options under "Code Freeze Options". */
export function recogniseFreezeOptions(reading: Reading, sections: readonly OpenSection[]): PackFreezeOption[] {
  const options: PackFreezeOption[] = [];
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece) || !isHeading(reading, piece, 'freezeOptions')) continue;
    const lines = linesUnder(reading, piece, sectionOf(sections, piece)?.end ?? reading.pieces.length);
    if (lines.length === 0) continue;
    takeAsStructure(reading, piece, 'list-heading');
    for (const line of lines) {
      take(reading, line);
      const text = withoutMarkup(line.text);
      options.push({
        kind: 'freeze-option',
        key: `freeze-option:${slug(text).slice(0, 50)}`,
        span: line.span,
        spans: [line.span],
        position: options.length + 1,
        text: words(line, text),
      });
    }
  }
  return options;
}

const STATEMENTS: readonly HeadingName[] = ['situation', 'complication'];

/** Reads the passages under "Situation" and "Complication". */
export function recogniseStatements(reading: Reading, sections: readonly OpenSection[]): PackStatement[] {
  const statements: PackStatement[] = [];
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece)) continue;
    const name = STATEMENTS.find((heading) => isHeading(reading, piece, heading));
    if (name === undefined) continue;
    const section = sectionOf(sections, piece);
    const lines = linesUnder(reading, piece, section?.end ?? reading.pieces.length);
    if (lines.length === 0) continue;
    for (const line of [piece, ...lines]) take(reading, line);
    const span = spanOver(lines.map((line) => line.span));
    const raw = reading.document.text.slice(span.start, span.end).trim();
    const spans = inReadingOrder([piece.span, ...lines.map((line) => line.span)]);
    statements.push({
      kind: 'statement',
      key: `statement:${slug(sectionTitle(section) ?? 'pack').slice(0, 30)}:${name}`,
      span: spanOver(spans),
      spans,
      label: words(piece, withoutMarkup(piece.text)),
      text: { value: lines.map((line) => withoutMarkup(line.text)).join('\n'), raw, span },
    });
  }
  return statements;
}
