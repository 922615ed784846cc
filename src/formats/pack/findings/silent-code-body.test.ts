import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('each body that is expected and has no row is named', () => {
  const findings = found('silent-code-body', COVER, change());
  expect(findings.map((finding) => finding.message.split(' ')[0])).toEqual(['BSC', 'DCUSA', 'SEC']);
});

test('a pack without a horizon log says nothing of silence', () => {
  expect(found('silent-code-body', COVER)).toEqual([]);
});
