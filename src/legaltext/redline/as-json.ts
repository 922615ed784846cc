import type { RedlineAgainstTwo } from './against-two.ts';
import type { Redline } from './redline.ts';
import { shown, type Shown, type ShowingOptions } from './shown.ts';

/** A redline as plain data, ready to be written as JSON. */
export interface RedlineJson {
  readonly kind: 'redline' | 'redline-against-two';
  /** Whether the texts read the same. */
  readonly same: boolean;
  readonly provisions: readonly Shown[];
}

/**
 * A redline as plain data: provisions in reading order, each with what happened to it and with its number, heading and
 * words in pieces that stayed, were struck or were put in. Linear in what is shown.
 */
export function redlineAsJson(redline: Redline | RedlineAgainstTwo, options: ShowingOptions = {}): RedlineJson {
  if (redline.kind === 'redline-against-two') return redline;
  return { kind: 'redline', same: redline.root.kind === 'unchanged', provisions: shown(redline, options) };
}
