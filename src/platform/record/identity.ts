import { ulid } from 'ulid';

/** A new permanent, opaque id: the record's kind, then a sortable random part, e.g. `action_01hf…`. */
export const newId = (kind: string): string => `${kind}_${ulid().toLowerCase()}`;
