import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Provision, provisionsUnder, type ProvisionFields } from './provision.ts';
import { edited, texts, versions, words } from './testing/arbitraries.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';
import { Text } from './text.ts';

const fields = fc.record({
  kind: fc.constantFrom('section', 'paragraph', 'passage', 'cell'),
  number: fc.constantFrom('', '1', '(a)', '2.3A'),
  heading: texts({ max: 2 }),
  text: texts({ max: 3 }),
  tail: texts({ max: 2 }),
  attributes: fc.dictionary(fc.constantFrom('eId', 'class', 'note'), words({ max: 2 })),
  children: versions({ maxProvisions: 3 }).map(({ root }) => root.children),
});

/** The same tree made anew, every id another. */
const copyOf = (provision: Provision): Provision =>
  new Provision({
    id: `copy of ${provision.id}`,
    kind: provision.kind,
    number: provision.number,
    heading: Text.of(provision.heading.words, provision.heading.marks),
    text: Text.of(provision.text.words, provision.text.marks),
    tail: Text.of(provision.tail.words, provision.tail.marks),
    attributes: Object.fromEntries(Object.entries(provision.attributes).reverse()),
    children: provision.children.map(copyOf),
  });

/** Everything a provision says, without its ids: what its hash stands for. */
const saying = ({ kind, number, heading, text, tail, attributes, children }: Provision): unknown => [
  kind,
  number,
  [heading, text, tail].map((part) => [
    part.words,
    part.marks.map((mark) => [mark.kind, mark.start, mark.end, mark.attributes]),
  ]),
  Object.entries(attributes).sort(),
  children.map(saying),
];

describe('the hash of a provision', () => {
  it('is the same for the same words under other ids', () => {
    fc.assert(
      fc.property(versions(), ({ root }) => {
        expect(copyOf(root).hash).toBe(root.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('is another when any field is another', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const whole = new Provision({ id: 'x', ...one });
        for (const name of Object.keys(one) as (keyof typeof one)[]) {
          const changes: Partial<ProvisionFields> = { [name]: other[name] };
          const changed = whole.with(changes);
          expect(changed.hash === whole.hash, name).toBe(
            JSON.stringify(saying(changed)) === JSON.stringify(saying(whole)),
          );
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('is another when the same words stand in another part, or one level down', () => {
    const text = Text.of('The same words.');
    const hashes = (['heading', 'text', 'tail'] as const).map(
      (part) => new Provision({ id: 'x', kind: 'section', [part]: text }).hash,
    );
    const inner = new Provision({ id: 'y', kind: 'section', text });
    hashes.push(new Provision({ id: 'x', kind: 'section', children: [inner] }).hash);
    expect(new Set(hashes).size).toBe(4);
  });

  it('is another when the children stand in another order', () => {
    const children = ['one', 'two'].map((id) => new Provision({ id, kind: 'item', text: Text.of(id) }));
    const parent = new Provision({ id: 'x', kind: 'list', children });
    expect(parent.with({ children: [...children].reverse() }).hash).not.toBe(parent.hash);
  });

  it('is equal after an edit exactly when the text reads as before', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        const same = JSON.stringify(saying(before.root)) === JSON.stringify(saying(after.root));
        expect(before.hash === after.hash).toBe(same);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

describe('a provision', () => {
  it('is as high as its longest way down', () => {
    const leaf = new Provision({ id: 'leaf', kind: 'item' });
    const clause = new Provision({ id: 'clause', kind: 'clause', children: [leaf] });
    expect([leaf, clause].map((each) => each.height)).toEqual([1, 2]);
    expect(new Provision({ id: 'top', kind: 'section', children: [leaf.with({ id: 'other' }), clause] }).height).toBe(
      3,
    );
  });

  it('is read before its children, and they in their order', () => {
    const item = (id: string, ...children: readonly Provision[]): Provision =>
      new Provision({ id, kind: 'item', children });
    const tree = item('1', item('1.1', item('1.1.1')), item('1.2'));
    expect([...provisionsUnder(tree)].map(({ id }) => id)).toEqual(['1', '1.1', '1.1.1', '1.2']);
  });
});
