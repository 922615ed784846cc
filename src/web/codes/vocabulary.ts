import { useGet } from '../api/queries.ts';
import type { Meaning, Vocabulary } from './answers.ts';

const EMPTY: Vocabulary = { stages: [], overlays: [], impacts: [] };

/** The shared stages in their order, the states on top of them and the impact values, as the server explains them. */
export function useVocabulary(): Vocabulary {
  const { data } = useGet<Vocabulary>('/api/codes/vocabulary', {}, { atMoment: false });
  return data ?? EMPTY;
}

/** What people call a value; the value's own words until the vocabulary is there. */
export const labelOf = (meanings: readonly Meaning[], value: string | null): string =>
  value === null ? '' : (meanings.find((one) => one.value === value)?.label ?? value.replaceAll('-', ' '));

/** Place of a stage on the shared axis, 1 for the first; null for a stage that is not known. */
export function stepOf(
  vocabulary: Vocabulary,
  stage: string | null,
): { readonly at: number; readonly of: number } | null {
  const at = vocabulary.stages.findIndex((one) => one.value === stage);
  return at < 0 ? null : { at: at + 1, of: vocabulary.stages.length };
}

/** A vocabulary as the choices of a select, with words for none of them. */
export const optionsOf = (
  meanings: readonly Meaning[],
  none?: string,
): readonly { readonly value: string; readonly label: string }[] => [
  ...(none === undefined ? [] : [{ value: '', label: none }]),
  ...meanings.map(({ value, label }) => ({ value, label })),
];
