import { printCivilDate, type CivilDate } from '../../../values/partial-date.ts';
import { civilDay, DAY_PATTERN } from '../dates.ts';
import { escapePattern } from '../words.ts';
import type { PackAction } from '../model.ts';
import { finding, type Detector, type Examined } from './examined.ts';

/** Days that the pack itself ties to a group in one line: `Minutes … from CCAG meeting held 26 October 2022`. */
function daysBeside(examined: Examined, group: string): Map<CivilDate, boolean> {
  const named = new RegExp(`(?<![\\p{L}])${escapePattern(group)}(?![\\p{L}\\d])`, 'u');
  const days = new Map<CivilDate, boolean>();
  for (const line of examined.document.text.split('\n')) {
    if (!named.test(line)) continue;
    for (const match of line.matchAll(new RegExp(`(held\\s+(?:on\\s+)?)?(${DAY_PATTERN})`, 'gi'))) {
      const day = civilDay(match[2] ?? '');
      if (day !== null) days.set(day, days.get(day) === true || match[1] !== undefined);
    }
  }
  return days;
}

/** The day of the meeting that a set of actions was raised at, as far as the pack lets us tell; null where it doesn't. */
function meetingDay(actions: readonly PackAction[], days: Map<CivilDate, boolean>, isLast: boolean): CivilDate | null {
  const raised = actions.flatMap((action) => action.raised?.value.earliest ?? []);
  const distinct = [...new Set(raised)];
  const attested = distinct.filter((day) => days.has(day));
  if (attested.length === 1) return attested[0] ?? null;
  if (isLast) {
    const held = [...days.entries()].filter(([, wasHeld]) => wasHeld).map(([day]) => day);
    if (held.length === 1) return held[0] ?? null;
  }
  if (distinct.length < 2) return null;
  const counted = distinct
    .map((day) => ({ day, count: raised.filter((other) => other === day).length }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  return first !== undefined && first.count > (second?.count ?? 0) ? first.day : null;
}

/** Actions whose raised date is not the day of the meeting their reference names, told by siblings and the minutes. */
export const actionRaisedOffMeeting: Detector = (examined) => {
  const { contents } = examined;
  const byMeeting = new Map<string, PackAction[]>();
  for (const action of contents.actions) {
    const { group, meeting } = action.reference.value;
    const key = `${group}/${meeting}`;
    byMeeting.set(key, [...(byMeeting.get(key) ?? []), action]);
  }
  const own = contents.meeting;
  return [...byMeeting.values()].flatMap((actions) => {
    const reference = actions[0]?.reference.value;
    if (reference === undefined) return [];
    const isLast =
      own !== null &&
      own.number !== null &&
      reference.group === own.group.value &&
      Number(reference.meeting) === Math.ceil(Number(own.number.value)) - 1;
    const day = meetingDay(actions, daysBeside(examined, reference.group), isLast);
    if (day === null) return [];
    return actions.flatMap((action) =>
      action.raised?.value.precision === 'day' && action.raised.value.earliest !== day
        ? [
            finding(
              'action-raised-off-meeting',
              action.key,
              action.raised.span,
              `${action.reference.raw} says it was raised on ${action.raised.raw}, but ${reference.group} ${reference.meeting} met on ${printCivilDate(day)}.`,
              { words: `Take ${printCivilDate(day)}.`, path: 'raised', value: printCivilDate(day) },
            ),
          ]
        : [],
    );
  });
};
