import { finding, type Detector } from './examined.ts';

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Agenda items whose minutes are given in two ways: by the times, by the agenda, by the section. */
export const numberDiffers: Detector = ({ contents }) =>
  contents.agendaItems.flatMap((item) => {
    if (item.minutes === null) return [];
    const planned = item.minutes.value;
    const byClock =
      item.start === null || item.end === null ? null : minutesOf(item.end.value) - minutesOf(item.start.value);
    const found = [];
    if (byClock !== null && byClock >= 0 && byClock !== planned)
      found.push(
        finding(
          'number-differs',
          item.key,
          item.minutes.span,
          `“${item.title.value}” is given ${planned} minutes, but its times make ${byClock}.`,
          { words: `Take ${byClock} minutes, as the times say.`, path: 'minutes', value: String(byClock) },
        ),
      );
    const section = item.section?.minutes ?? null;
    if (section !== null && section.value !== planned)
      found.push(
        finding(
          'number-differs',
          item.key,
          section.span,
          `“${item.title.value}” is given ${planned} minutes in the agenda and ${section.value} in its section.`,
          { words: `Take ${planned} minutes, as the agenda says.`, path: 'minutes', value: String(planned) },
        ),
      );
    return found;
  });
