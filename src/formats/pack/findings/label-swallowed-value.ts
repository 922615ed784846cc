import { finding, type Detector } from './examined.ts';

/** A reference that stands in the label's cell instead of the title's (`Change Title DCP328`). */
export const labelSwallowedValue: Detector = ({ contents }) =>
  contents.modifications
    .filter(({ reference, title }) => reference.span.start < title.span.start || reference.span.end > title.span.end)
    .map((change) =>
      finding(
        'label-swallowed-value',
        change.key,
        change.reference.span,
        `The reference ${change.reference.raw} stands in the label’s cell, not in the title’s.`,
        { words: `${change.reference.raw} is read as the reference of this change.` },
      ),
    );
