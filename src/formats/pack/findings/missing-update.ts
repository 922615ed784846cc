import { finding, type Detector } from './examined.ts';

/**
 * Changes without a dated update where others have one. A body that dates none of its changes, while another body
 * does, is named once.
 */
export const missingUpdate: Detector = ({ contents }) => {
  const changes = contents.modifications;
  if (!changes.some((change) => change.updates.length > 0)) return [];
  return [...new Set(changes.map((change) => change.body))].flatMap((body) => {
    const own = changes.filter((change) => change.body === body);
    const without = own.filter((change) => change.updates.length === 0);
    const [first] = without;
    if (first === undefined) return [];
    if (without.length === own.length)
      return [
        finding(
          'missing-update',
          contents.horizon?.key ?? null,
          first.span,
          `None of the changes of ${body} carries an update with a date.`,
          { words: `Ask ${body} for its updates: “no change” is one too.` },
        ),
      ];
    return without.map((change) =>
      finding(
        'missing-update',
        change.key,
        change.span,
        `${change.reference.raw} carries no update with a date, as others of ${body} do.`,
        { words: `Ask ${body} for an update: “no change” is one too.` },
      ),
    );
  });
};
