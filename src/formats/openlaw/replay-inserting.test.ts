import { describe, expect, it } from 'vitest';
import { after, amending, law, madeUpPack, paragraph, replayed, section, textOf, TWO } from './testing/made-up-pack.ts';

describe('inserting', () => {
  const inserted = (attributes: string, number = '(c)'): string =>
    `<include><para><codify:insert ${attributes}/><num>${number}</num><text>New.</text></para></include>`;

  it('puts a paragraph after the one it names, or after the last', () => {
    expect(after(inserted('path="§1-101" after="(a)"', '(a-1)'))).toContain('num (a-1)\ntext New.\nP1\nnum (b)');
    expect(after(inserted('path="§1-101"'))).toMatch(/Report\.\nP1\nnum \(c\)\ntext New\.$/u);
  });

  it('finds the neighbour that a whole path leads to', () => {
    expect(after(inserted('path="§1-101" after="§1-101|(a)"', '(a-1)'))).toContain('num (a-1)\ntext New.\nP1\nnum (b)');
    expect(after(inserted('path="§1-101" before="§1-101|(b)"', '(a-1)'))).toContain(
      'num (a-1)\ntext New.\nP1\nnum (b)',
    );
  });

  it('puts in once what carries an instruction of its own within another', () => {
    const body =
      '<codify:insert path="§1-101"><para><codify:insert path="§1-101" after="(a)"/><num>(c)</num><text>New.</text></para></codify:insert>';
    expect(after(body)).toMatch(/Meet; and\nP1\nnum \(b\)\ntext Report\.\nP1\nnum \(c\)\ntext New\.$/u);
  });

  it('takes the path of what is put in for the way to what stands beside it', () => {
    const body =
      '<include><para><codify:insert path="§1-101"/><num>(c)</num><text>New.</text>' +
      '<codify:find-replace path="(b)"><find>.</find><replace>; and</replace></codify:find-replace></para></include>';
    expect(after(body)).toMatch(/num \(b\)\ntext Report; and\nP1\nnum \(c\)\ntext New\.$/u);
  });

  it('does not insert a paragraph beside one that is not there', () => {
    const done = replayed(
      madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(inserted('path="§1-101" after="(x)"')))] }),
    );
    expect(done.instructions[0]?.failure).toEqual({ kind: 'neighbour-missing', path: '§1-101', neighbour: '(x)' });
    expect(textOf(done, '1-101')).not.toContain('New.');
  });

  it('sees through a level whose number is not written', () => {
    const one = [section('1-101', `<para><num undesignated="true">(a)</num>${paragraph('(1)', 'First.')}</para>`)];
    expect(after(inserted('path="§1-101" after="(1)"', '(2)'), one)).toContain('P2\nnum (2)\ntext New.');
  });

  it('gives a section its number in the code, in the container it is aimed at', () => {
    const body =
      '<include><section><codify:insert path="1|1" after="§1-101" num-value="1-102"/><num>7</num><heading>New.</heading><text>It is.</text></section></include>';
    expect(after(body, [TWO], '1-102')).toBe('num 1-102\nheading New.\ntext It is.');
  });

  it('writes an element with two instructions once, by the one for the code', () => {
    const body =
      '<include><section><codify:insert doc="B. Law 0-1"/><codify:insert doc="B. Code" path="1|1" num-value="1-102"/><num>7</num><heading>New.</heading></section></include>';
    const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] }));
    expect(done.instructions).toHaveLength(1);
    expect(textOf(done, '1-102')).toBe('num 1-102\nheading New.');
  });

  describe('a section that has a number in the law that is amended and another in the code', () => {
    const old = law('0-1', '1990-01-01', '<section><num>3</num><codified:stub doc="B. Code" path="§1-101"/></section>');
    const adding = law(
      '1-1',
      '2020-01-01',
      '<section codify:doc="B. Law 0-1"><num>2</num><include><section><codify:insert after="§3" num-value="3c"/>' +
        '<codify:insert doc="B. Code" path="1|1" after="§1-101" num-value="1-102"/><num>3c</num><heading>New.</heading>' +
        '<text>As in <code-cite path="§3">section 3</code-cite>.</text></section></include></section>',
    );

    it('is put into the code once, and cites the law that is amended', () => {
      const done = replayed(madeUpPack({ one: [TWO], laws: [old, adding] }));
      expect(done.instructions.map(({ failure }) => failure)).toEqual([null]);
      expect(textOf(done, '1-102')).toBe('num 1-102\nheading New.\ntext As in § 1-101.');
    });

    it('is found by a later law under its number in the law', () => {
      const change =
        '<codify:find-replace path="§3c|heading"><find>New</find><replace>Newer</replace></codify:find-replace>';
      const later = law('1-2', '2020-02-01', `<section codify:doc="B. Law 0-1"><num>2</num>${change}</section>`);
      expect(textOf(replayed(madeUpPack({ one: [TWO], laws: [old, adding, later] })), '1-102')).toContain(
        'heading Newer.',
      );
    });
  });

  it('makes a container, and takes paths below it as in it', () => {
    const body =
      '<codify:insert path="1|1"><container><prefix>Subchapter</prefix><num>I</num><heading>Sub.</heading></container></codify:insert>' +
      '<include><section><codify:insert path="I" num-value="1-151"/><num>1</num><text>Under <code-cite doc="B. Code" path="1|1|I">this act</code-cite>.</text></section></include>';
    expect(after(body, [TWO], '1-151')).toBe('num 1-151\ntext Under this subchapter.');
  });

  it('cites by its number in the code what neither law has, and what comes in later with the same container', () => {
    const body =
      '<codify:insert path="1|1"><container><prefix>Subchapter</prefix><num>I</num><heading>Sub.</heading>' +
      '<section><num>1-151</num><text>See <code-cite path="§1-101|(a)">a</code-cite> and <code-cite path="§1-152">b</code-cite>.</text></section>' +
      '<section><num>1-152</num><text>There.</text></section></container></codify:insert>';
    expect(after(body, [TWO], '1-151')).toBe('num 1-151\ntext See § 1-101(a) and § 1-152.');
  });

  it('fills in a value what it cites, and keeps what it does not know', () => {
    const cited = (value: string): string =>
      `<code-cite doc="B. Code" path="1|2" codify:value="${value}">there</code-cite>`;
    const body =
      '<include><para><codify:insert path="§1-101"/><num>(c)</num><text>See ' +
      cited('{{ target.display_prefix }}s {{ target.num }}') +
      ', ' +
      cited("{{ node.cite_string.split(' ', 1)[1] }}") +
      ', ' +
      cited('{{ other }}') +
      '.</text></para></include>';
    expect(after(body)).toContain('text See Chapters 2, 2 of this title, {{ other }}.');
  });

  it('leaves out unwritten levels of a citation, even of a section that comes in later', () => {
    const organic = (number: string): string => `<codify:organic doc="B. Code" path="1|1" num-value="${number}"/>`;
    const body =
      `<section>${organic('1-102')}<num>2</num><text>See <code-cite path="§3|(a)|(1)">section 3(a)(1)</code-cite>.</text></section>` +
      `<section>${organic('1-103')}<num>3</num><para><num undesignated="true">(a)</num>${paragraph('(1)', 'x')}</para></section>`;
    const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', body)] }));
    expect(textOf(done, '1-102')).toBe('num 1-102\ntext See § 1-103(1).');
  });

  it('makes a container of a law, and its sections sections of the code', () => {
    const body =
      '<codify:organic doc="B. Code" path="1|2" prefix-value="Subchapter" num-value="I" heading-value="Of ponds."/>' +
      '<section><codify:organic num-value="1-201"/><num>2</num><heading>Ponds.</heading><text>As in <code-cite path="§3">section 3</code-cite>.</text></section>' +
      '<section><codify:organic num-value="1-202"/><num>3</num><heading>Fish.</heading></section>';
    const done = replayed(madeUpPack({ laws: [law('1-1', '2020-01-01', body)] }));
    expect(textOf(done, '1-201')).toBe('num 1-201\nheading Ponds.\ntext As in § 1-202.');
    expect(textOf(done, '1-202')).toBe('num 1-202\nheading Fish.');
  });
});
