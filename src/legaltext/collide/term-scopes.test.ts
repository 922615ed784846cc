import { describe, expect, it } from 'vitest';
import { BSC, REC } from '../house-styles/index.ts';
import type { Instrument } from '../instrument.ts';
import type { Provision } from '../provision.ts';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import { collide } from './collide.ts';
import { readKnowledge } from './read-knowledge.ts';
import { change, fresh, putIn, repeal, strike, told } from './testing/changes.ts';

const schedule = (number: string, ...under: readonly Provision[]): Provision =>
  provision(number, '', ...under).with({ kind: 'schedule' });

describe('a definition that a change adds', () => {
  const code = version(
    schedule('Schedule 5', provision('1', 'Meters are read.'), provision('2', 'Data is kept.')),
    schedule('Schedule 6', provision('1', 'Charges are paid.'), provision('2', 'Fees are fixed.')),
  );
  const options = { knowledge: readKnowledge(code, REC) };
  const sayings = (...instruments: readonly Instrument[]): string[] => told(collide(instruments, code, options));
  const define = (id: string, words: string): Instrument =>
    change(id, [putIn('first', 'Schedule 5', fresh(`${id}-hub`, '0', words))]);
  const local = define('R0044', 'In this Schedule, “Hub” means a device.');
  const inside = change('R0051', [strike('Schedule 5/2', 'Data', 'Data of the Hub')]);
  const outside = change('R0051', [strike('Schedule 6/2', 'Fees', 'Fees of the Hub')]);
  const depends = (where: string): string =>
    `term (meaning) at Schedule 5, 0: R0051 uses the term ‘Hub’ in ${where}, which R0044 would define and the current text does not; without R0044, it has no meaning there.`;

  it('holds where it says, and is nothing to words elsewhere', () => {
    expect(sayings(local, inside)).toEqual([depends('Schedule 5, 2')]);
    expect(sayings(local, outside)).toEqual([]);
    expect(sayings(define('R0044', '“Hub” means a device.'), outside)).toEqual([depends('Schedule 6, 2')]);
    expect(sayings(define('R0044', 'For the purposes of this Schedule “Hub” means a device.'), outside)).toEqual([]);
  });

  it('holds for new provisions that another change brings within that', () => {
    const brought = change('R0051', [putIn('last', 'Schedule 5', fresh('n', '3', 'The Hub is locked.'))]);
    expect(sayings(local, brought)).toEqual([depends('Schedule 5, 3')]);
    const elsewhere = change('R0051', [putIn('last', 'Schedule 6', fresh('n', '3', 'The Hub is locked.'))]);
    expect(sayings(local, elsewhere)).toEqual([]);
  });

  it('holds in the new Schedule that it comes with, and nowhere else', () => {
    const whole = schedule('Schedule 7', fresh('d', '1', 'In this Schedule, “Hub” means a device.'));
    const one = change('R0044', [putIn('last', 'root', whole)]);
    expect(sayings(one, inside)).toEqual([]);
  });

  it('is another one than that of another change for another Schedule, and the same for the same', () => {
    const there = change('R0051', [
      putIn('first', 'Schedule 6', fresh('there', '0', 'In this Schedule, “Hub” means a device.')),
    ]);
    expect(sayings(local, there)).toEqual([]);
    const again = change('R0051', [
      putIn('last', 'Schedule 5', fresh('again', '9', 'In this Schedule, “Hub” means a box.')),
    ]);
    expect(sayings(local, again)).toEqual([
      'term (meaning) at Schedule 5, 0: R0044 and R0051 both bring in a definition of ‘Hub’ (Schedule 5, 0; Schedule 5, 9); the term would be defined twice.',
    ]);
  });

  it('does not serve words for which the other change has one of its own, unless that holds only elsewhere', () => {
    const own = change('R0051', [
      strike('Schedule 5/2', 'Data', 'Data of the Hub'),
      putIn('last', 'Schedule 6', fresh('own', '9', 'In this Schedule, “Hub” means a box.')),
    ]);
    expect(sayings(local, own)).toEqual([depends('Schedule 5, 2')]);
  });

  it('is read by its marks in the same way, where the code is read by its marks', () => {
    const mark = (kind: 'definition' | 'term', start: number): Text['marks'][number] => ({
      kind,
      start,
      end: start + 'Hub'.length,
      attributes: {},
    });
    const defined = fresh('d', '0').with({
      text: Text.of('In this Schedule, “Hub” means a device.', [mark('definition', 19)]),
    });
    const used = fresh('u', '9').with({ text: Text.of('Hub is locked.', [mark('term', 0)]) });
    const one = change('R0044', [putIn('first', 'Schedule 5', defined)]);
    const using = (where: string): Instrument => change('R0051', [putIn('last', where, used)]);
    expect(told(collide([one, using('Schedule 5')], code))).toEqual([depends('Schedule 5, 9')]);
    expect(collide([one, using('Schedule 6')], code)).toEqual([]);
  });
});

describe('a definition that a change touches', () => {
  const code = version(
    provision('1', 'Meaning', provision('1.1', '“Hub” means a device.'), provision('1.2', 'The Hub is locked.')),
    provision(
      '2',
      'In this paragraph 2, “Hub” means a place.',
      provision('2.1', 'Each Hub is lit.'),
      provision('2.2', 'It is shut.'),
    ),
  );
  const options = { knowledge: readKnowledge(code, BSC) };
  const sayings = (...instruments: readonly Instrument[]): string[] => told(collide(instruments, code, options));

  it('concerns the words for which it holds, and not those for which another of the same term does', () => {
    expect(sayings(change('R0044', [strike('1/1.1', 'a device', 'a box')]))).toEqual([
      'term (meaning) at 1.1: R0044 changes the definition of ‘Hub’, which existing text uses in 1.2.',
    ]);
    expect(sayings(change('R0044', [strike('2', 'a place', 'a house')]))).toEqual([
      'term (meaning) at paragraph 2: R0044 changes the definition of ‘Hub’, which existing text uses in 2.1.',
    ]);
    const other = change('R0051', [strike('2/2.2', 'It', 'The Hub')]);
    expect(sayings(change('R0044', [strike('1/1.1', 'a device', 'a box')]), other)).toHaveLength(1);
    expect(sayings(change('R0044', [strike('2', 'a place', 'a house')]), other)).toHaveLength(2);
  });

  it('and is put nearer to existing words than the one they had, changes what they mean', () => {
    const one = change('R0044', [
      putIn('after', '2/2.1', fresh('n', '2.1A', 'In this paragraph 2, “Lamp” means a light.')),
    ]);
    expect(sayings(one)).toEqual([]);
    const general = version(
      provision('1', 'Meaning', provision('1.1', '“Hub” means a device.'), provision('1.2', 'The Hub is locked.')),
      provision('2', 'Places', provision('2.1', 'Each Hub is lit.')),
    );
    const nearer = change('R0044', [
      putIn('last', '2', fresh('n', '2.2', 'In this paragraph 2, “Hub” means a place.')),
    ]);
    expect(told(collide([nearer], general, { knowledge: readKnowledge(general, BSC) }))).toEqual([
      'term (meaning) at 2.2: R0044 brings in a definition of ‘Hub’, which existing text uses in 2.1.',
    ]);
  });

  it('and is given another reach, is removed where it held and added where it holds', () => {
    const narrowed = change('R0044', [strike('1/1.1', '“Hub” means', 'In this paragraph 1, “Hub” means')]);
    expect(sayings(narrowed)).toEqual([
      'term (meaning) at 1.1: R0044 brings in a definition of ‘Hub’, which existing text uses in 1.2.',
      'term (meaning) at 1.1: R0044 removes the definition of ‘Hub’, which existing text uses in 1.2.',
    ]);
  });

  it('and is let hold everywhere, is what words elsewhere rest on', () => {
    const lit = version(
      provision('1', 'Meaning', provision('1.1', 'The house is locked.')),
      provision('2', 'In this paragraph 2, “Lamp” means a light.', provision('2.1', 'The house is shut.')),
    );
    const general = change('R0044', [strike('2', 'In this paragraph 2, ')]);
    const both = change('R0051', [
      strike('2/2.1', 'shut', 'lit by a Lamp'),
      strike('1/1.1', 'locked', 'lit by a Lamp'),
    ]);
    expect(told(collide([general, both], lit, { knowledge: readKnowledge(lit, BSC) }))).toContain(
      'term (meaning) at paragraph 2: R0051 uses the term ‘Lamp’ in 1.1, which R0044 would define and the current text does not; without R0044, it has no meaning there.',
    );
  });

  it('and goes with all it held for, says nothing of text elsewhere', () => {
    expect(sayings(change('R0044', [repeal('2')]))).toEqual([]);
  });
});
