/** The horizon scanning log: one label/value block for each change, tables of issues, and who returned nothing. */
import { readPartialDate } from '../../values/partial-date.ts';
import { referenceKey } from '../../values/reference.ts';
import type { Span } from '../document/model.ts';
import { civilDay, DAY_PATTERN } from './dates.ts';
import type { KnownScheme } from './knowledge.ts';
import type { ModificationLabel } from './labels.ts';
import type { HorizonLog, HorizonReturn, Mention, PackIssue, PackModification } from './model.ts';
import { isHeading } from './recognise-updates.ts';
import { leadingReference, mentionsIn, milestonesIn } from './references.ts';
import { blocksOfLines, blocksOfTables, type LabelBlock } from './label-blocks.ts';
import { bareTitle, readDatedUpdates, readDecisionDates, readImpact, readStatus } from './change-cells.ts';
import {
  field,
  inReadingOrder,
  isFree,
  looksLikeHeading,
  matched,
  part,
  spanOver,
  take,
  takeAsStructure,
  words,
  type Line,
  type Reading,
  type Slice,
} from './source.ts';
import { column, readSpans, type KnownRow, type LabelRow } from './tables.ts';
import { withoutMarkup } from './words.ts';

const joinedSlice = (reading: Reading, slices: readonly Slice[]): Slice | null => {
  const [first] = slices;
  const last = slices[slices.length - 1];
  if (first === undefined || last === undefined) return null;
  if (slices.length === 1) return first;
  const span = { start: first.span.start, end: last.span.end };
  return { text: reading.document.text.slice(span.start, span.end).trim(), span };
};

const STANDS: readonly KnownScheme['stands'][] = ['modification'];

function readBlock(reading: Reading, block: LabelBlock, footnotes: readonly Slice[]): PackModification | null {
  const { document, knowledge } = reading;
  const valueOf = (label: ModificationLabel): Slice | null => {
    const slices = block.pairs
      .filter((pair) => pair.label === label)
      .flatMap((pair) => [...(pair.swallowed === null || label === 'title' ? [] : [pair.swallowed]), ...pair.values]);
    return joinedSlice(reading, slices);
  };
  const swallowed = block.pairs.find((pair) => pair.label === 'title')?.swallowed ?? null;
  const titleCell = valueOf('title');
  const inTitle = titleCell === null ? null : leadingReference(titleCell.text, knowledge, STANDS, null);
  const inLabel = swallowed === null ? null : leadingReference(swallowed.text, knowledge, STANDS, null);
  const place = inTitle !== null && titleCell !== null ? { ...inTitle, slice: titleCell } : null;
  const labelPlace = inLabel !== null && swallowed !== null ? { ...inLabel, slice: swallowed } : null;
  const found = place ?? labelPlace;
  if (found === null) return null;
  const reference = found.reading.reference;
  const key = referenceKey(reference);
  const body = reference.body;
  const titleSlice =
    found === place ? part(document, found.slice, found.end) : (titleCell ?? part(document, found.slice, found.end));
  const summary = valueOf('summary');
  const positions = valueOf('positions');
  const raised = valueOf('raised');
  const status = valueOf('status');
  const decision = valueOf('decision');
  const impact = valueOf('impact');
  const summaryRead = summary === null ? null : readDatedUpdates(reading, summary);
  const positionsRead = positions === null ? null : readDatedUpdates(reading, positions);
  const starred = [raised, status, decision, impact].some((slice) => slice !== null && slice.text.includes('*'));
  const ownNotes = starred ? footnotes : [];
  const implementation = ownNotes.some((note) => /\bimplementation\b/i.test(note.text));
  const texts = [titleSlice, summary, positions, status, decision, impact];
  const mentions: Mention[] = texts.flatMap((slice) => mentionsIn(document, slice, knowledge, body, [key]));
  const carried = mentions.find((mention) => {
    const scheme = knowledge.bodies
      .find((known) => known.shortName === mention.value.body)
      ?.schemes.find((known) => known.scheme === mention.value.scheme);
    return (
      mention.value.body === body && mention.value.number === reference.number && scheme?.becomes === reference.scheme
    );
  });
  const spans: Span[] = block.pairs.flatMap((pair) => [
    pair.labelSlice.span,
    ...pair.values.map((value) => value.span),
  ]);
  const main = spanOver(spans);
  return {
    kind: 'modification',
    key: `modification:${key}`,
    span: main,
    spans: inReadingOrder([
      ...spans,
      ...block.lines.map((line) => line.span),
      ...block.footnotes.map((note) => note.span),
    ]),
    reference: field(part(document, found.slice, found.start, found.end), reference),
    body,
    title: {
      value: bareTitle(titleSlice.text),
      raw: (titleCell ?? found.slice).text,
      span: (titleCell ?? found.slice).span,
    },
    summary: summary === null || summaryRead === null ? null : words(summary, withoutMarkup(summaryRead.rest)),
    positions:
      positions === null || positionsRead === null ? null : words(positions, withoutMarkup(positionsRead.rest)),
    raised: raised === null ? null : field(raised, readPartialDate(raised.text)),
    status: status === null ? null : field(status, readStatus(reading, status.text, body)),
    decisionDates: decision === null ? [] : readDecisionDates(reading, decision, implementation),
    impact: impact === null ? null : field(impact, readImpact(reading, impact.text)),
    updates: [...(summaryRead?.updates ?? []), ...(positionsRead?.updates ?? [])],
    mentions,
    milestones: texts.flatMap((slice) => milestonesIn(document, slice)),
    footnotes: ownNotes.map((note) => words(note, withoutMarkup(note.text))),
    carriedFrom: carried?.value ?? null,
  };
}

/** Reads every change of the horizon log, from tables and from lines. */
export function recogniseModifications(reading: Reading, rows: readonly LabelRow[]): PackModification[] {
  const blocks = [...blocksOfTables(reading, rows), ...blocksOfLines(reading)].sort((a, b) => a.at - b.at);
  return blocks.flatMap((block) => {
    const shared = block.table < 0 ? [] : blocks.filter((other) => other.table === block.table);
    const footnotes = shared.length > 0 ? shared.flatMap((other) => other.footnotes) : block.footnotes;
    const modification = readBlock(reading, block, footnotes);
    if (modification === null) return [];
    for (const line of block.lines) take(reading, line);
    return [modification];
  });
}

/** Reads tables of issues that bodies report beside their changes. */
export function recogniseIssues(reading: Reading, rows: readonly KnownRow[]): PackIssue[] {
  const { document, knowledge } = reading;
  return rows.flatMap((row): PackIssue[] => {
    const description = column(row, 'description');
    if (description === null) return [];
    const found = leadingReference(description.text, knowledge, ['issue'], null);
    if (found === null) return [];
    const reference = found.reading.reference;
    const key = referenceKey(reference);
    const rest = part(document, description, found.end);
    const beside = /^\s*(?:[/,(]\s*)?([A-Z]{1,5}-?[A-Z]?\d{1,5})\)?(?=\s*[:–—-]|\s|$)/d.exec(rest.text);
    const other = beside === null ? null : matched(document, rest, beside, 1);
    const title = beside === null ? rest : part(document, rest, beside[0].length);
    const status = column(row, 'status');
    const impact = column(row, 'impact');
    return [
      {
        kind: 'issue',
        key: `issue:${key}`,
        span: row.row.span,
        spans: readSpans(row),
        reference: field(part(document, description, found.start, found.end), reference),
        body: reference.body,
        title: { value: bareTitle(title.text), raw: description.text, span: description.span },
        status: status === null ? null : field(status, readStatus(reading, status.text, reference.body)),
        impact: impact === null ? null : field(impact, readImpact(reading, impact.text)),
        otherReferences: other === null ? [] : [words(other)],
        mentions: [description, impact].flatMap((slice) =>
          mentionsIn(document, slice, knowledge, reference.body, [key]),
        ),
      },
    ];
  });
}

/** The log itself: the date it is headed with, and each body's return, the silent ones among them. */
export function recogniseHorizonLog(
  reading: Reading,
  modifications: readonly PackModification[],
  issues: readonly PackIssue[],
): HorizonLog | null {
  const { document, knowledge } = reading;
  const dated = new RegExp(`^(.*\\blog\\b.*?)\\s*(?:[–—,:-]\\s*)?(?:as\\s+(?:at|of)\\s+)?(${DAY_PATTERN})$`, 'di');
  let date: HorizonLog['date'] = null;
  const lines: Line[] = [];
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece) || !looksLikeHeading(piece)) continue;
    const match = /\bhorizon\b/i.test(piece.text) ? dated.exec(piece.text) : null;
    const slice = match === null ? null : matched(document, piece, match, 2);
    const day = slice === null ? null : civilDay(slice.text);
    if (slice !== null && day !== null) {
      date ??= field(slice, day);
      lines.push(piece);
      take(reading, piece);
    } else if (isHeading(reading, piece, 'horizonTemplate') || isHeading(reading, piece, 'horizonLog'))
      takeAsStructure(reading, piece, 'list-heading');
    else if (knowledge.bodies.some((body) => [body.shortName, body.name].includes(piece.text)))
      takeAsStructure(reading, piece, 'list-heading');
  }
  if (date === null && modifications.length === 0 && issues.length === 0) return null;
  const bodies = new Set([
    ...knowledge.bodies.filter((body) => body.expectedInHorizon).map((body) => body.shortName),
    ...modifications.map((modification) => modification.body),
    ...issues.map((issue) => issue.body),
  ]);
  const returns: HorizonReturn[] = [...bodies].sort().map((body) => {
    const own = modifications.filter((modification) => modification.body === body).map(({ key }) => key);
    const ownIssues = issues.filter((issue) => issue.body === body).map(({ key }) => key);
    return { body, silent: own.length + ownIssues.length === 0, modifications: own.sort(), issues: ownIssues.sort() };
  });
  const spans = inReadingOrder(lines.map((line) => line.span));
  const main = spans[0] ?? spanOver([...modifications.map(({ span }) => span), ...issues.map(({ span }) => span)]);
  return { kind: 'horizon-log', key: 'horizon-log', span: main, spans, date, returns };
}
