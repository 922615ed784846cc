import { describe, expect, it } from 'vitest';
import { failureSentence } from './replayed-instruction.ts';
import { readInstruments } from './replay.ts';
import { collide } from '../../legaltext/collide/collide.ts';
import { Draft } from '../../legaltext/draft.ts';
import { createTimeline } from '../../legaltext/timeline/timeline.ts';
import type { PackFiles } from './pack-files.ts';
import { lackingOperation } from './translate/lacking.ts';
import { amending, law, madeUpPack, replayed, section, textOf } from './testing/made-up-pack.ts';

const paragraph = (number: string, words: string): string => `<para><num>${number}</num><text>${words}</text></para>`;

const TWO = section(
  '1-101',
  '<text>The Board shall:</text>' + paragraph('(a)', 'Meet; and') + paragraph('(b)', 'Report.'),
);

/** One section, and what one law makes of it. */
function after(body: string, one: readonly string[] = [TWO], number = '1-101'): string {
  return (
    textOf(replayed(madeUpPack({ one, laws: [law('1-1', '2020-01-01', amending(body))] })), number) ?? 'no section'
  );
}

describe('finding and replacing words', () => {
  const change = (find: string, replace: string, attributes = 'path="§1-101"'): string =>
    `<codify:find-replace ${attributes}><find>${find}</find><replace>${replace}</replace></codify:find-replace>`;

  it('replaces every match in the target and below it', () => {
    const one = [section('1-101', '<text>A fee.</text>' + paragraph('(a)', 'The fee.'))];
    expect(after(change('fee', 'charge'), one)).toBe(
      'num 1-101\nheading Of things.\ntext A charge.\nP1\nnum (a)\ntext The charge.',
    );
  });

  it('takes the first, the last or the nth match', () => {
    const one = [section('1-101', '<text>x x x</text>')];
    const text = (position: string): string => after(change('x', 'y', `path="§1-101" position="${position}"`), one);
    expect(text('first')).toContain('text y x x');
    expect(text('last')).toContain('text x x y');
    expect(text('2')).toContain('text x y x');
  });

  it('replaces nothing where the count is 0', () => {
    expect(after(change('Board', 'Council', 'path="§1-101" count="0"'))).toContain('The Board shall');
  });

  it('finds a section whose number has a dash for a hyphen', () => {
    const one = [section('1–101', '<text>A fee.</text>')];
    expect(after(change('fee', 'charge', 'path="§1–101"'), one, '1–101')).toContain('text A charge.');
  });

  it('takes curly quotes as straight ones and runs of space as one', () => {
    const one = [section('1-101', '<text>the “Fund”\n     of  the Board</text>')];
    expect(after(change('the "Fund" of the', 'a fund of the'), one)).toContain('text a fund of the Board');
  });

  it('holds a citation whole or not at all', () => {
    const one = [section('1-101', '<text>See <cite path="§1-102">§ 1-102</cite>, and § 1-102.</text>')];
    expect(after(change('§ 1-1', '§ 1-2'), one)).toContain('text See § 1-102, and § 1-202.');
  });

  it('looks within a citation where the words are nowhere else', () => {
    const one = [section('1-101', '<text>See <cite path="§1-102|(a)">§ 1-102(a)</cite>.</text>')];
    expect(after(change('(a)', '(b)'), one)).toContain('text See § 1-102(b).');
  });

  it('does not look within a citation that is worked out from what it cites', () => {
    const inserted =
      '<include><para><codify:insert path="§1-101"/><num>(c)</num><text>See <code-cite doc="B. Code" path="§1-101|(a)">' +
      'there</code-cite>;</text></para></include>';
    const text = after(inserted + change('1-101', '1-102', 'path="§1-101|(c)"'));
    expect(text).toContain('text See § 1-101(a);');
  });

  it('looks in numbers where the words are nowhere else', () => {
    expect(after(change('(b)', '(c)'))).toContain('num (c)\ntext Report.');
  });

  it('changes the number, heading, lead-in or closing words that a path names', () => {
    expect(after(change('Of', 'On', 'path="§1-101|heading"'))).toContain('heading On things.');
    expect(after(change('(a)', '(1)', 'path="§1-101|(a)|num"'))).toContain('num (1)\ntext Meet; and');
    const one = [section('1-101', '<text>x</text>' + paragraph('(a)', 'x') + '<aftertext>x</aftertext>')];
    expect(after(change('x', 'y', 'path="§1-101|text"'), one)).toContain('text y\nP1\nnum (a)\ntext x\naftertext x');
    expect(after(change('x', 'y', 'path="§1-101|aftertext"'), one)).toContain(
      'text x\nP1\nnum (a)\ntext x\naftertext y',
    );
  });

  it('finds the words of a rendered citation, with a capital at the start of a text', () => {
    const one = [section('1-101', '<text>This chapter binds.</text>')];
    const body = change('<code-cite doc="B. Code" path="1|1">this act</code-cite>', 'This Act');
    expect(after(body, one)).toContain('text This Act binds.');
  });

  it('reports words that are not there, with the place', () => {
    const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(change('Mayor', 'x')))] }));
    expect(done.instructions[0]?.failure).toEqual({ kind: 'words-missing', path: '§1-101', words: 'Mayor' });
    expect(failureSentence(done.instructions[0] ?? expect.fail())).toBe(
      'B. Law 1-1, §2 (find-replace): "§1-101" does not hold the words "Mayor".',
    );
  });
});

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

describe('replacing, repealing and moving', () => {
  it('replaces a section, which keeps its number and its identity', () => {
    const body =
      '<include><section><codify:replace path="§1-101"/><num>9</num><heading>Other.</heading><text>Else.</text></section></include>';
    const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] }));
    expect(textOf(done, '1-101')).toBe('num 1-101\nheading Other.\ntext Else.');
    expect(done.version.find('§1-101')?.heading.words).toBe('Other.');
  });

  it('leaves a stub of a repealed section or paragraph, in brackets in an enacted title', () => {
    expect(after('<codify:repeal path="§1-101"/>')).toBe('num 1-101\nheading Of things.\ntext Repealed.');
    expect(after('<codify:repeal path="§1-101|(a)"/>')).toContain('num (a)\ntext Repealed.');
    const files = madeUpPack({
      enacted: [section('2-101', '<text>Words.</text>')],
      laws: [law('1-1', '2020-01-01', amending('<codify:repeal path="§2-101"/>'))],
    });
    expect(textOf(replayed(files), '2-101')).toContain('text [Repealed].');
  });

  it('repeals every section of a container', () => {
    const done = replayed(
      madeUpPack({
        one: [TWO, section('1-102', '')],
        laws: [law('1-1', '2020-01-01', amending('<codify:repeal path="1|1"/>'))],
      }),
    );
    expect(textOf(done, '1-101')).toContain('text Repealed.');
    expect(textOf(done, '1-102')).toContain('text Repealed.');
  });

  it('makes a new paragraph of all that a provision holds', () => {
    expect(after('<codify:redesignate-para path="§1-101|(a)" num-value="(1)"/>')).toContain(
      'P1\nnum (a)\nP2\nnum (1)\ntext Meet; and\nP1\nnum (b)',
    );
  });

  it('moves a section to a new number, and says so at the old place', () => {
    const body = '<codify:recodify-section path="§1-101" num-value="1-201" destination-path="1|2"/>';
    const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] }));
    expect(textOf(done, '1-101')).toBe('num 1-101\nheading Of things.\ntext Recodified as § 1-201.');
    expect(textOf(done, '1-201')).toContain('The Board shall:');
    expect(done.version.find('§1-101')?.number).toBe('1-201');
    expect(done.version.parentOf('§1-101')?.id).toBe('1|2');
  });

  it('moves everything in a container into a new one in it', () => {
    const body =
      '<codify:create-sub-container path="1|1" prefix-value="Subchapter" num-value="I" heading-value="General."/>';
    const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] }));
    expect(done.version.parentOf('§1-101')?.heading.words).toBe('General.');
  });

  it('removes without trace', () => {
    expect(after('<codify:remove path="§1-101|(a)"/>')).not.toContain('(a)');
  });
});

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

describe('laws as instruments', () => {
  it('gives the text of the replay when their parts are carried out in order', () => {
    const change = (from: string, to: string): string =>
      `<codify:find-replace path="§1-101"><find>${from}</find><replace>${to}</replace></codify:find-replace>`;
    const files = madeUpPack({
      one: [section('1-101', '<text>one</text>')],
      laws: [
        law('1-1', '2020-01-01', amending(change('one', 'two'))),
        law('1-2', '2020-02-01', amending(change('two', 'three'))),
      ],
    });
    const read = readInstruments(files);
    if (read.kind === 'failed') throw new Error(read.failure.message);
    const draft = new Draft(read.value.base);
    for (const { parts } of read.value.instruments)
      for (const { operations } of parts)
        for (const operation of typeof operations === 'function' ? operations(draft) : operations)
          draft.apply(operation);
    expect(read.value.instruments.map(({ id }) => id)).toEqual(['B. Law 1-1', 'B. Law 1-2']);
    expect(draft.version().hash).toBe(replayed(files).version.hash);
  });

  describe('that come to nothing on the text they meet', () => {
    const change = (find: string, replace: string, where = '§1-101'): string =>
      `<codify:find-replace path="${where}"><find>${find}</find><replace>${replace}</replace></codify:find-replace>`;
    const beside = `<include><para><codify:insert path="§1-101" after="(x)"/><num>(y)</num><text>New.</text></para></include>`;
    const cases: readonly (readonly [string, string, object])[] = [
      ['words that are not there', change('Mayor', 'Governor'), { kind: 'quotation-missing', words: 'Mayor' }],
      ['a neighbour that is not there', beside, { kind: 'target-missing', target: '(x)' }],
      [
        'a place that is not there',
        change('Board', 'Council', '§1-101|(c)|(1)'),
        { kind: 'target-missing', target: '(c) › (1)' },
      ],
      [
        'a section that is not there',
        change('Board', 'Council', '§1-109'),
        { kind: 'target-missing', target: '1-109' },
      ],
    ];

    const instrumentsOf = (files: PackFiles, untranslated?: 'failing') => {
      const read = readInstruments(files, untranslated === undefined ? {} : { untranslated });
      return read.kind === 'ok' ? read.value : expect.fail(read.failure.message);
    };

    it.each(cases)('fail by themselves for the same reason, if wanted: %s', (_, body, reason) => {
      const files = madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] });
      const { version, instructions } = replayed(files);
      expect(instructions[0]?.failure).not.toBeNull();
      const { base, instruments } = instrumentsOf(files, 'failing');
      const failing = createTimeline(base, instruments).at({ date: '2020-12-31' });
      expect(failing.failures.map(({ failure }) => failure.reason)).toEqual([reason]);
      expect(failing.version.hash).toBe(version.hash);
      const leftOut = createTimeline(base, instrumentsOf(files).instruments).at({ date: '2020-12-31' });
      expect(leftOut.failures).toEqual([]);
      expect(leftOut.version.hash).toBe(version.hash);
    });

    it('change nothing even where the engine would find the words', () => {
      const files = madeUpPack({
        one: [section('1-101', '<text>See <cite path="§1-102">§ 1-102</cite>.</text>')],
        laws: [law('1-1', '2020-01-01', amending(change('Mayor', 'x')))],
      });
      const { base } = instrumentsOf(files);
      const [instruction] = replayed(files).instructions;
      expect(instruction?.failure).not.toBeNull();
      for (const words of ['See', '1-102', 'Of things', 'Mayor']) {
        const failure = { kind: 'words-missing', path: '§1-101', words } as const;
        const draft = new Draft(base);
        const segments = ['§1-101'];
        expect(draft.apply(lackingOperation({ segments }, failure, draft))).not.toBeNull();
        expect(draft.version().hash).toBe(base.hash);
      }
    });

    it('are seen to rest on the law that would bring what they lack', () => {
      const files = madeUpPack({
        one: [TWO],
        laws: [
          law('1-1', '2020-01-01', amending(change('Mayor', 'Governor'))),
          law('1-2', '2020-02-01', amending(change('Board', 'Mayor'))),
        ],
      });
      const nested = (untranslated?: 'failing') => {
        const { base, instruments } = instrumentsOf(files, untranslated);
        return collide(instruments, base).filter((each) => each.class === 'nested');
      };
      expect(nested()).toEqual([]);
      expect(nested('failing').map(({ sentence }) => sentence)).toEqual([
        expect.stringContaining('stand there only once B. Law 1-2 is made'),
      ]);
    });
  });
});
