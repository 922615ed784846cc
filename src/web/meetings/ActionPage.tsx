import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useGet, useRecordEditor } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { Button } from '../parts/Button.tsx';
import { CivilDate, PartialDateText } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { printCivilDate, printPartialDate, readPartialDate } from '../../values/partial-date.ts';
import { ActionUpdateForm } from './ActionUpdateForm.tsx';
import { ActionState, DueDate, MeetingChip } from './ActionFacts.tsx';
import type { ActionDetail } from './answers.ts';
import { PartiesField } from './PartiesField.tsx';
import { NewMark } from './NewMark.tsx';
import { LinkedRecords } from '../parts/LinkedRecords.tsx';
import { RecordHistory, RecordProvenance } from './RecordStory.tsx';
import { StateMark } from './StateMark.tsx';
import { Steps } from './Steps.tsx';
import { counted, printParties } from './words.ts';
import styles from './ActionPage.module.css';

/** One action: what, who, by when, and how it stood meeting after meeting. */
export default function ActionPage(): ReactNode {
  const parameters: { readonly reference?: string } = useParams({ strict: false });
  const reference = parameters.reference ?? '';
  const action = useGet<ActionDetail>(`/api/actions/${reference}`);
  return (
    <Loaded query={action} what="this action">
      {(answer) => <ActionOf action={answer} />}
    </Loaded>
  );
}

/** `Open since 27 July 2022 with the Programme; due 17 Aug 2022, 98 days late; discussed at 4 meetings.` */
function sentenceOf(action: ActionDetail): string {
  const owner = printParties(action.owners);
  const at = action.closedAt ?? action.proposedAt;
  const due =
    action.due === null
      ? 'no day is given for it'
      : `due ${printPartialDate(action.due)}${action.overdue ? `, ${counted(action.daysOverdue, 'day')} late` : ''}`;
  const meetings = new Set(action.appearances.flatMap(({ meeting }) => (meeting === null ? [] : [meeting.id]))).size;
  return [
    `${action.stateLabel}${at === null ? '' : ` at ${at.reference}`}${owner === '' ? '' : `, with ${owner}`}`,
    due,
    meetings === 0 ? 'no meeting has looked at it yet' : `looked at in ${counted(meetings, 'meeting')}`,
  ]
    .join('; ')
    .concat('.');
}

function ActionOf({ action }: { readonly action: ActionDetail }): ReactNode {
  const { inPast } = useMoment();
  const path = `/api/actions/${action.reference}`;
  const editor = useRecordEditor(path, action.version);
  const [updating, setUpdating] = useState(false);
  const mayEdit = action.may.edit;
  const partial = (words: string): unknown => (words.trim() === '' ? null : readPartialDate(words));
  return (
    <>
      <PageHeading
        title={action.reference}
        before={
          <>
            <Link to="/actions">Actions</Link> <NewMark changes={action.changes} what="This whole action" />
          </>
        }
        sentence={sentenceOf(action)}
        actions={
          <>
            {mayEdit && !inPast ? <Button onClick={() => setUpdating(true)}>Add an update…</Button> : null}
            <Steps
              steps={action.steps}
              path={`${path}/steps`}
              version={action.version}
              resource="action"
              name={action.reference}
              meeting={action.proposedAt?.reference ?? action.latestUpdate?.meeting?.reference ?? null}
            />
          </>
        }
      />
      {updating ? (
        <ActionUpdateForm
          action={action}
          meeting={action.latestUpdate?.meeting?.reference ?? null}
          onClose={() => setUpdating(false)}
        />
      ) : null}
      <Beside
        aside={
          <>
            <Section title="Facts">
              <FieldList>
                <FieldRow label="State" changes={action.changes} field="state">
                  <ActionState action={action} />
                </FieldRow>
                <FieldRow label="Owner" changes={action.changes} field="owners">
                  <PartiesField
                    label="Owner"
                    parties={action.owners}
                    mayEdit={mayEdit}
                    save={(owners, manner) => editor.save({ owners }, manner)}
                  />
                </FieldRow>
                <FieldRow label="Due" changes={action.changes} field="due">
                  <EditableField
                    label="Due"
                    kind="partialDate"
                    value={action.due?.raw ?? ''}
                    mayEdit={mayEdit}
                    save={editor.saveField('due', partial)}
                  >
                    <DueDate action={action} />
                  </EditableField>
                </FieldRow>
                <FieldRow label="Raised" changes={action.changes} field="raised">
                  <EditableField
                    label="Raised"
                    kind="partialDate"
                    value={action.raised?.raw ?? ''}
                    mayEdit={mayEdit}
                    save={editor.saveField('raised', partial)}
                  >
                    <PartialDateText date={action.raised} />
                  </EditableField>
                </FieldRow>
                <FieldRow label="Raised at">
                  <RaisedAt reference={action.raisedAt} />
                </FieldRow>
                <FieldRow label="Group">
                  <ReferenceChip reference={action.group} href={`/groups/${action.group}`} />
                </FieldRow>
              </FieldList>
            </Section>
            <LinkedRecords links={action.links} path={path} name={action.reference} mayEdit={mayEdit} />
          </>
        }
      >
        <Section title="What is to be done">
          <div className={styles.text}>
            <EditableField
              label="Action"
              kind="longText"
              value={action.text}
              mayEdit={mayEdit}
              save={editor.saveField('text')}
            />
            <Mark action={action} field="text" label="Action" />
          </div>
        </Section>
        <Section title="Meeting after meeting" count={action.appearances.length}>
          <Mark action={action} field="action_update" label="Updates" />
          <Appearances action={action} />
        </Section>
      </Beside>
      <Tabs
        label="Where it comes from"
        name="record"
        tabs={[
          { id: 'history', label: 'History', content: () => <RecordHistory path={path} /> },
          { id: 'source', label: 'Source', content: () => <RecordProvenance kind="action" id={action.id} /> },
        ]}
      />
    </>
  );
}

function Mark(props: { readonly action: ActionDetail; readonly field: string; readonly label: string }): ReactNode {
  const changes = props.action.changes.filter((change) => change.field === props.field);
  return changes.length === 0 ? null : <ChangedMark changes={changes} label={props.label} />;
}

/** The meeting it was raised at; a link only where that meeting is on record. */
function RaisedAt({ reference }: { readonly reference: string }): ReactNode {
  const found = useGet<{ readonly items: readonly { readonly kind: string; readonly href: string }[] }>(
    '/api/resolve',
    {
      reference,
    },
  );
  const meeting = found.data?.items.find((item) => item.kind === 'meeting');
  return <ReferenceChip reference={reference} href={meeting?.href ?? null} />;
}

/** Each time it came up, oldest first, as a line down the months. */
function Appearances({ action }: { readonly action: ActionDetail }): ReactNode {
  if (action.appearances.length === 0)
    return (
      <EmptyState title="No meeting has looked at it yet">
        Each update, at a meeting or between meetings, will stand here with what was said.
      </EmptyState>
    );
  return (
    <ol className={styles.appearances}>
      {action.appearances.map((one) => (
        <li key={one.id} className={styles.appearance}>
          <div className={styles.when}>
            <CivilDate date={one.date} />
            <span className={styles.meeting}>
              {one.meeting === null ? 'between meetings' : <MeetingChip meeting={one.meeting} />}
            </span>
          </div>
          <div>
            <p className={styles.verdict}>
              <StateMark state={VERDICT_STATES[one.verdict]} label={one.verdictLabel} />
            </p>
            {one.words === '' ? null : <p className={styles.words}>{one.words}</p>}
          </div>
        </li>
      ))}
      {action.closedAt === null ? null : (
        <li className={styles.appearance}>
          <div className={styles.when}>
            <CivilDate date={action.closedAt.date} />
            <span className={styles.meeting}>
              <MeetingChip meeting={action.closedAt} />
            </span>
          </div>
          <p className={styles.verdict}>
            <StateMark
              state={action.state}
              label={`${action.stateLabel}: agreed on ${printCivilDate(action.closedAt.date)}`}
            />
          </p>
        </li>
      )}
    </ol>
  );
}

/** The shape that goes with a verdict. */
const VERDICT_STATES = {
  ongoing: 'open',
  new: 'open',
  'recommend-closed': 'proposed-closed',
  closed: 'closed',
  superseded: 'cancelled',
} as const;
