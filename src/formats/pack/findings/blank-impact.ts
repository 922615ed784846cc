import { finding, type Detector } from './examined.ts';

/** Changes and issues without any words on their programme impact. */
export const blankImpact: Detector = ({ contents }) =>
  [...contents.modifications, ...contents.issues]
    .filter((record) => record.impact === null)
    .map((record) =>
      finding(
        'blank-impact',
        record.key,
        record.span,
        `${record.reference.raw} says nothing of its impact on the programme.`,
        { words: 'Take it as to be confirmed, and ask the code body.' },
      ),
    );
