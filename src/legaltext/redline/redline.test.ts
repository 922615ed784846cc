import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Provision, provisionsUnder, type ProvisionId } from '../provision.ts';
import { edited, versions } from '../testing/arbitraries.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { acceptAll, rejectAll } from './accept-and-reject.ts';
import { redline, type RedlineEntry } from './redline.ts';

const ids = (of: Version): readonly ProvisionId[] => [...provisionsUnder(of.root)].map(({ id }) => id);

function expectBoth(before: Version, after: Version): void {
  for (const identity of ['judged', 'permanent', 'unrelated'] as const) {
    const found = redline(before, after, identity);
    const accepted = acceptAll(found);
    const rejected = rejectAll(found);
    expect([accepted.hash, ids(accepted)]).toEqual([after.hash, ids(after)]);
    expect([rejected.hash, ids(rejected)]).toEqual([before.hash, ids(before)]);
  }
}

/** What each entry says, in one line, in reading order. */
function inShort(entry: RedlineEntry): readonly string[] {
  switch (entry.kind) {
    case 'unchanged':
      return [`unchanged ${entry.after.map(({ id }) => id).join()}`];
    case 'changed':
      return [
        ...(entry.changes.length === 0 ? [] : [`${entry.changes.join()} ${entry.id.after}`]),
        ...entry.children.flatMap(inShort),
      ];
    case 'inserted':
    case 'deleted':
      return [`${entry.kind} ${entry.provision.id}`, ...(entry.children ?? []).flatMap(inShort)];
    case 'moved-away':
      return [`moved-away ${entry.id} to ${entry.to.join(' ')}`];
  }
}

describe('a redline', () => {
  it('gives the later text when accepted and the earlier one when rejected, with all ids', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        expectBoth(before, after);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('does so for any two texts', () => {
    fc.assert(
      fc.property(versions(), versions(), (before, after) => {
        expectBoth(before, after);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  const code = (...children: readonly Provision[]): Version => version(...children);
  it('says what happened to each provision', () => {
    const before = code(
      provision('1', 'Words that stay as they are.'),
      provision('2', 'The supplier shall read the meter.', provision('a', 'one'), provision('b', 'two')),
      provision('3', 'This goes.'),
      provision('4', 'This is elsewhere later.'),
    );
    const [one, two, , four] = before.root.children;
    if (one === undefined || two === undefined || four === undefined) throw new Error('There are four.');
    const after = before.root.with({
      children: [
        one,
        four.with({ number: '1A' }),
        two.with({ text: Text.of('The operator shall read the meter.') }),
        new Provision({ id: 'new', kind: 'paragraph', number: '3', text: Text.of('This is new.') }),
      ],
    });
    const made = redline(before, Version.trusted(after));
    expect(inShort(made.root)).toEqual([
      'unchanged 1',
      'moved,renumbered 4',
      'reworded 2',
      'unchanged 2/a,2/b',
      'deleted 3',
      'moved-away 4 to 1A',
      'inserted new',
    ]);
  });
});
