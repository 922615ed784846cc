import { useState, type ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import { address } from '../api/client.ts';
import { useMoment } from '../app/moment.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import type { DocumentBlock, DocumentDetail, DocumentVersion, MeetingDetail, MeetingDocument } from './answers.ts';
import { MeetingChip } from './ActionFacts.tsx';
import { Blocks } from './Blocks.tsx';
import { readNotes, stretchesOf } from './notes.ts';
import { StateMark } from './StateMark.tsx';
import { useMeetingOptions } from './Steps.tsx';
import { DOCUMENT_KIND_OPTIONS } from './words.ts';
import styles from './Papers.module.css';

const FORMATS = [
  { format: 'pdf', label: 'PDF' },
  { format: 'docx', label: 'Word' },
  { format: 'html', label: 'Web page' },
] as const;

/** The meeting's pack as a file, built from the record at the moment looked at. */
export function Downloads({ reference }: { readonly reference: string }): ReactNode {
  const { asAt } = useMoment();
  return (
    <span className={styles.downloads}>
      Pack:{' '}
      {FORMATS.map(({ format, label }) => (
        <a key={format} href={address(`/api/meetings/${reference}/papers/pack`, { format, asAt })} download>
          {label}
        </a>
      ))}
    </span>
  );
}

/** The pack, and the documents the meeting keeps in versions. */
export function Papers({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const session = useSession();
  const send = useSend();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title="Papers"
      count={meeting.documents.length}
      actions={
        session.may('add', 'document') ? <Button onClick={() => setAdding(true)}>Add a version…</Button> : undefined
      }
    >
      <p className={styles.pack}>
        <Downloads reference={meeting.reference} />
        <span className={styles.quiet}>Built from the record as it is at the moment in the time bar.</span>
      </p>
      {meeting.documents.length === 0 ? (
        <EmptyState title="No documents yet">
          Minutes, headline reports and attachments stand here in versions, and are approved by a meeting.
        </EmptyState>
      ) : (
        <ul className={styles.documents}>
          {meeting.documents.map((document) => (
            <One key={document.id} document={document} />
          ))}
        </ul>
      )}
      <FormDialog
        open={adding}
        title="Add a version of a document"
        submit="Add the draft"
        fields={[
          { name: 'kind', label: 'Kind', kind: 'select', required: true, options: DOCUMENT_KIND_OPTIONS },
          {
            name: 'title',
            label: 'Title',
            kind: 'text',
            required: true,
            hint: 'The title of a document already here adds a version to it.',
          },
          { name: 'version', label: 'Version', kind: 'text', hint: 'For example 1.1; the next number when left empty' },
          {
            name: 'words',
            label: 'Content',
            kind: 'longText',
            hint: 'One paragraph a line; “# ” starts a heading, “- ” a bullet, “1. ” a numbered point.',
          },
        ]}
        onSubmit={({ words = '', version = '', ...plain }) =>
          send(
            'POST',
            '/api/documents',
            {
              ...plain,
              meeting: meeting.reference,
              content: blocksOf(words),
              ...(version.trim() === '' ? {} : { version: version.trim() }),
            },
            undefined,
            'The draft is added',
          )
        }
        onClose={() => setAdding(false)}
      />
    </Section>
  );
}

/** Typed words as the content of a document. */
const blocksOf = (words: string): DocumentBlock[] =>
  stretchesOf(readNotes(words)).map((stretch): DocumentBlock => {
    const [first] = stretch;
    switch (first.shape) {
      case 'heading':
        return { kind: 'heading', level: 2, text: first.text };
      case 'paragraph':
        return { kind: 'paragraph', text: first.text };
      default:
        return { kind: 'list', ordered: first.shape === 'number', items: stretch.map((one) => one.text) };
    }
  });

function One({ document }: { readonly document: MeetingDocument }): ReactNode {
  const [reading, setReading] = useState<string | null>(null);
  return (
    <li className={styles.document}>
      <p className={styles.title}>
        {document.label === '' ? '' : `${document.label}: `}
        {document.title} <span className={styles.quiet}>{document.kindLabel}</span>
      </p>
      <ul>
        {document.versions.map((version) => (
          <li key={version.id} className={styles.version}>
            <span className={styles.label}>Version {version.label}</span>
            <StateMark state={version.state} label={version.state === 'approved' ? 'Approved' : 'Draft'} />
            {version.approvedAt === null ? null : <MeetingChip meeting={version.approvedAt} />}
            {version.changeMarked ? <span className={styles.quiet}>changes marked</span> : null}
            <span className={`${styles.tools ?? ''} screen-only`}>
              <Button
                look="quiet"
                aria-expanded={reading === version.id}
                aria-label={`Read ${document.title}, version ${version.label}`}
                onClick={() => setReading(reading === version.id ? null : version.id)}
              >
                {reading === version.id ? 'Close' : 'Read'}
              </Button>
              <Approve document={document} version={version} />
            </span>
          </li>
        ))}
      </ul>
      {reading === null ? null : <Content document={document} versionId={reading} />}
    </li>
  );
}

function Content(props: { readonly document: MeetingDocument; readonly versionId: string }): ReactNode {
  const detail = useGet<DocumentDetail>(`/api/documents/${props.document.id}`);
  return (
    <div className={styles.content}>
      <Loaded query={detail} what="the document">
        {(document) => {
          const content = document.versions.find((version) => version.id === props.versionId)?.content ?? [];
          return content.length === 0 ? (
            <p className={styles.quiet}>
              The record knows this version by its title only; nobody has put its text in yet.
            </p>
          ) : (
            <Blocks blocks={content} />
          );
        }}
      </Loaded>
    </div>
  );
}

/** Approves a draft: only a meeting can, so the reader says which. */
function Approve(props: { readonly document: MeetingDocument; readonly version: DocumentVersion }): ReactNode {
  const { document, version } = props;
  const session = useSession();
  const send = useSend();
  const [asking, setAsking] = useState(false);
  const meetings = useMeetingOptions(asking, document.meeting?.reference ?? null);
  if (version.state === 'approved' || !session.may('edit', 'document')) return null;
  return (
    <>
      <Button
        look="quiet"
        aria-label={`Approve ${document.title}, version ${version.label}`}
        onClick={() => setAsking(true)}
      >
        Approve…
      </Button>
      {meetings.length === 0 ? null : (
        <FormDialog
          open={asking}
          title={`Approve version ${version.label} of ${document.title}`}
          submit="Approve it"
          fields={[
            {
              name: 'meeting',
              label: 'Which meeting approved it?',
              kind: 'select',
              required: true,
              options: meetings,
              hint: 'Approved minutes make the meeting they are of ratified.',
            },
          ]}
          onSubmit={(values) =>
            send(
              'POST',
              `/api/document-versions/${version.id}/approve`,
              { meeting: values['meeting'] },
              version.version,
              `Version ${version.label} is approved`,
            )
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
