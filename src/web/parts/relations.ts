/** How one record is linked with another, in words; and links as histories keep them. */
import { keyOf, type LinkedRecord, type Names, type RecordKey } from './records.ts';
import { keyInWords } from './words.ts';

/** What a link says of the record it starts from, and of the record it leads to. */
const RELATION_WORDS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  about: ['About', 'Discussed under'],
  concerns: ['Concerns', 'Concerned by'],
  decides: ['Decides', 'Decided by'],
  'came-from': ['Came from', 'Led to'],
  'related-to': ['Related to', 'Related to'],
};

/** Where the kind of the other record says more than the relation: an action that concerns this is one of its actions. */
const INCOMING_WORDS: Readonly<Record<string, string>> = {
  'action concerns': 'Action',
  'decision about': 'Decision',
};

/** `Concerns`; seen from the other end, `Action`. */
export function relationInWords({
  relation,
  direction,
  kind,
}: Pick<LinkedRecord, 'relation' | 'direction' | 'kind'>): string {
  const known = RELATION_WORDS[relation] ?? [keyInWords(relation), `${keyInWords(relation)} (from)`];
  return direction === 'from' ? known[0] : (INCOMING_WORDS[`${kind} ${relation}`] ?? known[1]);
}

/** A link as histories keep it, `concerns milestone:milestone_8`; null for anything else. */
export function readLink(value: unknown): (RecordKey & { readonly relation: string }) | null {
  const [, relation = '', kind = '', id = ''] =
    typeof value === 'string' ? (/^(\S+) ([^:\s]+):(\S+)$/.exec(value) ?? []) : [];
  return id === '' ? null : { relation, kind, id };
}

/** A link as people are told it: `Concerns M8`. Anything else stays as it is. */
export function linkInWords(value: unknown, named: Names): unknown {
  const link = readLink(value);
  if (link === null) return value;
  const other = named.get(keyOf(link))?.reference ?? keyInWords(link.kind).toLowerCase();
  return `${relationInWords({ ...link, direction: 'from' })} ${other}`;
}
