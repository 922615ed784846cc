import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BSC, HOUSE_STYLES, UNC } from '../house-styles/index.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import { conformingVersions } from '../outline/testing.ts';
import { Provision } from '../provision.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { check, type CheckReport } from './check.ts';

const checked = (text: string, options = {}): CheckReport => {
  const read = readPlainText(text, BSC);
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return check(read.value.version, BSC, options);
};

const sentences = (report: CheckReport): string[] =>
  report.findings.map(({ code, sentence }) => `${code}: ${sentence}`);

describe('checking a text', () => {
  it('finds nothing in a text that is whole', () => {
    const report = checked(
      'SECTION S: A\n\n1. Terms\n\n1.1 “Meter” means a thing.\n\n1.2 Each Meter is read under paragraph 1.3.\n\n1.3 Words.',
    );
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ references: 1, definitions: 1, uses: 1 });
  });

  it('says what is wrong, where, in sentences', () => {
    const report = checked(
      'SECTION S: A\n\n1. Terms\n\n1.1 “Meter” means a thing.\n\n1.2 “Meter” means another thing, under paragraph 1.9 and paragraph 1.4(b).\n\n' +
        '1.4 Not used.\n\n1.3 Within [ ] days of paragraph 1.4, as this paragraph 1.3 says; “Day” means a day.\n\n1.3 Again a Data Service and a Data Service, see paragraph 1.3.',
    );
    expect(sentences(report)).toEqual([
      'term-never-used: “Meter” is defined in Section S1.1, but never used.',
      'term-defined-twice: “Meter” is defined in Section S1.2, and already in Section S1.1.',
      'reference-dangling: “paragraph 1.9” in Section S1.2 leads to nothing.',
      'reference-repealed: “paragraph 1.4(b)” in Section S1.2 leads to a provision that has been repealed (Section S1.4).',
      'number-out-of-order: 1.3 comes after 1.4 under Section S1.',
      'hole: “[ ]” in section S, paragraph 1, 1.3 is left blank.',
      'reference-repealed: “paragraph 1.4” in section S, paragraph 1, 1.3 leads to a provision that has been repealed (Section S1.4).',
      'reference-ambiguous: “paragraph 1.3” in section S, paragraph 1, 1.3 could mean any of 2 provisions with that number.',
      'term-never-used: “Day” is defined in section S, paragraph 1, 1.3, but never used.',
      'phrase-undefined: “Data Service” stands in section S, paragraph 1, 1.3 and 1 more place, used as a defined term is, but nothing defines it.',
      'number-twice: 1.3 stands twice under Section S1.',
      'reference-ambiguous: “paragraph 1.3” in section S, paragraph 1, 1.3 could mean any of 2 provisions with that number.',
    ]);
  });

  it.each([BSC, UNC])('says of an Appendix whether it is there, in the $name', (style) => {
    const text = '1. A\n\n1.1 As in Appendix 2 and Appendix 3.\n\nAPPENDIX 2: FORMS\n\n1. Words.';
    const read = readPlainText(text, style);
    if (read.kind === 'failed') throw new Error(read.failure.message);
    expect(sentences(check(read.value.version, style))).toEqual([
      'reference-dangling: “Appendix 3” in paragraph 1.1 leads to nothing.',
    ]);
  });

  it('takes words in brackets for a hole only in drafts', () => {
    const text = '1. A\n\n1.1 The Supplier [and the Operator] shall act.';
    expect(checked(text).findings).toEqual([]);
    expect(sentences(checked(text, { brackets: true }))).toEqual([
      'hole: “[and the Operator]” in paragraph 1.1 is still to be decided on.',
    ]);
  });

  it('counts (z), (aa), (ab) as in order', () => {
    const children = ['y', 'z', 'aa', 'ab'].map(
      (letter) => new Provision({ id: letter, kind: 'subparagraph', number: `(${letter})`, text: Text.of('w') }),
    );
    const version = Version.of(new Provision({ id: 'root', kind: 'code', children }));
    if (version.kind === 'failed') throw new Error(version.failure.message);
    expect(check(version.value, BSC).findings).toEqual([]);
  });

  it('lets dashes and bullets stand as often as they like', () => {
    const children = ['–', '–', '•', '•'].map(
      (number, index) => new Provision({ id: String(index), kind: 'point', number, text: Text.of('w') }),
    );
    const version = Version.of(new Provision({ id: 'root', kind: 'code', children }));
    if (version.kind === 'failed') throw new Error(version.failure.message);
    expect(check(version.value, BSC).findings).toEqual([]);
  });

  it('finds no fault with the numbers of texts numbered by their style', () => {
    fc.assert(
      fc.property(conformingVersions(), ({ style, version }) => {
        const codes = check(version, style).findings.map(({ code }) => code);
        expect(codes).not.toContain('number-twice');
        expect(codes).not.toContain('number-out-of-order');
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOUSE_STYLES), fc.string({ unit: 'binary' }), (style, text) => {
        const read = readPlainText(text, style);
        if (read.kind === 'ok') expect(check(read.value.version, style).kind).toBe('check-report');
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
