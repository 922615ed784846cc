/** Records of any kind, by key and by name. */
import { useGet } from '../api/queries.ts';

export interface RecordKey {
  readonly kind: string;
  readonly id: string;
}

/** What a record is called and where it is read, as `/api/records` answers. */
export interface NamedRecord extends RecordKey {
  readonly reference: string;
  readonly title: string;
  readonly href: string;
}

/** A link as seen from one of its records; kind and id are the other's. */
export interface LinkedRecord extends RecordKey {
  readonly direction: 'from' | 'to';
  readonly relation: string;
  readonly note: string;
  readonly removable: boolean;
}

/** Names by `keyOf`. */
export type Names = ReadonlyMap<string, NamedRecord>;

export const keyOf = ({ kind, id }: RecordKey): string => `${kind}:${id}`;

/** The names of records of any kind; those not (yet) known are missing. */
export function useNamedRecords(keys: readonly RecordKey[]): Names {
  const wanted = [...new Set(keys.map(keyOf))].sort();
  const { data } = useGet<{ readonly items: readonly NamedRecord[] }>(
    '/api/records',
    { keys: wanted.join(',') },
    { enabled: wanted.length > 0 },
  );
  return new Map((data?.items ?? []).map((record) => [keyOf(record), record]));
}
