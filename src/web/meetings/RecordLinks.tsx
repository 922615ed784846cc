import type { ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { FieldList, FieldRow } from '../parts/FieldList.tsx';
import { LinkRecord } from '../parts/LinkRecord.tsx';
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

/** A link as histories keep it, `concerns milestone:milestone_8`; null for anything else. */
export function readLink(value: unknown): (RecordKey & { readonly relation: string }) | null {
  const [, relation = '', kind = '', id = ''] =
    typeof value === 'string' ? (/^(\S+) ([^:\s]+):(\S+)$/.exec(value) ?? []) : [];
  return id === '' ? null : { relation, kind, id };
}

/** A link as people are told it: `Concerns M8`. Anything else stays as it is. */
export function linkInWords(value: unknown, named: Named): unknown {
  const link = readLink(value);
  if (link === null) return value;
  return `${relationInWords(link.relation, true)} ${named.get(keyOf(link))?.reference ?? kindInWords(link.kind).toLowerCase()}`;
}

interface LinkListProps {
  readonly links: readonly LinkedRecord[];
}

/** What a record is linked with, by how. */
export function LinkList({ links }: LinkListProps): ReactNode {
  return <Links links={links} tool={() => null} />;
}

interface EditableLinksProps extends LinkListProps {
  /** The record's own address and name. */
  readonly path: string;
  readonly name: string;
  /** The relation that is added and taken away here; other links belong to the record at their other end. */
  readonly relation: 'concerns' | 'about';
  readonly question: string;
  readonly mayEdit: boolean;
}

/** What a record is linked with, for adding and taking away by those who may. */
export function EditableLinks({ links, path, name, relation, question, mayEdit }: EditableLinksProps): ReactNode {
  const { inPast } = useMoment();
  const send = useSend();
  const editable = mayEdit && !inPast;
  const put = ({ kind, id }: RecordKey) =>
    send('POST', `${path}/links`, { kind, id }, undefined, 'The record is linked');
  const take = async ({ kind, id }: RecordKey, reference: string): Promise<void> => {
    const taken = await send('DELETE', `${path}/links/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`);
    if (taken.kind === 'failed') {
      note(taken.failure.detail, { tone: 'problem' });
      return;
    }
    const undo = async (): Promise<void> => {
      const back = await put({ kind, id });
      if (back.kind === 'failed') note(back.failure.detail, { tone: 'problem' });
    };
    note(`${name} is no longer linked with ${reference}.`, { action: { label: 'Undo', run: () => void undo() } });
  };
  return (
    <>
      <Links
        links={links}
        tool={(link, reference) =>
          editable && link.outgoing && link.relation === relation ? (
            <Button
              look="quiet"
              className="screen-only"
              aria-label={`Unlink ${reference}`}
              title="Unlink"
              onClick={() => void take(link, reference)}
            >
              ✕
            </Button>
          ) : null
        }
      />
      {editable ? (
        <div className="screen-only">
          <LinkRecord label="Link a record…" title={question} onLink={put} />
        </div>
      ) : null}
    </>
  );
}

function Links({
  links,
  tool,
}: LinkListProps & { readonly tool: (link: LinkedRecord, reference: string) => ReactNode }): ReactNode {
  const named = useNamedRecords(links.filter((link) => link.described === null));
  const groups = groupRows(links, (link) => relationInWords(link.relation, link.outgoing));
  return (
    <FieldList>
      {groups.map(({ name: relation, rows }) => (
        <FieldRow key={relation} label={relation}>
          <ul className={styles.links}>
            {rows.map((link) => {
              const record = link.described ?? named.get(keyOf(link));
              const reference = record?.reference ?? kindInWords(link.kind);
              return (
                <li key={keyOf(link)}>
                  <ReferenceChip reference={reference} href={record?.href ?? null} />{' '}
                  <span className={styles.title}>{record?.title}</span>
                  {link.note === '' ? null : <span className={styles.note}> {link.note}</span>}
                  {tool(link, reference)}
                </li>
              );
            })}
          </ul>
        </FieldRow>
      ))}
    </FieldList>
  );
}
