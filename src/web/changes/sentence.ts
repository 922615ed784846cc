import { printCivilDate, printPartialDate, type CivilDate } from '../../values/partial-date.ts';
import type { Vocabulary } from '../codes/answers.ts';
import { labelOf } from '../codes/vocabulary.ts';
import type { Change } from './answers.ts';
import { dateOf, nextDecision } from './dates.ts';
import { dateLabel, inSentence, OUTCOME_WORDS } from './words.ts';

/**
 * The one sentence that opens a change's page: where it stands, what was last decided, what comes next and what it is to
 * the programme, all from its record on `today`.
 */
export function tellChange(change: Change, vocabulary: Vocabulary, today: CivilDate): string {
  return `${[whereItStands(change, vocabulary), lastDecided(change), next(change, today), impact(change, vocabulary)]
    .filter((part) => part !== null)
    .join('; ')}.`;
}

function whereItStands(change: Change, vocabulary: Vocabulary): string {
  const shared = labelOf(vocabulary.stages, change.stage);
  const state = labelOf(vocabulary.overlays, change.overlay);
  const raw = change.stageRaw === '' ? '' : `“${change.stageRaw}”`;
  const common = [shared, state].filter((words) => words !== '').join(', ');
  const name = `${change.body} ${change.reference}`;
  if (raw === '' && common === '') return `${name} is on record; its stage is not`;
  if (raw === '') return `${name} is at the shared stage ${common}`;
  const same = common.toLowerCase() === change.stageRaw.toLowerCase();
  return `${name} is at ${raw}${common === '' ? ', which maps to no shared stage' : same ? '' : ` (${common})`}`;
}

function lastDecided(change: Change): string | null {
  const standing = change.decisions.filter(({ struckBecause }) => struckBecause === null);
  const last = standing.at(-1);
  if (last === undefined) return null;
  return last.capacity === 'recommend'
    ? `${last.who} recommended on ${printCivilDate(last.date)} that it be ${inSentence(OUTCOME_WORDS[last.outcome])}`
    : `last decided ${printCivilDate(last.date)} by ${last.who}: ${inSentence(OUTCOME_WORDS[last.outcome])}`;
}

function next(change: Change, today: CivilDate): string | null {
  const implementation = dateOf(change.dates, 'implementation');
  const decision = nextDecision(change.dates, today);
  const waits = change.decisionState !== 'approved' && change.decisionState !== 'rejected' && change.inFlight;
  if (waits && decision !== null) {
    const { latest } = decision.date;
    if (latest !== null && latest < today)
      return `its ${inSentence(dateLabel(decision))} was due ${printPartialDate(decision.date)} and is not on record`;
    return `${inSentence(dateLabel(decision))} ${latest === null ? 'has no date yet' : `expected ${printPartialDate(decision.date)}`}`;
  }
  if (implementation !== null) return `implementation ${printPartialDate(implementation.date)}`;
  return change.release === null ? null : `goes into ${change.release.name}, ${printCivilDate(change.release.date)}`;
}

const impact = (change: Change, vocabulary: Vocabulary): string =>
  change.impact === 'unknown'
    ? 'nobody has said yet what it means for the programme'
    : `impact on the programme: ${labelOf(vocabulary.impacts, change.impact)}`;
