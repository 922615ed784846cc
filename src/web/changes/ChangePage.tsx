import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGet, useRecordEditor, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import type { Vocabulary } from '../codes/answers.ts';
import { useVocabulary } from '../codes/vocabulary.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { HistoryList, type HistoryEntry } from '../parts/HistoryList.tsx';
import { LinkedRecords } from '../parts/LinkedRecords.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import type { Change } from './answers.ts';
import { ChangeFacts } from './ChangeFacts.tsx';
import { Dates } from './Dates.tsx';
import { Decisions } from './Decisions.tsx';
import { HorizonLogs } from './HorizonLogs.tsx';
import { Positions } from './Positions.tsx';
import { Relations } from './Relations.tsx';
import { tellChange } from './sentence.ts';
import { Sources } from './Sources.tsx';
import { StageStepper } from './StageStepper.tsx';
import { Updates } from './Updates.tsx';
import styles from './Change.module.css';

/** One change: where it stands, what was decided on it, what is expected of it, and where all of that was read. */
export default function ChangePage(): ReactNode {
  const parameters: { readonly reference?: string } = useParams({ strict: false });
  const reference = parameters.reference ?? '';
  const change = useGet<Change>(`/api/modifications/${encodeURIComponent(reference)}`);
  const vocabulary = useVocabulary();
  return (
    <Loaded query={change} what="this change">
      {(answer) => <ChangeOf change={answer} vocabulary={vocabulary} />}
    </Loaded>
  );
}

interface ChangeProps {
  readonly change: Change;
  readonly vocabulary: Vocabulary;
}

function ChangeOf({ change, vocabulary }: ChangeProps): ReactNode {
  const { today } = useSession();
  const path = `/api/modifications/${change.id}`;
  const { saveField } = useRecordEditor(path, change.version);
  return (
    <>
      <PageHeading
        title={`${change.reference} ${change.title}`}
        before={<Link to="/register">Register</Link>}
        sentence={vocabulary.stages.length === 0 ? '' : tellChange(change, vocabulary, today)}
        actions={<Remove change={change} />}
      />
      <StageStepper change={change} vocabulary={vocabulary} />
      <Beside
        aside={
          <>
            <ChangeFacts change={change} vocabulary={vocabulary} />
            <Positions change={change} />
            <Relations change={change} />
            <LinkedRecords links={change.links} path={path} name={change.reference} mayEdit={change.may.edit} />
          </>
        }
      >
        <Section title="What it changes">
          <FieldList>
            <FieldRow label="Title" changes={change.changes} field="title">
              <EditableField
                label="Title"
                kind="text"
                value={change.title}
                mayEdit={change.may.edit}
                save={saveField('title')}
              />
              {change.titleRaw === '' || change.titleRaw === change.title ? null : (
                <q className={styles.raw}>{change.titleRaw}</q>
              )}
            </FieldRow>
            <FieldRow label="Summary" changes={change.changes} field="summary">
              <EditableField
                label="Summary"
                kind="longText"
                value={change.summary}
                mayEdit={change.may.edit}
                save={saveField('summary')}
              >
                <span className={styles.prose}>{change.summary}</span>
              </EditableField>
            </FieldRow>
          </FieldList>
        </Section>
        <Dates change={change} />
        <Decisions change={change} />
        <Updates change={change} />
      </Beside>
      <Tabs
        label="How this record came about"
        name="about"
        tabs={[
          { id: 'history', label: 'History', content: () => <History path={path} /> },
          {
            id: 'logs',
            label: 'Horizon logs',
            count: change.horizon.length,
            content: () => <HorizonLogs change={change} vocabulary={vocabulary} />,
          },
          { id: 'sources', label: 'Where it was read', content: () => <Sources id={change.id} /> },
        ]}
      />
    </>
  );
}

function History({ path }: { readonly path: string }): ReactNode {
  const history = useGet<{ items: readonly HistoryEntry[] }>(`${path}/history`);
  return (
    <Loaded query={history} what="the history">
      {(answer) => <HistoryList entries={answer.items} />}
    </Loaded>
  );
}

function Remove({ change }: { readonly change: Change }): ReactNode {
  const send = useSend();
  const navigate = useNavigate();
  const session = useSession();
  if (!change.may.remove || !session.may('remove', 'modification')) return null;
  return (
    <ConfirmButton
      label="Remove…"
      look="quiet"
      question={`Remove ${change.body} ${change.reference} from the register?`}
      consequence="Its dates, decisions, positions and updates go with it. The past still shows it. A change that ended should be kept: set its state to withdrawn, rejected or superseded instead."
      confirm="Remove the change"
      onConfirm={async () => {
        const done = await send(
          'DELETE',
          `/api/modifications/${change.id}`,
          undefined,
          undefined,
          'The change was removed',
        );
        if (done.kind === 'ok') void navigate({ to: '/register' });
        return done;
      }}
    />
  );
}
