import { printCivilDate } from '../../../values/partial-date.ts';
import { civilDay, DAY_PATTERN, surelyBefore } from '../dates.ts';
import { finding, type Detector } from './examined.ts';
import type { Finding } from './model.ts';

const DECIDED = new Set(['approved', 'scheduled', 'in-force']);
const TO_COME = new RegExp(
  `\\b(?:to be held|will be held|due to be held|will take place)(?:\\s+on)?\\s+(${DAY_PATTERN})`,
  'gi',
);

/**
 * Dates before the meeting where one to come is expected: the due date of an open action, the decision on a change not
 * yet decided, the forecast of a milestone, a next meeting, and what a change's words say is yet to be held.
 */
export const pastDate: Detector = ({ contents }) => {
  const day = contents.meeting?.date?.value;
  if (day === undefined) return [];
  const meeting = printCivilDate(day);
  const found: Finding[] = [];
  for (const action of contents.actions)
    if (action.due !== null && action.verdict?.value === 'ongoing' && surelyBefore(action.due.value, day))
      found.push(
        finding(
          'past-date',
          action.key,
          action.due.span,
          `${action.reference.raw} is still open, but was due on ${action.due.raw}, before the meeting of ${meeting}.`,
          { words: 'Ask the owner for a new due date.', path: 'due' },
        ),
      );
  for (const change of contents.modifications) {
    const decided =
      DECIDED.has(change.status?.value.stage ?? '') ||
      ['rejected', 'withdrawn', 'superseded', 'revoked'].includes(change.status?.value.overlay ?? '');
    change.decisionDates.forEach((decision, at) => {
      if (decided || decision.value.kind === 'implementation' || !surelyBefore(decision.value.date, day)) return;
      found.push(
        finding(
          'past-date',
          change.key,
          decision.span,
          `${change.reference.raw} is not decided yet, but its decision date ${decision.raw} is before the meeting of ${meeting}.`,
          { words: 'Ask the code body whether it was decided.', path: `decisionDates.${at}.date` },
        ),
      );
    });
    for (const path of ['summary', 'positions'] as const) {
      const field = change[path];
      if (field === null) continue;
      for (const match of field.value.matchAll(TO_COME)) {
        const held = civilDay(match[1] ?? '');
        if (held === null || held >= day) continue;
        found.push(
          finding(
            'past-date',
            change.key,
            field.span,
            `${change.reference.raw} speaks of ${printCivilDate(held)} as yet to come, but that is before the meeting of ${meeting}.`,
            { words: 'Ask what came of it.', path },
          ),
        );
      }
    }
  }
  for (const next of contents.nextMeetings)
    if (surelyBefore(next.date.value, day))
      found.push(
        finding(
          'past-date',
          next.key,
          next.date.span,
          `The next ${next.group.value} meeting, ${next.date.raw}, is before this meeting.`,
          { words: 'Correct the date of the next meeting.', path: 'date' },
        ),
      );
  for (const milestone of contents.milestones)
    if (milestone.forecast !== null && surelyBefore(milestone.forecast.value, day))
      found.push(
        finding(
          'past-date',
          milestone.key,
          milestone.forecast.span,
          `“${milestone.title.value}” is forecast for ${milestone.forecast.raw}, before the meeting of ${meeting}.`,
          { words: 'Ask whether it was reached, or for a new forecast.', path: 'forecast' },
        ),
      );
  return found;
};
