import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareValues, countValues, csvCell, filterRows, groupRows, printCsv, type Column } from './tableRows.ts';

interface Change {
  readonly reference: string;
  readonly code: string | null;
  readonly parties: readonly string[];
}

const change = (reference: string, code: string | null, parties: readonly string[] = []): Change => ({
  reference,
  code,
  parties,
});
const columns: readonly Column<Change>[] = [
  { id: 'reference', header: 'Reference', value: (row) => row.reference },
  { id: 'code', header: 'Code', value: (row) => row.code, filter: true },
  {
    id: 'parties',
    header: 'Parties',
    value: (row) => row.parties.join('; '),
    filter: { values: (row) => row.parties },
  },
];
const rows = [
  change('R0044', 'REC', ['Suppliers', 'Agents']),
  change('DP206', 'SEC', ['Suppliers']),
  change('CP 1568', null),
];
const references = (found: readonly Change[]): readonly string[] => found.map((row) => row.reference);

test('every word typed has to occur somewhere in the row, in any case', () => {
  expect(references(filterRows(rows, columns, { words: 'rec r00', filters: {} }))).toEqual(['R0044']);
  expect(references(filterRows(rows, columns, { words: 'rec sec', filters: {} }))).toEqual([]);
});

test('values of one filter widen, filters narrow each other, and nothing said can be chosen too', () => {
  const filters = { code: ['REC', 'SEC'], parties: ['Agents'] };
  expect(references(filterRows(rows, columns, { words: '', filters }))).toEqual(['R0044']);
  expect(references(filterRows(rows, columns, { words: '', filters: { code: [''] } }))).toEqual(['CP 1568']);
});

test('values are counted per row, the missing one last', () => {
  const [, code, parties] = columns;
  expect(code && countValues(rows, code).map(([value]) => value)).toEqual(['REC', 'SEC', '']);
  expect(parties && countValues(rows, parties)).toEqual([
    ['Agents', 1],
    ['Suppliers', 2],
    ['', 1],
  ]);
});

test('references sort by their numbers', () => {
  expect(['R0010', 'R9', 'R0002'].sort(compareValues)).toEqual(['R0002', 'R9', 'R0010']);
});

test('grouping loses no row and keeps the order within each group', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat(), name: fc.constantFrom('', 'BSC', 'REC') })), (members) => {
      const groups = groupRows(members, (member) => member.name);
      expect(groups.flatMap((group) => group.rows)).toHaveLength(members.length);
      for (const group of groups) expect(group.rows).toEqual(members.filter((member) => member.name === group.name));
      expect(groups.findIndex((group) => group.name === '')).toSatisfy((at) => at === -1 || at === groups.length - 1);
    }),
  );
});

test('a file of rows quotes what needs quoting and disarms formulas', () => {
  expect(printCsv([change('=cmd()', 'a "b", c')], columns.slice(0, 2))).toBe(
    'Reference,Code\r\n\'=cmd(),"a ""b"", c"\r\n',
  );
  expect(csvCell('-12.5')).toBe('-12.5');
  expect(csvCell('- none')).toBe("'- none");
});
