/** The agenda's tables and the sections they announce. */
import type { Field, PackAgendaItem, PackSection, Party, Purpose } from './model.ts';
import { readClock, DAY_PATTERN } from './dates.ts';
import { HEADINGS, PURPOSE_WORDS } from './labels.ts';
import { readParties } from './parties.ts';
import { mentionsIn, milestonesIn } from './references.ts';
import {
  field,
  inReadingOrder,
  isFree,
  looksLikeHeading,
  matched,
  take,
  takeAsStructure,
  words,
  type Line,
  type Reading,
  type Slice,
} from './source.ts';
import { column, readSpans, type KnownRow } from './tables.ts';
import { isOneOf, plainWords, sameTitle, slug, withoutMarkup, withoutPartNumber } from './words.ts';

/** The purpose some words name; null for none. */
function readPurpose(text: string): Purpose | null {
  const names = Object.keys(PURPOSE_WORDS) as Purpose[];
  return names.find((name) => isOneOf(text, PURPOSE_WORDS[name])) ?? null;
}

const readMinutes = (text: string): number | null => {
  const found = /(\d{1,3})\s*min(?:ute)?s?\b/i.exec(text);
  return found === null ? null : Number(found[1]);
};

/** One row of an agenda table as an item, its section not yet joined. */
function readItem(reading: Reading, row: KnownRow, place: number): PackAgendaItem | null {
  const { document } = reading;
  const title = column(row, 'title');
  if (title === null) return null;
  const number = column(row, 'position');
  const position = number === null ? null : /^(\d{1,3})\.?$/.exec(number.text);
  const purpose = column(row, 'purpose');
  const purposeRead = purpose === null ? null : readPurpose(purpose.text);
  const time = column(row, 'time');
  const clocks =
    time === null
      ? null
      : /(\d{1,2}[:.]\d{2}\s*(?:[ap]m)?)\s*(?:[-–—]|to)\s*(\d{1,2}[:.]\d{2}\s*(?:[ap]m)?)/di.exec(time.text);
  const clock = (group: number): Field<string> | null => {
    const slice = time === null || clocks === null ? null : matched(document, time, clocks, group);
    const read = slice === null ? null : readClock(slice.text).time;
    return slice === null || read === null ? null : field(slice, read);
  };
  const start = clock(1);
  const end = clock(2);
  const stated = time === null ? null : readMinutes(time.text);
  const computed =
    start === null || end === null
      ? null
      : Number(end.value.slice(0, 2)) * 60 +
        Number(end.value.slice(3)) -
        Number(start.value.slice(0, 2)) * 60 -
        Number(start.value.slice(3));
  const minutes = stated ?? (computed !== null && computed >= 0 ? computed : null);
  const lead = column(row, 'lead');
  const page = column(row, 'page');
  const pageNumber = page === null ? null : /^\d{1,4}$/.exec(page.text);
  const objective = column(row, 'objective');
  return {
    kind: 'agenda-item',
    key: `agenda-item:${slug(title.text)}`,
    span: row.row.span,
    spans: readSpans(row),
    position: number !== null && position !== null ? field(number, Number(position[1])) : field(title, place),
    title: words(title, withoutMarkup(title.text)),
    objective: objective === null ? null : words(objective, withoutMarkup(objective.text)),
    purpose: purpose === null || purposeRead === null ? null : field(purpose, purposeRead),
    lead: lead === null ? null : field(lead, readParties(lead.text)),
    start,
    end,
    minutes: time === null || minutes === null ? null : field(time, minutes),
    page: page === null || pageNumber === null ? null : field(page, Number(page.text)),
    section: null,
  };
}

/** A section as found: its lines from the title on, before any recogniser has taken from them. */
export interface OpenSection {
  readonly title: Line;
  /** Index of the first piece after the header block. */
  readonly bodyFrom: number;
  /** Index after its last piece. */
  readonly end: number;
  readonly purpose: Field<Purpose> | null;
  readonly objective: Field<string> | null;
  readonly lead: Field<readonly Party[]> | null;
  readonly minutes: Field<number> | null;
  readonly header: readonly Line[];
  readonly item: PackAgendaItem | null;
}

const PURPOSE_LINE = /^\**(DECISION|INFORMATION|DISCUSSION|Decision|Information|Discussion)\**\s*:\**\s*(.*)$/d;
const MINUTES_LINE = /^(?:Time|Duration)?:?\s*\d{1,3}\s*min(?:ute)?s?\.?$/i;
const DAY_LINE = new RegExp(`^${DAY_PATTERN}\\.?$`, 'i');
/** A header block is at most this long: title, purpose, two lines of objective, two of lead, minutes. */
const HEADER_LINES = 6;

const joined = (reading: Reading, first: Slice, last: Slice): Slice => ({
  text: reading.document.text.slice(first.span.start, last.span.end).trim(),
  span: { start: first.span.start, end: last.span.end },
});

/** Finds where sections begin and reads their header blocks. */
export function openSections(reading: Reading, items: readonly PackAgendaItem[]): OpenSection[] {
  const { document, pieces } = reading;
  const lineAt = (index: number): Line | null => {
    const piece = pieces[index];
    return piece?.kind === 'line' ? piece : null;
  };
  const byTitle = new Map<string, PackAgendaItem>();
  for (const item of [...items].reverse()) byTitle.set(plainWords(item.title.value), item);
  const distinct = [...byTitle.values()];
  const announced = new Map<number, PackAgendaItem | null>();
  /** The agenda item a line is the title of. Asked often and dear to answer, so each line is asked about once. */
  const itemOf = (line: Line): PackAgendaItem | null => {
    const known = announced.get(line.index);
    if (known !== undefined) return known;
    const found =
      byTitle.get(plainWords(withoutPartNumber(line.text))) ??
      distinct.find((item) => sameTitle(item.title.value, line.text)) ??
      null;
    announced.set(line.index, found);
    return found;
  };
  const purposeAfter = (line: Line): RegExpExecArray | null => {
    const next = lineAt(line.index + 1);
    const match = next === null ? null : PURPOSE_LINE.exec(next.text);
    if (match === null) return null;
    const shouted = match[1] === match[1]?.toUpperCase();
    return shouted || line.form === 'heading' || itemOf(line) !== null ? match : null;
  };
  const starts: { line: Line; item: PackAgendaItem | null; purpose: RegExpExecArray | null }[] = [];
  for (const piece of pieces) {
    if (!isFree(reading, piece) || !looksLikeHeading(piece)) continue;
    const purpose = purposeAfter(piece);
    if (purpose !== null) starts.push({ line: piece, item: itemOf(piece), purpose });
  }
  // A title of the agenda that stands without a purpose line opens its section too, at its first place.
  for (const item of distinct) {
    if (starts.some((start) => start.item === item)) continue;
    const line = pieces.find(
      (piece): piece is Line => isFree(reading, piece) && looksLikeHeading(piece) && itemOf(piece) === item,
    );
    if (line !== undefined) starts.push({ line, item, purpose: null });
  }
  starts.sort((a, b) => a.line.index - b.line.index);
  return starts.map((start, at) => {
    const end = starts[at + 1]?.line.index ?? pieces.length;
    const header: Line[] = [start.line];
    const purposeLine = start.purpose === null ? null : lineAt(start.line.index + 1);
    let bodyFrom = start.line.index + 1;
    let objective: Slice | null = null;
    let lead: Slice | null = null;
    let minutes: Line | null = null;
    let purpose: Field<Purpose> | null = null;
    if (purposeLine !== null && start.purpose !== null) {
      const word = matched(document, purposeLine, start.purpose, 1);
      const value = word === null ? null : readPurpose(word.text);
      if (word !== null && value !== null) purpose = field(word, value);
      objective = matched(document, purposeLine, start.purpose, 2);
      header.push(purposeLine);
      bodyFrom += 1;
    }
    const following: Line[] = [];
    for (let index = bodyFrom; index < end && following.length < HEADER_LINES; index += 1) {
      const line = lineAt(index);
      if (line === null) break;
      if (MINUTES_LINE.test(line.text)) {
        minutes = line;
        break;
      }
      following.push(line);
    }
    if (minutes !== null) {
      header.push(...following, minutes);
      bodyFrom = minutes.index + 1;
      const leads: Line[] = [];
      for (const line of following) {
        const promised = start.item?.objective?.value ?? '';
        const continues =
          leads.length === 0 &&
          objective !== null &&
          (DAY_LINE.test(line.text) || plainWords(promised).includes(plainWords(`${objective.text} ${line.text}`)));
        if (continues && objective !== null) objective = joined(reading, objective, line);
        else leads.push(line);
      }
      const [first] = leads;
      const last = leads[leads.length - 1];
      if (first !== undefined && last !== undefined) lead = joined(reading, first, last);
    }
    for (const line of header) take(reading, line);
    return {
      title: start.line,
      bodyFrom,
      end,
      purpose,
      objective: objective === null ? null : words(objective, withoutMarkup(objective.text)),
      lead: lead === null ? null : field(lead, readParties(lead.text.replace(/^Leads?:\s*/i, ''))),
      minutes: minutes === null ? null : field(minutes, readMinutes(minutes.text) ?? 0),
      header,
      item: start.item,
    };
  });
}

/** Reads all agenda tables as one agenda, in their order. */
export function recogniseAgenda(reading: Reading, rows: readonly KnownRow[]): PackAgendaItem[] {
  const items: PackAgendaItem[] = [];
  for (const row of rows) {
    const item = readItem(reading, row, items.length + 1);
    if (item !== null) items.push(item);
  }
  const agendaTitles = reading.pieces.filter(
    (piece): piece is Line => isFree(reading, piece) && isOneOf(withoutPartNumber(piece.text), HEADINGS.agenda),
  );
  for (const line of agendaTitles) takeAsStructure(reading, line, 'agenda-title');
  return items;
}

/** Titles that a later page of a section repeats are structure. */
export function takeRepeatedTitles(reading: Reading, sections: readonly OpenSection[]): void {
  for (const section of sections)
    for (const piece of reading.pieces.slice(section.bodyFrom, section.end))
      if (isFree(reading, piece) && looksLikeHeading(piece) && sameTitle(piece.text, section.title.text))
        takeAsStructure(reading, piece, 'title');
}

/** Closes a section: whatever lines no record took are its notes; headings with nothing under them are structure. */
export function closeSection(reading: Reading, open: OpenSection): PackSection {
  const { document, knowledge, pieces } = reading;
  const own: Line[] = [];
  let run: Line[] = [];
  const nothingUnder = (lines: readonly Line[]): void => {
    for (const line of lines) takeAsStructure(reading, line, 'empty-heading');
  };
  for (let index = open.bodyFrom; index < open.end; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    if (isFree(reading, piece)) {
      if (looksLikeHeading(piece)) {
        run.push(piece);
        continue;
      }
      // A title and a subtitle may stand over their text; what stands above those has lost its own.
      nothingUnder(run.slice(0, -2));
      own.push(...run.slice(-2), piece);
    } else {
      const repeated = reading.structure.some((part) => part.span === piece.span && part.what === 'title');
      nothingUnder(run.slice(0, repeated ? undefined : -1));
      own.push(...(repeated ? [] : run.slice(-1)));
    }
    run = [];
  }
  nothingUnder(run);
  for (const line of own) take(reading, line);
  const text = [open.title, ...(open.objective === null ? [] : [asSlice(open.objective)]), ...own];
  return {
    kind: 'section',
    key: `section:${slug(open.item?.title.value ?? withoutPartNumber(open.title.text))}`,
    span: {
      start: open.title.span.start,
      end: pieces[open.end - 1]?.span.end ?? open.title.span.end,
    },
    spans: inReadingOrder([...open.header, ...own].map((line) => line.span)),
    title: words(open.title, withoutMarkup(open.title.text)),
    purpose: open.purpose,
    objective: open.objective,
    lead: open.lead,
    minutes: open.minutes,
    notes: own.map((line) => ({
      ...words(line, withoutMarkup(line.text)),
      shape: looksLikeHeading(line)
        ? 'heading'
        : line.form !== 'item'
          ? 'paragraph'
          : line.ordered
            ? 'number'
            : 'bullet',
    })),
    mentions: text.flatMap((slice) => mentionsIn(document, slice, knowledge)),
    milestones: text.flatMap((slice) => milestonesIn(document, slice)),
  };
}

const asSlice = (of: Field<unknown>): Slice => ({ text: of.raw, span: of.span });

/** Items of a pack without an agenda table: its sections in order. */
export const itemsFromSections = (sections: readonly PackSection[]): PackAgendaItem[] =>
  sections.map((section, at) => ({
    kind: 'agenda-item',
    key: section.key.replace(/^section:/, 'agenda-item:'),
    span: section.title.span,
    spans: [section.title.span],
    position: { value: at + 1, raw: section.title.raw, span: section.title.span },
    title: section.title,
    objective: section.objective,
    purpose: section.purpose,
    lead: section.lead,
    start: null,
    end: null,
    minutes: section.minutes,
    page: null,
    section,
  }));
