import { finding, type Detector } from './examined.ts';

/** Impact words that no controlled value is known for. */
export const unknownImpact: Detector = ({ contents }) =>
  [...contents.modifications, ...contents.issues].flatMap((record) =>
    record.impact !== null && record.impact.value.value === null
      ? [
          finding(
            'unknown-impact',
            record.key,
            record.impact.span,
            `The programme impact of ${record.reference.raw}, “${record.impact.raw}”, is none of the words known.`,
            { words: 'Choose the value it stands for.', path: 'impact' },
          ),
        ]
      : [],
  );
