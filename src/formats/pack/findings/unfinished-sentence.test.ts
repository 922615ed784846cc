import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('words that want more are found', () => {
  for (const summary of [
    'Workshops are needed to build',
    'It rests on the',
    'To confirm in meeting/',
    'Costs (less than before',
  ])
    expect(found('unfinished-sentence', COVER, change({ summary }))).toHaveLength(1);
});

test('whole sentences, with or without a stop, are fine', () => {
  for (const summary of [
    'Adds a message.',
    'Adds a message',
    '1)Plan 2)Keep groups on stand-by',
    'Adds (where wanted) a message',
  ])
    expect(found('unfinished-sentence', COVER, change({ summary }))).toEqual([]);
});
