import { failed, type Result } from '../../values/result.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import type { OutlineRefusal } from './doubt.ts';
import { linesOf } from './lines.ts';
import { OutlineReader, plainInline, refusalOfLength, type Outline, type OutlineOptions } from './read-outline.ts';

/**
 * Reads plain text into a version by a house style: levels from the numbers and their sequence, indentation only where
 * numbers leave it open. Wrapped lines are joined, definitions and tables told apart, closing words found by indentation.
 * Page furniture is not guessed at. Ids are the numbers on the way down, so that the same text always has the same ids.
 *
 * Answers the version and every doubtful place. Refuses only texts longer than any code. Never throws; linear in the text.
 */
export function readPlainText(
  text: string,
  style: HouseStyle,
  options: OutlineOptions = {},
): Result<Outline, OutlineRefusal> {
  const refusal = refusalOfLength(text);
  if (refusal !== null) return failed(refusal);
  return new OutlineReader(linesOf(text), style, plainInline, options).read();
}
