import { finding, type Detector } from './examined.ts';

/** An issue's row with a second reference of an unknown scheme beside its own (`RI-0036 CR-D129`). */
export const secondReference: Detector = ({ contents }) =>
  contents.issues.flatMap((issue) =>
    issue.otherReferences.map((other) =>
      finding(
        'second-reference',
        issue.key,
        other.span,
        `${issue.reference.raw} carries a second reference, “${other.raw}”, and nothing says whose it is.`,
        { words: `Keep “${other.raw}” as words of the issue; it is not linked to anything.` },
      ),
    ),
  );
