/** Change requests to the programme: what the section about each says of its window, impacts, benefit, cost and time. */
import { referenceKey } from '../../values/reference.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Field, MilestoneMention, PackChangeRequest, PackRecommendation, PackUpdate, WeekRange } from './model.ts';
import { dayNear, DAY_PATTERN, MONTH_PATTERN } from './dates.ts';
import { groupPattern } from './groups.ts';
import { mentionsIn, milestonesIn } from './references.ts';
import type { OpenSection } from './recognise-agenda.ts';
import {
  field,
  inReadingOrder,
  isFree,
  matched,
  spanOver,
  take,
  words,
  type Line,
  type Reading,
  type Slice,
} from './source.ts';
import { withoutMarkup } from './words.ts';

/** A day with or without its year: `16/11`, `2 November 2022`. */
const SOME_DAY = `${DAY_PATTERN}|\\d{1,2}/\\d{1,2}|\\d{1,2}(?:\\s?(?:st|nd|rd|th))?\\s+${MONTH_PATTERN}`;

const POUNDS = /£\s?(\d[\d,]*(?:\.\d+)?)\s?(k|thousand|m|million)?\b/di;
const WEEKS = /(\d{1,3})\s*(?:[-–—]|to)\s*(\d{1,3})\s*(?:-\s*)?weeks?\b/di;

/** Whole pounds of `£60k`, `£1.2 million`, `£45,000`. */
function readPounds(match: RegExpExecArray): number {
  const factor = /^(?:k|thousand)$/i.test(match[2] ?? '') ? 1000 : match[2] === undefined ? 1 : 1_000_000;
  return Math.round(Number((match[1] ?? '0').replace(/,/g, '')) * factor);
}

/** The first slice that a pattern fits, with the match. */
function firstMatch(slices: readonly Slice[], pattern: RegExp): { slice: Slice; match: RegExpExecArray } | null {
  for (const slice of slices) {
    const match = pattern.exec(slice.text);
    if (match !== null) return { slice, match };
  }
  return null;
}

/** The first place where a pattern's group is found among slices. */
function firstOf(reading: Reading, slices: readonly Slice[], pattern: RegExp, group = 1): Slice | null {
  for (const slice of slices) {
    const match = pattern.exec(slice.text);
    const found = match === null ? null : matched(reading.document, slice, match, group);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Reads each change request that a section's title names. What other parts of the pack say of it (its title in
 * brackets, the day a group sent it to assessment) is taken from there.
 */
export function recogniseChangeRequests(
  reading: Reading,
  sections: readonly OpenSection[],
  updates: readonly PackUpdate[],
  recommendations: readonly PackRecommendation[],
  meetingDay: CivilDate | null,
): PackChangeRequest[] {
  const { document, knowledge, pieces } = reading;
  const found: PackChangeRequest[] = [];
  const requestSchemes = knowledge.bodies.flatMap((body) =>
    body.schemes
      .filter((scheme) => scheme.stands === 'change-request')
      .map((scheme) => `${body.shortName}/${scheme.scheme}`),
  );
  for (const section of sections) {
    const own = mentionsIn(document, section.title, knowledge, knowledge.programme).find((mention) =>
      requestSchemes.includes(`${mention.value.body}/${mention.value.scheme}`),
    );
    if (own === undefined) continue;
    const key = referenceKey(own.value);
    if (found.some((request) => request.key === `change-request:${key}`)) continue;
    const itsOwn = (slice: Slice): boolean =>
      mentionsIn(document, slice, knowledge, knowledge.programme).some(
        (mention) => referenceKey(mention.value) === key,
      );
    const body = pieces.slice(section.bodyFrom, section.end).filter((piece): piece is Line => piece.kind === 'line');
    const free = body.filter((line) => isFree(reading, line));
    const points = updates.flatMap((update) => update.items.map((item) => ({ update, slice: asSlice(item) })));
    const spelled = `${own.value.scheme}[\\s-]{0,2}0*${own.value.number}(?!\\d)`;
    const held = new Set<Line>();
    const holdAt = (slice: Slice | null): Slice | null => {
      const line =
        slice === null ? undefined : free.find((l) => l.span.start <= slice.span.start && slice.span.end <= l.span.end);
      if (line !== undefined) held.add(line);
      return slice;
    };
    const everywhere: Slice[] = [...free, ...points.map((point) => point.slice).filter(itsOwn)];
    const title = firstOf(reading, everywhere, new RegExp(`${spelled}\\s*\\((.+?)\\)`, 'd'));
    const raiser = holdAt(
      firstOf(
        reading,
        free,
        new RegExp(`^(?:The\\s+)?([\\p{Lu}].{1,60}?)\\s+(?:has\\s+)?raised\\s+(?:.{0,30}?\\s)?${spelled}`, 'du'),
      ),
    );
    const request = holdAt(
      firstOf(reading, free, new RegExp(`raised\\s+(?:.{0,30}?\\s)?${spelled}\\s+to\\s+(.+?)\\.(?:\\s|$)`, 'd')),
    );
    const closing = holdAt(
      firstOf(
        reading,
        free,
        new RegExp(
          `\\b(?:IA|impact assessment|assessment)\\b.{0,60}?\\b(?:closed|closes|ended|ends|to|until)(?:\\s+on)?\\s+(${SOME_DAY})`,
          'di',
        ),
      ),
    );
    const opening = holdAt(
      firstOf(
        reading,
        free,
        new RegExp(
          `\\b(?:IA|impact assessment|assessment)\\b.{0,60}?\\b(?:opened|opens|began|started|from)(?:\\s+on)?\\s+(${SOME_DAY})`,
          'di',
        ),
      ),
    );
    const end = closing === null ? null : dayNear(closing.text, meetingDay);
    const start = opening === null ? null : dayNear(opening.text, meetingDay);
    const raising = points.find(
      ({ slice }) => itsOwn(slice) && /\brais(?:e|ed)\b/i.test(slice.text) && /impact assess/i.test(slice.text),
    );
    const raisedOn = raising?.update.date;
    const raisedDay = raisedOn?.value.earliest ?? null;
    const fromUpdate: Field<CivilDate> | null =
      raisedOn === undefined || raisedDay === null ? null : field(asSlice(raisedOn), raisedDay);
    const impacts = free.filter((line) => line.ordered);
    const benefitLine = free.find((line) => line.form === 'paragraph' && /\bbenefits?\b/i.test(line.text));
    if (benefitLine !== undefined) held.add(benefitLine);
    for (const line of impacts) held.add(line);
    const inSection = recommendations.filter((one) => body.some((line) => line.span === one.span));
    const texts: Slice[] = [...inSection.map((one) => asSlice(one.text)), ...free];
    const pounds = firstMatch(texts, POUNDS);
    const weeks = firstMatch(texts, WEEKS);
    const groups = groupPattern(knowledge);
    const decider = holdAt(
      firstOf(reading, free, new RegExp(`\\bto take (?:in)?to (${groups})`, 'd')) ??
        firstOf(
          reading,
          [section.objective, section.item?.objective ?? null].flatMap((of) => (of === null ? [] : [asSlice(of)])),
          new RegExp(`\\b(?:in)?to (${groups})`, 'd'),
        ) ??
        firstOf(
          reading,
          inSection.flatMap((one) => (one.condition === null ? [] : [asSlice(one.condition)])),
          new RegExp(`(${groups}) (?:approval|decision)`, 'd'),
        ),
    );
    const cost: Field<number> | null =
      pounds === null ? null : field(wholeMatch(reading, pounds.slice, pounds.match), readPounds(pounds.match));
    const schedule: Field<WeekRange> | null =
      weeks === null
        ? null
        : field(wholeMatch(reading, weeks.slice, weeks.match), {
            from: Number(weeks.match[1]),
            to: Number(weeks.match[2]),
          });
    const affected: MilestoneMention | null = weeks === null ? null : (milestonesIn(document, weeks.slice)[0] ?? null);
    for (const line of held) take(reading, line);
    const spans = inReadingOrder([own.span, ...[...held].map((line) => line.span)]);
    found.push({
      kind: 'change-request',
      key: `change-request:${key}`,
      span: spanOver(spans),
      spans,
      reference: field(asSlice(own), own.value),
      title: title === null ? null : words(title, withoutMarkup(title.text)),
      raisedBy: raiser === null ? null : words(raiser),
      request: request === null ? null : words(request, withoutMarkup(request.text)),
      assessmentStart: opening !== null && start !== null ? field(opening, start) : fromUpdate,
      assessmentEnd: closing === null || end === null ? null : field(closing, end),
      impacts: impacts.map((line) => words(line, withoutMarkup(line.text))),
      benefit: benefitLine === undefined ? null : words(benefitLine, withoutMarkup(benefitLine.text)),
      cost,
      schedule,
      affectedMilestone: affected,
      decisionGroup: decider === null ? null : words(decider),
      mentions: [...held].flatMap((line) => mentionsIn(document, line, knowledge, knowledge.programme)),
      milestones: [...held].flatMap((line) => milestonesIn(document, line)),
    });
  }
  return found;
}

const asSlice = (of: Pick<Field<unknown>, 'raw' | 'span'>): Slice => ({ text: of.raw, span: of.span });

const wholeMatch = (reading: Reading, slice: Slice, match: RegExpExecArray): Slice =>
  matched(reading.document, slice, match, 0) ?? slice;
