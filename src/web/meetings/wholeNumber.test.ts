import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWholeNumber, savingWholeNumber } from './wholeNumber.ts';
import { ok } from '../../values/result.ts';

describe('whole numbers', () => {
  it('read as typed, with nothing for nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (number) => {
        expect(readWholeNumber(` ${String(number)} `, 'minutes')).toEqual(ok(number));
      }),
    );
    expect(readWholeNumber('  ', 'minutes')).toEqual(ok(null));
  });

  it('send nothing when something else was typed, and say so at the field', async () => {
    const sent: unknown[] = [];
    const save = savingWholeNumber((body) => {
      sent.push(body);
      return Promise.resolve(ok({ version: 2 }));
    }, 'minutes');
    for (const words of ['abc', '1.5', '-3', '15 minutes', '1e3']) {
      const saved = await save(words, {});
      expect(saved).toMatchObject({ kind: 'failed', failure: { errors: [{ field: 'minutes' }] } });
    }
    await save('15', {});
    await save('', {});
    expect(sent).toEqual([{ minutes: 15 }, { minutes: null }]);
  });
});
