import { ok, type Result } from '../../values/result.ts';
import type { FailureReason } from '../operation-failure.ts';

/** What comes of an operation: nothing to tell, or why it could not be carried out; then nothing has changed. */
export type Outcome = Result<null, FailureReason>;

export const done: Outcome = ok(null);
