import { expect } from 'vitest';
import { provisionsUnder, type Provision } from '../../../legaltext/provision.ts';
import { Version } from '../../../legaltext/version.ts';
import type { Result } from '../../../values/result.ts';
import type { AknDocument } from '../document.ts';

/** What a result holds; a failure fails the test with all it says. */
export function value<Value, Failure>(result: Result<Value, Failure>): Value {
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export const sound = (root: Provision): Version => value(Version.of(root));

export const idsOf = (version: Version): string[] => [...provisionsUnder(version.root)].map((each) => each.id);

/** Two documents say the same: texts by hash, ids one by one, metadata whole, remarks by their places. */
export function expectSame(after: AknDocument, before: AknDocument): void {
  expect(after.version.hash).toBe(before.version.hash);
  expect(idsOf(after.version)).toEqual(idsOf(before.version));
  expect(after.metadata).toEqual(before.metadata);
  const byPlace = (document: AknDocument): string[] => document.remarks.map((each) => JSON.stringify(each)).sort();
  expect(byPlace(after)).toEqual(byPlace(before));
}
