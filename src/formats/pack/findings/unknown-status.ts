import { finding, type Detector } from './examined.ts';

/** Status words that no profile maps to a stage. */
export const unknownStatus: Detector = ({ contents }) =>
  [...contents.modifications, ...contents.issues].flatMap((record) =>
    record.status !== null && record.status.value.stage === null && record.status.value.overlay === null
      ? [
          finding(
            'unknown-status',
            record.key,
            record.status.span,
            `Nobody has said which stage “${record.status.raw}” of ${record.reference.raw} means.`,
            { words: `Add “${record.status.raw}” to the profile of ${record.body}.`, path: 'status' },
          ),
        ]
      : [],
  );
