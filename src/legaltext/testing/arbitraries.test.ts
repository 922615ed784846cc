import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import { provisionsUnder } from '../provision.ts';
import { concurrent, edited } from './arbitraries.ts';
import { PROPERTY_RUNS } from './runs.ts';

const kindsOf = (cases: readonly { readonly kind: string }[]): Set<string> => new Set(cases.map((each) => each.kind));

describe('what the properties are tried on', () => {
  it('holds every kind of operation, target, selection, occurrence and provision', () => {
    const cases = fc.sample(edited(), { numRuns: 600, seed: 1 });
    const operations = cases.flatMap((each) => each.operations);
    expect([...kindsOf(operations)].sort()).toEqual(
      ['insert', 'move', 'renumber', 'repeal', 'replace', 'set-heading', 'substitute'].sort(),
    );
    const targets = operations.flatMap((each) => (each.kind === 'insert' ? [] : [each.target]));
    expect(targets.filter((target) => target.by === 'numbers').length).toBeGreaterThan(20);
    expect(targets.filter((target) => target.expects !== undefined).length).toBeGreaterThan(20);
    const selections = operations.flatMap((each) => (each.kind === 'substitute' ? [each.selection] : []));
    const occurrences = selections.flatMap((each) =>
      each.by === 'quotation' ? [JSON.stringify(each.occurrence)] : [],
    );
    for (const form of ['"first"', '"last"', '"all"', '{"nth":1}', '{"exactly":1}', '{"nth":2}', '{"exactly":2}'])
      expect(occurrences).toContain(form);
    const provisions = cases.flatMap(({ after }) => [...provisionsUnder(after.root)]);
    for (const kind of [
      'part',
      'section',
      'clause',
      'paragraph',
      'definition',
      'schedule',
      'passage',
      'table',
      'row',
      'cell',
    ])
      expect(kindsOf(provisions)).toContain(kind);
    expect(provisions.some((each) => each.text.marks.length > 1)).toBe(true);
  });

  it('works, operation after operation', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations, after }) => {
        const outcome = apply(before, operations);
        expect(outcome.kind).toBe('ok');
        if (outcome.kind === 'ok') expect(outcome.value.hash).toBe(after.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('works on either side of two lists drafted at the same time', () => {
    fc.assert(
      fc.property(concurrent(), ({ base, ours, theirs }) => {
        expect(apply(base, ours).kind).toBe('ok');
        expect(apply(base, theirs).kind).toBe('ok');
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('fails where it is asked to', () => {
    const cases = fc.sample(edited({ failing: true }), { numRuns: 400, seed: 3 });
    const reasons = new Set(
      cases.flatMap(({ before, operations }) => {
        const outcome = apply(before, operations);
        return outcome.kind === 'ok' ? [] : outcome.failure.map((failure) => failure.reason.kind);
      }),
    );
    expect([...reasons].sort()).toEqual(
      [
        'id-taken',
        'into-itself',
        'malformed',
        'quotation-count',
        'quotation-missing',
        'root',
        'span-mismatch',
        'target-changed',
        'target-missing',
      ].sort(),
    );
  });

  it('shrinks a failing case to almost nothing', () => {
    const found = fc.check(
      fc.property(edited(), ({ before, after }) => before.hash === after.hash),
      { seed: 4, numRuns: 300 },
    );
    const [smallest] = found.counterexample ?? [];
    expect(smallest?.operations.length).toBe(1);
    expect([...provisionsUnder(smallest?.before.root ?? expect.fail())].length).toBeLessThanOrEqual(2);
  });
});
