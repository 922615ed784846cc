import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { useGet, useRecordEditor } from '../api/queries.ts';
import { CivilDate } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import type { Group, GroupDetail } from './answers.ts';
import { AddMeeting } from './MeetingsPage.tsx';
import { RecordHistory, RecordProvenance } from './RecordStory.tsx';
import { savingWholeNumber } from './wholeNumber.ts';
import { counted, readLines } from './words.ts';
import styles from './GroupPage.module.css';

/** One group: its place among the others, its terms of reference, who sits on it, its meetings. */
export default function GroupPage(): ReactNode {
  const parameters: { readonly name?: string } = useParams({ strict: false });
  const name = parameters.name ?? '';
  const group = useGet<GroupDetail>(`/api/groups/${name}`);
  return (
    <Loaded query={group} what="this group">
      {(answer) => <GroupOf group={answer} />}
    </Loaded>
  );
}

const sentenceOf = (group: GroupDetail): string =>
  `${group.name}${group.parent === null ? '' : `, reporting to ${group.parent}`}: ${[
    counted(group.meetings, 'meeting'),
    `${counted(group.outstandingActions, 'action')} open`,
    counted(group.decisions, 'decision or recommendation', 'decisions and recommendations'),
  ].join(', ')}.`;

/** History keeps a group by its id; people know it by its short name. */
const tellParent =
  (groups: readonly Group[]) =>
  (change: FieldChange): FieldChange => {
    const nameOf = (id: unknown): unknown => groups.find((group) => group.id === id)?.shortName ?? id;
    return change.field === 'parent_id'
      ? { ...change, before: nameOf(change.before), after: nameOf(change.after) }
      : change;
  };

function GroupOf({ group }: { readonly group: GroupDetail }): ReactNode {
  const path = `/api/groups/${group.shortName}`;
  const editor = useRecordEditor(path, group.version);
  const others = useGet<{ readonly items: readonly Group[] }>('/api/groups');
  const mayEdit = group.may.edit;
  return (
    <>
      <PageHeading
        title={group.shortName}
        before={<Link to="/groups">Groups</Link>}
        sentence={sentenceOf(group)}
        actions={<AddMeeting group={group.shortName} />}
      />
      <Beside
        aside={
          <Section title="Meetings" count={group.recentMeetings.length}>
            {group.recentMeetings.length === 0 ? (
              <EmptyState title="It has not met yet">Its meetings will stand here, the latest first.</EmptyState>
            ) : (
              <ul className={styles.meetings}>
                {group.recentMeetings.map((meeting) => (
                  <li key={meeting.id}>
                    <CivilDate date={meeting.date} />{' '}
                    <ReferenceChip reference={meeting.reference} href={`/meetings/${meeting.reference}`} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        }
      >
        <Section title="Constitution">
          <FieldList>
            <FieldRow label="Name" changes={group.changes} field="name">
              <EditableField
                label="Name"
                kind="text"
                value={group.name}
                mayEdit={mayEdit}
                save={editor.saveField('name')}
              />
            </FieldRow>
            <FieldRow label="Level" changes={group.changes} field="level">
              <EditableField
                label="Level"
                kind="text"
                value={group.level === null ? '' : String(group.level)}
                mayEdit={mayEdit}
                save={savingWholeNumber(editor.save, 'level')}
              />
            </FieldRow>
            <FieldRow label="Reports to" changes={group.changes} field="parent_id">
              <EditableField
                label="Reports to"
                kind="select"
                value={group.parent ?? ''}
                options={[
                  { value: '', label: 'No other group' },
                  ...(others.data?.items ?? [])
                    .filter((other) => other.id !== group.id)
                    .map((other) => ({ value: other.shortName, label: other.shortName })),
                ]}
                mayEdit={mayEdit}
                save={editor.saveField('parent', (words) => (words === '' ? null : words))}
              >
                {group.parent === null ? (
                  'No other group'
                ) : (
                  <ReferenceChip reference={group.parent} href={`/groups/${group.parent}`} />
                )}
              </EditableField>
            </FieldRow>
            <FieldRow label="Reporting to it">
              {group.children.length === 0 ? (
                '–'
              ) : (
                <span className={styles.chips}>
                  {group.children.map((child) => (
                    <ReferenceChip key={child} reference={child} href={`/groups/${child}`} />
                  ))}
                </span>
              )}
            </FieldRow>
            <FieldRow label="Cadence" changes={group.changes} field="cadence">
              <EditableField
                label="Cadence"
                kind="text"
                value={group.cadence}
                mayEdit={mayEdit}
                save={editor.saveField('cadence')}
              />
            </FieldRow>
            <FieldRow label="Chair" changes={group.changes} field="chair_role">
              <EditableField
                label="Chair"
                kind="text"
                value={group.chairRole}
                mayEdit={mayEdit}
                save={editor.saveField('chairRole')}
              />
            </FieldRow>
            <FieldRow label="Main group" changes={group.changes} field="main">
              <EditableField
                label="Main group"
                kind="select"
                value={group.main ? 'yes' : 'no'}
                options={[
                  { value: 'yes', label: 'Yes: the programme counts time by its meetings' },
                  { value: 'no', label: 'No' },
                ]}
                mayEdit={mayEdit}
                save={editor.saveField('main', (words) => words === 'yes')}
              />
            </FieldRow>
            <FieldRow label="Constituencies" changes={group.changes} field="constituencies">
              <EditableField
                label="Constituencies"
                kind="longText"
                value={group.constituencies.join('\n')}
                mayEdit={mayEdit}
                save={editor.saveField('constituencies', readLines)}
              />
            </FieldRow>
            <FieldRow label="Terms of reference" changes={group.changes} field="terms_of_reference">
              <EditableField
                label="Terms of reference"
                kind="longText"
                value={group.termsOfReference}
                mayEdit={mayEdit}
                save={editor.saveField('termsOfReference')}
              />
            </FieldRow>
          </FieldList>
        </Section>
      </Beside>
      <Tabs
        label="Where it comes from"
        name="record"
        tabs={[
          {
            id: 'history',
            label: 'History',
            content: () => <RecordHistory path={path} tell={tellParent(others.data?.items ?? [])} />,
          },
          { id: 'source', label: 'Source', content: () => <RecordProvenance kind="group" id={group.id} /> },
        ]}
      />
    </>
  );
}
