import type { StyleSign } from './model.ts';

/** A way of writing that only this code has. Patterns are global: they are counted. */
export const givesAway = (reason: string, pattern: RegExp): StyleSign => ({ pattern, reason, tells: 'alone' });

/** A way of writing that this code shares with others, and that only speaks for it. */
export const speaksFor = (reason: string, pattern: RegExp): StyleSign => ({ pattern, reason, tells: 'beside-others' });
