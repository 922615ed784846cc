/** Whether two values of the record say the same, whichever way they are kept. */
import { sameDate, type PartialDate } from './partial-date.ts';

const isPartialDate = (value: object): value is PartialDate =>
  'precision' in value && 'doubtful' in value && 'earliest' in value && 'raw' in value;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Equality of JSON values: keys in any order (`jsonb` does not keep theirs), a key left out like one without a value,
 * and uncertain dates by what they mean instead of how their source spells them.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((part, index) => sameValue(part, other[index]));
  if (!isObject(one) || !isObject(other)) return (one ?? null) === (other ?? null);
  if (isPartialDate(one) && isPartialDate(other)) return sameDate(one, other);
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameValue(one[key], other[key]));
}
