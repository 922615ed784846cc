import { printCivilDate, printPartialDate } from '../../values/partial-date.ts';
import type { Vocabulary } from '../codes/answers.ts';
import { labelOf } from '../codes/vocabulary.ts';
import type { TimelineBar } from './answers.ts';
import { inOrder } from './dates.ts';
import { dateLabel, inSentence, OUTCOME_WORDS } from './words.ts';

/** A bar of the picture in one sentence, for those who do not see it and for whoever points at it. */
export function tellBar(bar: TimelineBar, vocabulary: Vocabulary): string {
  const shared = labelOf(vocabulary.stages, bar.stage);
  const stage = bar.stageRaw === '' ? shared || 'stage not said' : bar.stageRaw;
  const aside = shared === '' || shared.toLowerCase() === stage.toLowerCase() ? '' : ` (${shared})`;
  const state =
    bar.overlay === null || labelOf(vocabulary.overlays, bar.overlay).toLowerCase() === stage.toLowerCase()
      ? ''
      : `, ${labelOf(vocabulary.overlays, bar.overlay)}`;
  const parts = [
    `${bar.reference} ${bar.title}: ${stage}${aside}${state}`,
    ...inOrder(bar.dates).map((date) => `${inSentence(dateLabel(date))} ${printPartialDate(date.date)}`),
    ...bar.decisions.map(
      ({ outcome, who, date, capacity }) =>
        `${inSentence(OUTCOME_WORDS[outcome])} ${capacity === 'recommend' ? '(a recommendation) ' : ''}by ${who} on ${printCivilDate(date)}`,
    ),
    ...(bar.releaseName === null
      ? []
      : [`${bar.releaseName}${bar.releaseDate === null ? '' : `, ${printCivilDate(bar.releaseDate)}`}`]),
  ];
  return `${parts.join('; ')}.`;
}
