/** What a detector looks at, and how it says what it found. */
import type { SourceDocument, Span } from '../../document/model.ts';
import type { PartialDate } from '../../../values/partial-date.ts';
import type { PackKnowledge } from '../knowledge.ts';
import { packRecords, type Field, type PackContents } from '../model.ts';
import { FINDINGS, type FindingCode } from './registry.ts';
import type { Finding, Suggestion } from './model.ts';

export interface Examined {
  readonly contents: PackContents;
  readonly document: SourceDocument;
  readonly knowledge: PackKnowledge;
}

/** A pure function from a pack to the findings of one code. */
export type Detector = (examined: Examined) => readonly Finding[];

/** A finding with the severity its code has. */
export const finding = (
  code: FindingCode,
  about: string | null,
  span: Span,
  message: string,
  suggestion: Suggestion | null = null,
): Finding => ({ code, severity: FINDINGS[code].severity, message, span, suggestion, about });

/** One date of one record: where it is in the record, what people call it, and what was read. */
interface PlacedDate {
  readonly about: string;
  readonly path: string;
  /** `date raised`, `decision date`: as a sentence would say it. */
  readonly called: string;
  /** What a person knows the record by. */
  readonly name: string;
  readonly date: PartialDate;
  readonly span: Span;
}

/** Every partial date of every record. */
export function placedDates(contents: PackContents): PlacedDate[] {
  const dates: PlacedDate[] = [];
  const add = (about: string, name: string, path: string, called: string, field: Field<PartialDate> | null): void => {
    if (field !== null) dates.push({ about, name, path, called, date: field.value, span: field.span });
  };
  for (const change of contents.modifications) {
    add(change.key, change.reference.raw, 'raised', 'date raised', change.raised);
    change.decisionDates.forEach((decision, at) =>
      add(change.key, change.reference.raw, `decisionDates.${at}.date`, 'decision date', {
        value: decision.value.date,
        raw: decision.raw,
        span: decision.span,
      }),
    );
  }
  for (const action of contents.actions) {
    add(action.key, action.reference.raw, 'raised', 'date raised', action.raised);
    add(action.key, action.reference.raw, 'due', 'due date', action.due);
  }
  for (const milestone of contents.milestones) {
    add(milestone.key, milestone.title.value, 'target', 'target date', milestone.target);
    add(milestone.key, milestone.title.value, 'forecast', 'forecast date', milestone.forecast);
  }
  for (const update of contents.updates)
    add(update.key, `update from ${update.group.value}`, 'date', 'date', update.date);
  for (const next of contents.nextMeetings)
    add(next.key, `next ${next.group.value} meeting`, 'date', 'date', next.date);
  return dates;
}

/** Words of a record that a person wrote as prose. */
export interface Prose {
  readonly about: string;
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly span: Span;
}

/** Every passage of prose in the records, without markup. */
export function proseOf(contents: PackContents): Prose[] {
  const prose: Prose[] = [];
  const add = (about: string, name: string, path: string, field: Field<string> | null): void => {
    if (field !== null && field.value !== '') prose.push({ about, name, path, text: field.value, span: field.span });
  };
  for (const action of contents.actions) {
    add(action.key, action.reference.raw, 'text', action.text);
    add(action.key, action.reference.raw, 'update', action.update);
  }
  for (const update of contents.updates)
    update.items.forEach((item, at) => add(update.key, `the update from ${update.group.value}`, `items.${at}`, item));
  for (const update of contents.programmeUpdates)
    update.items.forEach((item, at) => add(update.key, `“${update.title.value}”`, `items.${at}`, item));
  for (const change of contents.modifications) {
    add(change.key, change.reference.raw, 'title', change.title);
    add(change.key, change.reference.raw, 'summary', change.summary);
    add(change.key, change.reference.raw, 'positions', change.positions);
  }
  for (const one of contents.recommendations) add(one.key, 'a recommendation', 'text', one.text);
  for (const one of contents.statements) add(one.key, `“${one.label.value}”`, 'text', one.text);
  for (const one of contents.deliverables) add(one.key, 'a deliverable', 'text', one.text);
  for (const risk of contents.risks) {
    add(risk.key, 'a risk', 'text', risk.text);
    risk.mitigations.forEach((mitigation, at) => add(risk.key, 'a risk’s mitigation', `mitigations.${at}`, mitigation));
  }
  for (const section of contents.sections)
    section.notes.forEach((note, at) => {
      if (note.shape !== 'heading') add(section.key, `“${section.title.value}”`, `notes.${at}`, note);
    });
  return prose;
}

/** Key of the narrowest record that covers a span; null where only structure does. */
export function recordAt(contents: PackContents, span: Span): string | null {
  let best: { key: string; size: number } | null = null;
  for (const record of packRecords(contents))
    for (const place of record.spans)
      if (place.start <= span.start && span.end <= place.end) {
        const size = place.end - place.start;
        if (best === null || size < best.size) best = { key: record.key, size };
      }
  return best?.key ?? null;
}
