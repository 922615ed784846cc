import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import { byId } from '../operation.ts';
import { change, repeal, strike } from './testing/changes.ts';
import { base, collisionsOf } from './testing/small-text.ts';

describe('a draft', () => {
  it('on an older text that still fits is to be read again', () => {
    const draft = change('R0044', [strike('2/2.4', 'kept', 'stored')], { draftedOn: 'an older text' });
    expect(collisionsOf([draft])).toEqual([
      'stale (notice) at the whole text: R0044 was drafted on a text that is not the current one; read it again on the current text.',
    ]);
  });

  it('whose words are not in the current text clashes with it', () => {
    expect(collisionsOf([change('R0044', [strike('2/2.4', 'shredded')])])).toEqual([
      'stale (clash) at 2.4: R0044 does not fit the current text: The words “shredded” are not in “2.4”. No other change that is known would make it fit; draft it again on the current text.',
    ]);
  });

  it('on the text as another undecided change would leave it rests on that', () => {
    const first = strike('2/2.4', 'kept', 'stored');
    const after = apply(base, [first]);
    if (after.kind === 'failed') throw new Error('It does not apply.');
    const one = change('R0044', [first]);
    const other = change('R0051', [strike('2/2.4', 'Each', 'Every')], { draftedOn: after.value.hash });
    expect(collisionsOf([one, other])).toContain(
      'stale (order) at the whole text: R0051 was drafted as if R0044 were made already, which is not decided; it must wait for it, or be drafted again on the current text.',
    );
  });

  it('bound to a provision that has changed since is stale there', () => {
    const target = byId('2/2.4', 'what it said');
    expect(collisionsOf([change('R0044', [{ kind: 'renumber', target, number: '2.5' }])])).toEqual([
      'stale (clash) at 2.4: R0044 does not fit the current text: “2.4” no longer reads as it did when this change was drafted. No other change that is known would make it fit; draft it again on the current text.',
    ]);
  });

  it('that never commences disturbs nobody', () => {
    const never = change('R0044', [], {
      parts: [{ commencement: { kind: 'never' }, operations: [repeal('2')] }],
    });
    expect(collisionsOf([never, change('R0051', [strike('2/2.4', 'kept')])])).toEqual([]);
  });
});
