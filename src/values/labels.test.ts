import { expect, it } from 'vitest';
import { labelled, spelledOut } from './labels.ts';

it('A choice is told by its label, and what is none of them as it stands', () => {
  const told = labelled({ 'in-force': 'in force' });
  expect([told('in-force'), told('other'), told(null), told(7)]).toEqual(['In force', 'other', null, 7]);
});

it('A key whose words are its own is spelled out', () => {
  expect([spelledOut('approved-with-conditions'), spelledOut(null)]).toEqual(['Approved with conditions', null]);
});
