import { finding, type Detector } from './examined.ts';

/** Changes whose decision or implementation date surely lies before the day they were raised. */
export const decidedBeforeRaised: Detector = ({ contents }) =>
  contents.modifications.flatMap((change) => {
    const raised = change.raised?.value.earliest ?? null;
    if (raised === null) return [];
    return change.decisionDates.flatMap((decision, at) =>
      decision.value.date.latest !== null && decision.value.date.latest < raised
        ? [
            finding(
              'decided-before-raised',
              change.key,
              decision.span,
              `${change.reference.raw} has the decision date ${decision.raw}, before it was raised on ${change.raised?.raw ?? ''}.`,
              { words: 'Ask the code body which of the two dates is wrong.', path: `decisionDates.${at}.date` },
            ),
          ]
        : [],
    );
  });
