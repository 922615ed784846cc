import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../instrument.ts';
import { byId, type Operation } from '../operation.ts';
import { Provision, provisionsUnder, TEXT_PARTS } from '../provision.ts';
import { edit, edited, operationsOn } from '../testing/arbitraries.ts';
import { provision, version } from '../testing/builders.ts';
import { printed } from '../testing/printed.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { sound } from '../testing/trees.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { audit, type AuditOptions } from './audit.ts';
import type { AuditFinding } from './finding.ts';

const act = (operations: readonly Operation[], date = '2024-01-01'): Instrument => ({
  kind: 'instrument',
  id: 'act',
  name: 'The Act',
  parts: [{ commencement: { kind: 'date', date }, operations }],
});

/** The same text as another file would hold it: no id is as it was. */
const asFromAnotherFile = ({ root }: Version): Version => {
  let count = 0;
  const anew = (at: Provision): Provision => {
    count += 1;
    return at.with({ id: `file-${String(count)}`, children: at.children.map(anew) });
  };
  return sound(anew(root));
};

const evened = (words: string): string => words.replaceAll(/[\s\u200b]+/gu, ' ').trim();

/** Numbers and words, in their order and depth, white space evened out: what an audit of words is about. */
interface Reading {
  readonly own: readonly string[];
  readonly under: readonly Reading[];
}
const reading = (at: Provision): Reading => ({
  own: [at.number, ...TEXT_PARTS.map((part) => at[part].words)].map(evened),
  under: at.children.map(reading),
});
/** The same without provisions that say nothing, such as empty cells: whether they are there is nothing to find. */
const worded = ({ own, under }: Reading): Reading => ({
  own,
  under: under.map(worded).filter((each) => each.under.length > 0 || each.own.some((words) => words !== '')),
});

const deviations = (findings: readonly AuditFinding[]): Set<string> => new Set(findings.map((each) => each.deviation));

/** A text, operations on it, and more of them that follow: two files of drafts, the second not declared. */
const editedTwice = edited({ max: 4 }).chain(({ before, operations, after }) =>
  operationsOn(after, { max: 3, prefix: 'more-' }).map((further) =>
    printed({ before, operations, after, further, published: edit(after, further) }),
  ),
);

describe('an audit', () => {
  it('finds nothing when the published text is the text before with the declared operations', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations, after }) => {
        for (const published of [after, asFromAnotherFile(after)]) {
          const report = audit(before, [act(operations)], published, { compare: 'everything' });
          expect(report.findings).toEqual([]);
          expect(report.expected.hash).toBe(published.hash);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('finds something exactly when the published text reads otherwise', () => {
    fc.assert(
      fc.property(editedTwice, fc.boolean(), ({ before, operations, after, published }, elsewhere) => {
        const held = elsewhere ? asFromAnotherFile(published) : published;
        const [should, is] = [reading(after.root), reading(held.root)];
        const { findings } = audit(before, [act(operations)], held);
        if (findings.length === 0) expect(worded(is)).toEqual(worded(should));
        if (JSON.stringify(is) === JSON.stringify(should)) expect(findings).toEqual([]);
        expect(audit(before, [act(operations)], held, { compare: 'everything' }).findings.length === 0).toBe(
          after.hash === held.hash,
        );
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('finds that nothing was made when the text before was published again', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations }) => {
        const { findings } = audit(before, [act(operations)], before, { compare: 'everything' });
        expect([...deviations(findings)].filter((each) => each !== 'declared-not-made')).toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('finds that everything was made without being declared when nothing was', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        const { findings } = audit(before, [], after, { compare: 'everything' });
        expect([...deviations(findings)].filter((each) => each !== 'made-not-declared')).toEqual([]);
        for (const finding of findings) expect(finding.declared).toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('reports every declared operation that fails, and goes on without it', () => {
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations, after }) => {
        const { findings, expected } = audit(before, [act(operations)], after);
        expect(expected.hash).toBe(after.hash);
        expect([...deviations(findings)].filter((each) => each !== 'failed-operation')).toEqual([]);
        expect(
          edit(
            before,
            operations.filter((_, at) => !findings.some((each) => each.failure?.operation === at)),
          ).hash,
        ).toBe(after.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('places every finding in a text that has it', () => {
    fc.assert(
      fc.property(editedTwice, ({ before, operations, published }) => {
        const { findings, expected } = audit(before, [act(operations)], published);
        for (const { place, message, deviation } of findings) {
          if (deviation === 'failed-operation') continue;
          expect(place.expectedId === null || expected.find(place.expectedId) !== undefined).toBe(true);
          expect(place.publishedId === null || published.find(place.publishedId) !== undefined).toBe(true);
          expect(place.expectedId !== null || place.publishedId !== null).toBe(true);
          expect(message.startsWith(`${place.words}: `)).toBe(true);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

const CODE = version(
  provision('1', 'Each Party shall pay on time.', provision('(a)', 'monthly;'), provision('(b)', 'yearly.')),
  provision('2', 'Terms.'),
  provision('3', 'Other matters.'),
);
const substitute = (id: string, words: string, by: string): Operation => ({
  kind: 'substitute',
  target: byId(id),
  selection: {
    by: 'quotation',
    words,
    occurrence: { exactly: 1 },
    likeness: 'exact',
    reach: 'provision',
    parts: ['text'],
  },
  replacement: Text.of(by),
});
const repeal = (id: string): Operation => ({ kind: 'repeal', target: byId(id), stub: null });
const insert = (after: string, number: string, words: string): Operation => ({
  kind: 'insert',
  slot: { at: 'after', target: byId(after) },
  provisions: [new Provision({ id: `new ${number}`, kind: 'paragraph', number, text: Text.of(words) })],
});

/** Deviation, aspect and place of each finding; published as another file holds it. */
const found = (declared: readonly Operation[], made: readonly Operation[], options?: AuditOptions): readonly string[] =>
  audit(CODE, [act(declared)], asFromAnotherFile(edit(CODE, made)), options).findings.map(
    ({ deviation, aspect, place }) => `${deviation} ${aspect} ${place.words}`,
  );
const sentences = (declared: readonly Operation[], made: readonly Operation[]): readonly string[] =>
  audit(CODE, [act(declared)], asFromAnotherFile(edit(CODE, made))).findings.map(({ message }) => message);

describe('a finding', () => {
  it('is not made of what is no part of the law, where that is said', () => {
    const note = new Provision({ id: 'note', kind: 'note', text: Text.of('Repealed by the Act.') });
    const published = edit(CODE, [{ kind: 'insert', slot: { at: 'first', target: byId('2') }, provisions: [note] }]);
    expect(audit(CODE, [], published).findings.length).toBe(1);
    expect(audit(CODE, [], published, { without: new Set(['note']) }).findings).toEqual([]);
  });

  const paid = substitute('1', 'on time', 'at once');

  it('says that a declared change was not made', () => {
    expect(found([paid], [])).toEqual(['declared-not-made text paragraph 1']);
    expect(sentences([paid], [])).toEqual([
      'paragraph 1: the change of the text by The Act was not made: “Each Party shall pay at once.” was to be published, and “Each Party shall pay on time.” was.',
    ]);
    expect(found([repeal('1/(b)')], [])).toEqual(['declared-not-made presence 1(b)']);
    expect(found([substitute('1', 'on time', 'on  time')], [])).toEqual([]);
    expect(found([insert('2', '2A', 'New words here.')], [])).toEqual(['declared-not-made presence paragraph 2A']);
  });

  it('says that a change was made that nobody declared', () => {
    expect(found([paid], [paid, substitute('3', 'Other', 'More')])).toEqual(['made-not-declared text paragraph 3']);
    expect(found([], [repeal('1/(b)')])).toEqual(['made-not-declared presence 1(b)']);
    expect(found([], [insert('2', '2A', 'New words here.')])).toEqual(['made-not-declared presence paragraph 2A']);
    expect(sentences([], [insert('2', '2A', 'New words here.')])).toEqual([
      'paragraph 2A: this provision was published, and no instrument puts it in: “2A New words here.”',
    ]);
  });

  it('says that a change was not made, where what it leaves is so unlike that it is taken for something else', () => {
    const gone: Operation = {
      kind: 'repeal',
      target: byId('1'),
      stub: { text: Text.of('Repealed.'), heading: Text.EMPTY, attributes: { status: 'repealed' } },
    };
    const anew: Operation = { kind: 'renumber', target: byId('1'), number: '1A' };
    const { findings } = audit(CODE, [act([gone, anew])], asFromAnotherFile(CODE));
    expect(deviations(findings)).toEqual(new Set(['declared-not-made']));
  });

  it('says what is missing from a table that was emptied and put elsewhere', () => {
    const table = (...cells: readonly Provision[]): Provision =>
      new Provision({
        id: 'table',
        kind: 'table',
        children: [new Provision({ id: 'row', kind: 'row', children: cells })],
      });
    const cell = new Provision({ id: 'cell', kind: 'cell', text: Text.of('Charges') });
    const code = sound(CODE.root.with({ children: [table(cell), ...CODE.root.children] }));
    const emptied = edit(code, [
      { kind: 'move', target: byId('table'), slot: { at: 'last', target: byId('root') } },
      repeal('row'),
    ]);
    expect(audit(code, [], emptied).findings.map(({ deviation, expected }) => [deviation, expected])).toEqual([
      ['made-not-declared', 'Charges'],
    ]);
  });

  it('says that a change was made differently, and which operations declared it', () => {
    const late = substitute('1', 'on time', 'late');
    expect(found([paid], [late])).toEqual(['made-differently text paragraph 1']);
    const [finding] = audit(
      CODE,
      [act([substitute('3', 'Other', 'More'), paid])],
      edit(CODE, [late, substitute('3', 'Other', 'More')]),
    ).findings;
    expect(finding?.declared).toEqual([{ instrument: 'act', part: 0, operation: 1 }]);
  });

  it('says that a provision stands elsewhere than it should', () => {
    const move: Operation = { kind: 'move', target: byId('1/(b)'), slot: { at: 'last', target: byId('2') } };
    expect(audit(CODE, [act([move])], CODE).findings.map(({ message }) => message)).toEqual([
      '2(b): this provision does not stand where The Act would have it: it stands after 1(a) and should stand first in paragraph 2.',
    ]);
    expect(audit(CODE, [], edit(CODE, [move])).findings.map(({ message }) => message)).toEqual([
      '1(b): this provision was moved, and no instrument moves it: it stands first in paragraph 2 and should stand after 1(a).',
    ]);
  });

  it('says which operation could not be carried out, and why', () => {
    const report = audit(CODE, [act([substitute('3', 'Nowhere written', 'x')])], CODE);
    expect(report.findings).toMatchObject([
      { deviation: 'failed-operation', failure: { operation: 0, reason: { kind: 'quotation-missing' } } },
    ]);
    expect(report.findings[0]?.message).toMatch(/^The Act: /u);
  });

  it('is not made of what was not due, which is told apart', () => {
    const later = { ...act([repeal('2')], '2025-01-01'), id: 'later' };
    const never: Instrument = {
      ...act([repeal('3')]),
      id: 'never',
      parts: [{ commencement: { kind: 'never' }, operations: [repeal('3')] }],
    };
    const report = audit(CODE, [act([paid]), later, never], edit(CODE, [paid]), { date: '2024-06-01' });
    expect(report.findings).toEqual([]);
    expect(report.leftOut.map(({ instrument, why }) => [instrument, why])).toEqual([
      ['never', 'never'],
      ['later', 'not-yet-effective'],
    ]);
  });

  it('shows no more of a long text than the difference and some words around it', () => {
    const long = 'word '.repeat(10_000);
    const code = version(provision('1', `${long}old ${long}`));
    const [message = ''] = audit(code, [act([substitute('1', 'old', 'new')])], code).findings.map(
      (each) => each.message,
    );
    expect(message).toContain('new');
    expect(message.length).toBeLessThan(400);
    expect([...provisionsUnder(code.root)].length).toBe(2);
  });
});
