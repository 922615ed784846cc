import type { ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { Section } from '../parts/FieldList.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Change, RecordLink } from './answers.ts';
import styles from './Change.module.css';

/** Where each kind of record is asked for, and where its page is. */
const KINDS: Readonly<Record<string, { readonly words: string; readonly ask: string; readonly page: string }>> = {
  action: { words: 'Action', ask: '/api/actions', page: '/actions' },
  decision: { words: 'Decision', ask: '/api/decisions', page: '/decisions' },
  'agenda-item': { words: 'Agenda item', ask: '/api/agenda-items', page: '/meetings' },
  meeting: { words: 'Meeting', ask: '/api/meetings', page: '/meetings' },
  milestone: { words: 'Milestone', ask: '/api/milestones', page: '/plan' },
  'change-request': { words: 'Change request', ask: '/api/change-requests', page: '/change-requests' },
  risk: { words: 'Risk', ask: '/api/risks', page: '/risks' },
};

interface Described {
  readonly reference?: string;
  readonly title?: string;
  readonly text?: string;
  readonly name?: string;
  readonly href?: string;
}

/** Meetings, actions, milestones and other records that speak of this change. */
export function Elsewhere({ change }: { readonly change: Change }): ReactNode {
  const links = change.links.filter((link) => KINDS[link.kind] !== undefined);
  if (links.length === 0) return null;
  return (
    <Section title="Spoken of in" count={links.length}>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={`${link.direction} ${link.relation} ${link.kind} ${link.id}`}>
            <One link={link} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function One({ link }: { readonly link: RecordLink }): ReactNode {
  const kind = KINDS[link.kind];
  const other = useGet<Described>(`${kind?.ask ?? ''}/${link.id}`, {}, { enabled: kind !== undefined });
  if (kind === undefined) return null;
  const { reference, title, text, name, href } = other.data ?? {};
  return (
    <>
      <span className={styles.aside}>{kind.words}</span>{' '}
      {reference === undefined ? (
        <span className={styles.aside}>{other.isError ? 'cannot be read at this moment' : '…'}</span>
      ) : (
        <ReferenceChip reference={reference} href={href ?? `${kind.page}/${reference}`} />
      )}{' '}
      {title ?? text ?? name ?? ''}
      {link.note === '' ? null : <span className={styles.aside}> {link.note}</span>}
    </>
  );
}
