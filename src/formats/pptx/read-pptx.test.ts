import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentFaults } from '../document/invariants.ts';
import { DEFAULT_LIMITS, startDeadline } from '../document/limits.ts';
import type { Block, SourceDocument } from '../document/model.ts';
import { pptxPack, zipOf } from '../read-document/fixtures.ts';
import { openZip } from '../zip/open-zip.ts';
import { readPptx } from './read-pptx.ts';

function read(bytes: Uint8Array): SourceDocument {
  const deadline = startDeadline(DEFAULT_LIMITS);
  return readPptx(openZip(bytes, DEFAULT_LIMITS, deadline), 'ppt/presentation.xml', DEFAULT_LIMITS, deadline);
}

const shape = (block: Block): unknown => {
  if (block.kind === 'table') return block.rows.map((row) => row.cells.map((cell) => cell.text));
  if (block.kind === 'heading') return `h${String(block.level)} ${block.text}`;
  if (block.kind === 'item') return `${String(block.level)} ${block.marker} ${block.text}`;
  return block.aside === undefined ? block.text : `${block.aside}: ${block.text}`;
};

const NAMESPACES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relationships = (targets: Readonly<Record<string, string>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(targets)
    .map(
      ([target, type], index) =>
        `<Relationship Id="r${String(index + 1)}" Type="${RELATIONSHIP}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A presentation of hand-made slides, shown in the order of `order`. */
const slides = (trees: readonly string[], order = trees.map((_, index) => index)): Uint8Array =>
  zipOf({
    'ppt/presentation.xml': `<p:presentation ${NAMESPACES}><p:sldIdLst>${order.map((index) => `<p:sldId id="9" r:id="r${String(index + 1)}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(
      Object.fromEntries(trees.map((_, index) => [`slides/slide${String(index)}.xml`, 'slide'])),
    ),
    ...Object.fromEntries(
      trees.map((tree, index) => [
        `ppt/slides/slide${String(index)}.xml`,
        `<p:sld ${NAMESPACES}><p:cSld><p:spTree>${tree}</p:spTree></p:cSld></p:sld>`,
      ]),
    ),
  });

const box = (text: string, x: number, y: number): string =>
  `<p:sp><p:spPr><a:xfrm><a:off x="${String(x)}" y="${String(y)}"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

describe('readPptx', () => {
  let document: SourceDocument;
  beforeAll(async () => {
    document = read(
      await pptxPack([
        ['Ref', 'Owner'],
        ['A1', 'Chair\nCode bodies'],
      ]),
    );
  });

  it('reads the title first, then shapes from the top and the left, then notes; footers at the end', () => {
    expect(document.blocks.map(shape)).toEqual([
      'h2 Agenda (1 of 2)',
      'left',
      '0 • bullet',
      '0 1. number',
      'link',
      'below',
      'speaker-notes: Welcome everyone',
      'h2 Actions',
      [
        ['Ref', 'Owner'],
        ['A1', 'Chair Code bodies'],
      ],
      [
        ['tall', 'wide', ''],
        ['', 'b', 'c'],
      ],
      [
        ['', 'Open'],
        ['May', '3'],
        ['June', '4'],
      ],
      'page-furniture: 1',
      'page-furniture: 2',
    ]);
    expect(documentFaults(document)).toEqual([]);
  });

  it('gives each slide its span, and notes what is hidden', () => {
    const [first, , third] = document.pages;
    expect(document.pages.map((page) => page.number)).toEqual([1, 2, 3]);
    expect(document.text.slice(first?.span.start, first?.span.end)).toMatch(/^Agenda[^]*Welcome everyone$/u);
    expect(document.text.slice(third?.span.start, third?.span.end)).toContain('June\t4');
    expect(document.notes.map((note) => [note.kind, note.page])).toEqual([
      ['speaker-notes', 1],
      ['hidden', 3],
      ['page-furniture', undefined],
    ]);
  });

  it('shows slides in the order of the presentation, not of their files', () => {
    expect(read(slides([box('one', 0, 0), box('two', 0, 0), box('three', 0, 0)], [2, 0, 1])).text).toBe(
      'three\n\none\n\ntwo',
    );
  });

  it('reads shapes of a group together', () => {
    const group = `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="0" y="5000000"/></a:xfrm></p:grpSpPr>${box('lower', 0, 900000)}${box('upper', 0, 100000)}</p:grpSp>`;
    expect(read(slides([group + box('first', 0, 300000)])).text).toBe('first\nupper\nlower');
  });

  it('notes a picture that has no words', () => {
    const picture = '<p:pic><p:nvPicPr><p:cNvPr id="1" name="x" descr="A plan"/></p:nvPicPr></p:pic>';
    expect(read(slides([picture + box('words', 0, 0)])).notes).toMatchObject([{ kind: 'picture', page: 1 }]);
  });

  it('holds to the contract on any arrangement of PowerPoint’s elements', () => {
    const name = fc.constantFrom(
      'p:sp',
      'p:grpSp',
      'p:graphicFrame',
      'p:pic',
      'p:txBody',
      'a:p',
      'a:pPr',
      'a:buChar',
      'a:buAutoNum',
      'a:r',
      'a:t',
      'a:br',
      'a:fld',
      'a:graphic',
      'a:graphicData',
      'a:tbl',
      'a:tr',
      'a:tc',
      'a:txBody',
      'p:nvSpPr',
      'p:nvPr',
      'p:ph',
    );
    const attributes = fc.constantFrom(
      '',
      ' type="title"',
      ' type="sldNum"',
      ' type="romanUcPeriod"',
      ' char="-"',
      ' lvl="3"',
      ' hMerge="1"',
      ' gridSpan="2"',
      ' startAt="9999999"',
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom('words', ' ', '\t', '\n', '\u00a0x', '\u200b'),
        fc
          .tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, attribute, children]) => `<${tag}${attribute}>${children.join('')}</${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 8 }), (nodes) => {
        expect(documentFaults(read(slides([`${box('start', 0, 0)}${nodes.join('')}`])))).toEqual([]);
      }),
    );
  });
});
