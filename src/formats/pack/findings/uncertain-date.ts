import { printPartialDate } from '../../../values/partial-date.ts';
import { finding, placedDates, type Detector } from './examined.ts';

/** Dates that name less than a day (`End November 22?`, `April 2024`) or carry a mark of doubt. `TBC` says so itself. */
export const uncertainDate: Detector = ({ contents }) =>
  placedDates(contents)
    .filter(
      ({ date }) => date.earliest !== null && (date.precision !== 'day' || (date.doubtful && /\?/.test(date.raw))),
    )
    .map((placed) =>
      finding(
        'uncertain-date',
        placed.about,
        placed.span,
        `The ${placed.called} of ${placed.name} is not certain: “${placed.date.raw}”.`,
        { words: `Keep it as ${printPartialDate(placed.date)}.`, path: placed.path, value: placed.date.raw },
      ),
    );
