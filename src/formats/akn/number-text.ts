import type { Provision } from '../../legaltext/provision.ts';
import { NO_ATTRIBUTES, Text } from '../../legaltext/text.ts';
import { keptMark, keptMarks } from './kept.ts';

/*
 * Numbers are words without marks. What a file marks in one is kept as an attribute, `num@marks`, and put back in writing.
 */

/** The number of a provision, with the marks that are kept of it. */
export const numberOf = ({ number, attributes }: Provision): Text =>
  numberText(number, attributes['num@marks']) ?? Text.of(number);

/** A number with the marks that `json` keeps of it, if that is in the very form of writing and all lie within it. */
export function numberText(number: string, json: string | undefined): Text | undefined {
  if (json === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // An attribute of that name that we did not write is one like any other.
    return undefined;
  }
  const parsed = keptMarks.safeParse(value);
  if (!parsed.success || parsed.data.some(([, start, end]) => start > end || end > number.length)) return undefined;
  const text = Text.of(
    number,
    parsed.data.map(([kind, start, end, attributes]) => ({
      kind,
      start,
      end,
      attributes: attributes.length === 0 ? NO_ATTRIBUTES : Object.fromEntries(attributes),
    })),
  );
  return text.marks.length > 0 && JSON.stringify(text.marks.map(keptMark)) === json ? text : undefined;
}
