import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/**
 * A new permanent, opaque id: the record's kind, then a part that is random and grows with time, e.g.
 * `action_01hf…`. Ids made by one process sort in the order in which they were made.
 */
export const newId = (kind: string): string => `${kind}_${next().toLowerCase()}`;
