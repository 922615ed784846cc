import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkBetween } from './linking.ts';

const key = fc.record({
  kind: fc.constantFrom('action', 'decision', 'modification', 'milestone', 'change-request', 'risk'),
  id: fc.string({ minLength: 1, maxLength: 4 }),
});
const speaks = (record: { readonly kind: string }): boolean => ['action', 'decision'].includes(record.kind);

describe('the link between two records', () => {
  it('is the same from whichever of the two it is made, unless both say what they are about', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const [here, there] = [linkBetween(one, other), linkBetween(other, one)];
        if (speaks(one) && speaks(other)) expect([here.from, there.from]).toEqual([one, other]);
        else expect(here).toEqual(there);
      }),
    );
  });

  it('is what the action or decision says of the other', () => {
    const milestone = { kind: 'milestone', id: 'milestone_8' };
    const action = { kind: 'action', id: 'action_1' };
    const decision = { kind: 'decision', id: 'decision_1' };
    expect(linkBetween(milestone, action)).toEqual({ from: action, relation: 'concerns', to: milestone });
    expect(linkBetween(decision, milestone)).toEqual({ from: decision, relation: 'about', to: milestone });
    expect(linkBetween({ kind: 'risk', id: 'risk_1' }, milestone).relation).toBe('related-to');
  });
});
