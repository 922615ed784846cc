import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('tags are taken out and the words kept', () => {
  const [finding] = found('markup-in-words', COVER, change({ summary: '<p>One.</p> <p>Two.</p>' }));
  expect(finding?.suggestion).toMatchObject({ path: 'summary', value: 'One. Two.' });
});

test('a sign of less-than is no markup', () => {
  expect(found('markup-in-words', COVER, change({ summary: 'Below 5 < 6 metres.' }))).toEqual([]);
});
