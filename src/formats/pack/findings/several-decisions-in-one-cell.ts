import { printPartialDate } from '../../../values/partial-date.ts';
import { spanOver } from '../source.ts';
import { finding, type Detector } from './examined.ts';

/** `Panel – 13/12/22 Ofgem - TBC`: one cell, two deciders. */
export const severalDecisionsInOneCell: Detector = ({ contents }) =>
  contents.modifications
    .filter((change) => change.decisionDates.length > 1)
    .map((change) =>
      finding(
        'several-decisions-in-one-cell',
        change.key,
        spanOver(change.decisionDates.map((decision) => decision.span)),
        `The decision cell of ${change.reference.raw} gives ${change.decisionDates.length} decisions.`,
        {
          words: `Keep them apart: ${change.decisionDates
            .map(({ value }) => `${value.decider ?? 'decision'} ${printPartialDate(value.date)}`)
            .join('; ')}.`,
        },
      ),
    );
