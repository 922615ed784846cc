import { describe, expect, it } from 'vitest';
import { amending, law, madeUpPack, paragraph, replayed, section, textOf } from './testing/made-up-pack.ts';

describe('when and whether an instruction runs', () => {
  const change = (from: string, to: string): string =>
    `<codify:find-replace path="§1-101"><find>${from}</find><replace>${to}</replace></codify:find-replace>`;
  const one = [section('1-101', '<text>one</text>')];
  const insertion =
    '<include><para><codify:insert path="§1-101"/><num>(c)</num><heading>H.</heading><text>New.</text></para></include>';
  const mark = (attributes: string): string => `<section><num>3</num><codify:applicability ${attributes}/></section>`;

  it('runs laws in order of their dates, whatever the order of the index', () => {
    const laws = [
      law('1-2', '2020-02-01', amending(change('two', 'three'))),
      law('1-1', '2020-01-01', amending(change('one', 'two'))),
    ];
    expect(textOf(replayed(madeUpPack({ one, laws })), '1-101')).toContain('text three');
    expect(textOf(replayed(madeUpPack({ one, laws }), { until: '2020-01-15' }), '1-101')).toContain('text two');
  });

  it('moves instructions to the date that a mark puts on them, and passes over what comes later than the end', () => {
    const laws = (date: string): string[] => [
      law('1-1', '2020-01-01', amending(change('one', 'two')) + mark(`path="§2" date="${date}"`)),
      law('1-2', '2020-02-01', amending(change('one', 'three'))),
    ];
    expect(textOf(replayed(madeUpPack({ one, laws: laws('2020-03-01') })), '1-101')).toContain('text three');
    const late = replayed(madeUpPack({ one, laws: laws('2030-01-01') }));
    expect(late.instructions).toHaveLength(1);
  });

  it('leaves a placeholder of what would be inserted while it is not funded, and does nothing else', () => {
    const laws = [law('1-1', '2020-01-01', amending(insertion + change('one', 'two')) + mark('date="notfunded"'))];
    const text = textOf(replayed(madeUpPack({ one, laws })), '1-101');
    expect(text).toBe('num 1-101\nheading Of things.\ntext one\nP1\nnum (c)\nheading H.\ntext Not Funded.');
  });

  it('adds no placeholder where the number is there already', () => {
    const laws = [law('1-1', '2020-01-01', amending(insertion) + mark('date="pending"'))];
    const there = [section('1-101', paragraph('(c)', 'Old.'))];
    expect(textOf(replayed(madeUpPack({ one: there, laws })), '1-101')).toMatch(/Old\.$/u);
  });

  it('runs at its own date what is marked effective within a law that is not', () => {
    const body = `<section codify:doc="B. Code" codify:applicability="effective"><num>2</num>${change('one', 'two')}</section>`;
    const laws = [law('1-1', '2020-01-01', body + mark('date="notfunded"'))];
    expect(textOf(replayed(madeUpPack({ one, laws })), '1-101')).toContain('text two');
  });

  it('makes a placeholder only of the paragraph that is marked within what is inserted', () => {
    const body =
      `<include><para><codify:insert path="§1-101"/><num>(c)</num><text>New:</text>` +
      `${paragraph('(1)', 'Now.')}${paragraph('(2)', 'Later.')}</para></include>`;
    const laws = [law('1-1', '2020-01-01', amending(body) + mark('path="§2|includes|(c)|(2)" date="notfunded"'))];
    expect(textOf(replayed(madeUpPack({ one, laws })), '1-101')).toMatch(/Now\.\nP2\nnum \(2\)\ntext Not Funded\.$/u);
  });

  it('takes a mark away with the section of the law that a later law repeals', () => {
    const first = law('1-1', '2020-01-01', amending(change('one', 'two')) + mark('date="notfunded"'));
    const repeal = law(
      '1-2',
      '2020-06-01',
      '<section><num>2</num><codify:repeal doc="B. Law 1-1" path="§3"/></section>',
    );
    expect(textOf(replayed(madeUpPack({ one, laws: [first] })), '1-101')).toContain('text one');
    const both = madeUpPack({ one, laws: [first, repeal] });
    expect(textOf(replayed(both), '1-101')).toContain('text two');
    expect(textOf(replayed(both, { without: ['B. Law 1-2'] }), '1-101')).toContain('text one');
    expect(textOf(replayed(both, { until: '2020-03-01' }), '1-101')).toContain('text one');
  });

  it('runs an instruction in replacing text as one of the amended law', () => {
    const first = law('1-1', '2020-01-01', amending(change('one', 'two')));
    const second = law(
      '1-2',
      '2020-06-01',
      `<section><num>2</num><include><section codify:doc="B. Code"><codify:replace doc="B. Law 1-1" path="§2"/><num>2</num>${change('one', 'three')}</section></include></section>`,
    );
    const done = replayed(madeUpPack({ one, laws: [first, second] }));
    expect(textOf(done, '1-101')).toContain('text three');
    expect(done.instructions.map(({ date }) => date)).toEqual(['2020-01-01']);
  });

  it('changes words in a law before they come into the code', () => {
    const first = law('1-1', '2020-01-01', amending(insertion));
    const second = law(
      '1-2',
      '2020-06-01',
      '<section><num>2</num><codify:find-replace doc="B. Law 1-1" path="§2"><find>New</find><replace>Newer</replace></codify:find-replace></section>',
    );
    expect(textOf(replayed(madeUpPack({ one, laws: [first, second] })), '1-101')).toContain('text Newer.');
  });

  it('repeals in the code the section of a law that went there, and not one that is a placeholder', () => {
    const organic = '<codify:organic doc="B. Code" path="1|1" num-value="1-102"/>';
    const first = (more: string): string =>
      law('1-1', '2020-01-01', `<section>${organic}<num>2</num><heading>H.</heading><text>T.</text></section>${more}`);
    const repeal = law(
      '1-2',
      '2020-06-01',
      '<section><num>2</num><codify:repeal doc="B. Law 1-1" path="§2"/></section>',
    );
    expect(textOf(replayed(madeUpPack({ laws: [first(''), repeal] })), '1-102')).toContain('text Repealed.');
    const unfunded = madeUpPack({ laws: [first(mark('date="notfunded"')), repeal] });
    expect(textOf(replayed(unfunded), '1-102')).toContain('text Not Funded.');
  });

  it('puts into a law before the container that is named, so that what makes a place comes before what goes there', () => {
    const first = law(
      '1-1',
      '2020-01-01',
      '<container><num>IV</num><container><num>M</num><section><codify:insert doc="B. Code" path="1|1|I" num-value="1-151"/>' +
        '<num>2</num><heading>H.</heading></section></container></container>',
    );
    const container = '<container><prefix>Subchapter</prefix><num>I</num><heading>Sub.</heading></container>';
    const second = law(
      '1-2',
      '2020-06-01',
      `<codify:insert doc="B. Law 1-1" path="IV" before="M"><codify:insert doc="B. Code" path="1|1">${container}</codify:insert></codify:insert>`,
    );
    expect(textOf(replayed(madeUpPack({ laws: [first, second] })), '1-151')).toBe('num 1-151\nheading H.');
  });

  it('leaves a placeholder of the paragraph of a law that is repealed before it comes into the code', () => {
    const first = law(
      '1-1',
      '2020-01-01',
      '<section><codify:organic doc="B. Code" path="1|1" num-value="1-102"/><num>2</num><heading>H.</heading>' +
        paragraph('(a)', 'Old.') +
        paragraph('(b)', 'Stays.') +
        '</section>',
    );
    const repeal = '<section><num>2</num><codify:repeal doc="B. Law 1-1" path="§2|(a)"/></section>';
    const done = replayed(madeUpPack({ laws: [first, law('1-2', '2020-06-01', repeal)] }));
    expect(textOf(done, '1-102')).toBe('num 1-102\nheading H.\nP1\nnum (a)\ntext Repealed.\nP1\nnum (b)\ntext Stays.');
  });

  it('follows the stub of an old law to the code', () => {
    const old = law('0-1', '1990-01-01', '<section><num>9</num><codified:stub doc="B. Code" path="§1-101"/></section>');
    const change =
      '<codify:find-replace doc="B. Law 0-1" path="§9|text"><find>one</find><replace>two</replace></codify:find-replace>';
    const laws = [old, law('1-1', '2020-01-01', `<section><num>2</num>${change}</section>`)];
    expect(textOf(replayed(madeUpPack({ one, laws })), '1-101')).toContain('text two');
  });

  it('passes over instructions for titles that are not in the pack, and reports documents that are not', () => {
    const body =
      amending('<codify:repeal path="§3-101"/>') +
      '<section><num>4</num><codify:repeal doc="B. Law 0-9" path="§1"/></section>';
    const done = replayed(madeUpPack({ one, laws: [law('1-1', '2020-01-01', body)] }));
    expect(done.outside).toBe(1);
    expect(done.instructions.map(({ failure }) => failure)).toEqual([
      { kind: 'document-missing', document: 'B. Law 0-9' },
    ]);
  });
});
