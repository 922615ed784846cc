import { likeness, Sketches } from './likeness.ts';
import type { ListStep, Matching } from './matching.ts';
import { TEXT_PARTS, type Provision } from '../provision.ts';

/** Less alike than this, two provisions of some words are not one and the same edited. */
const UNLIKE = 0.15;
/** Fewer numbers in a sketch say nothing either way. */
const SUBSTANCE = 4;

/**
 * Whether a matching by ids is contradicted by what the provisions read: somewhere most of the provisions with one id have
 * little in common; or more is left over than is matched. Ids made from printed numbers are found out so: where a clause
 * was put in, each clause after it has the id of the one before. Linear in what differs.
 */
export function contradicts(matching: Matching): boolean {
  const sketches = new Sketches();
  let matched = matching.movedFrom.size;
  let gone = -matched;
  let come = -matched;
  for (const steps of matching.lists.values()) {
    for (const step of steps) {
      if (step.kind === 'same') matched += step.after.length;
      else if (step.kind === 'pair') matched += 1;
      else if (step.kind === 'gone') gone += 1;
      else come += 1;
    }
    if (mostlyUnlike(steps, sketches)) return true;
  }
  return matched < Math.min(gone, come);
}

/** Whether at least two, and more than half, of the pairs of a list are unlike in their words. */
function mostlyUnlike(steps: readonly ListStep[], sketches: Sketches): boolean {
  let pairs = 0;
  let unlike = 0;
  for (const step of steps) {
    if (step.kind !== 'pair') continue;
    pairs += 1;
    if (isUnlike(step.before, step.after, sketches)) unlike += 1;
  }
  return unlike > 1 && unlike * 2 > pairs;
}

function isUnlike(before: Provision, after: Provision, sketches: Sketches): boolean {
  if (TEXT_PARTS.every((part) => before[part].words === after[part].words) && !isBare(before)) return false;
  const own = sketches.of(before);
  const other = sketches.of(after);
  return Math.min(own.length, other.length) >= SUBSTANCE && likeness(own, other) < UNLIKE;
}

const isBare = (provision: Provision): boolean => TEXT_PARTS.every((part) => provision[part].words === '');
