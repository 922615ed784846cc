/** `./pandect text check` on texts of other places and languages, and what the text commands say of how they read. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE } from '../support/lantern-code.ts';
import { buildTextCommand, expectRefusal, type TextCommand } from '../support/text-command.ts';

let command: TextCommand;

beforeAll(async () => {
  command = await buildTextCommand();
}, 180_000);
afterAll(() => command.programs.close());

const act = (country: string, language: string, sections: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<act name="act"><meta><identification source="#none">
<FRBRWork><FRBRthis value="/akn/${country}/act/2011/1/!main"/><FRBRuri value="/akn/${country}/act/2011/1"/><FRBRdate date="2011-01-01" name="made"/><FRBRauthor href="#none"/><FRBRcountry value="${country}"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/${country}/act/2011/1/x/!main"/><FRBRuri value="/akn/${country}/act/2011/1/x"/><FRBRdate date="2011-01-01" name="made"/><FRBRauthor href="#none"/><FRBRlanguage language="${language}"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/${country}/act/2011/1/x/!main.xml"/><FRBRuri value="/akn/${country}/act/2011/1/x.xml"/><FRBRdate date="2011-01-01" name="made"/><FRBRauthor href="#none"/></FRBRManifestation>
</identification></meta><body>${sections}</body></act></akomaNtoso>`;
const section = (id: string, number: string, words: string): string =>
  `<section eId="${id}"><num>${number}</num><content><p>${words}</p></content></section>`;

describe('text check of an Akoma Ntoso document', () => {
  it('reads it as the law of its country is written, or as --style says', async () => {
    const american = command.file(
      'us.xml',
      act('us', 'eng', section('s1', 'SEC. 1.', 'The Lamp Office and the Lamp Office, under section 9(a).')),
    );
    const ended = await command.text('check', american);
    expect(ended.output).toMatch(/by the house style of the United States codes: \d+ references?/);
    expect(ended.output).not.toContain('Lamp Office');
    const asked = await command.text('check', american, '--style', 'unc');
    expect(asked.output).toMatch(/by the house style of the Uniform Network Code/);
    expectRefusal(await command.text('check', american, '--style', 'abc'), /no house style called “abc”/);
  }, 60_000);

  it('says so where its country has no style here, and where it is in another language', async () => {
    const words = section('s1', '1', 'The Lamp Office and a Lamp Office.');
    const foreign = await command.text('check', command.file('fr.xml', act('fr', 'eng', words)));
    expect(foreign.output).toMatch(/which comes nearest, since there is none for “fr”; --style names another/);
    const spanish = await command.text('check', command.file('uy.xml', act('uy', 'esp', words)));
    expect(spanish).toMatchObject({ code: 0 });
    expect(spanish.output).toMatch(/nothing to remark \(numbers and holes only: .* in another language\)/);
  }, 60_000);

  const examples = path.resolve(import.meta.dirname, '../../../shared/data/akn/examples');
  it.runIf(fs.existsSync(examples))(
    'has nothing to remark on real acts that are in order',
    async () => {
      for (const [name, style] of [
        ['us_Act_2011-11-29.xml', 'United States codes'],
        ['uk_pga-2014-27-enacted-data.xml', 'Acts of the United Kingdom'],
      ] as const) {
        const ended = await command.text('check', path.join(examples, name));
        expect(ended.output).toContain(`nothing to remark (read by the house style of the ${style}`);
      }
    },
    60_000,
  );
});

describe('text check of several files', () => {
  it('reads each in its own style', async () => {
    const american = command.file(
      'us.txt',
      '§ 9-101. Lamps.\n(a) A lamp is kept.\n(b) See subsection (a) of this section.\n',
    );
    const ended = await command.text('check', command.file('code.txt', CODE), american);
    expect(ended.output).toMatch(/us\.txt: .*United States codes/);
  }, 60_000);

  it('names the phrases that nothing defines in the order of how often they stand, and not all of a hundred', async () => {
    const names = 'ABCDEFGHIJKL'.split('').map((letter) => `${letter}lamp Keeper`);
    const paragraphs = names.flatMap((name, at) =>
      Array.from({ length: at + 2 }, () => `Here and each ${name} acts as is said below.`),
    );
    const code = `BALANCING AND SETTLEMENT CODE\n\n1. A\n\n${paragraphs.map((words, at) => `1.${at + 1} ${words}`).join('\n\n')}\n`;
    const { output } = await command.text('check', command.file('phrases.txt', code));
    const lines = output.split('\n').filter((line) => line.startsWith('  '));
    expect(lines).toHaveLength(11);
    expect(lines[0]).toContain('“Llamp Keeper” stands in paragraph 1.78 and 12 more places');
    expect(lines[10]).toContain('and 2 more phrases; --json lists all');
  }, 60_000);
});

describe('what was doubtful in reading a file', () => {
  it('is listed where it is asked for, and said in one line elsewhere', async () => {
    const odd = command.file('odd.txt', CODE.replace('2.2 A Keeper', '2.7 A Keeper').replace('3.1 The', '3.4 The'));
    const one = `3 doubts in reading ${odd}: “./pandect text check ${odd}” lists them.\n`;
    for (const parameters of [
      ['hash', odd],
      ['redline', odd, odd],
      ['derive', odd, odd],
    ])
      expect((await command.text(...parameters)).errors).toBe(one.repeat(parameters.length - 1));
    for (const parameters of [
      ['check', odd],
      ['convert', odd, '--to', 'json'],
    ]) {
      const { errors } = await command.text(...parameters);
      expect(errors).toMatch(/odd\.txt, line \d+: “2\.7” does not go on from “2\.1”/);
      expect(errors.trim().split('\n')).toHaveLength(3);
    }
  }, 60_000);
});
