import type { HouseStyle } from '../house-styles/model.ts';
import { compareNumbers, levelOfNumbers } from '../house-styles/number.ts';
import { provisionsUnder, type Provision } from '../provision.ts';
import type { Version } from '../version.ts';

export interface NumberFault {
  readonly code: 'number-twice' | 'number-out-of-order';
  readonly provision: Provision;
  /** The one that bears the number already, or that it comes before. */
  readonly other: Provision;
}

const NOT_NUMBERED: ReadonlySet<string> = new Set(['table', 'row', 'cell', 'passage', 'note', 'quotation']);

/** Dashes and bullets, which some sources keep where numbers stand, may stand as often as they like. */
const IS_NUMBER = /[\p{L}\p{N}]/u;

/** Numbers that stand twice among siblings, and numbers that come before those they should follow. Linear. */
export function numberFaults(version: Version, style: HouseStyle): readonly NumberFault[] {
  const faults: NumberFault[] = [];
  for (const parent of provisionsUnder(version.root)) {
    if (parent.children.length < 2 || NOT_NUMBERED.has(parent.kind)) continue;
    const seen = new Map<string, Provision>();
    let last: Provision | undefined;
    for (const child of parent.children) {
      if (!IS_NUMBER.test(child.number) || NOT_NUMBERED.has(child.kind)) continue;
      const key = `${child.kind}\n${child.number}`;
      const twin = seen.get(key);
      if (twin !== undefined) {
        faults.push({ code: 'number-twice', provision: child, other: twin });
        continue;
      }
      seen.set(key, child);
      if (last !== undefined && isLikeNumbered(last, child) && comesBefore(style, child.number, last.number))
        faults.push({ code: 'number-out-of-order', provision: child, other: last });
      else last = child;
    }
  }
  return faults;
}

const isLikeNumbered = (a: Provision, b: Provision): boolean =>
  a.kind === b.kind && a.number.startsWith('(') === b.number.startsWith('(');

function comesBefore(style: HouseStyle, number: string, last: string): boolean {
  if (levelOfNumbers(style, [last, number]) === undefined || compareNumbers(style, number, last) >= 0) return false;
  // After (z) the letters are doubled.
  return (
    !(/^\(z+\)$/i.test(last) && /^\(a{2,}\)$/i.test(number)) &&
    !(/^\(z\)$/i.test(last) && /^\([a-z]{2}\)$/i.test(number))
  );
}
