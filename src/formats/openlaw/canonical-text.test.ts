import { describe, expect, it } from 'vitest';
import { canonicalLines, canonicalLinesOfElement } from './canonical-text.ts';
import { provisionOfElement } from './provision-of-element.ts';
import { scanXml } from './scan-xml/scan-xml.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';

function element(source: string): XmlElement {
  const result = scanXml(source, 'x.xml');
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

/** The lines from the XML, which those from the provision read from it must equal. */
function lines(source: string): string[] {
  const read = element(source);
  let count = 0;
  const provision = provisionOfElement(read, '', { id: () => String((count += 1)) });
  const found = canonicalLinesOfElement(read);
  expect(canonicalLines(provision)).toEqual(found);
  return found;
}

describe('the canonical text', () => {
  it('has a line for each leaf, and one with the depth for each paragraph', () => {
    expect(
      lines(
        '<section><num>1</num><heading>H</heading><text>T</text><para><num>(a)</num><heading>P</heading><text>U</text>' +
          '<para><num>(1)</num><text>V</text></para><aftertext>W</aftertext></para><aftertext>X</aftertext></section>',
      ),
    ).toEqual(
      ['num 1', 'heading H', 'text T', 'P1', 'num (a)', 'heading P', 'text U', 'P2', 'num (1)', 'text V'].concat([
        'aftertext W',
        'aftertext X',
      ]),
    );
  });

  it('passes over reasons, notes, instructions and the prefix of the section', () => {
    expect(
      lines(
        '<section xmlns:codify="https://code.dccouncil.us/schemas/codify"><prefix>§</prefix><reason>R</reason><num>1</num>' +
          '<codify:insert after="x"/><annotation>n</annotation><text>T</text></section>',
      ),
    ).toEqual(['num 1', 'text T']);
  });

  it('takes inline markup for its words, a break for a space, and any run of space for one', () => {
    expect(
      lines('<section><num>1</num><text> a<em>b</em><br/>c \u00a0\u2003 <cite>d</cite>\u200b</text></section>'),
    ).toEqual(['num 1', 'text ab c d']);
  });

  it('has a line for each cell of a table, and words around it', () => {
    expect(
      lines(
        '<section><num>1</num><text>A<table><thead><tr><th>B</th></tr></thead><tr><td>C</td><td/></tr></table>D</text></section>',
      ),
    ).toEqual(['num 1', 'text A', 'th B', 'td C', 'text D']);
  });

  it('keeps the order of a document that has words before its heading, or closing words that are not last', () => {
    expect(
      lines(
        '<section><num>1</num><text>N</text><heading>H</heading><text>T</text><text>U</text><aftertext>A</aftertext>' +
          '<para><prefix>Article</prefix><num>I</num><include><para><num>(a)</num></para></include></para></section>',
      ),
    ).toEqual([
      'num 1',
      'text N',
      'heading H',
      'text T',
      'text U',
      'aftertext A',
      'P1',
      'prefix Article',
      'num I',
      'P2',
      'num (a)',
    ]);
  });
});
