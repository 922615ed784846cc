import type { Commencement } from '../../../legaltext/instrument.ts';
import { eventsIn, temporalGroupsIn, type AknMetadata, type Modification } from '../metadata/model.ts';
import type { QuotedMatter } from './quoted-matter.ts';

const withoutSign = (reference: string): string => reference.replace(/^#/u, '');

/**
 * When a modification takes effect: its force, else its efficacy, its application, its own period. A period is a temporal
 * group, whose first interval begins with an event of the lifecycle; files also name an event itself, or a date in the text.
 */
export function commencementOf(
  modification: Modification,
  metadata: AknMetadata | undefined,
  quoted: QuotedMatter,
): Commencement {
  const { force, efficacy, application } = modification;
  const periods = [force?.period, efficacy?.period, application?.period, modification.period];
  for (const period of periods) {
    if (period === undefined || period === null) continue;
    const date = dateOf(withoutSign(period), metadata, quoted);
    if (date !== undefined)
      return /T/u.test(date) ? { kind: 'instant', at: date } : { kind: 'date', date: date.slice(0, 10) };
  }
  return { kind: 'unknown' };
}

function dateOf(id: string, metadata: AknMetadata | undefined, quoted: QuotedMatter): string | undefined {
  const group = temporalGroupsIn(metadata).find((each) => each.id === id);
  const event = group?.intervals[0]?.start ?? `#${id}`;
  return eventsIn(metadata).find((each) => each.id === withoutSign(event))?.date ?? quoted.date(id);
}
