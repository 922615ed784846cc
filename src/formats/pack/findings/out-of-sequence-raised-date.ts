import { daysBetween } from '../../../values/partial-date.ts';
import type { PackModification } from '../model.ts';
import { finding, type Detector } from './examined.ts';

/** Bodies log a change within days of raising it, not always in order: less than this is no sign of an error. */
const TOLERANCE_DAYS = 14;

interface Raised {
  readonly change: PackModification;
  readonly number: number;
  readonly day: string;
}

const conflict = (one: Raised, other: Raised): boolean => {
  const [lower, higher] = one.number < other.number ? [one, other] : [other, one];
  return lower.number !== higher.number && daysBetween(higher.day, lower.day) > TOLERANCE_DAYS;
};

/**
 * References are given in order, so a lower number raised well after a higher one is odd. Which of the two is wrong is
 * told by the others: the date in most conflicts goes first, until none is left.
 */
export const outOfSequenceRaisedDate: Detector = ({ contents }) => {
  const bySeries = new Map<string, Raised[]>();
  for (const change of contents.modifications) {
    const day = change.raised?.value.precision === 'day' ? change.raised.value.earliest : null;
    if (day === null) continue;
    const { body, scheme, number } = change.reference.value;
    const series = `${body}/${scheme}`;
    bySeries.set(series, [...(bySeries.get(series) ?? []), { change, number, day }]);
  }
  return [...bySeries.values()].flatMap((series) => {
    const odd: { raised: Raised; against: Raised }[] = [];
    let left = series;
    for (;;) {
      const counted = left
        .map((raised) => ({ raised, against: left.filter((other) => other !== raised && conflict(raised, other)) }))
        .filter(({ against }) => against.length > 0)
        .sort((a, b) => b.against.length - a.against.length || b.raised.day.localeCompare(a.raised.day));
      const [worst] = counted;
      const against = worst?.against[0];
      if (worst === undefined || against === undefined) break;
      odd.push({ raised: worst.raised, against });
      left = left.filter((raised) => raised !== worst.raised);
    }
    return odd.map(({ raised, against }) =>
      finding(
        'out-of-sequence-raised-date',
        raised.change.key,
        raised.change.raised?.span ?? raised.change.span,
        `${raised.change.reference.raw} says it was raised on ${raised.change.raised?.raw ?? ''}, but ${against.change.reference.raw} was raised on ${against.change.raised?.raw ?? ''}, and references are given in order.`,
        { words: 'Ask the code body when it was raised.', path: 'raised' },
      ),
    );
  });
};
