import { finding, type Detector } from './examined.ts';

/** Dates of the decision column that a footnote turns into implementation dates. */
export const footnotedDate: Detector = ({ contents }) =>
  contents.modifications.flatMap((change) =>
    change.decisionDates.flatMap((decision) =>
      change.footnotes.length > 0 && decision.raw.includes('*')
        ? [
            finding(
              'footnoted-date',
              change.key,
              decision.span,
              decision.value.kind === 'implementation'
                ? `The decision column of ${change.reference.raw} gives “${decision.raw}”, which a footnote says is an implementation date.`
                : `The date “${decision.raw}” of ${change.reference.raw} has a footnote: “${change.footnotes[0]?.value ?? ''}”`,
              decision.value.kind === 'implementation'
                ? { words: 'Keep it as the implementation date, and the decision date as to be confirmed.' }
                : null,
            ),
          ]
        : [],
    ),
  );
