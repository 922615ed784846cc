/** Release days computed from a body's rules. */
import { addDays, civilDate, daysInMonth, type CivilDate } from '../../values/partial-date.ts';
import type { ReleaseKind, ReleaseRule } from './profile.ts';

export interface ReleaseDay {
  readonly date: CivilDate;
  readonly name: string;
  readonly kind: ReleaseKind;
}

/** ISO weekday of a civil date: 1 Monday to 7 Sunday. */
export const weekdayOf = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The civil day on which a rule's release falls in a year; null where that year has no such day (29 February). */
export function releaseDayIn(rule: ReleaseRule, year: number): CivilDate | null {
  if (rule.kind === 'day-of-month') return civilDate(year, rule.month, rule.day);
  if (rule.which === 'last') {
    const last = civilDate(year, rule.month, daysInMonth(year, rule.month));
    return last === null ? null : addDays(last, -((weekdayOf(last) - rule.weekday + 7) % 7));
  }
  const first = civilDate(year, rule.month, 1);
  return first === null ? null : addDays(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.which - 1) * 7);
}

/** Every release day the rules give from one civil date to another, both included, in order. */
export function releaseDays(rules: readonly ReleaseRule[], from: CivilDate, to: CivilDate): ReleaseDay[] {
  const days: ReleaseDay[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const rule of rules) {
      const date = releaseDayIn(rule, year);
      if (date !== null && date >= from && date <= to)
        days.push({ date, name: `${rule.name} ${year}`, kind: rule.releaseKind });
    }
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
