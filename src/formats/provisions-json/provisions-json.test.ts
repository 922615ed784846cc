import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../legaltext/instrument.ts';
import { byId, byNumbers, type Operation } from '../../legaltext/operation.ts';
import { Provision, provisionsUnder } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { edited, versions } from '../../legaltext/testing/arbitraries.ts';
import { provision, version } from '../../legaltext/testing/builders.ts';
import { PROPERTY_RUNS } from '../../legaltext/testing/runs.ts';
import type { Version } from '../../legaltext/version.ts';
import type { Result } from '../../values/result.ts';
import {
  provisionsJsonFormat,
  readInstrumentsJson,
  readOperationsJson,
  readVersionJson,
  writeInstrumentsJson,
  writeOperationsJson,
  writeVersionJson,
} from './provisions-json.ts';

function value<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

const ids = (of: Version): string[] => [...provisionsUnder(of.root)].map((each) => each.id);

const file = (root: unknown): string => JSON.stringify({ format: 'pandect-version', formatVersion: 1, root });

describe('own JSON', () => {
  it('gives back the version that was written, by hash and ids', () => {
    fc.assert(
      fc.property(versions(), (before) => {
        const after = value(readVersionJson(writeVersionJson(before)));
        expect(after.hash).toBe(before.hash);
        expect(ids(after)).toEqual(ids(before));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('gives back the operations that were written', () => {
    fc.assert(
      fc.property(edited(), ({ operations }) => {
        const json = writeOperationsJson(operations);
        const after = value(readOperationsJson(json));
        expect(after).toHaveLength(operations.length);
        expect(writeOperationsJson(after)).toBe(json);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('gives back instruments, and refuses to write a part that has no list', () => {
    const operations: Operation[] = [
      { kind: 'repeal', target: byNumbers('2', '(a)'), stub: { text: Text.of('Repealed.'), heading: Text.EMPTY } },
      { kind: 'move', target: byId('a'), slot: { at: 'last', target: byId('b') } },
      { kind: 'renumber', target: byId('a', 'hash'), number: '2A' },
    ];
    const instrument: Instrument = {
      kind: 'instrument',
      id: 'r44',
      name: 'R0044',
      parts: [{ commencement: { kind: 'date', date: '2024-10-20' }, operations }],
      known: '2024-01-01',
    };
    expect(value(readInstrumentsJson(value(writeInstrumentsJson([instrument]))))).toEqual([instrument]);
    const worked: Instrument = { ...instrument, parts: [{ commencement: { kind: 'never' }, operations: () => [] }] };
    expect(writeInstrumentsJson([worked])).toMatchObject({
      kind: 'failed',
      failure: { kind: 'instrument-not-writable', instrument: 'r44', part: 0 },
    });
  });

  it('keeps an attribute of any name', () => {
    const odd = Object.fromEntries([
      ['__proto__', 'kept'],
      ['', '\u0000\ud800'],
    ]);
    const before = version(new Provision({ id: 'a', kind: 'section', attributes: odd }));
    expect(value(readVersionJson(writeVersionJson(before))).hash).toBe(before.hash);
  });

  it('says what a file is by its beginning', () => {
    expect(provisionsJsonFormat(writeVersionJson(version()))).toBe('pandect-version');
    expect(provisionsJsonFormat(new TextEncoder().encode(writeOperationsJson([])))).toBe('pandect-operations');
    expect(provisionsJsonFormat('{"format":"something-else"}')).toBeUndefined();
  });

  it.each([
    ['', 'not-json', ''],
    ['{"format":"pandect-version"', 'not-json', ''],
    ['{}', 'not-this-format', 'format'],
    ['[1]', 'not-this-format', 'format'],
    ['{"format":"pandect-version","formatVersion":2,"root":{}}', 'newer-version', 'formatVersion'],
    [file({ id: 'a', kind: 'x', children: [{ id: 'b', kind: 3 }] }), 'not-valid', 'root.children[0].kind'],
    [file({ id: 'a', kind: 'x', txet: 'b' }), 'not-valid', 'root'],
    [file({ id: 'a', kind: 'x', attributes: { eId: 1 } }), 'not-valid', 'root.attributes.eId'],
    [
      file({ id: 'a', kind: 'x', text: { words: 'a', marks: [{ kind: 'term', start: 0, end: 2 }] } }),
      'not-valid',
      'root.text.marks[0]',
    ],
    [file({ id: 'a', kind: 'x', children: [{ id: 'a', kind: 'x' }] }), 'refused', 'root'],
    ['['.repeat(200_000), 'too-deep', ''],
  ])('refuses %.60s', (json, reason, path) => {
    expect(readVersionJson(json)).toMatchObject({
      kind: 'failed',
      failure: { kind: 'provisions-json-failure', reason, path },
    });
  });

  it.each([
    [
      file({ id: 'a', kind: 'x', misspelt: 'Words.' }),
      'The value at root is not as it should be: it has the name “misspelt”, which this form does not know. Take it out, or correct its spelling.',
    ],
    [
      file({ id: 'a', kind: 3 }),
      'The value at root.kind is not as it should be: it must be words in quotation marks, and is missing or is something else.',
    ],
    [
      file({ id: 'a', kind: 'x', text: { words: 'a', marks: [{ kind: 'bold', start: 0, end: 1 }] } }),
      'The value at root.text.marks[0].kind is not as it should be: it must be “reference” or “definition” or “term” or “emphasis” or “inline”.',
    ],
  ])('says in plain words what is wrong in %.60s', (json, message) => {
    expect(readVersionJson(json)).toMatchObject({ kind: 'failed', failure: { message } });
  });

  it('refuses a text that is not the one of its hash', () => {
    const json = writeVersionJson(version(provision('1', 'Words.'))).replace('Words.', 'Other words.');
    expect(readVersionJson(json)).toMatchObject({ kind: 'failed', failure: { reason: 'refused', path: 'hash' } });
  });

  it('answers any mutilated file, and never throws', () => {
    const whole = new TextEncoder().encode(
      writeVersionJson(version(provision('1', 'Words.', provision('a', 'More.')))),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          expect(['ok', 'failed']).toContain(readVersionJson(bytes).kind);
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
