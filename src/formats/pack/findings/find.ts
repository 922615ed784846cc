/** Runs every detector over a pack. */
import type { SourceDocument } from '../../document/model.ts';
import type { PackKnowledge } from '../knowledge.ts';
import type { PackContents } from '../model.ts';
import type { Detector } from './examined.ts';
import type { Finding } from './model.ts';
import type { FindingCode } from './registry.ts';
import { impossibleDate } from './impossible-date.ts';
import { uncertainDate } from './uncertain-date.ts';
import { footnotedDate } from './footnoted-date.ts';
import { severalDecisionsInOneCell } from './several-decisions-in-one-cell.ts';
import { actionRaisedOffMeeting } from './action-raised-off-meeting.ts';
import { outOfSequenceRaisedDate } from './out-of-sequence-raised-date.ts';
import { ambiguousReference } from './ambiguous-reference.ts';
import { referenceSpelledVariously } from './reference-spelled-variously.ts';
import { secondReference } from './second-reference.ts';
import { contradictoryDates } from './contradictory-dates.ts';
import { staleLog } from './stale-log.ts';
import { silentCodeBody } from './silent-code-body.ts';
import { labelSwallowedValue } from './label-swallowed-value.ts';
import { severalWordsForOneStage } from './several-words-for-one-stage.ts';
import { unknownStatus } from './unknown-status.ts';
import { unknownImpact } from './unknown-impact.ts';
import { proposedClosure } from './proposed-closure.ts';
import { markupInWords } from './markup-in-words.ts';
import { halfLostEmphasis } from './half-lost-emphasis.ts';
import { mixedTitleSeparators } from './mixed-title-separators.ts';
import { identifierRepeats } from './identifier-repeats.ts';
import { blankImpact } from './blank-impact.ts';
import { oddTime } from './odd-time.ts';
import { forecastCopiesTarget } from './forecast-copies-target.ts';
import { unfinishedSentence } from './unfinished-sentence.ts';
import { pastDate } from './past-date.ts';
import { linkWithoutTarget } from './link-without-target.ts';
import { missingUpdate } from './missing-update.ts';
import { decidedBeforeRaised } from './decided-before-raised.ts';
import { purposeDiffers } from './purpose-differs.ts';
import { titleDiffers } from './title-differs.ts';
import { numberDiffers } from './number-differs.ts';
import { headingWithoutContent } from './heading-without-content.ts';
import { unknownGroup } from './unknown-group.ts';
import { duplicateRecord } from './duplicate-record.ts';

/** The detector of each code: the type makes sure that none is missing. */
export const DETECTORS: Readonly<Record<FindingCode, Detector>> = {
  'impossible-date': impossibleDate,
  'uncertain-date': uncertainDate,
  'footnoted-date': footnotedDate,
  'several-decisions-in-one-cell': severalDecisionsInOneCell,
  'action-raised-off-meeting': actionRaisedOffMeeting,
  'out-of-sequence-raised-date': outOfSequenceRaisedDate,
  'ambiguous-reference': ambiguousReference,
  'reference-spelled-variously': referenceSpelledVariously,
  'second-reference': secondReference,
  'contradictory-dates': contradictoryDates,
  'stale-log': staleLog,
  'silent-code-body': silentCodeBody,
  'label-swallowed-value': labelSwallowedValue,
  'several-words-for-one-stage': severalWordsForOneStage,
  'unknown-status': unknownStatus,
  'unknown-impact': unknownImpact,
  'proposed-closure': proposedClosure,
  'markup-in-words': markupInWords,
  'half-lost-emphasis': halfLostEmphasis,
  'mixed-title-separators': mixedTitleSeparators,
  'identifier-repeats': identifierRepeats,
  'blank-impact': blankImpact,
  'odd-time': oddTime,
  'forecast-copies-target': forecastCopiesTarget,
  'unfinished-sentence': unfinishedSentence,
  'past-date': pastDate,
  'link-without-target': linkWithoutTarget,
  'missing-update': missingUpdate,
  'decided-before-raised': decidedBeforeRaised,
  'purpose-differs': purposeDiffers,
  'title-differs': titleDiffers,
  'number-differs': numberDiffers,
  'heading-without-content': headingWithoutContent,
  'unknown-group': unknownGroup,
  'duplicate-record': duplicateRecord,
};

const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** All findings of a pack, in order of the source; at one place the graver first. Pure and deterministic. */
export function findFindings(
  document: SourceDocument,
  contents: PackContents,
  knowledge: PackKnowledge,
): readonly Finding[] {
  const examined = { contents, document, knowledge };
  return Object.values(DETECTORS)
    .flatMap((detector) => detector(examined))
    .sort(
      (a, b) =>
        a.span.start - b.span.start ||
        RANK[a.severity] - RANK[b.severity] ||
        a.code.localeCompare(b.code) ||
        a.message.localeCompare(b.message),
    );
}
