import { describe, expect, it } from 'vitest';
import { UK_ACT, US_CODE } from '../house-styles/index.ts';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { check } from './check.ts';

const version = (root: Provision): Version => {
  const made = Version.of(root);
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
};

const section = (id: string, number: string, words: string, ...children: readonly Provision[]): Provision =>
  new Provision({ id, kind: 'section', number, text: Text.of(words), children });

/** Section 2 puts sections into another Act; `kind` says whether the source marks them as quoted. */
const amending = (kind: string): Version =>
  version(
    new Provision({
      id: 'act',
      kind: 'act',
      children: [
        section('s1', '1', '“Lamp” means a thing that gives light.'),
        section(
          's2',
          '2',
          'As to every Lamp of section 1, insert in the Lamps Act 1999—',
          new Provision({
            id: 'quoted',
            kind,
            children: [
              section('q9', '9', '“Lamp” means another thing, under section 77.'),
              section('q1', '1', '“Wick” means a thread of a Great Lamp, a Great Lamp and a Great Lamp.'),
              section('q1b', '1', 'Words.'),
            ],
          }),
        ),
      ],
    }),
  );

describe('checking a text that quotes another', () => {
  it('finds no fault with what it quotes', () => {
    expect(check(amending('quotedStructure'), UK_ACT).findings).toEqual([]);
    expect(check(amending('quotation'), UK_ACT).findings).toEqual([]);
  });

  it('finds the same faults where nothing is quoted', () => {
    const codes = check(amending('group'), UK_ACT).findings.map(({ code }) => code);
    expect(new Set(codes)).toEqual(
      new Set([
        'reference-ambiguous',
        'reference-dangling',
        'term-defined-twice',
        'term-never-used',
        'number-twice',
        'number-out-of-order',
      ]),
    );
  });

  it('counts the references to other texts', () => {
    expect(check(amending('quotedStructure'), UK_ACT)).toMatchObject({ references: 2, external: 1 });
  });
});

describe('checking one section of a code', () => {
  it('finds no fault with citations of the rest of the code', () => {
    const lone = (number: string): Version => version(section('root', number, 'As in § 9-105 and chapter 3.'));
    expect(check(lone('9-101'), US_CODE)).toMatchObject({ findings: [], references: 2, external: 2 });
    expect(check(lone(''), US_CODE).findings.map(({ code }) => code)).toEqual([
      'reference-dangling',
      'reference-dangling',
    ]);
  });

  it('takes a section that stands alone in a text for one, and two sections for the text they are', () => {
    const code = (...sections: readonly Provision[]): Version =>
      version(new Provision({ id: 'code', kind: 'code', children: sections }));
    const one = section('s1', '§ 9-101', 'As in § 9-105.');
    expect(check(code(one), US_CODE)).toMatchObject({ findings: [], external: 1 });
    expect(check(code(one, section('s2', '§ 9-102', 'Words.')), US_CODE).findings).toHaveLength(1);
  });

  it('does not miss the uses that its terms may have in the rest', () => {
    const lone = (number: string): Version =>
      version(section('root', number, 'For the purposes of this chapter, “Lamp” means a thing.'));
    expect(check(lone('9-101'), US_CODE).findings).toEqual([]);
    expect(check(lone(''), US_CODE).findings.map(({ code }) => code)).toEqual(['term-never-used']);
  });
});
