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
