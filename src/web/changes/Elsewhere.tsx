import type { ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { Section } from '../parts/FieldList.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Change } from './answers.ts';
import styles from './Change.module.css';
import { capital } from './words.ts';

/** A record of any kind by its name, as `/api/records` tells it. */
interface Named {
  readonly kind: string;
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly href: string;
}

/** Meetings, actions, milestones and other records that speak of this change; those of a later day are not told. */
export function Elsewhere({ change }: { readonly change: Change }): ReactNode {
  const keys = change.links.map(({ kind, id }) => `${kind}:${id}`);
  const { data } = useGet<{ readonly items: readonly Named[] }>(
    '/api/records',
    { keys: keys.join(',') },
    { enabled: keys.length > 0 },
  );
  const named = new Map((data?.items ?? []).map((one) => [`${one.kind}:${one.id}`, one]));
  const links = change.links.flatMap((link) => {
    const other = named.get(`${link.kind}:${link.id}`);
    return other === undefined ? [] : [{ link, other }];
  });
  if (links.length === 0) return null;
  return (
    <Section title="Spoken of in" count={links.length}>
      <ul className={styles.links}>
        {links.map(({ link, other }) => (
          <li key={`${link.direction} ${link.relation} ${link.kind} ${link.id}`}>
            <span className={styles.aside}>{capital(other.kind.replaceAll('-', ' '))}</span>{' '}
            <ReferenceChip reference={other.reference} href={other.href} /> {other.title}
            {link.note === '' ? null : <span className={styles.aside}> {link.note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
