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

/** A link as one record's history tells it, with the other record's key. */
export type ToldLink = RecordKey & Pick<LinkedRecord, 'relation' | 'direction'>;

/**
 * Reads a link as histories keep it: `concerns milestone:milestone_8` where it starts at the record whose history it is,
 * `action:action_6 concerns` where it leads there; null for anything else.
 */
export function readLink(value: unknown): ToldLink | null {
  const [first = '', second = '', ...more] = typeof value === 'string' ? value.split(' ') : [];
  if (more.length > 0) return null;
  const [direction, relation, key] = second.includes(':')
    ? (['from', first, second] as const)
    : (['to', second, first] as const);
  const [, kind, id] = /^([^:]+):(.+)$/.exec(key) ?? [];
  return kind === undefined || id === undefined || relation === '' ? null : { direction, relation, kind, id };
}

/** A link as people are told it: `Concerns M8`, or on M8 itself `Action CCAG08-06`. Anything else stays as it is. */
export function linkInWords(value: unknown, named: Names): unknown {
  const link = readLink(value);
  if (link === null) return value;
  const other = named.get(keyOf(link))?.reference ?? keyInWords(link.kind).toLowerCase();
  return `${relationInWords(link)} ${other}`;
}
