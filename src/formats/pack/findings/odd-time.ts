import { readClock } from '../dates.ts';
import { finding, type Detector } from './examined.ts';

/** Times written in two clocks at once (`13:00pm`), and agenda items that end before they start. */
export const oddTime: Detector = ({ contents }) => [
  ...contents.nextMeetings.flatMap((next) =>
    next.time !== null && readClock(next.time.raw).odd
      ? [
          finding(
            'odd-time',
            next.key,
            next.time.span,
            `The time of the next ${next.group.value} meeting, “${next.time.raw}”, mixes two clocks.`,
            { words: `Read it as ${next.time.value}.`, path: 'time', value: next.time.value },
          ),
        ]
      : [],
  ),
  ...contents.agendaItems.flatMap((item) =>
    item.start !== null && item.end !== null && item.end.value < item.start.value
      ? [
          finding(
            'odd-time',
            item.key,
            item.end.span,
            `“${item.title.value}” ends at ${item.end.value}, before it starts at ${item.start.value}.`,
            { words: 'Correct the time of the item.', path: 'end' },
          ),
        ]
      : [],
  ),
];
