import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../legaltext/apply.ts';
import { byId, type Operation } from '../../../legaltext/operation.ts';
import { Provision } from '../../../legaltext/provision.ts';
import { edited } from '../../../legaltext/testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../../../legaltext/testing/runs.ts';
import { Text } from '../../../legaltext/text.ts';
import type { Version } from '../../../legaltext/version.ts';
import { mainMetadata } from '../document.ts';
import { modificationsIn } from '../metadata/model.ts';
import { readAkn } from '../read-akn.ts';
import { idsOf, sound, value } from '../testing/same-document.ts';
import { canValidate, schemaErrors } from '../testing/schema.ts';
import { writeAkn } from '../write-akn.ts';
import { amendingDocument } from './amending-document.ts';
import { translateModifications, type Translation } from './translate.ts';

const EXAMPLE = path.resolve('../shared/data/akn/examples/uk_pga-2014-27-enacted-data.xml');

const operationsIn = (translation: Translation): readonly Operation[] =>
  translation.instrument.parts.flatMap(({ operations }) => (typeof operations === 'function' ? [] : operations));

const section = (id: string, number: string, words: string, ...children: readonly Provision[]): Provision =>
  new Provision({ id, kind: 'section', number, text: Text.of(words), children });

const act = (...children: readonly Provision[]): Version => sound(new Provision({ id: 'root', kind: 'act', children }));

const LAW = act(
  section('sec_1', '1', 'The supplier shall read the meter.'),
  section('sec_2', '2', 'The supplier shall pay that person.'),
  section('sec_3', '3', 'Three.'),
);

/** An amending act whose only section holds `mod`, and whose analysis holds `analysis`. */
const amending = (analysis: string, mod = '', meta = ''): string => `
  <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>${meta}
  <analysis source="#s"><activeModifications>${analysis}</activeModifications></analysis></meta>
  <body><section eId="own_1"><content><p><mod eId="mod_1">${mod}</mod></p></content></section></body></act></akomaNtoso>`;

const translated = (analysis: string, mod?: string, meta?: string): Translation =>
  translateModifications(value(readAkn(amending(analysis, mod, meta))), LAW);

const textualMod = (type: string, inner: string): string =>
  `<textualMod type="${type}" eId="m1"><source href="#mod_1"/>${inner}</textualMod>`;

const wordsAfter = (translation: Translation): string[] =>
  value(apply(LAW, operationsIn(translation))).root.children.map((each) => `${each.number} ${each.text.words}`.trim());

/** Whether there is anything to say: nothing is put in where there are no provisions, or moved beside itself. */
function isSaid(operation: Operation): boolean {
  if (operation.kind === 'insert') return operation.provisions.length > 0;
  return operation.kind !== 'move' || JSON.stringify(operation.target) !== JSON.stringify(operation.slot.target);
}

describe('operations written as an amending document', () => {
  it('do the same to the text when they are read from it again', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations, after }) => {
        const written = writeAkn(value(amendingDocument(before, operations, { work: '/akn/gb/act/2000/23' })));
        const translation = translateModifications(value(readAkn(written)), before, {
          work: '/akn/gb/act/2000/23/!main',
        });
        expect(translation.notTranslated).toEqual([]);
        const again = value(apply(before, operationsIn(translation)));
        expect(again.hash).toBe(after.hash);
        expect(idsOf(again)).toEqual(idsOf(after));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('come back as operations of the same kinds, moves among them', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations }) => {
        const written = writeAkn(value(amendingDocument(before, operations, { work: '/law' })));
        const translation = translateModifications(value(readAkn(written)), before, { work: '/law' });
        const kinds = (of: readonly Operation[]): string[] => of.map(({ kind }) => kind);
        expect(kinds(operationsIn(translation))).toEqual(kinds(operations.filter(isSaid)));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('are a repeal and an insertion, and no move, once the words that are put in are others', () => {
    const moves: Operation[] = [{ kind: 'move', target: byId('sec_1'), slot: { at: 'after', target: byId('sec_3') } }];
    const written = writeAkn(value(amendingDocument(LAW, moves, { work: '/law' })));
    const read = (xml: string): readonly Operation[] =>
      operationsIn(translateModifications(value(readAkn(xml)), LAW, { work: '/law' }));
    expect(read(written)).toEqual(moves);
    expect(read(written.replace('the meter', 'each meter'))).toMatchObject([
      { kind: 'repeal', target: { id: 'sec_1' } },
      { kind: 'insert', slot: { at: 'after', target: { id: 'sec_3' } } },
    ]);
  });

  it.runIf(canValidate)('are valid by the schema', () => {
    const files = fc
      .sample(edited(), { numRuns: Math.ceil(PROPERTY_RUNS / 3), seed: 1 })
      .map(({ before, operations }) =>
        writeAkn(value(amendingDocument(before, operations, { work: '/akn/gb/act/1' }))),
      );
    expect(schemaErrors(files)).toBe('');
  });

  it('give the failures of those that do not work', () => {
    const operations: Operation[] = [{ kind: 'repeal', target: byId('sec_9'), stub: null }];
    expect(amendingDocument(LAW, operations, { work: '/law' })).toMatchObject({
      kind: 'failed',
      failure: [{ operation: 0, reason: { kind: 'target-missing' } }],
    });
  });
});

describe('modifications as operations', () => {
  it('repeals provisions, ranges of them, and words', () => {
    expect(wordsAfter(translated(textualMod('repeal', '<destination href="/law#sec_2"/>')))).toEqual([
      '1 The supplier shall read the meter.',
      '3 Three.',
    ]);
    expect(wordsAfter(translated(textualMod('repeal', '<destination href="/law#sec_1" upTo="/law#sec_2"/>')))).toEqual([
      '3 Three.',
    ]);
    expect(
      wordsAfter(
        translated(
          textualMod('repeal', '<destination href="/law#sec_1"/><old href="#q1"/>'),
          'omit “<quotedText eId="q1"> the meter</quotedText>”',
        ),
      )[0],
    ).toBe('1 The supplier shall read.');
  });

  it('substitutes words, and inserts them beside words that are quoted', () => {
    const mod = '“<quotedText eId="q1">supplier</quotedText>” “<quotedText eId="q2">Party</quotedText>”';
    const substitution = textualMod(
      'substitution',
      '<destination href="/law#sec_1"/><old href="#q1"/><new href="#q2"/>',
    );
    expect(wordsAfter(translated(substitution, mod))[0]).toBe('1 The Party shall read the meter.');
    const insertion = textualMod(
      'insertion',
      '<destination href="/law#sec_1"/><destination href="#q1" pos="after"/><new href="#q2"/>',
    );
    expect(wordsAfter(translated(insertion, mod))[0]).toBe('1 The supplier Party shall read the meter.');
    const atEnd = textualMod('insertion', '<destination href="/law#sec_3" pos="end"/><new href="#q2"/>');
    expect(wordsAfter(translated(atEnd, mod))[2]).toBe('3 Three. Party');
  });

  const quoted = `insert—<quotedStructure eId="q1"><section eId="sec_2"><num>2A</num><content><p>New.</p></content></section></quotedStructure>`;

  it('inserts provisions under ids of their own, and with the address the file gives them', () => {
    const translation = translated(
      textualMod('insertion', '<destination href="/law#sec_2A"/><destination href="/law#sec_2" pos="after"/>'),
      quoted,
    );
    expect(wordsAfter(translation)[2]).toBe('2A New.');
    expect(operationsIn(translation)[0]).toMatchObject({
      provisions: [{ id: 'sec_2~2', attributes: { eId: 'sec_2A' } }],
    });
  });

  it.each(['substitution', 'replacement'])('replaces a provision in a %s', (type) => {
    const translation = translated(textualMod(type, '<destination href="/law#sec_2"/><new href="#q1"/>'), quoted);
    expect(wordsAfter(translation)).toEqual(['1 The supplier shall read the meter.', '2A New.', '3 Three.']);
  });

  it('renumbers, joins and splits', () => {
    const number = '<quotedText eId="q2">7</quotedText>';
    expect(
      wordsAfter(translated(textualMod('renumbering', '<destination href="/law#sec_3"/><new href="#q2"/>'), number))[2],
    ).toBe('7 Three.');
    const joined = translated(
      textualMod('join', '<destination href="/law#sec_1"/><destination href="/law#sec_2"/><new href="#q1"/>'),
      quoted,
    );
    expect(wordsAfter(joined)).toEqual(['2A New.', '3 Three.']);
    const two = quoted.replace('</quotedStructure>', '<section eId="x"><num>2B</num></section></quotedStructure>');
    const split = translated(textualMod('split', '<destination href="/law#sec_2"/><new href="#q1"/>'), two);
    expect(wordsAfter(split)).toEqual(['1 The supplier shall read the meter.', '2A New.', '2B', '3 Three.']);
  });

  it('commences them when their force begins', () => {
    const meta = `<lifecycle source="#s"><eventRef eId="e1" date="2024-11-01" source="#s" type="generation"/></lifecycle>
      <temporalData source="#s"><temporalGroup eId="t1"><timeInterval start="#e1" refersTo="#inForce"/></temporalGroup></temporalData>`;
    const { instrument } = translated(
      textualMod('repeal', '<destination href="/law#sec_2"/><force period="#t1"/>'),
      '',
      meta,
    );
    expect(instrument.parts[0]?.commencement).toEqual({ kind: 'date', date: '2024-11-01' });
  });

  it.each([
    [
      '<forceMod type="entryIntoForce" eId="m1"><source href="#mod_1"/><destination href="#sec_1"/></forceMod>',
      'not-textual',
    ],
    [textualMod('repeal', '<destination href="/law#sec_9"/>'), 'destination-missing'],
    [textualMod('repeal', '<destination href="/law"/>'), 'whole-document'],
    [textualMod('repeal', '<destination href="/law#sec_1" exclusion="true"/>'), 'exclusion'],
    [textualMod('repeal', '<destination href="/law#sec_3" upTo="/law#sec_1"/>'), 'no-range'],
    [textualMod('repeal', '<destination href="/law#sec_1"/><condition/>'), 'conditional'],
    [
      textualMod('repeal', '<destination href="/law#sec_1"/>').replace('type=', 'incomplete="true" type='),
      'incomplete',
    ],
    [textualMod('substitution', '<destination href="/law#sec_1"/>'), 'matter-missing'],
    [textualMod('renumbering', '<destination href="/law#sec_1"/>'), 'matter-missing'],
    [textualMod('split', '<destination href="/law#sec_1"/>'), 'matter-missing'],
    [textualMod('join', '<destination href="/law#sec_1"/>'), 'matter-missing'],
    [textualMod('turning', '<destination href="/law#sec_1"/>'), 'unclear'],
  ])('says why there are none of %.60s', (analysis, reason) => {
    const { notTranslated, instrument } = translated(analysis);
    expect(notTranslated).toMatchObject([{ kind: 'not-translatable', modification: 'm1', reason }]);
    expect(instrument.parts).toEqual([]);
  });
});

describe.runIf(fs.existsSync(EXAMPLE))('the modifications of a published act', () => {
  it('are all typed, and those of words and provisions become operations on the act they amend', () => {
    const document = value(readAkn(fs.readFileSync(EXAMPLE)));
    const modifications = modificationsIn(mainMetadata(document), 'active');
    expect(modifications.map((each) => each.kind)).toEqual([
      ...Array.from({ length: 15 }, () => 'textual'),
      'meaning',
      'textual',
      'textual',
    ]);
    const text = (id: string, words: string): Provision => section(id, '', words);
    const amended = act(
      text('sec_11__subsec_2', 'Two.'),
      text('sec_11__subsec_4', 'served on that person at'),
      text('sec_11__subsec_8', 'is enforceable by'),
    );
    const { instrument, notTranslated } = translateModifications(document, amended, {
      work: '/akn/uk/act/2000-07-28/chapter23/main',
    });
    const [part] = instrument.parts;
    expect(part?.commencement).toEqual({ kind: 'date', date: '2014-07-17' });
    const after = value(apply(amended, operationsIn({ instrument, notTranslated })));
    expect(after.root.children.map((each) => each.number)).toEqual(['', '2A', '2B', '2C', '', '']);
    expect(after.find('sec_11__subsec_8')?.text.words).toBe(
      'is enforceable (including in the case of a person outside the United Kingdom) by',
    );
  });
});
