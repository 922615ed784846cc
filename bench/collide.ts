/** Collisions of changes on a code of 50,000 provisions: cold, after one edit, and beside comparing every pair. */
import { pathToFileURL } from 'node:url';
import { collide } from '../src/legaltext/collide/collide.ts';
import { createCollisionIndex } from '../src/legaltext/collide/collision-index.ts';
import { Draft } from '../src/legaltext/draft.ts';
import type { Instrument } from '../src/legaltext/instrument.ts';
import { merge } from '../src/legaltext/merge/merge.ts';
import { byId, type Operation } from '../src/legaltext/operation.ts';
import { Provision } from '../src/legaltext/provision.ts';
import { Text } from '../src/legaltext/text.ts';
import { Version } from '../src/legaltext/version.ts';
import { milliseconds, tableOf, type Row } from './table.ts';

/** 25 parts of 20 sections of 10 clauses of 9 paragraphs, with those that hold them: 50,526 provisions. */
const SHAPE = [25, 20, 10, 9] as const;
const KINDS = ['part', 'section', 'clause', 'paragraph'] as const;
const SIZES = [1, 250, 500, 1000, 2000, 4000];
const CHANGES = 2000;
/** Sizes at which every pair can still be compared. */
const PAIRWISE = [50, 100, 200];
const EDITS = 40;
const COLD_TARGET = 3000;
const EDIT_TARGET = 20;

/** The same numbers every time: a linear congruential generator (Numerical Recipes, 1992). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TERMS = ['Advanced Meter', 'Supplier', 'Settlement Period', 'Working Day', 'Party', 'Registrant'];
const WORDS =
  'shall ensure that each reading taken under this paragraph is half-hourly and is sent to the agent within ten days of the notice given by the party that holds the registration'.split(
    ' ',
  );

/** A paragraph's words: a defined term, a cross-reference, and plain words, all marked. */
function wordsOf(next: (below: number) => number, refersTo: string): Text {
  const term = TERMS[next(TERMS.length)] ?? '';
  const plain = Array.from({ length: 12 + next(20) }, () => WORDS[next(WORDS.length)] ?? '').join(' ');
  const words = `The ${term} ${plain}, as ${refersTo} says.`;
  const at = words.lastIndexOf(refersTo);
  return Text.of(words, [
    { kind: 'term', start: 4, end: 4 + term.length, attributes: {} },
    { kind: 'reference', start: at, end: at + refersTo.length, attributes: { target: refersTo } },
  ]);
}

function code(): { readonly base: Version; readonly ids: readonly string[] } {
  const next = numbers(1);
  const ids: string[] = [];
  const [parts, sections, clauses] = SHAPE;
  const someClause = (): string => `${next(parts) + 1}.${next(sections) + 1}.${next(clauses) + 1}`;
  const grow = (level: number, number: string): Provision[] =>
    Array.from({ length: SHAPE[level] ?? 0 }, (_, index) => {
      const own = level === 0 ? String(index + 1) : `${number}.${index + 1}`;
      if (level === SHAPE.length - 1) ids.push(own);
      return new Provision({
        id: own,
        kind: KINDS[level] ?? 'item',
        number: own,
        text: wordsOf(next, someClause()),
        children: grow(level + 1, own),
      });
    });
  const definitions = TERMS.map((term, index) => {
    const mark = { kind: 'definition', start: 1, end: 1 + term.length, attributes: {} } as const;
    return new Provision({ id: `term-${index}`, kind: 'definition', text: Text.of(`“${term}” means that.`, [mark]) });
  });
  const made = Version.of(new Provision({ id: 'code', kind: 'code', children: [...definitions, ...grow(0, '')] }));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  // The index and the hashes belong to the text, which is there before anybody drafts.
  if (made.value.find('code') === undefined || made.value.hash === '') throw new Error('The code is not there.');
  return { base: made.value, ids };
}

/** One change: two to six operations on paragraphs of one or two sections, of all kinds, most of them on words. */
function changeOf(id: number, ids: readonly string[], wording: number): Instrument {
  const next = numbers(id * 7919 + wording);
  const name = `P${id}`;
  const near = numbers(id * 7919)(ids.length);
  const operations = Array.from({ length: 2 + next(5) }, (_, index): Operation => {
    const at = ids[(near + next(90)) % ids.length] ?? '1.1.1.1';
    const fresh = new Provision({ id: `${name}-${index}`, kind: 'paragraph', number: `${at}A`, text: Text.of('New.') });
    switch (next(10)) {
      case 0:
        return { kind: 'insert', slot: { at: 'after', target: byId(at) }, provisions: [fresh] };
      case 1:
        return { kind: 'renumber', target: byId(at), number: `${at}.${next(9)}` };
      case 2:
        return { kind: 'repeal', target: byId(at), stub: { text: Text.of('Not used.') } };
      case 3:
        return { kind: 'set-heading', target: byId(at), heading: Text.of(`Heading ${next(99)}`) };
      default:
        return {
          kind: 'substitute',
          target: byId(at),
          selection: {
            by: 'quotation',
            words: WORDS[next(WORDS.length)] ?? 'shall',
            occurrence: 'first',
            likeness: 'exact',
            reach: 'provision',
            parts: ['text'],
          },
          replacement: Text.of(`words of ${name}`),
        };
    }
  });
  return { kind: 'instrument', id: name, name, parts: [{ commencement: { kind: 'unknown' }, operations }] };
}

const timed = <Value>(work: () => Value): { readonly value: Value; readonly took: number } => {
  const started = performance.now();
  const value = work();
  return { value, took: performance.now() - started };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

export function collisions(): readonly Row[] {
  const { base, ids } = code();
  const rows: Row[] = [];
  const changes = Array.from({ length: Math.max(...SIZES) }, (_, index) => changeOf(index, ids, 0));
  const cold = new Map<number, number>();
  collide(changes.slice(0, 100), base); // warms up
  for (const size of SIZES) {
    const some = changes.slice(0, size);
    const operations = some.reduce((sum, { parts }) => sum + (parts[0]?.operations.length ?? 0), 0);
    const { value, took } = timed(() => collide(some, base));
    cold.set(size, took);
    rows.push({
      part: 'collide',
      what: `${size.toLocaleString('en-GB')} ${size === 1 ? 'change' : 'changes'}, ${operations.toLocaleString('en-GB')} operations, cold`,
      figure: `${milliseconds(took)}, ${value.length.toLocaleString('en-GB')} collisions`,
      beside:
        size === CHANGES
          ? `target under ${milliseconds(COLD_TARGET)}`
          : size === 1
            ? 'reading the marks of the code, once'
            : `${((took / operations) * 1000).toFixed(0)} µs an operation`,
      reached: size === CHANGES ? took < COLD_TARGET : null,
    });
  }
  rows.push(oneEdit(base, changes.slice(0, CHANGES), ids));
  rows.push(...everyPair(base, changes, cold.get(CHANGES) ?? 0));
  return rows;
}

function oneEdit(base: Version, changes: readonly Instrument[], ids: readonly string[]): Row {
  const index = createCollisionIndex(base);
  for (const change of changes) index.put(change);
  index.collisions();
  const next = numbers(3);
  const times = Array.from({ length: EDITS }, (_, edit) => {
    const draft = changeOf(next(changes.length), ids, edit + 1);
    return timed(() => {
      index.put(draft);
      return index.collisions().length;
    }).took;
  });
  const took = median(times);
  return {
    part: 'collide',
    what: `one edit of one draft among ${changes.length.toLocaleString('en-GB')}, and all collisions again`,
    figure: `${milliseconds(took)} (the slowest of ${EDITS}: ${milliseconds(Math.max(...times))})`,
    beside: `target under ${milliseconds(EDIT_TARGET)}`,
    reached: took < EDIT_TARGET,
  };
}

/** The plain way: every two changes merged three-way on the base. What it costs at 2,000 is worked out, not measured. */
function everyPair(base: Version, changes: readonly Instrument[], indexed: number): readonly Row[] {
  const after = changes.slice(0, Math.max(...PAIRWISE)).map(({ parts }) => {
    const draft = new Draft(base);
    for (const { operations } of parts)
      if (typeof operations !== 'function') for (const operation of operations) draft.apply(operation);
    return draft.version();
  });
  let perPair = 0;
  const rows = PAIRWISE.map((size): Row => {
    const { took } = timed(() => {
      let found = 0;
      for (let one = 0; one < size; one += 1)
        for (let other = one + 1; other < size; other += 1)
          found += merge(base, after[one] ?? base, after[other] ?? base).collisions.length;
      return found;
    });
    const pairs = (size * (size - 1)) / 2;
    perPair = took / pairs;
    return {
      part: 'collide',
      what: `every pair of ${size} changes merged three-way, one by one`,
      figure: `${milliseconds(took)} for ${pairs.toLocaleString('en-GB')} pairs`,
      beside: `${(perPair * 1000).toFixed(0)} µs a pair`,
      reached: null,
    };
  });
  const all = (perPair * CHANGES * (CHANGES - 1)) / 2;
  rows.push({
    part: 'collide',
    what: `every pair of ${CHANGES.toLocaleString('en-GB')} changes, worked out from ${Math.max(...PAIRWISE)}`,
    figure: `about ${milliseconds(all)}`,
    beside: `${(all / indexed).toFixed(0)} times the index`,
    reached: null,
  });
  return rows;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(tableOf(collisions()));
