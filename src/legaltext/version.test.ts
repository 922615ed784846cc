import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from './draft.ts';
import { byId } from './operation.ts';
import { Provision, provisionsUnder } from './provision.ts';
import { edited, versions } from './testing/arbitraries.ts';
import { provision, version } from './testing/builders.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';
import { MAX_HEIGHT, Version } from './version.ts';

/** A tree of this many levels. */
const tower = (levels: number): Provision => {
  let top = new Provision({ id: 'bottom', kind: 'item' });
  for (let level = 1; level < levels; level += 1)
    top = new Provision({ id: `level ${String(level)}`, kind: 'item', children: [top] });
  return top;
};

describe('a version', () => {
  it('is not made of a tree in which an id stands twice', () => {
    const made = Version.of(provision('1', 'One.', provision('2', 'Two.'), provision('2', 'Two again.')));
    expect(made).toMatchObject({ kind: 'failed', failure: { kind: 'same-id', id: '2' } });
  });

  it('is as deep as the limit, and no deeper', () => {
    expect(Version.of(tower(MAX_HEIGHT)).kind).toBe('ok');
    expect(Version.of(tower(MAX_HEIGHT + 1))).toMatchObject({
      kind: 'failed',
      failure: { kind: 'too-deep', height: MAX_HEIGHT + 1 },
    });
  });

  it('finds every provision by its id, with what holds it and the way to it', () => {
    fc.assert(
      fc.property(versions(), (text) => {
        const parents = new Map<string, Provision>();
        for (const each of provisionsUnder(text.root)) for (const child of each.children) parents.set(child.id, each);
        for (const each of provisionsUnder(text.root)) {
          expect(text.find(each.id)).toBe(each);
          expect(text.parentOf(each.id)).toBe(parents.get(each.id));
          const way = text.pathTo(each.id);
          expect(way[0]).toBe(text.root);
          expect(way.at(-1)).toBe(each);
          expect(way.slice(1).map(({ id }) => parents.get(id))).toEqual(way.slice(0, -1));
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('knows nothing of what is not in it', () => {
    const text = version(provision('1', 'One.'));
    expect(text.find('2')).toBeUndefined();
    expect(text.parentOf('2')).toBeUndefined();
    expect(text.parentOf('root')).toBeUndefined();
    expect(text.pathTo('2')).toEqual([]);
  });

  it('says of every number which provisions bear it', () => {
    const text = version(provision('1', '', provision('(a)', '')), provision('2', '', provision('(a)', '')));
    expect([...text.index.numbered('(a)')]).toEqual(['1/(a)', '2/(a)']);
    expect([...text.index.numbered('(b)')]).toEqual([]);
  });
});

describe('the index of a version', () => {
  it('does not change when a draft made from it does', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        for (const text of [before, after]) {
          const anew = Version.of(text.root);
          expect(anew.kind).toBe('ok');
          const index = anew.kind === 'ok' ? anew.value.index : expect.fail('The text became unsound.');
          for (const each of [...provisionsUnder(before.root), ...provisionsUnder(after.root)]) {
            expect(text.find(each.id)).toBe(index.find(each.id));
            expect(text.parentOf(each.id)).toBe(index.parentOf(each.id));
            expect([...text.index.numbered(each.number)].sort()).toEqual([...index.numbered(each.number)].sort());
          }
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('stays a few layers deep however many versions are made one from another', () => {
    const clauses = Array.from({ length: 4000 }, (_, at) => provision(String(at), 'Words.'));
    const code = version(...clauses);
    const draft = new Draft(code);
    for (let at = 0; at < 3000; at += 1) {
      draft.apply({ kind: 'renumber', target: byId(String((at * 7) % 4000)), number: `new ${String(at)}` });
      const { index } = draft.version();
      expect(index.layers).toBeLessThanOrEqual(14);
      if (at % 100 === 0) expect([...index.numbered(`new ${String(at)}`)]).toEqual([String((at * 7) % 4000)]);
    }
    expect(draft.version().index.numbered('14').size).toBe(0);
    expect([...draft.version().index.numbered('500')]).toEqual(['500']);
    for (let calls = 0; calls < 100; calls += 1) draft.version();
    expect(draft.version().index.layers).toBeLessThanOrEqual(14);
  });
});
