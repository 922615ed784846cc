import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, wordsIn } from './look-into.ts';
import { scanXml } from './scan-xml.ts';
import { MAX_XML_DEPTH } from './scanner.ts';
import type { XmlElement } from './xml-element.ts';
import { PROPERTY_RUNS } from '../../../legaltext/testing/runs.ts';

const LIBRARY = 'https://code.dccouncil.us/schemas/dc-library';
const CODIFY = 'https://code.dccouncil.us/schemas/codify';

function read(source: string): XmlElement {
  const result = scanXml(source, 'x.xml');
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

function refusal(source: string): string {
  const result = scanXml(source, 'x.xml');
  return result.kind === 'failed' ? result.failure.message : 'read';
}

describe('reading', () => {
  it('gives names the same prefixes whatever the file writes, and puts declarations of an element back at its end', () => {
    const root = read(
      `<a:para xmlns:a="${LIBRARY}"><q:insert xmlns:q="${CODIFY}" q:value="v" after="(a)"/><a:num>(b)</a:num></a:para>`,
    );
    expect(root.name).toBe('para');
    const [insert, number] = elementsOf(root);
    expect(insert?.name).toBe('codify:insert');
    expect(insert?.attributes).toEqual({ 'codify:value': 'v', after: '(a)' });
    expect(number?.name).toBe('num');
    expect(refusal(`<p><i xmlns:q="x"/><q:n/></p>`)).toContain('No namespace is declared for "q:n"');
  });

  it('resolves entities and characters, reads character data, and passes over comments and instructions', () => {
    expect(wordsIn(read('<text>a &lt;b&gt; &amp; &#8217;&#x2014;<![CDATA[<c>]]><!-- d --><?e?></text>'))).toBe(
      'a <b> & ’—<c>',
    );
  });

  it('reads characters beyond ASCII wherever they stand: beside references, in long and short words, in attributes', () => {
    const root = read(
      '<text a="§ 47-1801.04 – quoted" b="’ &amp; “so”">The Mayor’s “R&amp;D” — § 1<![CDATA[ – it is]]></text>',
    );
    expect(wordsIn(root)).toBe('The Mayor’s “R&D” — § 1 – it is');
    expect(root.attributes).toEqual({ a: '§ 47-1801.04 – quoted', b: '’ & “so”' });
  });

  it('keeps nothing of the names that one file declares for the next', () => {
    const file = (prefix: string, uri: string): string => `<a xmlns:${prefix}="${uri}"><${prefix}:insert/></a>`;
    const nameIn = (source: string): string | undefined => elementsOf(read(source))[0]?.name;
    expect(nameIn(file('q', CODIFY))).toBe('codify:insert');
    expect(nameIn(file('q', LIBRARY))).toBe('insert');
    expect(nameIn(file('q', CODIFY))).toBe('codify:insert');
    expect(refusal('<a><q:insert/></a>')).toContain('No namespace is declared for "q:insert"');
  });

  it('evens out white space, but not at the ends of quoted words', () => {
    expect(wordsIn(read('<text>a\n\t b\u00a0\u2009c</text>'))).toBe('a b c');
    expect(wordsIn(read('<find> a  b </find>'))).toBe(' a b ');
    expect(wordsIn(read('<find>\n  a b\n</find>'))).toBe('a b');
  });

  it('checks notes without keeping them', () => {
    expect(read('<section><annotations><annotation>n</annotation></annotations></section>').children).toEqual([]);
    expect(refusal('<section><annotations><annotation></annotations></section>')).toContain('does not close');
  });
});

describe('refusing', () => {
  it.each([
    ['<a><b></a>', 'The end tag "a" does not close the open element "b"'],
    ['<a>\n\n<b>', 'line 3'],
    ['<a/><b/>', 'A second element'],
    ['<a b="1" b="2"/>', 'stands twice'],
    ['<a b=1/>', 'not well-formed'],
    ['<a b="<"/>', 'holds a "<"'],
    ['<a>&nbsp;</a>', '"&nbsp;" is no character'],
    ['<a>a & b</a>', 'An "&" stands alone'],
    ['<a>&#0;</a>', 'is no character'],
    ['<a>\u0001</a>', 'control character'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'A document type is not read'],
    ['<a><!-- </a>', 'A comment is not closed'],
    ['words', 'Words stand outside'],
    ['', 'There is no element'],
    ['<1a/>', 'cannot be a name'],
  ])('%s', (source, message) => {
    expect(refusal(source)).toContain('x.xml, line');
    expect(refusal(source)).toContain(message);
  });

  it('refuses what is nested too deep, without running out of stack', () => {
    expect(refusal('<a>'.repeat(100_000))).toContain(`more than ${String(MAX_XML_DEPTH)} levels`);
  });

  it('ends with an answer or a refusal on any characters', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '&',
      ';',
      '!',
      '?',
      '-',
      '[',
      ']',
      'a',
      ' ',
      '\n',
      '’',
      ':',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (characters) => {
        const result = scanXml(`<a>${characters.join('')}`, 'x.xml');
        return result.kind === 'ok' || result.failure.line > 0;
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
