import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Provision } from '../../legaltext/provision.ts';
import { PROPERTY_RUNS } from '../../legaltext/testing/runs.ts';
import { Text } from '../../legaltext/text.ts';
import { aknDocument } from './document.ts';
import { readAkn } from './read-akn.ts';
import { expectSame, sound, value } from './testing/same-document.ts';
import { writeAkn } from './write-akn.ts';

const akn = (body: string, namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'): string =>
  `<akomaNtoso xmlns="${namespace}"><act name="act"><meta/><body>${body}</body></act></akomaNtoso>`;

const bodyOf = (xml: string): readonly Provision[] => value(readAkn(akn(xml))).version.root.children;

describe('reading', () => {
  it.each(['', '/WD17', '/CSD13', '/CSPRD1'])('takes the namespace …/akn/3.0%s', (edition) => {
    const read = readAkn(akn('<section eId="sec_1"/>', `http://docs.oasis-open.org/legaldocml/ns/akn/3.0${edition}`));
    expect(value(read).version.find('sec_1')?.kind).toBe('section');
  });

  it('takes white space as layout, but where it is preserved', () => {
    const [plain, preserved] = bodyOf(
      `<section><num> 1
      .</num><content><p> one <b> two</b> <br/> three </p></content></section>
      <section><content><p xml:space="preserve"> one  </p></content></section>`,
    );
    expect(plain?.number).toBe('1 .');
    expect(plain?.text.words).toBe('one two\nthree');
    expect(plain?.text.marks).toMatchObject([{ kind: 'emphasis', start: 4, end: 7, attributes: { element: 'b' } }]);
    expect(preserved?.text.words).toBe(' one  ');
  });

  it('takes the end of a printed line as a line break, but where it divides a word', () => {
    const file = akn(
      '<section><content><p>means<eol/>a <eol number="2"/> fee of obli<eol breakWith="-"/>gation</p></content></section>',
    );
    const read = value(readAkn(file));
    expect(read.version.root.children[0]?.text.words).toBe('means\na\nfee of obligation');
    const written = writeAkn(read);
    expect(written).toContain('means<eol/>a<eol number="2"/>fee of obli<eol breakWith="-"></eol>gation');
    expectSame(value(readAkn(written)), read);
  });

  it('makes introductions and contents texts, closing words tails, and further paragraphs passages', () => {
    const [section] = bodyOf(
      `<section><num>1</num><heading>One</heading><intro><p>a</p><p>b</p></intro><paragraph><content><p>c</p></content></paragraph>
       <wrapUp><p>d</p></wrapUp></section>`,
    );
    expect(section?.heading.words).toBe('One');
    expect(section?.text.words).toBe('a');
    expect(section?.children.map((each) => [each.kind, each.text.words])).toEqual([
      ['passage', 'b'],
      ['paragraph', 'c'],
    ]);
    expect(section?.tail.words).toBe('d');
  });

  it('makes tables rows of cells', () => {
    const [section] = bodyOf(
      `<section><content><table><caption>T</caption><tr><th colspan="2"><p>a</p></th></tr><tr><td><p>b</p></td><td/></tr></table></content></section>`,
    );
    const table = section?.children[0];
    expect(table?.heading.words).toBe('T');
    expect(
      table?.children.map((row) => row.children.map((cell) => [cell.kind, cell.text.words, cell.attributes])),
    ).toEqual([
      [['cell', 'a', { colspan: '2', element: 'th' }]],
      [
        ['cell', 'b', {}],
        ['cell', '', {}],
      ],
    ]);
  });

  it('makes quoted provisions children, anchored in the words that quote them', () => {
    const [section] = bodyOf(
      `<section><content><p><mod>Insert—<quotedStructure eId="qstr_1"><section eId="new"><num>2A</num></section></quotedStructure></mod>.</p></content></section>`,
    );
    expect(section?.text.words).toBe('Insert—.');
    expect(section?.children[0]?.kind).toBe('quotedStructure');
    expect(section?.children[0]?.children[0]?.number).toBe('2A');
  });

  it('keeps elements it does not know, under their names', () => {
    const [odd, foreign] = bodyOf('<novelty eId="n"><p>Words.</p></novelty><x:y xmlns:x="urn:x">z</x:y>');
    expect([odd?.kind, odd?.text.words]).toEqual(['novelty', 'Words.']);
    expect(foreign?.attributes['xml']).toBe('<y xmlns="urn:x">z</y>');
  });

  it.each([
    ['<akomaNtoso', 'broken'],
    [akn('<section>'), 'broken'],
    ['<!DOCTYPE akomaNtoso [<!ENTITY a "b">]><akomaNtoso/>', 'unsafe'],
    [akn('<section><content><p>&nbsp;</p></content></section>'), 'unsafe'],
    ['<html/>', 'not-akn'],
    ['<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act/></akomaNtoso>', 'not-akn'],
    ['<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', 'not-akn'],
    [akn('<section>'.repeat(600) + '</section>'.repeat(600)), 'too-deep'],
    [akn('<section>'.repeat(100_000)), 'too-deep'],
    [akn(`<section xmlns:pandect="urn:pandect:akn" pandect:kept="{}{"/>`), 'not-valid'],
  ])('refuses %.70s', (xml, reason) => {
    const read = readAkn(xml, 'act.xml');
    expect(read).toMatchObject({ kind: 'failed', failure: { kind: 'akn-failure', reason, file: 'act.xml' } });
  });

  it('says on which line and column it stopped', () => {
    expect(readAkn('<akomaNtoso>\n <act></akomaNtoso>')).toMatchObject({ failure: { line: 2, column: 19 } });
  });

  it('answers any mutilated file, and never throws', () => {
    const text = Text.of('one two three', [
      { kind: 'reference', start: 0, end: 7, attributes: { href: '#a' } },
      { kind: 'emphasis', start: 4, end: 13, attributes: { style: 'bold' } },
    ]);
    const cell = new Provision({ id: 'c', kind: 'cell', text });
    const row = new Provision({ id: 'r', kind: 'row', children: [cell] });
    const table = new Provision({ id: 't', kind: 'table', children: [row] });
    const clause = new Provision({ id: 'k', kind: 'clause', number: '1', text, tail: text, children: [table] });
    const whole = new TextEncoder().encode(
      writeAkn(aknDocument(sound(new Provision({ id: 'root', kind: 'code', heading: text, children: [clause] })))),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
        (changes, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const read = readAkn(bytes);
          if (read.kind === 'ok') expectSame(value(readAkn(writeAkn(read.value))), read.value);
          else expect(read.failure.message).not.toBe('');
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
