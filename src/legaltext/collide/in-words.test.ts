import { describe, expect, it } from 'vitest';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { named } from './in-words.ts';

const cell = (id: string, words: string): Provision => new Provision({ id, kind: 'cell', text: Text.of(words) });

describe('new provisions named in a sentence', () => {
  it('names a row by the words of its cells, and one without words by its kind', () => {
    expect(named([new Provision({ id: 'r', kind: 'row', children: [cell('a', '1 to 10'), cell('b', '100')] })])).toBe(
      'a row ‘1 to 10 100’',
    );
    expect(named([new Provision({ id: 'r', kind: 'row', children: [cell('a', '')] })])).toBe('a row');
    expect(named([new Provision({ id: 'p', kind: 'passage', text: Text.of('And more.') })])).toBe(
      'a passage ‘And more.’',
    );
  });
});
