import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import { Provision } from '../provision.ts';
import { acceptAll, rejectAll } from '../redline/accept-and-reject.ts';
import { redline } from '../redline/redline.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { derive } from './derive.ts';

const leaf = (id: string, words: string, number = ''): Provision =>
  new Provision({ id, kind: 'paragraph', number, text: Text.of(words) });

function code(...children: readonly Provision[]): Version {
  const made = Version.of(new Provision({ id: 'root', kind: 'code', children }));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

function chain(height: number, idOf: (level: number) => string): Provision {
  let made = leaf(idOf(height), `the words of ${idOf(height)}`);
  for (let level = height - 1; level > 0; level -= 1)
    made = new Provision({
      id: idOf(level),
      kind: 'paragraph',
      text: Text.of(`the words of ${idOf(level)}`),
      children: [made],
    });
  return made;
}

const SIBLINGS = 1200;
const many = (make: (index: number) => Provision): readonly Provision[] =>
  Array.from({ length: SIBLINGS }, (_, index) => make(index));
/** Words that look random, a few of them shared by all. */
const noise = (seed: number): string =>
  Array.from({ length: 12 }, (_, index) => `the w${(Math.imul(seed + 1, 2654435761 + index * 97) >>> 0) % 5000}`).join(
    ' ',
  );

const HOSTILE: Readonly<Record<string, readonly [Version, Version]>> = {
  'siblings that are all alike, one more of them': [
    code(...many((index) => leaf(`a${index}`, 'Reserved.'))),
    code(...many((index) => leaf(`b${index}`, 'Reserved.')), leaf('more', 'Reserved.')),
  ],
  'siblings that are all alike, and all reworded': [
    code(...many((index) => leaf(`a${index}`, 'This provision is reserved for later use.'))),
    code(...many((index) => leaf(`b${index}`, 'This provision is not reserved for any use.'))),
  ],
  'siblings that have nothing to do with each other': [
    code(...many((index) => leaf(`a${index}`, noise(index)))),
    code(...many((index) => leaf(`b${index}`, noise(index + SIBLINGS)))),
  ],
  'siblings the other way round': [
    code(...many((index) => leaf(`a${index}`, noise(index)))),
    code(...many((index) => leaf(`b${index}`, noise(SIBLINGS - 1 - index)))),
  ],
  'siblings of which each has another number': [
    code(...many((index) => leaf(`a${index}`, noise(index), `(${index})`))),
    code(leaf('new', 'This is new.', '(0)'), ...many((index) => leaf(`b${index}`, noise(index), `(${index + 1})`))),
  ],
  'as many levels as there can be, put inside out': [
    code(chain(499, (level) => `a${level}`)),
    code(chain(499, (level) => `a${500 - level}`)),
  ],
  'half as many, which can be told from one another on the way': [
    code(chain(240, (level) => `a${level}`)),
    code(chain(240, (level) => `a${241 - level}`)),
  ],
  'one line of a megabyte': [
    code(leaf('a', 'meter point '.repeat(90_000))),
    code(leaf('a', 'point meter '.repeat(90_000))),
  ],
};

describe('deriving and redlining hostile texts', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, [before, after]) => {
    for (const identity of ['judged', 'permanent', 'unrelated'] as const) {
      const made = apply(before, derive(before, after, identity));
      expect(made.kind === 'ok' ? made.value.hash : made.failure[0]).toBe(after.hash);
      const found = redline(before, after, identity);
      expect([acceptAll(found).hash, rejectAll(found).hash]).toEqual([after.hash, before.hash]);
    }
  });
});
