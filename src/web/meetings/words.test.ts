import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, printParties, printTimes, readLines, readParties, verdictOptions } from './words.ts';

const plain = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((words) => words.replace(/[(),\s]+/g, ' ').trim())
  .filter((words) => words !== '');
const parties = fc.array(fc.record({ role: plain, detail: fc.option(plain) }), { maxLength: 5 });

describe('words people type', () => {
  it('reads parties back as they are printed', () => {
    fc.assert(
      fc.property(parties, (all) => {
        expect(readParties(printParties(all))).toEqual(all.map(({ role, detail }) => ({ role, detail })));
      }),
    );
  });

  it('keeps a comma inside brackets with its detail', () => {
    expect(readParties('Code bodies (BSC, REC), Chair')).toEqual([
      { role: 'Code bodies', detail: 'BSC, REC' },
      { role: 'Chair', detail: null },
    ]);
    expect(readParties(' , ')).toEqual([]);
  });

  it('reads one thing a line', () => {
    expect(readLines('Suppliers\n\n  Code bodies \n')).toEqual(['Suppliers', 'Code bodies']);
  });

  it('offers settling verdicts only to those who may decide', () => {
    expect(verdictOptions(true).map((option) => option.value)).toContain('closed');
    expect(verdictOptions(false).map((option) => option.value)).toEqual(['ongoing', 'recommend-closed', 'new']);
  });

  it('prints times and counts', () => {
    expect(printTimes('10:00', '11:35')).toBe('10:00–11:35');
    expect(printTimes('10:00', null)).toBe('from 10:00');
    expect(printTimes(null, '11:35')).toBe('');
    expect([counted(0, 'action'), counted(1, 'action'), counted(2, 'reply', 'replies')]).toEqual([
      'no actions',
      '1 action',
      '2 replies',
    ]);
  });
});
