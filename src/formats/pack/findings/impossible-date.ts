import { printCivilDate } from '../../../values/partial-date.ts';
import { mendedDay } from '../dates.ts';
import { finding, placedDates, type Detector } from './examined.ts';

/** Dates such as `26/8/220`: they look like a day and name none. Suggests the day a slip of the pen meant. */
export const impossibleDate: Detector = ({ contents }) => {
  const near = contents.meeting?.date?.value ?? null;
  return placedDates(contents)
    .filter((placed) => placed.date.precision === 'impossible')
    .map((placed) => {
      const day = mendedDay(placed.date.raw, near);
      return finding(
        'impossible-date',
        placed.about,
        placed.span,
        `The ${placed.called} of ${placed.name}, “${placed.date.raw}”, is not a day of the calendar.`,
        day === null
          ? null
          : { words: `Read it as ${printCivilDate(day)}.`, path: placed.path, value: printCivilDate(day) },
      );
    });
};
