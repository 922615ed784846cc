/** Where the drafting stands: status summary, deliverables, risks, milestones; and what comes next. */
import { readPartialDate } from '../../values/partial-date.ts';
import { readRag } from '../../values/rag.ts';
import type {
  Field,
  PackDeliverable,
  PackMilestone,
  PackNextMeeting,
  PackNextStep,
  PackRisk,
  PackStatusSummary,
} from './model.ts';
import { DAY_PATTERN, MONTH_PATTERN, readClock } from './dates.ts';
import { groupIn, shortNameOf } from './groups.ts';
import { mentionsIn, milestonesIn } from './references.ts';
import type { OpenSection } from './recognise-agenda.ts';
import { linesUnder, sectionOf } from './recognise-proposals.ts';
import { isHeading } from './recognise-updates.ts';
import {
  field,
  inReadingOrder,
  isFree,
  matched,
  part,
  spanOver,
  take,
  takeAsStructure,
  words,
  type Reading,
  type Slice,
} from './source.ts';
import { column, readSpans, type KnownRow } from './tables.ts';
import { plainWords, slug, withoutMarkup } from './words.ts';

/** Reads the paragraphs under "Status Summary" and the percentages in them. */
export function recogniseStatusSummary(reading: Reading, sections: readonly OpenSection[]): PackStatusSummary | null {
  const { document, knowledge } = reading;
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece) || !isHeading(reading, piece, 'statusSummary')) continue;
    const lines = linesUnder(reading, piece, sectionOf(sections, piece)?.end ?? reading.pieces.length);
    if (lines.length === 0) continue;
    for (const line of [piece, ...lines]) take(reading, line);
    const percentages: Field<number>[] = lines.flatMap((line) =>
      [...line.text.matchAll(/(\d{1,3}(?:\.\d+)?)\s?%/g)].map((match) =>
        field(part(document, line, match.index, match.index + match[0].length), Number(match[1])),
      ),
    );
    const spans = inReadingOrder([piece.span, ...lines.map((line) => line.span)]);
    return {
      kind: 'status-summary',
      key: 'status-summary',
      span: spanOver(spans),
      spans,
      paragraphs: lines.map((line) => words(line, withoutMarkup(line.text))),
      percentages,
      mentions: lines.flatMap((line) => mentionsIn(document, line, knowledge)),
      milestones: lines.flatMap((line) => milestonesIn(document, line)),
    };
  }
  return null;
}

/** Reads the list under "Deliverables" (of a month, where the heading names one). */
export function recogniseDeliverables(reading: Reading, sections: readonly OpenSection[]): PackDeliverable[] {
  const found: PackDeliverable[] = [];
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece) || !isHeading(reading, piece, 'deliverables')) continue;
    const lines = linesUnder(reading, piece, sectionOf(sections, piece)?.end ?? reading.pieces.length);
    if (lines.length === 0) continue;
    takeAsStructure(reading, piece, 'list-heading');
    const month = new RegExp(`(${MONTH_PATTERN}(?: \\d{4})?)`, 'di').exec(piece.text);
    const period = month === null ? null : matched(reading.document, piece, month, 1);
    for (const line of lines) {
      take(reading, line);
      const text = withoutMarkup(line.text);
      found.push({
        kind: 'deliverable',
        key: `deliverable:${slug(text).slice(0, 50)}`,
        span: line.span,
        spans: [line.span],
        period: period === null ? null : words(period),
        text: words(line, text),
      });
    }
  }
  return found;
}

/** Mitigations of a cell, one each where it numbers them: `1)…2)…`, `1. … 2. …`. */
function splitMitigations(reading: Pick<Reading, 'document'>, slice: Slice): Field<string>[] {
  const places: { start: number; rest: number }[] = [];
  let expected = 1;
  for (const match of slice.text.matchAll(/(?<![\d.])(\d{1,2})[).]\s*(?=\p{L})/gu)) {
    if (Number(match[1]) !== expected) continue;
    places.push({ start: match.index, rest: match.index + match[0].length });
    expected += 1;
  }
  if (places[0]?.start !== 0) return [words(slice, withoutMarkup(slice.text))];
  return places.map((place, at) => {
    const said = part(reading.document, slice, place.rest, places[at + 1]?.start ?? slice.text.length);
    return words(said, withoutMarkup(said.text));
  });
}

/** Reads the rows of risk tables. */
export function recogniseRisks(reading: Reading, rows: readonly KnownRow[]): PackRisk[] {
  const { document, knowledge } = reading;
  return rows.flatMap((row): PackRisk[] => {
    const text = column(row, 'text');
    if (text === null) return [];
    const identifier = column(row, 'identifier');
    const mitigation = column(row, 'mitigation');
    const rating = column(row, 'rating');
    const isIssue =
      (identifier !== null && /^(?:i|issue)$/i.test(identifier.text)) || /^there is an issue\b/i.test(text.text);
    const named = identifier !== null && /\d/.test(identifier.text);
    return [
      {
        kind: 'risk',
        key: `risk:${named ? slug(identifier.text) : slug(text.text)}`,
        span: row.row.span,
        spans: readSpans(row),
        type: isIssue ? 'issue' : 'risk',
        identifier: identifier === null ? null : words(identifier),
        text: words(text, withoutMarkup(text.text)),
        mitigations: mitigation === null ? [] : splitMitigations(reading, mitigation),
        rating: rating === null ? null : field(rating, readRag(rating.text)),
        mentions: [text, mitigation].flatMap((slice) => mentionsIn(document, slice, knowledge)),
        milestones: [text, mitigation].flatMap((slice) => milestonesIn(document, slice)),
      },
    ];
  });
}

/** Reads the rows of milestone tables. */
export function recogniseMilestones(reading: Reading, rows: readonly KnownRow[]): PackMilestone[] {
  return rows.flatMap((row): PackMilestone[] => {
    const title = column(row, 'title');
    if (title === null) return [];
    const reference = /\(\s*(M ?\d{1,2})\s*\)|^(M ?\d{1,2})\b/d.exec(title.text);
    const named =
      reference === null
        ? null
        : (matched(reading.document, title, reference, 1) ?? matched(reading.document, title, reference, 2));
    const area = /^(.+?)\s+(?:approved|signed off|agreed)\s+(?:at|by)\s+\S+/i.exec(title.text);
    const bare = withoutMarkup(title.text);
    const target = column(row, 'target');
    const forecast = column(row, 'forecast');
    const rating = column(row, 'rating');
    const short = named === null ? null : named.text.replace(/\s/g, '');
    return [
      {
        kind: 'milestone',
        key: `milestone:${short ?? slug(bare)}`,
        span: row.row.span,
        spans: readSpans(row),
        title: words(title, bare),
        reference: named === null || short === null ? null : words(named, short),
        topicArea: area?.[1] ?? null,
        target: target === null ? null : field(target, readPartialDate(target.text)),
        forecast: forecast === null ? null : field(forecast, readPartialDate(forecast.text)),
        rating: rating === null ? null : field(rating, readRag(rating.text)),
      },
    ];
  });
}

/** What comes next: meetings (in sentences or in a table) and other steps. */
export function recogniseNext(
  reading: Reading,
  sections: readonly OpenSection[],
  rows: readonly KnownRow[],
): { readonly meetings: readonly PackNextMeeting[]; readonly steps: readonly PackNextStep[] } {
  const { document, knowledge } = reading;
  const meetings: PackNextMeeting[] = [];
  const steps: PackNextStep[] = [];
  const nameOf = (text: string): string => groupIn(text, knowledge)?.shortName ?? shortNameOf(text, knowledge);
  const timeField = (slice: Slice | null): Field<string> | null => {
    const read = slice === null ? null : readClock(slice.text).time;
    return slice === null || read === null ? null : field(slice, read);
  };
  const sentence = new RegExp(
    `^\\**(?:The\\s+)?next\\s+(\\S.{0,60}?)\\s+meeting\\**\\s*(?:is|will be|:|[–—-])?\\s*(?:held\\s+)?(?:on\\s+)?(?:\\p{L}+day,?\\s+)?(${DAY_PATTERN}|TB[CDA])(?:,?\\s*(?:at|from)?\\s*(\\d{1,2}(?:[:.]\\d{2})?\\s*(?:am|pm)?))?`,
    'diu',
  );
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece)) continue;
    const match = sentence.exec(piece.text);
    const group = match === null ? null : matched(document, piece, match, 1);
    const date = match === null ? null : matched(document, piece, match, 2);
    if (match === null || group === null || date === null) continue;
    take(reading, piece);
    const name = nameOf(group.text);
    meetings.push({
      kind: 'next-meeting',
      key: `next-meeting:${name}`,
      span: piece.span,
      spans: [piece.span],
      group: words(group, name),
      date: field(date, readPartialDate(date.text)),
      time: timeField(matched(document, piece, match, 3)),
    });
  }
  for (const row of rows) {
    const group = column(row, 'group');
    const date = column(row, 'date');
    if (group === null || date === null) continue;
    const name = nameOf(group.text);
    meetings.push({
      kind: 'next-meeting',
      key: `next-meeting:${name}`,
      span: row.row.span,
      spans: readSpans(row),
      group: words(group, name),
      date: field(date, readPartialDate(date.text)),
      time: timeField(column(row, 'time')),
    });
  }
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece)) continue;
    if (
      isHeading(reading, piece, 'nextMeetings') ||
      isHeading(reading, piece, 'risks') ||
      isHeading(reading, piece, 'milestones')
    ) {
      takeAsStructure(reading, piece, 'list-heading');
      continue;
    }
    if (!isHeading(reading, piece, 'nextSteps')) continue;
    takeAsStructure(reading, piece, 'list-heading');
    const end = sectionOf(sections, piece)?.end ?? reading.pieces.length;
    for (let at = piece.index + 1; at < end; at += 1) {
      const line = reading.pieces[at];
      if (line === undefined || line.kind !== 'line' || line.form !== 'item') break;
      if (!isFree(reading, line)) continue;
      take(reading, line);
      steps.push({
        kind: 'next-step',
        key: `next-step:${slug(plainWords(line.text))}`,
        span: line.span,
        spans: [line.span],
        text: words(line, withoutMarkup(line.text)),
      });
    }
  }
  return { meetings, steps };
}
