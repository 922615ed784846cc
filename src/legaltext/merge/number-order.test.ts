import { describe, expect, it } from 'vitest';
import { compareNumbers } from './number-order.ts';

describe('the order of printed numbers', () => {
  it.each([
    ['13A', '27C'],
    ['9', '10'],
    ['2.3', '2.3.1'],
    ['2.3', '2.3A'],
    ['2.3A', '2.4'],
    ['(a)', '(b)'],
    ['(a)', '(aa)'],
    ['(ii)', '(iv)'],
    ['(v)', '(ix)'],
    ['(h)', '(i)'],
    ['§ 47-1801', '§ 47-1801.01'],
  ])('puts %s before %s', (one, other) => {
    expect(compareNumbers(one, other)).toBeLessThan(0);
    expect(compareNumbers(other, one)).toBeGreaterThan(0);
  });

  it.each([
    ['(z)', '(aa)'],
    ['1', 'A'],
    ['(a)', '(A)'],
  ])('does not know which of %s and %s is first', (one, other) => {
    expect(compareNumbers(one, other)).toBeNull();
    expect(compareNumbers(other, one)).toBeNull();
  });

  it('takes the signs around a number for nothing', () => {
    expect(compareNumbers('(a)', 'a.')).toBe(0);
  });
});
