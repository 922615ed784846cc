import { describe, expect, it } from 'vitest';
import { failureSentence } from './replayed-instruction.ts';
import { after, amending, law, madeUpPack, paragraph, replayed, section, textOf, TWO } from './testing/made-up-pack.ts';

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

  it('reports a place that cannot be understood, or is not there', () => {
    const told = (body: string): string => {
      const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] }));
      expect(done.version.hash).toBe(done.base.hash);
      return failureSentence(done.instructions[0] ?? expect.fail());
    };
    expect(told(change('Meet', 'Sit', 'path="§1-101" position="9"'))).toBe(
      'B. Law 1-1, §2 (find-replace): "§1-101" holds the words "Meet" once, and position 9 of them is asked for.',
    );
    expect(told(change('Meet', 'Sit', 'path="§1-101" position="sometimes"'))).toContain(
      '(find-replace): its position is "sometimes", which is neither',
    );
    expect(told(change('(b)', '(c)', 'path="§1-101" position="2"'))).toContain('holds the words "(b)" once');
    expect(told('<codify:repeel path="§1-101"/>')).toBe(
      'B. Law 1-1, §2 (unknown): the element "codify:repeel" is no instruction that is known.',
    );
    expect(told(`<para>${change('Mayor', 'x')}</para>`)).toContain('B. Law 1-1, §2 (find-replace)');
  });

  it('takes what makes notes only for no instruction', () => {
    const notes = ['ignore', 'temporary-new-sec', 'street-designation-anno', 'marginalia', 'applicability'];
    const body = notes.map((name) => `<codify:${name} path="§1-101"/>`).join('');
    const done = replayed(madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] }));
    expect(done.instructions).toEqual([]);
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
