import { describe, expect, it } from 'vitest';
import type { Instrument, TextView } from '../instrument.ts';
import { byId, byNumbers, type Operation } from '../operation.ts';
import { Provision } from '../provision.ts';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import { collide } from './collide.ts';
import { change, fresh, on, putIn, renumber, repeal, strike, told } from './testing/changes.ts';
import { collisionsOf } from './testing/small-text.ts';

describe('two changes', () => {
  it('that reword the same words clash', () => {
    const one = change('R0044', [strike('2/2.3', 'half-hourly')]);
    const other = change('R0051', [strike('2/2.3', 'half-hourly and', 'daily, and are')]);
    expect(collisionsOf([one, other])).toEqual([
      'words (clash) at 2.3: R0044 strikes ‘half-hourly’ in 2.3, and R0051 puts ‘daily, and are’ for ‘half-hourly and’ there; they cannot both be made as drafted.',
    ]);
  });

  it('that make the same rewording are told so: it can only be made once', () => {
    const alike = ['R0044', 'R0051'].map((id) => change(id, [strike('2/2.3', 'half-hourly', 'daily')]));
    expect(collisionsOf(alike)).toEqual([
      'words (clash) at 2.3: R0044 and R0051 make the same change to the words of 2.3 (each puts ‘daily’ for ‘half-hourly’); it can only be made once, so one of them must leave it out.',
    ]);
  });

  it('that put in the same words at one place clash, for they would stand there twice', () => {
    const alike = ['R0044', 'R0051'].map((id) => change(id, [strike('2/2.4', 'kept', 'kept for ever')]));
    expect(collisionsOf(alike)).toEqual([
      'words (clash) at 2.4: R0044 and R0051 make the same change to the words of 2.4 (each puts ‘kept for ever’ for ‘kept’); it can only be made once, so one of them must leave it out.',
    ]);
  });

  it('that give a provision the same heading are only told so: it can be given twice', () => {
    const alike = ['R0044', 'R0051'].map((id) =>
      change(id, [{ kind: 'set-heading', target: byId('2/2.4'), heading: Text.of('Storage') }]),
    );
    expect(collisionsOf(alike)).toEqual([
      'words (notice) at 2.4: R0044 and R0051 make the same change to the words of 2.4; one of them can leave it out.',
    ]);
  });

  it('of which one makes a sub-paragraph of the words as it finds them, and the other rewords them, do not clash', () => {
    const designate = (view: TextView): readonly Operation[] => {
      const { words } = view.find('2/2.4')?.text ?? Text.EMPTY;
      const selection = { by: 'span', part: 'text', start: 0, end: words.length } as const;
      return [
        putIn('first', '2/2.4', fresh('n1', '(a)', words)),
        { kind: 'substitute', target: byId('2/2.4'), selection, replacement: Text.EMPTY },
      ];
    };
    const reword = (view: TextView): readonly Operation[] => [
      strike(view.find('n1') === undefined ? '2/2.4' : 'n1', 'kept', 'stored'),
    ];
    const workedOut = (id: string, operations: (view: TextView) => readonly Operation[]): Instrument =>
      change(id, [], { parts: [{ commencement: { kind: 'unknown' }, operations }] });
    expect(collisionsOf([workedOut('R0044', designate), workedOut('R0051', reword)])).toEqual([
      'words (notice) at 2.4: R0044 strikes ‘Each reading is kept.’ in 2.4, and R0051 puts ‘stored’ for ‘kept’ there; both can be made, and the text is the same in either order.',
    ]);
  });

  it('that reword different words of one provision only touch', () => {
    const one = change('R0044', [strike('2/2.3', 'half-hourly', 'daily')]);
    const other = change('R0051', [strike('2/2.3', 'validated', 'checked')]);
    expect(collisionsOf([one, other])).toEqual([
      'touch (notice) at 2.3: R0044 and R0051 both change 2.3, in ways that do not disturb each other.',
    ]);
  });

  it('of which one repeals what holds the words of the other clash', () => {
    const one = change('R0044', [repeal('Annex A')]);
    const other = change('R0051', [strike('Annex A/1', 'blue', 'green')]);
    expect(collisionsOf([one, other])).toEqual([
      'parent (clash) at Annex A, 1: R0044 repeals Annex A, and R0051 changes Annex A, 1, which stands in it (it puts ‘green’ for ‘blue’); they cannot both be made as drafted.',
    ]);
  });

  it('of which one moves what the other amends are told, and nothing is lost', () => {
    const one = change('R0044', [
      { kind: 'move', target: byId('2/2.4'), slot: { at: 'last', target: byId('Annex A') } },
    ]);
    const other = change('R0051', [strike('2/2.4', 'kept', 'stored')]);
    expect(collisionsOf([one, other])).toEqual([
      'parent (notice) at 2.4: R0044 moves 2.4, and R0051 changes the same provision (it puts ‘stored’ for ‘kept’); the text is the same in either order.',
    ]);
  });

  it('that bring in the same number clash', () => {
    const one = change('R0044', [putIn('after', '2/2.3', fresh('n1', '2.3A'))]);
    const other = change('R0051', [putIn('before', '2/2.4', fresh('n2', '2.3A', 'Other.'))]);
    expect(collisionsOf([one, other])).toEqual([
      'slot (clash) at paragraph 2: R0044 and R0051 both give the number 2.3A to a provision under paragraph 2; one of them needs another number.',
    ]);
  });

  it('that bring different numbers into one place do not: the numbers say which comes first', () => {
    const one = change('R0044', [putIn('after', '2/2.3', fresh('n1', '2.3A'))]);
    const other = change('R0051', [putIn('after', '2/2.3', fresh('n2', '2.3B'))]);
    expect(collisionsOf([one, other])).toEqual([
      'slot (notice) at paragraph 2: R0044 puts 2.3A into a place under paragraph 2 where R0051 puts 2.3B; their numbers say which should stand first, but as drafted the one made last goes next to its neighbour, so say in it where it stands beside the other.',
    ]);
  });

  it('that bring something into one place from both sides of it stand in one order', () => {
    const one = change('R0044', [putIn('after', '2/2.3', fresh('n1', '2.3A'))]);
    const other = change('R0051', [putIn('before', '2/2.4', fresh('n2', '2.3B'))]);
    expect(collisionsOf([one, other])).toEqual([
      'slot (notice) at paragraph 2: R0044 puts 2.3A into a place under paragraph 2 where R0051 puts 2.3B; their neighbours say which stands first.',
    ]);
  });

  it('that bring words without numbers into one place stand in the order in which they are made', () => {
    const passage = (id: string) => new Provision({ id, kind: 'passage', text: Text.of(`Words of ${id}.`) });
    const one = change('R0044', [putIn('after', '2/2.3', passage('n1'))]);
    const other = change('R0051', [putIn('after', '2/2.3', passage('n2'))]);
    expect(collisionsOf([one, other])).toEqual([
      'slot (order) at paragraph 2: R0044 puts a passage ‘Words of n1.’ into a place under paragraph 2 where R0051 puts a passage ‘Words of n2.’; which of them stands first depends on which is made first.',
    ]);
  });

  it('that move one provision to either side of another that read alike clash, where one tells them apart', () => {
    const row = (id: string) => new Provision({ id, kind: 'row' });
    const table = version(new Provision({ id: 'table', kind: 'table', children: [row('a'), row('b'), row('c')] }));
    const moved = (at: 'before' | 'after'): Operation => ({
      kind: 'move',
      target: byId('table/c'),
      slot: { at, target: byId('table/a') },
    });
    const heading: Operation = { kind: 'set-heading', target: byId('table/a'), heading: Text.of('Charges') };
    const severities = (...more: readonly Operation[]) =>
      collide([change('R0044', [moved('after')]), change('R0051', [moved('before'), ...more])], table).map(
        ({ severity }) => severity,
      );
    expect(severities(heading)).toContain('order');
    expect(severities()).toEqual(['notice']);
  });

  it('of which one names what it amends under a number that it gives itself are told when the other comes between', () => {
    const text = version(
      provision(
        '1',
        'Meters',
        new Provision({ id: 'list', kind: 'list', children: [provision('(a)', 'half-hourly')] }),
      ),
    );
    const one = change('R0044', [
      renumber('1', '2'),
      { kind: 'set-heading', target: byNumbers('2', '(a)'), heading: Text.of('Data') },
    ]);
    const other = change('R0051', [renumber('1/list', '9')]);
    expect(collide([one, other], text).map(({ severity }) => severity)).toEqual(['order']);
  });

  it('of which one names what it brings through a provision without a number are told when the other numbers that', () => {
    const text = version(provision('3', 'Keys', new Provision({ id: 'list', kind: 'list' })));
    const one = change('R0044', [
      putIn('last', '3/list', fresh('n1', '(a)')),
      { kind: 'set-heading', target: byNumbers('3', '(a)'), heading: Text.of('Data') },
    ]);
    const other = change('R0051', [renumber('3/list', '9')]);
    expect(told(collide([one, other], text))).toEqual([
      'renumber (order) at the list in paragraph 3: R0051 renumbers the list in paragraph 3, and R0044 names what it amends (3(a)) by the numbers as they were; it must be made first, or name the new number.',
    ]);
  });

  it('of which one names what stands beside what it brings are told when the other takes away the number between', () => {
    const text = version(provision('3', 'Keys', provision('(a)', 'Kept.'), provision('9', 'Lost keys')));
    const one = change('R0044', [
      putIn('last', '3/9', fresh('n1', '(a)')),
      { kind: 'set-heading', target: byNumbers('3', '(a)'), heading: Text.of('Data') },
    ]);
    const other = change('R0051', [renumber('3/9', '')]);
    expect(told(collide([one, other], text))).toEqual([
      'renumber (order) at 3(9): R0051 renumbers 3(9), and R0044 names what it amends (3(a)) by the numbers as they were; it must be made first, or name the new number.',
    ]);
  });

  it('that renumber one provision differently clash', () => {
    const one = change('R0044', [renumber('2/2.4', '2.5')]);
    const other = change('R0051', [renumber('2/2.4', '2.6')]);
    expect(collisionsOf([one, other])).toEqual([
      'renumber (clash) at 2.4: R0044 renumbers it 2.5 and R0051 renumbers it 2.6: both renumber 2.4, and it can have one number only.',
    ]);
  });

  it('of which one renumbers what the other names by its number have an order', () => {
    const one = change('R0044', [renumber('2/2.4', '2.5')]);
    const other = change('R0051', [{ kind: 'set-heading', target: byNumbers('2.4'), heading: Text.of('Storage') }]);
    expect(collisionsOf([one, other])).toEqual([
      'renumber (order) at 2.4: R0044 renumbers 2.4, and R0051 names what it amends (2.4) by the numbers as they were; it must be made first, or name the new number.',
    ]);
  });

  it('of which one brings the words that the other strikes are nested', () => {
    const one = change('R0044', [strike('2/2.4', 'kept', 'kept for seven years')]);
    const other = change('R0051', [strike('2/2.4', 'seven years', 'ten years')]);
    expect(collisionsOf([one, other])).toEqual([
      'nested (order) at 2.4: R0051 amends words of 2.4 (‘seven years’) that stand there only once R0044 is made; it can only be made after it, and not at all if R0044 falls.',
    ]);
  });

  it('of which one amends the provision that the other brings are nested', () => {
    const one = change('R0044', [putIn('after', '2/2.3', fresh('n1', '2.3A'))]);
    const other = change('R0051', [{ kind: 'set-heading', target: byNumbers('2.3A'), heading: Text.of('New') }]);
    expect(collisionsOf([one, other])).toEqual([
      'nested (order) at 2.3A: R0051 changes 2.3A as it will be only once R0044 is made; it can only be made after it, and not at all if R0044 falls.',
    ]);
  });

  it('of which one multiplies the words that the other strikes wherever they stand depend on the order', () => {
    const one = change('R0044', [strike('2/2.4', 'kept', 'kept half-hourly')]);
    const all: Operation = {
      kind: 'substitute',
      target: byId('2'),
      selection: {
        by: 'quotation',
        words: 'half-hourly',
        occurrence: 'all',
        likeness: 'exact',
        reach: 'subtree',
        parts: ['text'],
      },
      replacement: Text.of('daily'),
    };
    expect(collisionsOf([one, change('R0051', [all])])).toEqual([
      'order (order) at 2.4: R0044 and R0051 both work on 2.4, and what the text is there depends on which is made first.',
    ]);
  });

  it('nested in one another must take effect in that order', () => {
    const one = on('R0044', '2027-06-01', [putIn('after', '2/2.3', fresh('n1', '2.3A'))]);
    const other = on('R0051', '2027-01-01', [strike('n1', 'New', 'Newer')]);
    expect(collisionsOf([one, other]).filter((each) => each.startsWith('order'))).toEqual([
      'order (order) at 2.3A: R0051 works only once R0044 is made, but R0051 takes effect first (2027-01-01; R0044 on 2027-06-01), and the order matters; change one of the dates or draft for the order of effect.',
    ]);
  });

  it('decided in one order and taking effect in the other are told, where the order matters', () => {
    const one = on('R0044', '2027-06-01', [strike('2/2.3', 'half-hourly', 'daily')]);
    const other = on('R0051', '2027-01-01', [strike('2/2.3', 'half-hourly and validated', 'as agreed')]);
    const found = collisionsOf([one, other], { inOrderOfDecision: true });
    expect(found.filter((each) => each.startsWith('order'))).toEqual([
      'order (order) at 2.3: R0044 is decided before R0051, but R0051 takes effect first (2027-01-01; R0044 on 2027-06-01), and the order matters; change one of the dates or draft for the order of effect.',
    ]);
    expect(collisionsOf([other, one], { inOrderOfDecision: true }).filter((each) => each.startsWith('order'))).toEqual(
      [],
    );
  });
});
