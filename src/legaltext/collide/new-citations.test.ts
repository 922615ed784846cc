import { describe, expect, it } from 'vitest';
import { BSC, REC } from '../house-styles/index.ts';
import type { Instrument } from '../instrument.ts';
import { byId, type Operation } from '../operation.ts';
import type { Provision } from '../provision.ts';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import { collide } from './collide.ts';
import { createCollisionIndex } from './collision-index.ts';
import { readKnowledge } from './read-knowledge.ts';
import { change, fresh, putIn, renumber, repeal, strike, told } from './testing/changes.ts';

describe('new words that cite what only another change would bring', () => {
  const code = version(
    provision(
      '2',
      'Duties',
      provision('2.1', 'Every Supplier shall:', provision('(a)', 'read; and'), provision('(b)', 'keep.')),
      provision('2.2', 'The charge is fixed.'),
      provision('2.3', 'As paragraph 2.1 says.'),
    ),
  );
  const options = { knowledge: readKnowledge(code, BSC) };
  const sayings = (...instruments: readonly Instrument[]): string[] => told(collide(instruments, code, options));
  const cite = (words: string, ...more: readonly Operation[]): Instrument =>
    change('R0044', [strike('2/2.2', 'fixed', words), ...more]);
  const bring = (id: string, after: string, brought: Provision): Instrument =>
    change(id, [putIn('after', after, brought)]);

  it('depend on that change, whichever is told first', () => {
    const [one, other] = [cite('as determined under paragraph 2.3A'), bring('R0051', '2/2.3', fresh('n', '2.3A'))];
    const depends =
      'reference (meaning) at 2.3A: R0044 cites ‘paragraph 2.3A’ in 2.2, which only R0051 would bring; without R0051, the citation leads nowhere.';
    expect(sayings(one, other)).toEqual([depends]);
    expect(sayings(other, one)).toEqual([depends]);
  });

  it('depend on it too where it is under a provision that is there, or goes with one that is not', () => {
    expect(sayings(cite('as paragraph 2.1(c) says'), bring('R0051', '2/2.1/(b)', fresh('n', '(c)', 'pay.')))).toEqual([
      'reference (meaning) at 2.1(c): R0044 cites ‘paragraph 2.1(c)’ in 2.2, which only R0051 would bring; without R0051, the citation leads nowhere.',
    ]);
    const whole = fresh('n', '2.3A', 'Pay:').with({ children: [fresh('n-a', '(a)', 'now.')] });
    expect(sayings(cite('as paragraph 2.3A(a) says'), bring('R0051', '2/2.3', whole))).toEqual([
      'reference (meaning) at 2.3A(a): R0044 cites ‘paragraph 2.3A(a)’ in 2.2, which only R0051 would bring; without R0051, the citation leads nowhere.',
    ]);
  });

  it('depend on it where they say only what is near', () => {
    const one = change('R0044', [strike('2/2.1/(a)', 'read', 'read as sub-paragraph (c) says')]);
    expect(sayings(one, bring('R0051', '2/2.1/(b)', fresh('n', '(c)', 'pay.')))).toEqual([
      'reference (meaning) at 2.1(c): R0044 cites ‘sub-paragraph (c)’ in 2.1(a), which only R0051 would bring; without R0051, the citation leads nowhere.',
    ]);
  });

  it('depend on it where it gives the number to a provision that is there', () => {
    expect(sayings(cite('as paragraph 2.9 says'), change('R0051', [renumber('2/2.3', '2.9')]))).toEqual([
      'reference (meaning) at 2.3: R0044 cites ‘paragraph 2.9’ in 2.2, a number which only R0051 would give; without R0051, the citation leads nowhere.',
    ]);
  });

  it('depend on each of two changes that would bring it', () => {
    const found = sayings(
      cite('as paragraph 2.3A says'),
      bring('R0051', '2/2.3', fresh('n', '2.3A')),
      bring('R0052', '2/2.2', fresh('m', '2.3A')),
    );
    expect(found.filter((each) => each.startsWith('reference'))).toHaveLength(2);
  });

  it('do not depend on a change that brings something else of that number, or on any where they bring it themselves', () => {
    expect(sayings(cite('as paragraph 2.2(c) says'), bring('R0051', '2/2.1/(b)', fresh('n', '(c)')))).toEqual([]);
    expect(sayings(cite('as paragraph 2.3A of the REC says'), bring('R0051', '2/2.3', fresh('n', '2.3A')))).toEqual([]);
    const itself = cite('as paragraph 2.3A says', putIn('after', '2/2.3', fresh('m', '2.3A')));
    const found = sayings(itself, bring('R0051', '2/2.3', fresh('n', '2.3A')));
    expect(found.map((each) => each.split(' ')[0])).toEqual(['slot']);
  });

  it('are looked at in the Schedule that they name, and in that where they stand', () => {
    const schedule = (number: string, ...under: readonly Provision[]): Provision =>
      provision(number, '', ...under).with({ kind: 'schedule' });
    const retail = version(
      schedule('Schedule 5', provision('1', 'Meters.'), provision('2', 'Data.')),
      schedule('Schedule 6', provision('1', 'Charges.')),
    );
    const known = { knowledge: readKnowledge(retail, REC) };
    const added = change('R0051', [putIn('after', 'Schedule 6', schedule('Schedule 31', fresh('n', '1', 'Green.')))]);
    const one = change('R0044', [strike('Schedule 5/2', 'Data', 'Data, by Paragraph 1 of Schedule 31')]);
    expect(told(collide([one, added], retail, known))).toEqual([
      'reference (meaning) at Schedule 31, 1: R0044 cites ‘Paragraph 1 of Schedule 31’ in Schedule 5, 2, which only R0051 would bring; without R0051, the citation leads nowhere.',
    ]);
    const third = change('R0051', [putIn('after', 'Schedule 6/1', fresh('n', '3', 'Fees.'))]);
    const local = change('R0044', [strike('Schedule 5/2', 'Data', 'Data, by Paragraph 3')]);
    expect(collide([local, third], retail, known)).toEqual([]);
  });

  it('depend on it by their marks, where references are marked', () => {
    const target = { kind: 'reference', start: 3, end: 17, attributes: { href: '#sec_2.3A' } } as const;
    const one = change('R0044', [
      {
        kind: 'insert',
        slot: { at: 'last', target: byId('2') },
        provisions: [fresh('m', '2.4').with({ text: Text.of('As paragraph 2.3A says.', [target]) })],
      },
    ]);
    const brought = fresh('n', '2.3A').with({ attributes: { eId: 'sec_2.3A' } });
    expect(told(collide([one, bring('R0051', '2/2.2', brought)], code))).toEqual([
      'reference (meaning) at 2.3A: R0044 cites ‘paragraph 2.3A’ in 2.4, which only R0051 would bring; without R0051, the citation leads nowhere.',
    ]);
  });

  it('are no longer told of when either changes its mind', () => {
    const index = createCollisionIndex(code, options);
    index.put(cite('as paragraph 2.3A says'));
    expect(index.collisions()).toEqual([]);
    index.put(bring('R0051', '2/2.3', fresh('n', '2.3A')));
    expect(index.collisionsOf('R0044')).toHaveLength(1);
    index.put(bring('R0051', '2/2.3', fresh('n', '2.3B')));
    expect(index.collisions()).toEqual([]);
    index.put(cite('as paragraph 2.3B says'));
    expect(index.collisionsOf('R0051')).toHaveLength(1);
    index.remove('R0051');
    expect(index.collisions()).toEqual([]);
  });

  it('are told of too where the other change renumbers or repeals what they cite', () => {
    expect(sayings(cite('as paragraph 2.3 says'), change('R0051', [renumber('2/2.3', '2.9')]))).toEqual([
      'renumber (meaning) at 2.3: R0051 renumbers 2.3, which is referred to by the words that R0044 puts in 2.2.',
    ]);
    expect(sayings(cite('as paragraph 2.3 says'), change('R0051', [repeal('2/2.3')]))).toEqual([
      'reference (meaning) at 2.3: R0051 takes away 2.3, which is referred to by the words that R0044 puts in 2.2.',
    ]);
  });
});
