import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Provision, provisionsUnder } from '../../legaltext/provision.ts';
import { Text, type Mark } from '../../legaltext/text.ts';
import { anyWords, texts, versions } from '../../legaltext/testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../../legaltext/testing/runs.ts';
import { Version } from '../../legaltext/version.ts';
import type { Result } from '../../values/result.ts';
import { aknDocument, type AknDocument } from './document.ts';
import { elementOf, kindOf, MODELS } from './vocabulary.ts';
import { isAkn, readAkn } from './read-akn.ts';
import { writeAkn } from './write-akn.ts';

const DATA = path.resolve('../shared/data/akn');
const hasData = fs.existsSync(DATA);
const hasXmllint = ((): boolean => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-akn-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function value<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

const ids = (of: Version): string[] => [...provisionsUnder(of.root)].map((each) => each.id);

/** What libxml2 finds wrong with these files by the schema; empty when all are valid. */
function schemaErrors(files: readonly string[]): string {
  const names = files.map((xml, index) => {
    const name = path.join(folder, `${String(index)}.xml`);
    fs.writeFileSync(name, xml);
    return name;
  });
  try {
    execFileSync(
      'xmllint',
      ['--noout', '--nonet', '--huge', '--schema', path.join(DATA, 'akomantoso30.xsd'), ...names],
      {
        stdio: 'pipe',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return '';
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return stderr
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith(' validates'))
      .slice(0, 12)
      .join('\n');
  }
}

function expectSame(after: AknDocument, before: AknDocument): void {
  expect(after.version.hash).toBe(before.version.hash);
  expect(ids(after.version)).toEqual(ids(before.version));
  expect(after.metadata).toEqual(before.metadata);
  const byPlace = (document: AknDocument): string[] => document.comments.map((each) => JSON.stringify(each)).sort();
  expect(byPlace(after)).toEqual(byPlace(before));
}

const sound = (root: Provision): Version => value(Version.of(root));

describe.runIf(hasData)('the published examples', () => {
  const examples = hasData ? fs.readdirSync(path.join(DATA, 'examples')) : [];

  it.each(examples)('%s comes back equal, in the final namespace', (name) => {
    const before = value(readAkn(fs.readFileSync(path.join(DATA, 'examples', name)), name));
    const written = writeAkn(before);
    expect(written).not.toContain('/WD17"');
    expectSame(value(readAkn(written)), before);
  });

  it.runIf(hasXmllint)('are valid by the schema when they are written again', () => {
    const written = examples.map((name) =>
      writeAkn(value(readAkn(fs.readFileSync(path.join(DATA, 'examples', name)), name))),
    );
    expect(schemaErrors(written)).toBe('');
  });
});

/** Any element's name as a kind, kinds that are no element's, and kinds that no name can be. */
const kinds = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...MODELS.keys()) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('passage', 'row', 'cell', 'schedule', 'definition', 'p', 'td', 'num', 'content'),
  },
  { weight: 1, arbitrary: anyWords({ max: 6 }) },
);

const attributeNames = fc.oneof(
  fc.constantFrom(
    ...[
      'eId',
      'wId',
      'GUID',
      'class',
      'status',
      'period',
      'name',
      'href',
      'src',
      'showAs',
      'refersTo',
      'contains',
      'of',
    ],
    ...[
      'order',
      'element',
      'xml',
      'by',
      'level',
      'colspan',
      'num@title',
      'num@marks',
      'heading@eId',
      'text@class',
      'xml:lang',
    ],
    ...[
      'content@eId',
      'intro@eId',
      'wrapUp@class',
      'tail@style',
      'body@eId',
      'components@eId',
      '{urn:other}note',
      '__proto__',
    ],
    ...['akomaNtoso.components@eId', '{urn:pandect:akn}kept', '{http://www.w3.org/XML/1998/namespace}id', 'includedIn'],
  ),
  anyWords({ max: 5 }),
);
const attributeValues = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    '#sec_1',
    'edited',
    '2',
    'en',
    'th',
    'heading num',
    'components',
    'akomaNtoso',
    'section',
    '',
  ),
  fc.constantFrom(
    '<m xmlns="urn:m"/>',
    '<m xmlns="urn:m">x</m>',
    '[["emphasis",0,1,[["element","b"]]]]',
    'a:b',
    '%',
    '2024-02-30',
  ),
  anyWords({ max: 8 }),
);
const attributes = fc
  .array(fc.tuple(attributeNames, attributeValues), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));

const markAttributes = fc
  .tuple(
    fc.option(
      fc.constantFrom(
        'ref',
        'mref',
        'def',
        'b',
        'mod',
        'quotedText',
        'quotedStructure',
        'authorialNote',
        'eol',
        'br',
        'odd<',
        'inline',
      ),
      { nil: undefined },
    ),
    attributes,
  )
  .map(([element, more]) => (element === undefined ? more : { element, ...more }));

const hostileTexts: fc.Arbitrary<Text> = fc
  .tuple(
    fc.oneof(anyWords(), fc.stringMatching(/^[ \t\r\na]{0,8}$/u)),
    fc.array(
      fc.tuple(
        fc.constantFrom<Mark['kind']>('reference', 'definition', 'term', 'emphasis', 'inline'),
        fc.nat(30),
        fc.nat(30),
        markAttributes,
      ),
      { maxLength: 6 },
    ),
  )
  .map(([words, marks]) =>
    Text.of(
      words,
      marks.map(([kind, a, b, of]) => {
        const [from, to] = [a % (words.length + 1), b % (words.length + 1)];
        return { kind, start: Math.min(from, to), end: Math.max(from, to), attributes: of };
      }),
    ),
  );

const sometimes = <Value>(some: fc.Arbitrary<Value>, none: Value): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: some });

/** Attributes that some elements cannot be without, with values that they may have. */
const REQUIRED = {
  name: 'a',
  by: '#a',
  href: '#a',
  src: '/a',
  showAs: 'A',
  level: '1',
  refersTo: '#a',
  includedIn: '/a',
};

interface Seed {
  readonly depth: number;
  /** Which of the elements that may stand here; any kind at all for 0. */
  readonly fitting: number;
  /** Begins with words that quote the first child, as those of an amending provision do. */
  readonly quotes: boolean;
  readonly fields: Omit<ConstructorParameters<typeof Provision>[0], 'id' | 'children'>;
  readonly id: string;
}
const seeds: fc.Arbitrary<Seed> = fc.record({
  depth: fc.nat(5),
  fitting: fc.oneof(fc.constant(0), fc.nat(60)),
  quotes: fc.nat(9).map((chance) => chance === 0),
  id: anyWords({ max: 4 }),
  fields: fc.record({
    kind: kinds,
    number: sometimes(anyWords({ max: 6 }), ''),
    heading: sometimes(hostileTexts, Text.EMPTY),
    text: fc.oneof(hostileTexts, texts({ crossing: true })),
    tail: sometimes(hostileTexts, Text.EMPTY),
    attributes: sometimes(attributes, {}),
  }),
});

const QUOTING = Text.of('After section 2 insert—.', [
  { kind: 'inline', start: 0, end: 23, attributes: { element: 'mod', eId: 'mod_1' } },
  { kind: 'reference', start: 6, end: 15, attributes: { href: '#sec_2' } },
  { kind: 'inline', start: 23, end: 23, attributes: { element: 'quotedStructure' } },
]);

/** Versions of anything a version may be made of, wherever it may stand: most of it has no place in the schema. */
const hostileVersions = fc.array(seeds, { minLength: 1, maxLength: 9 }).map((all) => {
  const taken = new Set<string>();
  const idOf = (wished: string): string => {
    let id = wished;
    while (taken.has(id)) id += '+';
    taken.add(id);
    return id;
  };
  const build = (
    from: number,
    depth: number,
    parent: string,
  ): { readonly made: Provision[]; readonly next: number } => {
    const made: Provision[] = [];
    let at = from;
    for (let seed = all[at]; seed !== undefined && (seed.depth >= depth || depth === 0); seed = all[at]) {
      const id = idOf(seed.id);
      const holds = [...(MODELS.get(elementOf(parent) ?? '')?.holds ?? MODELS.keys())];
      const fitting = seed.fitting === 0 ? undefined : holds[seed.fitting % holds.length];
      const kind = fitting === undefined ? seed.fields.kind : kindOf(fitting);
      const { made: children, next } = build(at + 1, depth + 1, kind);
      const more = fitting === undefined ? {} : REQUIRED;
      const fields = { ...seed.fields, kind, attributes: { ...more, ...seed.fields.attributes } };
      const [first, ...others] = children;
      if (!seed.quotes || first === undefined) made.push(new Provision({ ...fields, id, children }));
      else {
        const quoted = first.with({ kind: 'quotedStructure' });
        made.push(new Provision({ ...fields, id, text: QUOTING, children: [quoted, ...others] }));
      }
      at = next;
    }
    return { made, next: at };
  };
  const { made } = build(0, 0, '');
  const [first] = made;
  return sound(
    made.length === 1 && first !== undefined ? first : new Provision({ id: idOf('root'), kind: 'act', children: made }),
  );
});

describe('a version written as Akoma Ntoso', () => {
  it('comes back equal, by hash and ids', () => {
    fc.assert(
      fc.property(versions(), (before) => {
        expectSame(value(readAkn(writeAkn(aknDocument(before)))), { ...aknDocument(before) });
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('comes back equal whatever is in it', () => {
    fc.assert(
      fc.property(hostileVersions, (before) => {
        expectSame(value(readAkn(writeAkn(aknDocument(before)))), aknDocument(before));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it.runIf(hasData && hasXmllint)('is valid by the schema', () => {
    const files = [
      ...fc.sample(versions(), { numRuns: PROPERTY_RUNS / 2, seed: 1 }),
      ...fc.sample(hostileVersions, { numRuns: PROPERTY_RUNS, seed: 2 }),
    ].map((version) => writeAkn(aknDocument(version)));
    expect(schemaErrors(files)).toBe('');
  });

  it('is known by its content', () => {
    const written = writeAkn(aknDocument(sound(new Provision({ id: 'root', kind: 'act' }))));
    expect(isAkn(written)).toBe(true);
    expect(isAkn(new TextEncoder().encode(written))).toBe(true);
    expect(isAkn('<html><body>akomaNtoso</body></html>')).toBe(false);
    expect(elementOf('passage')).toBe('p');
  });
});

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

  it('moves parts of elements about without losing any', () => {
    const pieces = fc.constantFrom(
      ...[
        '<section>',
        '</section>',
        '<p>',
        '</p>',
        '<num>',
        '</num>',
        '<heading>',
        '</heading>',
        '<content>',
        '</content>',
      ],
      ...[
        '<intro>',
        '</intro>',
        '<wrapUp>',
        '</wrapUp>',
        '<b>',
        '</b>',
        '<ul><li>',
        '</li></ul>',
        '<tr>',
        '</tr>',
        'words',
        ' ',
      ],
      ...[
        '<authorialNote>',
        '</authorialNote>',
        '<!-- remark -->',
        '<br/>',
        '<eol/>',
        '<bill><meta/><body>',
        '</body></bill>',
      ],
      ...[
        '<hcontainer name="p">',
        '</hcontainer>',
        '<subheading/>',
        '<table>',
        '</table>',
        '<td>',
        '</td>',
      ],
      ...[
        '<component>',
        '</component>',
        '<blockList>',
        '</blockList>',
        '<item>',
        '</item>',
        '<quotedStructure>',
        '</quotedStructure>',
      ],
    );
    const closed = fc.array(pieces, { maxLength: 14 }).map((list) => {
      const open: string[] = [];
      let xml = '';
      for (const piece of list) {
        if (!piece.startsWith('</')) {
          xml += piece;
          for (const [, name] of piece.matchAll(/<(\w+)(?:[^>/]*)>/gu)) if (name !== undefined) open.push(name);
          continue;
        }
        const name = open.pop();
        if (name !== undefined) xml += `</${name}>`;
      }
      return (
        xml +
        open
          .reverse()
          .map((name) => `</${name}>`)
          .join('')
      ).replaceAll('<meta></meta>', '<meta/>');
    });
    fc.assert(
      fc.property(closed, (xml) => {
        const read = readAkn(akn(xml));
        if (read.kind === 'failed') return;
        const words = (from: string): string => from.replace(/<!--.*?-->|<[^>]*>|\s/gu, '');
        const before = value(read);
        const written = writeAkn(before);
        expect(words(written)).toBe(words(xml));
        expectSame(value(readAkn(written)), before);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
