/** What `./pandect text …` says about files of Akoma Ntoso that are drafts, or that say less than one would like. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE } from '../support/lantern-code.ts';
import { buildTextCommand, type TextCommand } from '../support/text-command.ts';
import type { Ended } from './programs/build.ts';

let command: TextCommand;
const place = (name: string): string => command.place(name);
const file = (name: string, content: string | Uint8Array): string => command.file(name, content);
const read = (name: string): string => command.read(path.basename(name));
const text = (...parameters: readonly string[]): Promise<Ended> => command.text(...parameters);

beforeAll(async () => {
  command = await buildTextCommand();
}, 180_000);
afterAll(() => command.programs.close());

/** A draft of the code as an amending act in Akoma Ntoso. */
async function act(name: string, draft: string): Promise<string> {
  const ended = await text('derive', file('code.txt', CODE), file(`${name}.txt`, draft), '-o', place(`${name}.xml`));
  expect(ended).toMatchObject({ code: 0, output: '' });
  return place(`${name}.xml`);
}

describe('text collide, with amending acts', () => {
  it('tells drafts apart that were derived from two texts, by the names of the drafts', async () => {
    const one = await act('sooner', CODE.replace('thirty', 'ten'));
    const other = await act('later', CODE.replace('thirty', 'sixty'));
    const same = await act('again', CODE.replace('thirty', 'ten'));
    const ended = await text('collide', place('code.txt'), one, other);
    expect(ended).toMatchObject({ code: 1, errors: '' });
    expect(ended.output).toMatch(/\[words\] later\.txt puts ‘sixty’.*sooner\.txt puts ‘ten’/);
    // Nor are two drafts one because they say the same.
    const alike = await text('collide', place('code.txt'), one, same);
    expect(alike).toMatchObject({ code: 1, errors: '' });
    expect(alike.output).toMatch(/again\.txt.*sooner\.txt/);
  }, 60_000);

  it('says in the result what could not be read, and is not content', async () => {
    const unread = file(
      'unread.xml',
      read(await act('sooner', CODE.replace('thirty', 'ten'))).replace(/<new [^>]*>/, ''),
    );
    const alone = await text('collide', place('code.txt'), unread);
    expect(alone).toMatchObject({ code: 1, errors: '' });
    expect(alone.output).toMatch(
      /^1 instruction could not be read, so nothing is said about it:\n {2}.*unread\.xml: The substitution ".*" was not made into operations: the words it puts in are not in the file\./,
    );
    expect(alone.output).not.toContain('none has to do with another');

    const beside = await text(
      'collide',
      place('code.txt'),
      unread,
      file('weekly.txt', CODE.replace('once a month', 'once a week')),
    );
    expect(beside.code).toBe(1);
    expect(beside.output).toMatch(/^1 instruction could not be read.*\n.*\n\n2 changes as far as could be read: none/);

    const json = await text('collide', place('code.txt'), unread, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.output)).toMatchObject({
      notRead: [expect.stringMatching(/unread\.xml: The substitution .* are not in the file/)],
      collisions: [],
    });
  }, 60_000);

  it('rebases what could be read, names the rest, and ends with 1', async () => {
    const whole = await act('both', CODE.replace('thirty', 'ten').replace('once a month', 'once a week'));
    const unread = file('unread.xml', read(whole).replace(/<new [^>]*>/, ''));
    const ended = await text('rebase', unread, place('code.txt'), place('code.txt'));
    expect(ended.code).toBe(1);
    expect(ended.errors).toMatch(/^Not restated: .*unread\.xml: The substitution/);
    expect(ended.output).toContain('week');
  }, 60_000);

  it('says so where an act changes other texts only', async () => {
    const made = read(await act('sooner', CODE.replace('thirty', 'ten')));
    await text('convert', place('code.txt'), '-o', place('code.xml'));
    const addressed = read('code.xml')
      .replace('<identification source="#pandect">', '<identification source="#publisher">')
      .replaceAll(/\/akn\/zz\/act\/0001-01-01\/[0-9a-f]{16}/g, '/akn/zz/act/2030/1');
    const ended = await text('collide', file('addressed.xml', addressed), file('other.xml', made));
    expect(ended.errors).toMatch(
      /other\.xml: What it changes are other texts: there is no change to .*addressed\.xml in it/,
    );
  }, 60_000);
});

/** An act of Akoma Ntoso with these provisions. */
const aknOf = (body: string): string =>
  `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:x="urn:x"><act name="act"><meta/><body>${body}</body></act></akomaNtoso>`;
const section = (number: number, content: string): string =>
  `<section eId="sec_${number}"><num>${number}</num><content>${content}</content></section>`;

describe('text convert, from Akoma Ntoso to plain text', () => {
  it('keeps all words of tables and of other vocabularies, and says what it has no form for', async () => {
    const odd = section(
      1,
      '<table><caption>Fees</caption><tr><th><p>Size</p></th><th><p>Fee</p></th></tr><tr><td><p>small</p><p>until noon</p></td><td><ul><li><p>ten</p></li><li><p>twenty</p></li></ul></td></tr></table><foreign><x:math><x:mi>a</x:mi><x:mo>&lt;</x:mo><x:mi>b</x:mi></x:math></foreign>',
    );
    const ended = await text('convert', file('odd.xml', aknOf(odd)), '--to', 'text');
    expect(ended.code).toBe(0);
    expect(ended.output).toContain('Fees\n');
    expect(ended.output).toContain('| small until noon | ten twenty |');
    expect(ended.output).toContain('a < b');
    expect(ended.errors).toMatch(/2 provisions have several parts in a cell of a table/);
    expect(ended.errors).toContain('Read again, this plain text will not give exactly the same text.');
  }, 60_000);
});
