import { finding, type Detector } from './examined.ts';

/** A risk table whose first column says the same in every row. */
export const identifierRepeats: Detector = ({ contents }) => {
  const [first, ...others] = contents.risks;
  const identifier = first?.identifier ?? null;
  if (first === undefined || identifier === null || others.length === 0) return [];
  if (!others.every((risk) => risk.identifier?.value === identifier.value)) return [];
  return [
    finding(
      'identifier-repeats',
      first.key,
      identifier.span,
      `Every row of the risk table is marked “${identifier.value}”, so the column tells no row apart.`,
      { words: 'Tell the risks apart by their words, or give each its own number.' },
    ),
  ];
};
