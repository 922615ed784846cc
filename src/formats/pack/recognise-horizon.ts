/** The horizon scanning log: one label/value block for each change, tables of issues, and who returned nothing. */
import { readPartialDate } from '../../values/partial-date.ts';
import { referenceKey } from '../../values/reference.ts';
import type { Span } from '../document/model.ts';
import { civilDay, DATE_PATTERN, DAY_PATTERN } from './dates.ts';
import type { KnownScheme } from './knowledge.ts';
import type { ModificationLabel } from './labels.ts';
import type {
  DatedUpdate,
  DecisionDate,
  DecisionDateKind,
  Field,
  HorizonLog,
  HorizonReturn,
  ImpactReading,
  Mention,
  PackIssue,
  PackModification,
  StatusReading,
} from './model.ts';
import { isHeading } from './recognise-updates.ts';
import { leadingReference, mentionsIn, milestonesIn } from './references.ts';
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
import { column, leadingLabel, readSpans, type KnownRow, type LabelRow } from './tables.ts';
import { plainWords, withoutMarkup } from './words.ts';

/** One label with what stands in it beyond its words, and its value. */
interface Pair {
  readonly label: ModificationLabel;
  readonly labelSlice: Slice;
  /** Words that the label cell holds after the label itself: a reference it swallowed. */
  readonly swallowed: Slice | null;
  readonly values: Slice[];
}

/** All pairs from one title to the next, the footnotes after them, and where they stand. */
interface LabelBlock {
  readonly pairs: Pair[];
  readonly footnotes: Slice[];
  readonly lines: Line[];
  /** Order in the source. */
  readonly at: number;
  /** Blocks of one table share its footnotes. */
  readonly table: number;
}

/** Labels and values of a row, in order of its cells. */
function pairsOfRow(reading: Reading, labelled: LabelRow): Pair[] {
  const pairs: Pair[] = [];
  for (const cell of labelled.row.cells) {
    const text = cell.text.trim();
    if (text === '') continue;
    const slice: Slice = { text, span: cell.span };
    const label = leadingLabel(text);
    const rest = label === null ? null : part(reading.document, slice, label.rest);
    // A later cell is a label only when it is nothing else: `Status` is, `Approved – status unchanged` is a value.
    if (label !== null && (pairs.length === 0 || rest?.text === '')) {
      const swallowed = rest === null || rest.text === '' ? null : rest;
      pairs.push({ label: label.label, labelSlice: slice, swallowed, values: [] });
    } else pairs[pairs.length - 1]?.values.push(slice);
  }
  return pairs;
}

function blocksOfTables(reading: Reading, rows: readonly LabelRow[]): LabelBlock[] {
  const blocks: LabelBlock[] = [];
  for (const labelled of rows) {
    const pairs = pairsOfRow(reading, labelled);
    const [first] = pairs;
    const last = blocks[blocks.length - 1];
    if (first === undefined) {
      const note = labelled.row.cells.find((cell) => cell.text.trim() !== '');
      if (note !== undefined && last !== undefined) last.footnotes.push({ text: note.text.trim(), span: note.span });
    } else if (first.label === 'title' || last === undefined)
      blocks.push({ pairs, footnotes: [], lines: [], at: labelled.row.span.start, table: labelled.grid.index });
    else last.pairs.push(...pairs);
  }
  return blocks;
}

/** Labels inside one line: `Date raised: 1/2/22 Status: Draft Decision date: TBC MHHS Impact: Yes`. */
function pairsOfLine(reading: Reading, line: Line): Pair[] {
  const starts: { at: number; rest: number; label: ModificationLabel }[] = [];
  for (const place of line.text.matchAll(/(?:^|\s)(?=\S)/g)) {
    const at = place.index + place[0].length;
    const tail = line.text.slice(at);
    const label = leadingLabel(tail);
    if (label === null) continue;
    const inner = starts.length > 0;
    const begun = starts[0]?.label;
    // Inside running words only a label with a colon counts, except along the row that begins with the raised date.
    if (inner && begun !== 'raised' && !/^[^:]{1,40}:/.test(tail.slice(0, label.rest))) continue;
    if (inner && begun !== 'raised' && begun !== 'title') continue;
    if (starts.some((start) => start.label === label.label)) continue;
    starts.push({ at, rest: at + label.rest, label: label.label });
  }
  return starts.map((start, index) => {
    const end = starts[index + 1]?.at ?? line.text.length;
    const value = part(reading.document, line, Math.min(start.rest, end), end);
    return {
      label: start.label,
      labelSlice: part(reading.document, line, start.at, Math.min(start.rest, end)),
      swallowed: null,
      values: value.text === '' ? [] : [value],
    };
  });
}

/** Blocks written as lines, for sources that keep no tables: a label and its value on one line, or on two. */
function blocksOfLines(reading: Reading): LabelBlock[] {
  const blocks: LabelBlock[] = [];
  let open: LabelBlock | null = null;
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece) || piece.form === 'heading') {
      open = null;
      continue;
    }
    const label = leadingLabel(piece.text);
    const block: LabelBlock | null = open;
    if (label !== null && (label.label === 'title' || block !== null)) {
      const pairs = pairsOfLine(reading, piece);
      if (label.label === 'title' || block === null) {
        open = { pairs, footnotes: [], lines: [piece], at: piece.span.start, table: -1 };
        blocks.push(open);
      } else {
        block.pairs.push(...pairs);
        block.lines.push(piece);
      }
      continue;
    }
    const last = block?.pairs[block.pairs.length - 1];
    if (block === null || last === undefined) continue;
    if (/^\*/.test(piece.text) || piece.marker === '*') {
      block.footnotes.push(piece);
      block.lines.push(piece);
    } else if (last.values.length === 0 || last.label === 'summary' || last.label === 'positions') {
      last.values.push(piece);
      block.lines.push(piece);
    } else open = null;
  }
  return blocks.filter((block) => block.pairs.length > 1);
}

const STATUS_SCORE = (words: string): string =>
  plainWords(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The stage a status word means for a body; both null where nobody has mapped it. */
export function readStatus(reading: Pick<Reading, 'knowledge'>, text: string, body: string): StatusReading {
  const wanted = STATUS_SCORE(text);
  const found = reading.knowledge.statuses
    .filter((status) => STATUS_SCORE(status.words) === wanted)
    .sort(
      (a, b) => Number(b.body === body) - Number(a.body === body) || Number(a.body !== null) - Number(b.body !== null),
    );
  const [best] = found;
  return { stage: best?.stage ?? null, overlay: best?.overlay ?? null };
}

/** The controlled impact some words mean, and what they add after a dash or in brackets. */
export function readImpact(reading: Pick<Reading, 'knowledge'>, text: string): ImpactReading {
  const parts = /^(.*?)(?:\s*[–—-]\s+|\s+-|\s*\()(.+?)\)?$/s.exec(text);
  const head = parts?.[1] ?? text;
  const wanted = [STATUS_SCORE(text), STATUS_SCORE(head)];
  for (const want of wanted) {
    const found = reading.knowledge.impacts.find((impact) => STATUS_SCORE(impact.words) === want);
    if (found !== undefined) return { value: found.value, reason: want === wanted[0] ? null : (parts?.[2] ?? null) };
  }
  const beginning = reading.knowledge.impacts.find(
    (impact) => impact.words.length > 4 && STATUS_SCORE(text).startsWith(`${STATUS_SCORE(impact.words)} `),
  );
  if (beginning !== undefined) return { value: beginning.value, reason: text.slice(beginning.words.length).trim() };
  return { value: null, reason: null };
}

const deciderKind = (decider: string | null): DecisionDateKind =>
  decider === null
    ? 'decision'
    : /\b(?:authority|ofgem|secretary of state)\b/i.test(decider)
      ? 'authority'
      : /\b(?:panel|board|committee|group)\b/i.test(decider)
        ? 'panel'
        : 'decision';

/** The dates of a decision cell: each with its decider where it names one, else the one date of the cell. */
export function readDecisionDates(
  reading: Pick<Reading, 'document'>,
  slice: Slice,
  implementation: boolean,
): Field<DecisionDate>[] {
  const pattern = new RegExp(
    `((?<![\\p{L}])\\p{L}[\\p{L} ]{1,30}?)\\s*[–—:-]\\s*(${DATE_PATTERN}[?*]*)(?![\\p{L}\\p{N}])`,
    'dgiu',
  );
  const found: Field<DecisionDate>[] = [];
  for (const match of slice.text.matchAll(pattern)) {
    const decider = (match[1] ?? '').trim();
    found.push(
      field(part(reading.document, slice, match.index, match.index + match[0].length), {
        kind: deciderKind(decider),
        decider,
        date: readPartialDate(match[2] ?? ''),
      }),
    );
  }
  if (found.length > 0) return found;
  const kind = implementation && /\*/.test(slice.text) ? 'implementation' : 'decision';
  return [field(slice, { kind, decider: null, date: readPartialDate(slice.text) })];
}

const DATED_UPDATE = new RegExp(
  `\\bUpdate:?\\s+(?:(?:as\\s+)?(?:at|of|on)\\s+)?(${DAY_PATTERN})\\s*[–—:-]?\\s*(.*?)\\s*(?=\\bUpdate:?\\s+\\d|$)`,
  'dgis',
);

/** Dated remarks in some words, and the words without them. */
export function readDatedUpdates(
  reading: Pick<Reading, 'document'>,
  slice: Slice,
): { readonly updates: Field<DatedUpdate>[]; readonly rest: string } {
  const updates: Field<DatedUpdate>[] = [];
  let rest = '';
  let from = 0;
  for (const match of slice.text.matchAll(DATED_UPDATE)) {
    rest += slice.text.slice(from, match.index);
    from = match.index + match[0].length;
    const said = withoutMarkup(match[2] ?? '');
    updates.push(
      field(part(reading.document, slice, match.index, from), {
        date: readPartialDate(match[1] ?? ''),
        words: said,
        noChange: /^no (?:further )?(?:change|update)s?\b/i.test(said),
      }),
    );
  }
  rest += slice.text.slice(from);
  return { updates, rest: updates.length === 0 ? rest : rest.replace(/[\s,;–—-]+$/, '') };
}

/** The bare title: separator and the quotation marks around it taken off. */
export function bareTitle(text: string): string {
  const bare = withoutMarkup(text)
    .replace(/^[\s–—:.-]+/, '')
    .trim();
  const quoted = /^(['"‘“])(.+)(['"’”])\.?$/s.exec(bare);
  return (quoted?.[2] ?? bare).trim();
}

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
