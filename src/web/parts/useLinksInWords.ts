/** Changes of links, told by the names of the records they lead to. */
import type { FieldChange } from '../api/client.ts';
import { useNamedRecords } from './records.ts';
import { linkInWords, readLink } from './relations.ts';

/** The field (plan: in its own spelling) under which the server tells that a link was made or taken away. */
const LINK_FIELDS: readonly string[] = ['record_link', 'recordLink'];

const isLink = (change: FieldChange): boolean => LINK_FIELDS.includes(change.field);

/**
 * Looks up the records that these changes link, and gives what tells one change: `Concerns M8` for a link, once the
 * record is known, and any other change as it is.
 */
export function useLinksInWords(changes: readonly FieldChange[]): (change: FieldChange) => FieldChange {
  const values = changes.filter(isLink).flatMap(({ before, after }) => [before, after]);
  const named = useNamedRecords(values.flatMap((value) => readLink(value) ?? []));
  return (change) =>
    isLink(change)
      ? { ...change, before: linkInWords(change.before, named), after: linkInWords(change.after, named) }
      : change;
}
