import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printSort, readSort, readTableState } from './tableState.ts';

test('an address without table words gives the defaults', () => {
  expect(readTableState({}, ['code'], { sort: '-raised', group: 'code' })).toEqual({
    words: '',
    filters: {},
    sort: [{ id: 'raised', desc: true }],
    columns: null,
    group: 'code',
  });
});

test('an address says words, filters, sorting, columns and grouping; unknown names are not filters', () => {
  const address = { q: 'meter', code: ['REC', 'SEC'], asAt: 'CCAG-11', sort: 'title', columns: 'reference,title' };
  expect(readTableState({ ...address, group: 'none' }, ['code', 'stage'], { group: 'code' })).toEqual({
    words: 'meter',
    filters: { code: ['REC', 'SEC'] },
    sort: [{ id: 'title', desc: false }],
    columns: ['reference', 'title'],
    group: null,
  });
});

test('a second table on the page reads only its own names', () => {
  expect(readTableState({ q: 'mine', 'actions.q': 'theirs' }, [], {}, 'actions.').words).toBe('theirs');
});

test('an order of sorting survives being written into an address', () => {
  const sort = fc.array(fc.record({ id: fc.stringMatching(/^[a-z]{1,8}$/), desc: fc.boolean() }));
  fc.assert(
    fc.property(sort, (order) => {
      expect(readSort(printSort(order))).toEqual(order);
    }),
  );
});
