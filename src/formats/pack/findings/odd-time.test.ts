import { expect, test } from 'vitest';
import { COVER, agenda, found, section } from '../fixtures/snippets.ts';

test('a time in two clocks is read in one', () => {
  const [finding] = found(
    'odd-time',
    COVER,
    section('End', 'INFORMATION', 'Next steps\n\n- Next CCAG meeting 24 July 2024 at 14:00pm'),
  );
  expect(finding?.suggestion?.value).toBe('14:00');
});

test('an item that ends before it starts is odd', () => {
  expect(found('odd-time', COVER, agenda(['1', 'Welcome', '', '', 'Chair', '10:05-10:00 5 mins', '1']))).toHaveLength(
    1,
  );
});

test('a time in one clock is fine', () => {
  expect(
    found('odd-time', COVER, section('End', 'INFORMATION', 'Next steps\n\n- Next CCAG meeting 24 July 2024 at 2:00pm')),
  ).toEqual([]);
});
