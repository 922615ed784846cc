/** The cover: which group meets, for which time, on which day; and the papers attached. */
import type { Field, PackAttachment, PackMeeting } from './model.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { civilDay, DAY_PATTERN } from './dates.ts';
import { groupLetters, shortNameOf } from './groups.ts';
import {
  field,
  inReadingOrder,
  isFree,
  matched,
  spanOver,
  take,
  takeAsStructure,
  words,
  type Line,
  type Reading,
  type Slice,
} from './source.ts';
import { isOneOf, slug, withoutPartNumber } from './words.ts';
import { HEADINGS } from './labels.ts';

/** A cover stands at the front; further down the same words are talk about other meetings. */
const COVER_LINES = 15;

const ATTACHMENT = /^\s*((?:Attachment|Appendix|Annex)\s+\w{1,3})\s*[–—:-]\s*(.+)$/d;

function readAttachments(reading: Reading): PackAttachment[] {
  const found: PackAttachment[] = [];
  for (const line of reading.pieces) {
    if (!isFree(reading, line)) continue;
    const match = ATTACHMENT.exec(line.text);
    const label = match === null ? null : matched(reading.document, line, match, 1);
    const title = match === null ? null : matched(reading.document, line, match, 2);
    if (label === null || title === null) continue;
    take(reading, line);
    found.push({
      kind: 'attachment',
      key: `attachment:${slug(label.text)}:${slug(title.text)}`,
      span: line.span,
      spans: [line.span],
      label: words(label),
      title: words(title),
    });
  }
  return found;
}

/** Reads the cover and the list of attachments; null where no line of the front names a meeting. */
export function recogniseMeeting(reading: Reading): PackMeeting | null {
  const { document, knowledge } = reading;
  const front = reading.pieces.filter((piece): piece is Line => piece.kind === 'line').slice(0, COVER_LINES);
  const numbered =
    /^(?:(extraordinary)\s+)?(?:(e)(?=[A-Z]{2}))?([\p{Lu}].{1,80}?)\s*(?:[–—-]\s*)?(?:meeting\s*)?(?:#|\bno\.?|\bnumber|\bmeeting)\s*(\d+(?:\.\d+)?)(?:\s*[–—,:-]\s*(.+))?$/diu;
  const short = new RegExp(
    `^(?:(extraordinary)\\s+)?(e)?(${groupLetters(knowledge)})\\s+(?:#\\s*)?(\\d+(?:\\.\\d+)?)(?:\\s*[–—,:-]\\s*(.+))?$`,
    'du',
  );
  const dayOnly = new RegExp(`^(?:\\p{L}+day,?\\s+)?(${DAY_PATTERN})$`, 'diu');
  const dayWithin = new RegExp(`(${DAY_PATTERN})`, 'di');
  for (const line of front) {
    const match = short.exec(line.text) ?? numbered.exec(line.text);
    if (match === null) continue;
    const name = matched(document, line, match, 3);
    const number = matched(document, line, match, 4);
    if (name === null || number === null) continue;
    let date: Field<CivilDate> | null = null;
    const held: Line[] = [line];
    const rest = matched(document, line, match, 5);
    const within = rest === null ? null : dayWithin.exec(rest.text);
    if (rest !== null && within !== null) {
      const slice = matched(document, rest, within, 1);
      const day = slice === null ? null : civilDay(slice.text);
      if (slice !== null && day !== null) date = field(slice, day);
    }
    for (const other of front) {
      if (date !== null) break;
      const dated = dayOnly.exec(other.text);
      const slice = dated === null ? null : matched(document, other, dated, 1);
      const day = slice === null ? null : civilDay(slice.text);
      if (slice === null || day === null) continue;
      date = field(slice, day);
      held.push(other);
    }
    for (const part of held) take(reading, part);
    const group = shortNameOf(name.text, knowledge);
    const extraordinary =
      match[1] !== undefined || match[2] !== undefined || /extraordinary/i.test(name.text) || number.text.includes('.');
    for (const other of front)
      if (isFree(reading, other) && isOneOf(withoutPartNumber(other.text), HEADINGS.agenda))
        takeAsStructure(reading, other, 'title');
    const attachments = readAttachments(reading);
    return {
      kind: 'meeting',
      // The extraordinary meetings of a group number for themselves: `eCCAG 3` is not `CCAG 3`.
      key: `meeting:${extraordinary && !number.text.includes('.') ? 'e' : ''}${group}-${number.text}`,
      span: line.span,
      spans: inReadingOrder(held.map((part) => part.span)),
      group: words(name, group),
      number: words(number),
      date,
      extraordinary,
      attachments,
    };
  }
  return null;
}

/** The place of a cover that names the group but no number: only a date and a known group on the front. */
export function recogniseUnnumberedMeeting(reading: Reading): PackMeeting | null {
  const { document, knowledge } = reading;
  const front = reading.pieces.filter((piece): piece is Line => piece.kind === 'line').slice(0, COVER_LINES);
  const dayOnly = new RegExp(`^(?:\\p{L}+day,?\\s+)?(${DAY_PATTERN})$`, 'diu');
  const title = front.find((line) =>
    knowledge.groups.some((group) => shortNameOf(line.text.replace(/\s+meeting$/i, ''), knowledge) === group.shortName),
  );
  if (title === undefined) return null;
  let date: Field<CivilDate> | null = null;
  const held = [title];
  for (const line of front) {
    if (date !== null) break;
    const match = dayOnly.exec(line.text);
    const slice: Slice | null = match === null ? null : matched(document, line, match, 1);
    const day = slice === null ? null : civilDay(slice.text);
    if (slice === null || day === null) continue;
    date = field(slice, day);
    held.push(line);
  }
  if (date === null) return null;
  for (const line of held) take(reading, line);
  const group = shortNameOf(title.text.replace(/\s+meeting$/i, ''), knowledge);
  return {
    kind: 'meeting',
    key: `meeting:${group}-${date.value}`,
    span: spanOver([title.span]),
    spans: inReadingOrder(held.map((line) => line.span)),
    group: words(title, group),
    number: null,
    date,
    extraordinary: /extraordinary/i.test(title.text),
    attachments: readAttachments(reading),
  };
}
