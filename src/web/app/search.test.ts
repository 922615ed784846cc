import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneOf, parseSearch, placeOf, printSearch } from './search.ts';

test('an address is read as plain words: numbers and instants stay as written', () => {
  expect(parseSearch('?q=12&asAt=2022-10-26T10:00:00.000Z&code=REC&code=SEC')).toEqual({
    q: '12',
    asAt: '2022-10-26T10:00:00.000Z',
    code: ['REC', 'SEC'],
  });
});

test('an address stays readable: commas and colons are not escaped, empty values are left out', () => {
  expect(printSearch({ sort: '-raised,reference', asAt: '2022-10-26T10:00:00.000Z', q: '', group: undefined })).toBe(
    '?sort=-raised,reference&asAt=2022-10-26T10:00:00.000Z',
  );
  expect(printSearch({})).toBe('');
});

test('whatever is printed into an address is read back from it', () => {
  const name = fc.stringMatching(/^[a-zA-Z]{1,8}$/);
  const word = fc.string({ minLength: 1, unit: 'grapheme' });
  fc.assert(
    fc.property(fc.dictionary(name, fc.oneof(word, fc.array(word, { minLength: 2, maxLength: 4 }))), (search) => {
      expect(parseSearch(printSearch(search))).toEqual({ ...search });
    }),
  );
});

test('the first of several values counts where one is wanted', () => {
  expect(oneOf(['a', 'b'])).toBe('a');
  expect(oneOf('')).toBeNull();
  expect(oneOf(undefined)).toBeNull();
});

test('takes a record’s address apart for the router', () => {
  expect(['/plan', '/plan?tab=status', '/meetings/CCAG-12#agenda_1', '/plan?tab=a#b'].map(placeOf)).toEqual([
    { to: '/plan' },
    { to: '/plan', search: { tab: 'status' } },
    { to: '/meetings/CCAG-12', hash: 'agenda_1' },
    { to: '/plan', search: { tab: 'a' }, hash: 'b' },
  ]);
});
