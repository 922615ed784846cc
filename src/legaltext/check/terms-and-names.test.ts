import { describe, expect, it } from 'vitest';
import { BSC, UK_ACT, US_CODE } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import type { Version } from '../version.ts';
import { check, type CheckOptions } from './check.ts';

const versionOf = (text: string, style: HouseStyle): Version => {
  const read = readPlainText(text, style);
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return read.value.version;
};
const found = (text: string, style: HouseStyle, options: CheckOptions = {}): string[] =>
  check(versionOf(text, style), style, options).findings.map(({ code, sentence }) => `${code}: ${sentence}`);

describe('terms that are defined', () => {
  it('count as used whatever the letters they are used with, where terms are in small letters', () => {
    expect(
      found(
        '§ 9-101. Lamps.\n(1) “Eligible lamp” means a lamp.\n(2) “wick” means a thread.\n(3) “rated powers” means powers.\n(4) “oil” means oil.\n\n' +
          '§ 9-102. Wicks.\n(a) An eligible lamp is kept.\n(b) Wicks are trimmed.\n(c) Any rated power is told.',
        US_CODE,
      ),
    ).toEqual(['term-never-used: “oil” is defined in § 9-101(4), but never used.']);
  });

  it('count as used in the plural and the singular, in headings, and further on in the provision that defines them', () => {
    expect(
      found(
        '1 Terms\n\n(1) “notices” means notices in writing.\n(2) “lamp” means a thing that gives light. A lamp is kept.\n(3) “wick” means a thread.\n\n2 Wicks\n\n(1) A notice is given.',
        UK_ACT,
      ),
    ).toEqual([]);
  });

  it('are doubtful where their capitals are left out, in a code that writes terms in capitals', () => {
    expect(
      found(
        '1. A\n\n1.1 “Meter Point” means a place.\n\n1.2 Every meter point is read. The meter points are told.',
        BSC,
      ),
    ).toEqual([
      'term-other-capitals: “Meter Point” is defined in paragraph 1.1, but stands only as “meter point”, as in paragraph 1.2.',
    ]);
  });
});

describe('phrases in capitals', () => {
  const code = (words: string): string => `1. A\n\n1.1 ${words}\n\n1.2 ${words}`;

  it.each([
    'It is told to the Secretary of State and the Competition and Markets Authority.',
    'It holds in Great Britain, Northern Ireland and the Isle of Man.',
    'It is done on a Good Friday in Greenwich Mean Time.',
    'It is told to Example Power Limited and to Example Grid Operator plc.',
    'It is as in the Energy Act 2008, the Utilities Directive and the Lamps Scheme 1999.',
    'It is told to Ms Example Person of the Bank of England.',
    'It is in the Market Message Catalogue (“MMC”), and the MMC counts.',
  ])('are no terms where they are names: %s', (words) => {
    expect(found(code(words), BSC).filter((sentence) => sentence.startsWith('phrase'))).toEqual([]);
  });

  it('are told apart by their use: what there are several of, before what may be a name', () => {
    const sentences = found(
      '1. A\n\n1.1 Here the Wick Office is told by a Lamp Keeper, as the Wick Office asks.\n\n1.2 Two other Lamp Keepers tell the Wick Office each day of it.',
      BSC,
    );
    expect(sentences).toEqual([
      'phrase-undefined: “Lamp Keeper” stands in paragraph 1.1 and 1 more place, used as a defined term is, but nothing defines it.',
      'phrase-in-capitals: “Wick Office” stands in paragraph 1.1 and 2 more places, in capitals: a name, or a term that nothing defines.',
    ]);
  });

  it('are found after the article that begins a sentence', () => {
    expect(
      found('1. A\n\n1.1 A Lamp Place is a place with one or more lamps. Each Lamp Place is lit. Every Lamp is.', BSC),
    ).toEqual([
      'phrase-undefined: “Lamp Place” stands in paragraph 1.1 and 1 more place, used as a defined term is, but nothing defines it.',
    ]);
  });

  it('are none where a code writes its terms in small letters', () => {
    expect(found('1 A\n\n(1) Each Lamp Keeper acts.\n(2) Each Lamp Keeper acts.', UK_ACT)).toEqual([]);
  });

  it('may be defined in another code that the text cites', () => {
    const text = code('Here each Lamp Keeper acts, and every Lamp Keeper tells.');
    const version = versionOf('1. Terms\n\n1.1 “Lamp Keeper” means a person.', BSC);
    expect(found(text, BSC)).toHaveLength(1);
    expect(found(text, BSC, { also: [{ names: ['LC'], version, style: BSC }] })).toEqual([]);
  });
});

describe('what is no hole', () => {
  it('is a form, of which the lines are told once', () => {
    expect(found('1 Form\n\n(1) “I, ______, of ______, on ______.”\n(2) Within ____ days.', UK_ACT)).toEqual([
      'form: 3 lines to write on stand in section 1(1): a form, or left blank.',
      'hole: “____” in section 1(2) is left blank.',
    ]);
  });
});

describe('a text in another language', () => {
  it('is checked for numbers and holes alone', () => {
    expect(
      found('1. A\n\n1.1 El [ ] “Lámpara” means algo.\n\n1.1 De la Corte Suprema y la Corte Suprema.', BSC, {
        inAnotherLanguage: true,
      }).map((sentence) => sentence.split(':')[0]),
    ).toEqual(['hole', 'number-twice']);
  });
});
