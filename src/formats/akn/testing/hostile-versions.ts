import * as fc from 'fast-check';
import { Provision } from '../../../legaltext/provision.ts';
import { anyWords, texts } from '../../../legaltext/testing/arbitraries.ts';
import { Text, type Mark } from '../../../legaltext/text.ts';
import { elementOf, kindOf, MODELS } from '../vocabulary.ts';
import { sound } from './same-document.ts';

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
export const hostileVersions = fc.array(seeds, { minLength: 1, maxLength: 9 }).map((all) => {
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
