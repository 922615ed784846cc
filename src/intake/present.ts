/** From what intake knows to what it answers over HTTP. */
import type { z } from 'zod';
import { FINDINGS } from '../formats/pack/findings/registry.ts';
import type { AbilitiesSchema } from '../platform/http/schemas.ts';
import type { Review } from './queries.ts';
import type { OutcomeSchema, ReviewSchema } from './schemas.ts';

/** `1 pack`, `2 packs`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The one true sentence of a review. */
function sentenceOf({ intake, records, findings, reading }: Review): string {
  const open = findings.filter((finding) => finding.state === 'open');
  const errors = open.filter((finding) => finding.severity === 'error').length;
  const read = `${plural(records.length, 'record')} from ${Math.round(intake.coverage * 100)} % of the text`;
  const unread =
    reading.contents.unread.length === 0
      ? 'nothing unread'
      : `${plural(reading.contents.unread.length, 'passage')} not understood`;
  if (intake.state === 'accepted') return `Accepted: ${read}.`;
  if (intake.state === 'discarded') return `Discarded; nothing of it is in the record.`;
  const toSettle =
    open.length === 0
      ? 'every finding is settled'
      : `${plural(open.length, 'finding')} to settle${errors > 0 ? `, ${errors} of them errors` : ''}`;
  return `${read}; ${unread}; ${toSettle}.`;
}

/** A review as its page reads it; `may` is what the caller may do with packs. */
export function presentReview(review: Review, may: z.input<typeof AbilitiesSchema>): z.input<typeof ReviewSchema> {
  const { intake, reading, records, findings } = review;
  return {
    ...intake,
    outcome: presentOutcome(intake.outcome),
    text: reading.text,
    pages: reading.pages.map((page) => ({ number: page.number, span: { ...page.span } })),
    notes: reading.notes.map((note) => ({ message: note.message })),
    records: records.map((record) => ({ ...record, spans: [...record.spans], fields: [...record.fields] })),
    findings: findings.map((finding) => ({
      ...finding,
      title: FINDINGS[finding.code].title,
      means: FINDINGS[finding.code].means,
      whatToDo: FINDINGS[finding.code].whatToDo,
      source: reading.text.slice(finding.span.start, finding.span.end),
    })),
    structure: reading.contents.structure.map(({ span, what }) => ({ span, what })),
    unread: [...reading.contents.unread],
    olderThan: review.olderThan,
    sentence: sentenceOf(review),
    may,
  };
}

type Outcome = NonNullable<Review['intake']['outcome']>;

/** What accepting did or would do; null before anybody asked. */
export const presentOutcome = (outcome: Outcome | null): z.input<typeof OutcomeSchema> | null =>
  outcome === null
    ? null
    : { ...outcome, records: outcome.records.map((record) => ({ ...record, changes: [...record.changes] })) };
