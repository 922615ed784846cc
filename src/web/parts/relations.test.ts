import { describe, expect, it } from 'vitest';
import { linkInWords, readLink } from './relations.ts';
import { keyOf, type NamedRecord } from './records.ts';

const named = new Map(
  [
    { kind: 'milestone', id: 'milestone_8', reference: 'M8', title: 'Code changes delivered', href: '/plan/M8' },
    { kind: 'action', id: 'action_6', reference: 'XAG08-06', title: 'Say what it changes', href: '/actions/XAG08-06' },
  ].map((record: NamedRecord) => [keyOf(record), record]),
);

describe('a link in a history', () => {
  it('is told by the name of the other record, from whichever of the two it is seen', () => {
    expect(linkInWords('concerns milestone:milestone_8', named)).toBe('Concerns M8');
    expect(linkInWords('action:action_6 concerns', named)).toBe('Action XAG08-06');
    expect(linkInWords('milestone:milestone_8 related-to', named)).toBe('Related to M8');
  });

  it('is told by the kind of a record that is not there any more', () => {
    expect(linkInWords('change-request:change_request_1 related-to', named)).toBe('Related to change request');
  });

  it.each([null, '', 'concerns', 'Concerns M8', 'a note: of three words', ': concerns'])('is not %j', (value) => {
    expect(readLink(value)).toBeNull();
    expect(linkInWords(value, named)).toBe(value);
  });
});
