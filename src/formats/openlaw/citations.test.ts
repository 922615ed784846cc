import { describe, expect, it } from 'vitest';
import { amending, law, madeUpPack, replayed, section, textOf } from './testing/made-up-pack.ts';

const cite = (path: string, words = 'this act', more = ''): string =>
  `<code-cite doc="B. Code" path="${path}" ${more}>${words}</code-cite>`;

/** The words of a new section 1-102 in chapter 1 of title 1 (or 2-102 in title 2), as they come into the code. */
function rendered(words: string, title = '1'): string {
  const number = `${title}-102`;
  const body = `<include><section><codify:insert path="${title}|1" num-value="${number}"/><num>7</num><text>${words}</text></section></include>`;
  const target = section('1-101', '<para><num>(a)</num><para><num>(1)</num><text>T.</text></para></para>');
  const done = replayed(madeUpPack({ one: [target], laws: [law('1-1', '2020-01-01', amending(body))] }));
  return (
    (textOf(done, number) ?? '')
      .split('\n')
      .at(-1)
      ?.replace(/^text /u, '') ?? ''
  );
}

describe('a citation as it comes into the code', () => {
  it('names a section by its number and the paragraphs in it', () => {
    expect(rendered(`See ${cite('§1-101')}.`)).toBe('See § 1-101.');
    expect(rendered(`See ${cite('§1-101|(a)|(1)')}.`)).toBe('See § 1-101(a)(1).');
  });

  it('calls the section it stands in this section', () => {
    expect(rendered(`See ${cite('§1-102')}.`)).toBe('See this section.');
  });

  it('calls a container around it by its kind, and names others from the inside out to the first they share', () => {
    expect(rendered(`Under ${cite('1|1')}.`)).toBe('Under this chapter.');
    expect(rendered(`Under ${cite('1|2')}.`)).toBe('Under Chapter 2 of this title.');
    expect(rendered(`Under ${cite('3|1')}.`)).toBe('Under Chapter 1 of Title 3.');
  });

  it('begins with a capital at the start of a text', () => {
    expect(rendered(`${cite('1|1')} binds.`)).toBe('This chapter binds.');
  });

  it('stands in brackets in an enacted title', () => {
    expect(rendered(`Under ${cite('2|1')} and ${cite('§1-101')}.`, '2')).toBe('Under [this chapter] and [§ 1-101].');
  });

  it('keeps the words where its target is not to be found, and takes those given in place of them', () => {
    expect(rendered(`Under ${cite('1|9', 'Title IX')} and ${cite('§1-999', 'section 4')}.`)).toBe(
      'Under Title IX and section 4.',
    );
    expect(rendered(`Under ${cite('§1-101', 'x', 'codify:value="part {{ target.num }}"')}.`)).toBe('Under part 1-101.');
  });

  it('trusts what titles that were not brought would hold', () => {
    expect(rendered(`Under ${cite('§3-101|(b)')}.`)).toBe('Under § 3-101(b).');
  });

  it('keeps the words of what is no citation to work out', () => {
    expect(rendered('Under <cite path="§1-101">section 5</cite> <em>et seq</em>.')).toBe('Under section 5 et seq.');
  });
});

describe('a citation in the base', () => {
  it('is printed as the code words it', () => {
    const one = [section('1-101', `<text>Under ${cite('1|1')}.</text>`)];
    expect(textOf(replayed(madeUpPack({ one })), '1-101')).toContain('text Under this chapter.');
  });
});
