import { describe, expect, it } from 'vitest';
import { BSC, REC } from '../house-styles/index.ts';
import type { Instrument } from '../instrument.ts';
import { byId, type Operation } from '../operation.ts';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { collide } from './collide.ts';
import { createCollisionIndex, type CollideOptions } from './collision-index.ts';
import { readKnowledge } from './read-knowledge.ts';
import { change, fresh, putIn, renumber, repeal, strike, told } from './testing/changes.ts';

const collisionsOf = (instruments: readonly Instrument[], options: CollideOptions, text: Version): string[] =>
  told(collide(instruments, text, options));

describe('what words mean', () => {
  const code = version(
    provision(
      '1',
      'Meaning',
      provision('1.1', '“Advanced Meter” means a meter that sends readings.'),
      provision('1.2', 'Each Supplier shall install an Advanced Meter.'),
    ),
    provision('2', 'Duties', provision('2.1', 'As paragraph 2.2 says.'), provision('2.2', 'Keep it.')),
  );
  const options = { knowledge: readKnowledge(code, BSC) };

  it('changes where its definition does, in existing text and in the words of another change', () => {
    const one = change('R0044', [strike('1/1.1', 'sends readings', 'sends daily readings')]);
    const other = change('R0051', [strike('2/2.2', 'it', 'the Advanced Meter')]);
    expect(collisionsOf([one, other], options, code)).toEqual([
      'term (meaning) at 1.1: R0044 changes the definition of ‘Advanced Meter’, which existing text uses in 1.2.',
      'term (meaning) at 1.1: R0044 changes the definition of ‘Advanced Meter’, a term used by the words that R0051 puts in 2.2.',
    ]);
  });

  it('is not said to change for text that the change itself rewords', () => {
    const one = change('R0044', [
      strike('1/1.1', 'sends readings', 'sends daily readings'),
      strike('1/1.2', 'an Advanced Meter', 'one'),
    ]);
    expect(collisionsOf([one], options, code)).toEqual([]);
  });

  it('is lost where what they refer to is taken away', () => {
    const one = change('R0044', [repeal('2/2.2')]);
    const other = change('R0051', [strike('1/1.2', 'install', 'install, as paragraph 2.2 says,')]);
    expect(collisionsOf([one, other], options, code)).toEqual([
      'reference (meaning) at 2.2: R0044 takes away 2.2, which existing text refers to in 2.1.',
      'reference (meaning) at 2.2: R0044 takes away 2.2, which is referred to by the words that R0051 puts in 1.2.',
    ]);
  });

  it('goes astray where what they refer to is renumbered', () => {
    expect(collisionsOf([change('R0044', [renumber('2/2.2', '2.3')])], options, code)).toEqual([
      'renumber (meaning) at 2.2: R0044 renumbers 2.2, which existing text refers to in 2.1.',
    ]);
  });

  describe('whose reference keeps its number and loses its provision', () => {
    const lettered = version(
      provision(
        '2',
        'Keeping',
        provision(
          '2.1',
          'Every Supplier shall:',
          provision('(a)', 'light each lantern; and'),
          provision('(b)', 'trim each wick.'),
        ),
        provision('2.2', 'Who does not comply with paragraph 2.1(a) shall pay.'),
        provision('2.3', 'Charges are fixed.'),
      ),
    );
    const known = { knowledge: readKnowledge(lettered, BSC) };
    const other = change('R0051', [strike('2/2.3', 'are fixed', 'follow from paragraph 2.1(a)')]);
    const astray = [
      'reference (meaning) at 2.1(a): R0044 takes away 2.1(a) and gives its number to 2.1(b), so that another provision would be meant by existing text that refers to it in 2.2.',
      'reference (meaning) at 2.1(a): R0044 takes away 2.1(a) and gives its number to 2.1(b), so that another provision would be meant by the words that R0051 puts in 2.3.',
    ];

    it('is told of, where what is next moves up', () => {
      const one = change('R0044', [repeal('2/2.1/(a)'), renumber('2/2.1/(b)', '(a)')]);
      expect(collisionsOf([one, other], known, lettered)).toEqual(astray);
    });

    it('is told of, where all is replaced by new provisions and one says what the next one said', () => {
      const whole = fresh('new', '2.1', 'Every Supplier shall:').with({
        children: [fresh('new-a', '(a)', 'trim each wick.')],
      });
      const one = change('R0044', [
        { kind: 'replace', target: byId('2/2.1'), provisions: [whole], children: 'replaced' },
      ]);
      expect(collisionsOf([one, other], known, lettered)).toEqual(
        astray.map((sentence) => sentence.replace('to 2.1(b)', 'to a new provision')),
      );
    });

    it('is told of, where it is renumbered and something new has its number', () => {
      const one = change('R0044', [
        renumber('2/2.1/(b)', '(c)'),
        renumber('2/2.1/(a)', '(b)'),
        putIn('first', '2/2.1', fresh('new-a', '(a)', 'buy oil;')),
      ]);
      expect(collisionsOf([one], known, lettered)).toEqual([
        'renumber (meaning) at 2.1(a): R0044 renumbers 2.1(a) and gives its number to a new provision, so that another provision would be meant by existing text that refers to it in 2.2.',
      ]);
    });

    it('is not told of, where the provision of that number is worded anew', () => {
      const one = change('R0044', [
        {
          kind: 'replace',
          target: byId('2/2.1/(a)'),
          provisions: [fresh('new-a', '(a)', 'light each lamp; and')],
          children: 'replaced',
        },
      ]);
      expect(collisionsOf([one, other], known, lettered)).toEqual([]);
    });
  });

  it('changes in other codes too, where they lean on this one', () => {
    const other = version(
      provision(
        '7',
        '“Advanced Meter” has the meaning given in the BSC.',
        provision('7.1', 'Read the Advanced Meter.'),
      ),
      provision('8', 'This applies as set out in paragraph 2.2 of the Balancing and Settlement Code.'),
    );
    const leaning = { document: 'REC', names: ['REC'], version: other, style: REC };
    const knowledge = readKnowledge(code, BSC, { names: ['Balancing and Settlement Code'], others: [leaning] });
    const one = change('R0044', [strike('1/1.1', 'sends readings', 'sends daily readings'), repeal('2/2.2')]);
    expect(collide([one], code, { knowledge }).map(({ sentence }) => sentence)).toEqual([
      'R0044 changes the definition of ‘Advanced Meter’, which existing text uses in 1.2, REC 7.1.',
      'R0044 takes away 2.2, which existing text refers to in 2.1, REC paragraph 8.',
    ]);
  });

  describe('is nothing, where only another change defines it', () => {
    const define = (id: string, term: string, ...more: readonly Operation[]): Instrument =>
      change(id, [
        putIn('after', '1/1.1', fresh(`${id}-definition`, '1.1A', `“${term}” means one that is sent.`)),
        ...more,
      ]);
    const sayings = (...instruments: readonly Instrument[]): string[] => collisionsOf(instruments, options, code);
    const use = (words: string): Instrument => change('R0051', [strike('2/2.2', 'it', words)]);
    const depends =
      'term (meaning) at 1.1A: R0051 uses the term ‘Smart Reading’ in 2.2, which R0044 would define and the current text does not; without R0044, it has no meaning there.';

    it('and that is told, whichever comes first', () => {
      const other = use('each Smart Reading');
      expect(sayings(define('R0044', 'Smart Reading'), other)).toEqual([depends]);
      expect(sayings(other, define('R0044', 'Smart Reading'))).toEqual([depends]);
    });

    it('and is found in the plural, and where only a part of the term is new', () => {
      expect(sayings(define('R0044', 'Smart Reading'), use('all Smart Readings'))).toEqual([depends]);
      const first = version(
        provision('1', 'Meaning', provision('1.1', 'Nothing.')),
        provision('2', 'Duties', provision('2.1', 'None.'), provision('2.2', 'Keep each Smart it.')),
      );
      const known = { knowledge: readKnowledge(first, BSC) };
      const other = change('R0051', [strike('2/2.2', 'it', 'Reading')]);
      expect(collisionsOf([define('R0044', 'Smart Reading'), other], known, first)).toEqual([depends]);
    });

    it('and is said of each such term by itself', () => {
      const both = change('R0044', [
        putIn('after', '1/1.1', fresh('n1', '1.1A', '“Smart Reading” means one sent, and “Hub” means where to.')),
      ]);
      expect(sayings(both, use('each Smart Reading at the Hub'))).toHaveLength(2);
    });

    it('and nothing is said when it is written otherwise, is a part of a known term, or is defined by both', () => {
      expect(sayings(define('R0044', 'Smart Reading'), use('each smart reading'))).toEqual([]);
      expect(sayings(define('R0044', 'Advanced'), use('each Advanced Meter'))).toEqual([]);
      const twice = sayings(
        define('R0044', 'Smart Reading'),
        define('R0051', 'Smart Reading', strike('2/2.2', 'it', 'each Smart Reading')),
      );
      expect(twice.filter((each) => each.includes('no meaning'))).toEqual([]);
    });

    it('and is found by marks, where uses are marked', () => {
      const marked = (kind: 'definition' | 'term', words: string): Text =>
        Text.of(words, [{ kind, start: 0, end: 'Smart Reading'.length, attributes: {} }]);
      const one = change('R0044', [
        putIn(
          'after',
          '1/1.1',
          fresh('n1', '1.1A').with({ text: marked('definition', 'Smart Reading means one sent.') }),
        ),
      ]);
      const other = change('R0051', [
        putIn('after', '2/2.2', fresh('n2', '2.2A').with({ text: marked('term', 'Smart Reading is kept.') })),
      ]);
      expect(collisionsOf([one, other], {}, code)).toEqual([depends.replace('2.2,', '2.2A,')]);
    });

    it('and is no longer told when the definition is withdrawn', () => {
      const index = createCollisionIndex(code, options);
      index.put(use('each Smart Reading'));
      index.put(define('R0044', 'Smart Reading'));
      expect(index.collisionsOf('R0051')).toHaveLength(1);
      index.put(define('R0044', 'Other Reading'));
      expect(index.collisionsOf('R0051')).toEqual([]);
    });
  });

  it('is unclear where two changes define one term', () => {
    const define = (id: string): Instrument =>
      change(id, [putIn('after', '1/1.1', fresh(`${id}-definition`, '', '“Hub” means a device.'))]);
    expect(collisionsOf([define('R0044'), define('R0051')], options, code)).toContain(
      'term (meaning) at the definition of “Hub” in paragraph 1: R0044 and R0051 both bring in a definition of ‘Hub’ (the definition of “Hub” in paragraph 1; the definition of “Hub” in paragraph 1); the term would be defined twice.',
    );
  });
});
