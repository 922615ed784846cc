/** News: from other governance groups, from the wider programme, and from working groups. */
import { readPartialDate } from '../../values/partial-date.ts';
import type { Field, PackGroupUpdate, PackProgrammeUpdate, PackUpdate, UpdateItem } from './model.ts';
import type { PackKnowledge } from './knowledge.ts';
import { DAY_PATTERN, MONTH_PATTERN } from './dates.ts';
import { groupIn, groupLetters, shortNameOf } from './groups.ts';
import { HEADINGS, type HeadingName } from './labels.ts';
import { mentionsIn, milestonesIn } from './references.ts';
import type { OpenSection } from './recognise-agenda.ts';
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
  type Piece,
  type Reading,
} from './source.ts';
import { escapePattern, plainWords, slug, withoutMarkup, withoutPartNumber } from './words.ts';

const headingPatterns = new WeakMap<PackKnowledge, Map<HeadingName, RegExp>>();

function headingPattern(knowledge: PackKnowledge, name: HeadingName): RegExp {
  const known = headingPatterns.get(knowledge) ?? new Map<HeadingName, RegExp>();
  headingPatterns.set(knowledge, known);
  const there = known.get(name);
  if (there !== undefined) return there;
  const group = groupLetters(knowledge);
  const aliases = HEADINGS[name].map((alias) =>
    escapePattern(plainWords(alias))
      .replace('\\{group\\}', group)
      .replace('\\{period\\}', `(?:${MONTH_PATTERN}(?: \\d{4})?)`),
  );
  const made = new RegExp(`^(?:${aliases.join('|')})$`, 'i');
  known.set(name, made);
  return made;
}

/** True when a line is a heading of that name; `{group}` and `{period}` stand for any known group and any month. */
export const isHeading = (reading: Reading, line: Line, name: HeadingName): boolean =>
  looksLikeHeading(line) && headingPattern(reading.knowledge, name).test(plainWords(withoutPartNumber(line.text)));

/** True when a line heads a known part of a section, whichever. */
export const isAnyHeading = (reading: Reading, line: Line): boolean =>
  (Object.keys(HEADINGS) as HeadingName[]).some((name) => isHeading(reading, line, name));

/** An item of news: what is set apart at its head (in bold, whole or half, or before a dash), and the rest. */
function readUpdateItem(reading: Reading, line: Line): UpdateItem {
  const { document, knowledge } = reading;
  const bold = /^(?:\*\*)?([^*]{2,120}?)\*\*\s*[–—:-]\s*(.+)$/ds.exec(line.text);
  const sentence = bold ?? /^(?:\*\*)?([^*]{2,120}?[.!?])\*\*\s+(.+)$/ds.exec(line.text);
  const dash = sentence ?? /^([\p{Lu}][^–—.:*]{2,59})\s+[–—]\s+(.+)$/dsu.exec(line.text);
  const heading = dash === null ? null : matched(document, line, dash, 1);
  const rest = dash === null ? null : matched(document, line, dash, 2);
  const said = rest ?? line;
  return {
    value: withoutMarkup(said.text),
    raw: line.text,
    span: line.span,
    heading: heading === null ? null : words(heading, withoutMarkup(heading.text)),
    mentions: mentionsIn(document, line, knowledge),
    milestones: milestonesIn(document, line),
  };
}

/** Free lines from an index on that are items of a list, up to the first piece that is not. */
function itemsFrom(reading: Reading, index: number): Line[] {
  const lines: Line[] = [];
  for (let at = index; ; at += 1) {
    const piece: Piece | undefined = reading.pieces[at];
    if (piece === undefined || !isFree(reading, piece) || piece.form !== 'item') return lines;
    lines.push(piece);
  }
}

/** Reads every "Update from GROUP DATE" with the points under it. */
export function recogniseGroupReports(reading: Reading): PackUpdate[] {
  const { document, knowledge, pieces } = reading;
  const head = new RegExp(
    `^\\**(?:Updates?|Report)\\s+from\\s+(?:the\\s+)?(.{2,80}?)(?:\\s+meeting)?(?:\\s+(?:held\\s+)?(?:on\\s+)?|\\s*[–—,:-]\\s*|\\s*\\()(${DAY_PATTERN})\\)?\\**\\.?$`,
    'di',
  );
  const updates: PackUpdate[] = [];
  for (const piece of pieces) {
    if (!isFree(reading, piece)) continue;
    const match = head.exec(piece.text);
    const name = match === null ? null : matched(document, piece, match, 1);
    const date = match === null ? null : matched(document, piece, match, 2);
    if (name === null || date === null) continue;
    const group = groupIn(name.text, knowledge)?.shortName ?? shortNameOf(name.text, knowledge);
    const lines: Line[] = [piece];
    const before = pieces[piece.index - 1];
    if (before !== undefined && isFree(reading, before) && groupIn(before.text, knowledge)?.shortName === group)
      if (looksLikeHeading(before)) lines.unshift(before);
    const points = itemsFrom(reading, piece.index + 1);
    lines.push(...points);
    const after = pieces[piece.index + 1 + points.length];
    let report: Field<string> | null = null;
    if (after !== undefined && isFree(reading, after) && /\bheadline reports?\b/i.test(after.text)) {
      lines.push(after);
      report = words(after, withoutMarkup(after.text));
    }
    const items = points.map((line) => readUpdateItem(reading, line));
    for (const line of lines) take(reading, line);
    const spans = inReadingOrder(lines.map((line) => line.span));
    const day = readPartialDate(date.text);
    updates.push({
      kind: 'update',
      key: `update:${group}:${day.earliest ?? slug(date.text)}`,
      span: spanOver(spans),
      spans,
      group: words(name, group),
      date: field(date, day),
      items,
      report,
    });
  }
  for (const piece of pieces)
    if (isFree(reading, piece) && isHeading(reading, piece, 'governanceUpdates'))
      takeAsStructure(reading, piece, 'list-heading');
  return updates;
}

/** Reads the groups of points under "Wider Programme updates", to the end of that section. */
export function recogniseProgrammeUpdates(reading: Reading, sections: readonly OpenSection[]): PackProgrammeUpdate[] {
  const updates: PackProgrammeUpdate[] = [];
  for (const start of reading.pieces) {
    if (!isFree(reading, start) || !isHeading(reading, start, 'programmeUpdates')) continue;
    takeAsStructure(reading, start, 'list-heading');
    const end =
      sections.find((section) => section.bodyFrom <= start.index && start.index < section.end)?.end ??
      reading.pieces.length;
    for (let at = start.index + 1; at < end; at += 1) {
      const title = reading.pieces[at];
      if (title === undefined || !isFree(reading, title) || title.form === 'item') continue;
      if (isAnyHeading(reading, title)) break;
      const points = itemsFrom(reading, at + 1).filter((line) => line.index < end);
      if (points.length === 0) continue;
      const items = points.map((line) => readUpdateItem(reading, line));
      for (const line of [title, ...points]) take(reading, line);
      const spans = inReadingOrder([title, ...points].map((line) => line.span));
      updates.push({
        kind: 'programme-update',
        key: `programme-update:${slug(title.text)}`,
        span: spanOver(spans),
        spans,
        title: words(title, withoutMarkup(title.text).replace(/:$/, '')),
        items,
      });
      at += points.length;
    }
  }
  return updates;
}

interface Draft {
  group: Field<string>;
  date: PackGroupUpdate['date'];
  topics: Field<string>[];
  actions: Field<string>[];
  lines: Line[];
}

/** Reads what working groups discussed and asked for, one record for each group. */
export function recogniseWorkingGroups(reading: Reading, sections: readonly OpenSection[]): PackGroupUpdate[] {
  const { document, knowledge, pieces } = reading;
  const drafts = new Map<string, Draft>();
  const held = new RegExp(`\\b(?:meetings?\\s+)?(?:held\\s+)?(?:on\\s+)?(${DAY_PATTERN})`, 'di');
  for (const piece of pieces) {
    if (!isFree(reading, piece)) continue;
    const topics = isHeading(reading, piece, 'topics');
    if (!topics && !isHeading(reading, piece, 'groupActions')) continue;
    const points = itemsFrom(reading, piece.index + 1);
    if (points.length === 0) continue;
    const section = sections.find((open) => open.bodyFrom <= piece.index && piece.index < open.end);
    const group =
      groupIn(piece.text, knowledge) ?? (section === undefined ? null : groupIn(section.title.text, knowledge));
    if (group === null) continue;
    const objective = section?.objective ?? section?.item?.objective ?? null;
    const slice = objective === null ? null : { text: objective.raw, span: objective.span };
    const match = slice === null ? null : held.exec(slice.text);
    const day = slice === null || match === null ? null : matched(document, slice, match, 1);
    const draft = drafts.get(group.shortName) ?? {
      group: words(piece, group.shortName),
      date: day === null ? null : field(day, readPartialDate(day.text)),
      topics: [],
      actions: [],
      lines: [],
    };
    drafts.set(group.shortName, draft);
    const read = points.map((line) => words(part(document, line, 0), withoutMarkup(line.text)));
    (topics ? draft.topics : draft.actions).push(...read);
    draft.lines.push(piece, ...points);
    for (const line of [piece, ...points]) take(reading, line);
  }
  return [...drafts.entries()].map(([name, draft]) => {
    const spans = inReadingOrder(draft.lines.map((line) => line.span));
    return {
      kind: 'group-update',
      key: `group-update:${name}${draft.date?.value.earliest === undefined ? '' : `:${draft.date.value.earliest ?? ''}`}`,
      span: spanOver(spans),
      spans,
      group: draft.group,
      date: draft.date,
      topics: draft.topics,
      actions: draft.actions,
    };
  });
}
