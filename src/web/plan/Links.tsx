import type { ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { RecordLink } from './answers.ts';
import { inWords } from './reading.ts';
import styles from './Parts.module.css';

/** A record by its name, as `/api/records` tells it. */
interface NamedRecord {
  readonly kind: string;
  readonly id: string;
  readonly reference: string | null;
  readonly title: string;
  readonly href: string | null;
}

/** `about` → `is about`: most relations are verbs already. */
const relationOf = ({ relation }: RecordLink): string =>
  /^(?:about|part-of|consequential-to|parallel-to)$/.test(relation)
    ? `is ${relation.replaceAll('-', ' ')}`
    : relation.replaceAll('-', ' ');

/** What is linked with a record, each by its own name and page. */
export function Links({ links }: { readonly links: readonly RecordLink[] }): ReactNode {
  const keys = links.map(({ kind, id }) => `${kind}:${id}`).join(',');
  const { data } = useGet<{ items: readonly NamedRecord[] }>('/api/records', { keys }, { enabled: links.length > 0 });
  const named = new Map(data?.items.map((one) => [`${one.kind}:${one.id}`, one]));
  return (
    <Section title="Linked records" count={links.length}>
      {links.length === 0 ? (
        <EmptyState title="Nothing is linked with it">
          Actions, decisions and agenda items that concern it appear here.
        </EmptyState>
      ) : (
        <ul className={styles.links}>
          {links.map((link) => {
            const record = named.get(`${link.kind}:${link.id}`);
            return (
              <li key={`${link.direction} ${link.relation} ${link.kind} ${link.id}`}>
                <span className={styles.kind}>{inWords(link.kind)}</span>
                <div>
                  {record === undefined ? null : (
                    <div className={styles.title}>
                      <ReferenceChip reference={record.reference ?? record.title} href={record.href} />{' '}
                      {record.reference === null ? null : record.title}
                    </div>
                  )}
                  <div className={styles.note}>
                    {link.direction === 'to' ? `It ${relationOf(link)} this` : inWords(link.relation)}
                    {link.note === '' ? null : `: ${link.note}`}
                  </div>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
