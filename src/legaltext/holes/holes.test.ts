import { describe, expect, it } from 'vitest';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import { holes, holesIn } from './holes.ts';

const found = (words: string, options = false): string[] =>
  holesIn(Text.of(words), { provision: 'p', part: 'text' }, options).map((hole) => `${hole.hole} ${hole.words}`);

describe('holes', () => {
  it.each([
    ['within [ ] days', ['blank [ ]']],
    ['under paragraph [/] and [x.x]', ['number [/]']],
    ['a fee of £[●]', ['blank [●]']],
    ['from TBC until TBD', ['to-be-confirmed TBC', 'to-be-confirmed TBD']],
    ['on [insert date] or [date]', ['insert [insert date]', 'insert [date]']],
    ['under paragraph xx of', ['number xx']],
    ['in the year XX of', []],
    ['[Drafting note: check this]', ['note [Drafting note: check this]']],
    ['signed ______ on', ['blank ______']],
    ['[Repealed]. [sic] [2016]', []],
    ['ends … here', []],
  ])('%s', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  it('may be words that stay or go, where brackets mean that', () => {
    expect(found('the Supplier [and the Operator] shall')).toEqual([]);
    expect(found('the Supplier [and the Operator] shall [ ]', true)).toEqual([
      'option [and the Operator]',
      'blank [ ]',
    ]);
  });

  it('are found in numbers too, each with its place', () => {
    const text = version(provision('2.[/]', 'Words.'), provision('2.4', 'TBC'));
    expect(holes(text).map(({ provision: id, part, words }) => [id, part, words])).toEqual([
      ['2.[/]', 'number', '2.[/]'],
      ['2.4', 'text', 'TBC'],
    ]);
  });

  it.each([
    ['['.repeat(500_000)],
    ['[ '.repeat(500_000)],
    ['.'.repeat(500_000)],
    ['x'.repeat(500_000)],
    [`[${' '.repeat(500_000)}`],
  ])('hostile words end within bounds', (words) => {
    found(words, true);
  });
});
