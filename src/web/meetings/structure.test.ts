import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structureOf, type Branch } from './structure.ts';

interface Named {
  readonly shortName: string;
  readonly parent: string | null;
}

const namesIn = (branches: readonly Branch<Named>[]): string[] =>
  branches.flatMap(({ group, children }) => [group.shortName, ...namesIn(children)]);

describe('the structure of groups', () => {
  it('shows every group exactly once, whoever reports to whom', () => {
    const letters = ['A', 'B', 'C', 'D', 'E', 'F'];
    const groups = fc
      .array(fc.option(fc.constantFrom(...letters, 'gone')), { minLength: 6, maxLength: 6 })
      .map((parents) => letters.map((shortName, index) => ({ shortName, parent: parents[index] ?? null })));
    fc.assert(
      fc.property(groups, (all) => {
        expect(namesIn(structureOf(all)).sort()).toEqual(letters);
      }),
    );
  });

  it('puts a group under the one it reports to', () => {
    const tree = structureOf([
      { shortName: 'PSG', parent: null },
      { shortName: 'CDWG', parent: 'CCAG' },
      { shortName: 'CCAG', parent: 'PSG' },
    ]);
    expect(tree.map((branch) => branch.group.shortName)).toEqual(['PSG']);
    expect(namesIn(tree)).toEqual(['PSG', 'CCAG', 'CDWG']);
  });
});
