/** The action log: tables of reference, day raised, action, owner, due date and update. */
import { readPartialDate } from '../../values/partial-date.ts';
import type { ActionReference, ActionVerdict, Field, PackAction } from './model.ts';
import { VERDICT_WORDS } from './labels.ts';
import { readParties } from './parties.ts';
import { mentionsIn, milestonesIn } from './references.ts';
import { field, part, words, type Reading, type Slice } from './source.ts';
import { column, readSpans, type KnownRow } from './tables.ts';
import { escapePattern, withoutMarkup } from './words.ts';

/** `CCAG08-06`: group, meeting (without padding), running number; null for other words. */
export function readActionReference(text: string): ActionReference | null {
  const parts = /^e?([A-Za-z]{2,8})\s?(\d{1,3}(?:\.\d+)?)\s?[-–—]\s?(\d{1,3})$/.exec(text.trim());
  if (parts === null) return null;
  return {
    group: parts[1] ?? '',
    meeting: (parts[2] ?? '').replace(/^0+(?=\d)/, ''),
    number: Number(parts[3]),
  };
}

/** `CCAG08-06`: two digits each, as the field prints it. */
export const printActionReference = (reference: ActionReference): string =>
  `${reference.group}${reference.meeting.padStart(2, '0')}-${String(reference.number).padStart(2, '0')}`;

const VERDICTS = (Object.keys(VERDICT_WORDS) as ActionVerdict[]).map((verdict) => ({
  verdict,
  pattern: new RegExp(
    `^\\**(?:${VERDICT_WORDS[verdict].map(escapePattern).join('|')})\\**\\s*(?:[:–—-]\\**\\s*|$)`,
    'i',
  ),
}));

interface UpdateReading {
  readonly verdict: Field<ActionVerdict> | null;
  readonly update: Field<string> | null;
}

/** Splits an update into its verdict and the words after it. */
function readUpdate(reading: Pick<Reading, 'document'>, slice: Slice | null): UpdateReading {
  if (slice === null) return { verdict: null, update: null };
  for (const { verdict, pattern } of VERDICTS) {
    const match = pattern.exec(slice.text);
    if (match === null) continue;
    const head = part(reading.document, slice, 0, match[0].length);
    const rest = part(reading.document, slice, match[0].length);
    return {
      verdict: field(head, verdict),
      update: rest.text === '' ? null : words(rest, withoutMarkup(rest.text)),
    };
  }
  return { verdict: null, update: words(slice, withoutMarkup(slice.text)) };
}

/** Reads the rows of all action tables; a row without a reference or text stays unread. */
export function recogniseActions(reading: Reading, rows: readonly KnownRow[]): PackAction[] {
  const { document, knowledge } = reading;
  return rows.flatMap((row): PackAction[] => {
    const ref = column(row, 'reference');
    const text = column(row, 'text');
    const reference = ref === null ? null : readActionReference(ref.text);
    if (ref === null || text === null || reference === null) return [];
    const raised = column(row, 'raised');
    const owner = column(row, 'owner');
    const due = column(row, 'due');
    const update = column(row, 'update');
    return [
      {
        kind: 'action',
        key: `action:${printActionReference(reference)}`,
        span: row.row.span,
        spans: readSpans(row),
        reference: field(ref, reference),
        raised: raised === null ? null : field(raised, readPartialDate(raised.text)),
        text: words(text, withoutMarkup(text.text)),
        owners: owner === null ? null : field(owner, readParties(owner.text)),
        due: due === null ? null : field(due, readPartialDate(due.text)),
        ...readUpdate(reading, update),
        mentions: [text, update].flatMap((slice) => mentionsIn(document, slice, knowledge)),
        milestones: [text, update].flatMap((slice) => milestonesIn(document, slice)),
      },
    ];
  });
}
