import { expect, test } from 'vitest';
import { COVER, found, section } from '../fixtures/snippets.ts';

test('a closing mark alone is found', () => {
  expect(found('half-lost-emphasis', COVER, section('News', 'INFORMATION', '- Decision** – agreed'))).toHaveLength(1);
});

test('a whole pair is fine', () => {
  expect(found('half-lost-emphasis', COVER, section('News', 'INFORMATION', '- **Decision** – agreed'))).toEqual([]);
});
