import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('three spellings of one change request are one finding', () => {
  const findings = found('reference-spelled-variously', COVER, change({ summary: 'See CR47, CR 47 and CR0047.' }));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.suggestion?.value).toBe('CR0047');
});

test('a single spelling with a space its body does not print is one too', () => {
  expect(found('reference-spelled-variously', COVER, change({ summary: 'Uses CP 1702.' }))).toHaveLength(1);
});

test('spelled alike, nothing is found', () => {
  expect(found('reference-spelled-variously', COVER, change({ summary: 'See CR0047 and again CR0047.' }))).toEqual([]);
});
