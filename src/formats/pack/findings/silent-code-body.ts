import { finding, type Detector } from './examined.ts';

/** Code bodies that report every month and have no row this time. */
export const silentCodeBody: Detector = ({ contents, knowledge }) => {
  const log = contents.horizon;
  if (log === null) return [];
  return log.returns
    .filter(
      (one) => one.silent && knowledge.bodies.some((body) => body.shortName === one.body && body.expectedInHorizon),
    )
    .map((one) =>
      finding('silent-code-body', log.key, log.span, `${one.body} has no row in the horizon log.`, {
        words: `Ask ${one.body} for its return; it is shown as silent this month.`,
      }),
    );
};
