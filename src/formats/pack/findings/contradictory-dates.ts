import { printCivilDate, type CivilDate } from '../../../values/partial-date.ts';
import { DAY_PATTERN, dayNear, MONTH_PATTERN } from '../dates.ts';
import { groupPattern } from '../groups.ts';
import { withoutMarkup } from '../words.ts';
import { finding, type Detector } from './examined.ts';

const DEED = /\b(approv|agree|decid|rais|endors|reject|recommend)(?:es?|ed|d)?\b/gi;

const deeds = (text: string): Set<string> =>
  new Set([...text.matchAll(DEED)].map((match) => (match[1] ?? '').toLowerCase()));

/** Words that carry the matter of a sentence: long ones, without endings, without those every pack is full of. */
const matter = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{5,}/gu) ?? [])
      .filter(
        (word) => !/^(?:programme|meeting|update|agreed|approved|decision|which|would|there|subject|change)/.test(word),
      )
      .map((word) => word.slice(0, 6)),
  );

/** From this many shared words of substance on, two sentences are about one thing. */
const SHARED_WORDS = 2;

/**
 * News that dates a group's deed (`On Monday 31 October, the DAG approved …`) otherwise than the report of that group's
 * own meeting on the same deed.
 */
export const contradictoryDates: Detector = ({ contents, knowledge }) => {
  const near = contents.meeting?.date?.value ?? null;
  const dated = new RegExp(
    `\\b(?:on\\s+)?(?:\\p{L}+day\\s+)?(${DAY_PATTERN}|\\d{1,2}\\s+${MONTH_PATTERN})\\b,?.{0,40}?(${groupPattern(knowledge)}).{0,60}`,
    'iu',
  );
  return contents.programmeUpdates.flatMap((update) =>
    update.items.flatMap((item) => {
      const text = withoutMarkup(item.raw);
      const match = dated.exec(text);
      const day: CivilDate | null = match === null ? null : dayNear(match[1] ?? '', near);
      const group = match?.[2];
      if (day === null || group === undefined) return [];
      const done = deeds(text);
      const about = matter(`${update.title.value} ${text}`);
      for (const report of contents.updates) {
        if (report.group.value !== group || report.date.value.earliest === null) continue;
        if (report.date.value.earliest === day) continue;
        const other = report.items.find((one) => {
          const words = withoutMarkup(one.raw);
          const shared = [...matter(words)].filter((word) => about.has(word)).length;
          return shared >= SHARED_WORDS && [...deeds(words)].some((deed) => done.has(deed));
        });
        if (other === undefined) continue;
        return [
          finding(
            'contradictory-dates',
            update.key,
            item.span,
            `Here ${group} is said to have acted on ${printCivilDate(day)}; its own update reports it under the meeting of ${printCivilDate(report.date.value.earliest)}.`,
            { words: `Choose ${printCivilDate(day)} or ${printCivilDate(report.date.value.earliest)}.` },
          ),
        ];
      }
      return [];
    }),
  );
};
