import { isEdit, likeness, sketchOfOwnWords } from './likeness.ts';
import type { ListStep, Matching } from './model.ts';
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
    if (mostlyUnlike(steps)) return true;
  }
  return matched < Math.min(gone, come);
}

/** So many pairs of a list are looked at, spread evenly: enough to know what holds for most. */
const SAMPLE = 64;

/** Whether at least two, and more than half, of the pairs of a list are unlike in their words. */
function mostlyUnlike(steps: readonly ListStep[]): boolean {
  const pairs = steps.filter((step) => step.kind === 'pair');
  const every = Math.max(1, Math.floor(pairs.length / SAMPLE));
  let seen = 0;
  let unlike = 0;
  for (let index = 0; index < pairs.length; index += every) {
    const pair = pairs[index];
    if (pair === undefined) continue;
    seen += 1;
    if (isUnlike(pair.before, pair.after)) unlike += 1;
  }
  return unlike > 1 && unlike * 2 > seen;
}

/** By their own words alone: where those of the provisions under them are unlike, the lists of those tell. */
function isUnlike(before: Provision, after: Provision): boolean {
  if (TEXT_PARTS.every((part) => before[part].words === after[part].words)) return false;
  if (isEdit(before.text.words, after.text.words)) return false;
  const own = sketchOfOwnWords(before);
  const other = sketchOfOwnWords(after);
  return Math.min(own.length, other.length) >= SUBSTANCE && likeness(own, other) < UNLIKE;
}
