import type { ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { FieldList, FieldRow } from '../parts/FieldList.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { groupRows } from '../parts/tableRows.ts';
import type { LinkedRecord, NamedRecord, RecordKey } from './answers.ts';
import { capital } from './words.ts';
import styles from './RecordLinks.module.css';

type Named = ReadonlyMap<string, NamedRecord>;

const keyOf = ({ kind, id }: RecordKey): string => `${kind}:${id}`;

/** The names of records of any kind; those not (yet) known are missing. */
export function useNamedRecords(keys: readonly RecordKey[]): Named {
  const wanted = [...new Set(keys.map(keyOf))].sort();
  const { data } = useGet<{ readonly items: readonly NamedRecord[] }>(
    '/api/records',
    { keys: wanted.join(',') },
    { enabled: wanted.length > 0 },
  );
  return new Map((data?.items ?? []).map((record) => [keyOf(record), record]));
}

/** `change-request` → `Change request`. */
const kindInWords = (kind: string): string => capital(kind.replaceAll('-', ' '));

/** Records as chips; one that can't be named at this moment is shown by its kind. */
export function RecordChips({
  keys,
  named,
}: {
  readonly keys: readonly RecordKey[];
  readonly named: Named;
}): ReactNode {
  return (
    <span className={styles.chips}>
      {keys.map((key) => {
        const record = named.get(keyOf(key));
        return record === undefined ? (
          <ReferenceChip key={keyOf(key)} reference={kindInWords(key.kind)} title="Not on record at this moment" />
        ) : (
          <ReferenceChip key={keyOf(key)} reference={record.reference} href={record.href} title={record.title} />
        );
      })}
    </span>
  );
}

const RELATION_WORDS: Readonly<Record<string, readonly [outgoing: string, incoming: string]>> = {
  about: ['About', 'Discussed under'],
  concerns: ['Concerns', 'Action'],
  decides: ['Decides', 'Decided by'],
  'came-from': ['Came from', 'Led to'],
};

const relationInWords = (relation: string, outgoing: boolean): string => {
  const known = RELATION_WORDS[relation];
  if (known !== undefined) return outgoing ? known[0] : known[1];
  return `${capital(relation.replaceAll('-', ' '))}${outgoing ? '' : ' (from)'}`;
};

/** What a record is linked with, by how. */
export function LinkList({ links }: { readonly links: readonly LinkedRecord[] }): ReactNode {
  const named = useNamedRecords(links.filter((link) => link.described === null));
  const groups = groupRows(links, (link) => relationInWords(link.relation, link.outgoing));
  return (
    <FieldList>
      {groups.map(({ name: relation, rows }) => (
        <FieldRow key={relation} label={relation}>
          <ul className={styles.links}>
            {rows.map((link) => {
              const record = link.described ?? named.get(keyOf(link));
              return (
                <li key={keyOf(link)}>
                  <ReferenceChip reference={record?.reference ?? kindInWords(link.kind)} href={record?.href ?? null} />{' '}
                  <span className={styles.title}>{record?.title}</span>
                  {link.note === '' ? null : <span className={styles.note}> {link.note}</span>}
                </li>
              );
            })}
          </ul>
        </FieldRow>
      ))}
    </FieldList>
  );
}
