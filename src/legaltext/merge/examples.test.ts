import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import { byId, byNumbers, type Operation } from '../operation.ts';
import { Provision } from '../provision.ts';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { merge, type Merge } from './merge.ts';

const after = (base: Version, ...operations: readonly Operation[]): Version => {
  const made = apply(base, operations);
  if (made.kind === 'failed') throw new Error(made.failure.map((each) => each.message).join('\n'));
  return made.value;
};

const words = (id: string, quoted: string, instead: string): Operation => ({
  kind: 'substitute',
  target: byId(id),
  selection: {
    by: 'quotation',
    words: quoted,
    occurrence: 'first',
    likeness: 'exact',
    reach: 'provision',
    parts: ['text'],
  },
  replacement: Text.of(instead),
});

const put = (slot: 'before' | 'after' | 'first' | 'last', beside: string, ...provisions: Provision[]): Operation => ({
  kind: 'insert',
  slot: { at: slot, target: byId(beside) },
  provisions,
});

const move = (id: string, slot: 'before' | 'after' | 'first' | 'last', beside: string): Operation => ({
  kind: 'move',
  target: byId(id),
  slot: { at: slot, target: byId(beside) },
});

const repeal = (id: string): Operation => ({ kind: 'repeal', target: byId(id), stub: null });

const numbersUnder = (made: Merge, id: string): string =>
  (made.version.find(id)?.children ?? []).map((child) => child.number).join(' ');

const textOf = (made: Merge, id: string): string | undefined => made.version.find(id)?.text.words;

const wrote = (base: Version, ours: string, theirs: string): Merge => {
  const reword = (text: string): Version => {
    const target = base.find('2');
    if (target === undefined) throw new Error('There is no provision 2.');
    return after(base, {
      kind: 'substitute',
      target: byId('2'),
      selection: { by: 'span', part: 'text', start: 0, end: target.text.words.length },
      replacement: Text.of(text),
    });
  };
  return merge(base, reword(ours), reword(theirs));
};

const sentence = (text: string): Version => version(provision('1', 'One.'), provision('2', text));

describe('words of one provision', () => {
  const base = sentence('A Supplier shall notify the Code Administrator within ten Working Days of each change.');

  it('merge within one sentence where they are not the same words', () => {
    const made = wrote(
      base,
      'A Supplier must notify the Code Administrator within ten Working Days of each change.',
      'A Supplier shall notify the Code Administrator within five Working Days of each material change.',
    );
    expect(made.collisions).toEqual([]);
    expect(textOf(made, '2')).toBe(
      'A Supplier must notify the Code Administrator within five Working Days of each material change.',
    );
  });

  it('merge where one changes the word right before the words that the other changes', () => {
    const made = wrote(
      base,
      'A Supplier shall notify the Code Administrator within ten Working Days of every change.',
      'A Supplier shall notify the Code Administrator within ten Working Days of each modification.',
    );
    expect(textOf(made, '2')).toContain('of every modification.');
  });

  it('collide where both change the same words, and the words of before stay', () => {
    const made = wrote(
      base,
      'A Supplier shall notify the Code Administrator within five Working Days of each change.',
      'A Supplier shall notify the Code Administrator within twenty Working Days of each new change.',
    );
    expect(textOf(made, '2')).toBe(
      'A Supplier shall notify the Code Administrator within ten Working Days of each new change.',
    );
    expect(made.collisions).toHaveLength(1);
    expect(made.collisions[0]).toMatchObject({
      class: 'words',
      place: { id: '2', part: 'text', start: 54, end: 57 },
      base: 'ten',
      message:
        'In paragraph 2, both changes reword “ten”: one has “five”, the other has “twenty”. The words stay as they were until this is settled.',
    });
  });

  it('collide where both put words in at one point, and neither is put in', () => {
    const made = wrote(base, `${base.find('2')?.text.words ?? ''} So.`, `${base.find('2')?.text.words ?? ''} Not so.`);
    expect(textOf(made, '2')).toBe(base.find('2')?.text.words);
    expect(made.collisions[0]?.message).toContain('put words in at the same point');
  });

  it('collide where both put words around one space, before it and after it', () => {
    const made = wrote(sentence('the Code Administrator'), 'the Code new Administrator', 'the Code old Administrator');
    expect(made.collisions).toHaveLength(1);
    expect(textOf(made, '2')).toBe('the Code Administrator');
  });

  it('do not collide where both make the same change', () => {
    const made = wrote(sentence('ten days and ten nights'), 'five days and ten nights', 'five days and two nights');
    expect(made.collisions).toEqual([]);
    expect(textOf(made, '2')).toBe('five days and two nights');
  });

  it('do not collide where one puts words before an “or” that the other strikes', () => {
    const made = wrote(
      sentence('income, or place of work'),
      'income, record, or place of work',
      'income, place of work',
    );
    expect(made.collisions).toEqual([]);
    expect(textOf(made, '2')).toBe('income, record, place of work');
  });

  it('collide as a whole where one side wrote most of the text anew', () => {
    const made = wrote(
      sentence('The Center shall collect a fee of ten pounds for each licence it issues.'),
      'The Center shall collect a fee of ten pounds for each licence it issues, except where none is due.',
      'Except as said in paragraph 3, the following fees are due for the issue of a licence.',
    );
    expect(made.collisions.map((each) => each.class)).toEqual(['words']);
    expect(textOf(made, '2')).toBe('The Center shall collect a fee of ten pounds for each licence it issues.');
  });

  it('keep what is marked in them marked', () => {
    const text = Text.of('under section 4 within ten days', [
      { kind: 'reference', start: 6, end: 15, attributes: { href: '#s4' } },
    ]);
    const marked = version(provision('2', '').with({ text }));
    const made = merge(
      marked,
      after(marked, words('2', 'under', 'pursuant to')),
      after(marked, words('2', 'ten', '10')),
    );
    expect(made.version.find('2')?.text).toEqual(
      Text.of('pursuant to section 4 within 10 days', [
        { kind: 'reference', start: 12, end: 21, attributes: { href: '#s4' } },
      ]),
    );
  });

  it('collide where both make a reference of the same words, to different provisions', () => {
    const plain = version(provision('2', 'see section 4'));
    const pointing = (href: string): Version =>
      after(plain, {
        kind: 'substitute',
        target: byId('2'),
        selection: { by: 'span', part: 'text', start: 4, end: 13 },
        replacement: Text.of('section 4', [{ kind: 'reference', start: 0, end: 9, attributes: { href } }]),
      });
    const made = merge(plain, pointing('#a'), pointing('#b'));
    expect(made.collisions).toHaveLength(1);
    expect(made.version.hash).toBe(plain.hash);
  });
});

describe('provisions', () => {
  const base = version(
    provision('1', 'One.'),
    provision('2', 'Two:', provision('(a)', 'first;'), provision('(b)', 'second;'), provision('(c)', 'third.')),
    provision('3', 'Three.'),
  );

  it('merge when one side renumbers and moves what the other rewords', () => {
    const made = merge(
      base,
      after(base, { kind: 'renumber', target: byNumbers('2', '(b)'), number: '(d)' }, move('2/(b)', 'after', '2/(c)')),
      after(base, words('2/(b)', 'second', 'the second')),
    );
    expect(made.collisions).toEqual([]);
    expect(numbersUnder(made, '2')).toBe('(a) (c) (d)');
    expect(textOf(made, '2/(b)')).toBe('the second;');
  });

  it('put in at one place stand in the order of their numbers', () => {
    const made = merge(
      base,
      after(base, put('after', '1', provision('1C', 'Ours.'), provision('1E', 'Ours too.'))),
      after(base, put('after', '1', provision('1A', 'Theirs.'), provision('1D', 'Theirs too.'))),
    );
    expect(made.collisions).toEqual([]);
    expect(numbersUnder(made, 'root')).toBe('1 1A 1C 1D 1E 2 3');
  });

  it('collide when both claim one number, at one place or at two', () => {
    for (const beside of ['1', '2']) {
      const made = merge(
        base,
        after(base, put('after', '1', provision('1A', 'Ours.').with({ id: 'ours' }))),
        after(base, put('after', beside, provision('1A', 'Theirs.').with({ id: 'theirs' }))),
      );
      expect(made.collisions.map((each) => each.class)).toEqual(['slot']);
      expect(made.version.hash).toBe(base.hash);
      expect(made.collisions[0]?.message).toBe(
        'Under the whole text, both changes claim the same place or number: one puts in paragraph 1A, the other puts in paragraph 1A. It stays as it was until this is settled.',
      );
    }
  });

  it('collide when one takes a number by renumbering that the other gives to a new provision', () => {
    const made = merge(
      base,
      after(base, { kind: 'renumber', target: byId('2/(c)'), number: '(d)' }),
      after(base, put('last', '2', provision('(d)', 'fourth.').with({ id: 'new' }))),
    );
    expect(made.collisions.map((each) => each.class)).toEqual(['slot']);
    expect(numbersUnder(made, '2')).toBe('(a) (b) (c)');
  });

  it('without numbers collide in one place, and not in two', () => {
    const term = (id: string): Provision => new Provision({ id, kind: 'definition', text: Text.of(`${id} means`) });
    const ours = after(base, put('after', '1', term('Meter')));
    expect(merge(base, ours, after(base, put('after', '1', term('Party')))).collisions).toHaveLength(1);
    const made = merge(base, ours, after(base, put('after', '2', term('Party'))));
    expect(made.collisions).toEqual([]);
    expect(numbersUnder(made, 'root')).toBe('1  2  3');
  });

  it('put in alike by both are one', () => {
    const made = merge(
      base,
      after(base, put('after', '1', provision('1A', 'Both.').with({ id: 'one' }))),
      after(base, put('after', '1', provision('1A', 'Both.').with({ id: 'other' }))),
    );
    expect(made.collisions).toEqual([]);
    expect(made.sameInsertions).toEqual([{ kept: 'one', dropped: 'other' }]);
    expect(numbersUnder(made, 'root')).toBe('1 1A 2 3');
  });

  it('stay whole when one takes them out and the other changes something in them', () => {
    const made = merge(
      base,
      after(base, repeal('2')),
      after(base, words('2/(b)', 'second', 'the second'), put('last', '2', provision('(d)', 'fourth.'))),
    );
    expect(made.version.hash).toBe(base.hash);
    expect(made.collisions.map(({ class: collisionClass, place }) => [collisionClass, place.id])).toEqual([
      ['parent', '2'],
    ]);
    expect(made.collisions[0]?.ours).toEqual([{ kind: 'repeal', id: '2' }]);
    expect(made.collisions[0]?.theirs.map((each) => each.kind)).toEqual(['insert', 'text']);
  });

  it('stay when one replaces what the other changes, and the replacement is left out and named', () => {
    const made = merge(
      base,
      after(base, {
        kind: 'replace',
        target: byId('3'),
        provisions: [provision('3', 'Other.').with({ id: 'new' })],
        children: 'replaced',
      }),
      after(base, words('3', 'Three', 'Thrice')),
    );
    expect(made.version.hash).toBe(base.hash);
    expect(made.collisions).toHaveLength(1);
    expect(made.collisions[0]?.ours.map((each) => each.kind)).toEqual(['repeal', 'insert']);
  });

  it('stay with their words when one repeals them to a stub and the other changes something in them', () => {
    const made = merge(
      base,
      after(base, { kind: 'repeal', target: byId('2'), stub: { text: Text.of('Repealed.') } }),
      after(base, words('2/(a)', 'first', 'the first')),
    );
    expect(made.version.hash).toBe(base.hash);
    expect(made.collisions).not.toEqual([]);
  });

  it('stay with their words when one repeals them to a stub and the other replaces what stood in them', () => {
    const made = merge(
      base,
      after(base, { kind: 'repeal', target: byId('2'), stub: { text: Text.of('Repealed.') } }),
      after(
        base,
        ...['(a)', '(b)', '(c)'].map((number): Operation => repeal(`2/${number}`)),
        put('first', '2', provision('(i)', 'anew.')),
      ),
    );
    expect(made.version.hash).toBe(base.hash);
    expect(made.collisions.map((each) => each.class)).toEqual(['parent']);
  });

  it('stay where they were when both move them, to different places', () => {
    const made = merge(base, after(base, move('3', 'first', '1')), after(base, move('3', 'last', '2')));
    expect(made.version.hash).toBe(base.hash);
    expect(made.collisions[0]).toMatchObject({ class: 'slot', place: { id: '3', part: 'whole' } });
  });

  it('stay where they were when each side moves one into the other', () => {
    const made = merge(base, after(base, move('1', 'last', '3')), after(base, move('3', 'last', '1')));
    expect(made.version.hash).toBe(base.hash);
    expect(made.collisions.map((each) => each.class)).toEqual(['parent']);
  });

  it('collide when both renumber one, and not alike', () => {
    const renumber = (number: string): Version => after(base, { kind: 'renumber', target: byId('3'), number });
    const made = merge(base, renumber('4'), renumber('5'));
    expect(made.collisions.map((each) => each.message)).toEqual([
      'Both changes say what paragraph 3 is called: one gives it the number 4, the other gives it the number 5. It keeps “3” until this is settled.',
    ]);
    expect(merge(base, renumber('4'), renumber('4')).collisions).toEqual([]);
  });

  it('nested too deep by two moves go back to where they were', () => {
    const chain = (name: string, levels: number): Provision => {
      let at = provision(`${name}0`, 'End.');
      for (let level = 1; level < levels; level += 1) at = provision(`${name}${String(level)}`, '', at);
      return at;
    };
    const deep = version(chain('a', 240), chain('b', 240), chain('c', 240)).root;
    const flat = (at: Provision): Provision =>
      at.with({ id: at.number === '' ? 'root' : at.number, children: at.children.map(flat) });
    const start = version(...flat(deep).children);
    const find = (number: string): string => [...start.index.numbered(number)][0] ?? '';
    const made = merge(
      start,
      after(start, move(find('b239'), 'last', find('a0'))),
      after(start, move(find('c239'), 'last', find('b0'))),
    );
    expect(made.version.hash).toBe(start.hash);
    expect(made.collisions.map((each) => each.class)).toEqual(['parent']);
  });
});
