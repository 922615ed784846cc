import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { useGet, useRecordEditor, type Saved, type SaveManner } from '../api/queries.ts';
import { CivilDate } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { printCivilDate } from '../../values/partial-date.ts';
import type { Result } from '../../values/result.ts';
import { Agenda } from './Agenda.tsx';
import type { MeetingDetail } from './answers.ts';
import { MeetingActions } from './MeetingActions.tsx';
import { MeetingDecisions } from './MeetingDecisions.tsx';
import { MinutesDraft } from './MinutesDraft.tsx';
import { Downloads, Papers } from './Papers.tsx';
import { NewMark } from './NewMark.tsx';
import { LinkList } from '../parts/LinkedRecords.tsx';
import { RecordHistory, RecordProvenance } from './RecordStory.tsx';
import { StateMark } from './StateMark.tsx';
import { Steps } from './Steps.tsx';
import { Updates } from './Updates.tsx';
import { counted, printTimes } from './words.ts';
import styles from './MeetingPage.module.css';

/** One meeting, like a well-set agenda; under it what was owed, decided, told and written. */
export default function MeetingPage(): ReactNode {
  const parameters: { readonly reference?: string } = useParams({ strict: false });
  const reference = parameters.reference ?? '';
  const meeting = useGet<MeetingDetail>(`/api/meetings/${reference}`);
  return (
    <Loaded query={meeting} what="this meeting">
      {(answer) => <MeetingOf meeting={answer} />}
    </Loaded>
  );
}

/** `CCAG on 23 Nov 2022, 10:00–11:35: 10 items, 3 for decision; 10 actions looked at, 8 proposed for closing; 7 decisions and recommendations.` */
function sentenceOf(meeting: MeetingDetail): string {
  const times = printTimes(meeting.startTime, meeting.endTime);
  const forDecision = meeting.agenda.filter((item) => item.purpose === 'decision').length;
  const reviewed = meeting.actionsReviewed.length;
  const proposed = meeting.actionsReviewed.filter(
    ({ action }) => action.proposedAt?.id === meeting.id && action.closedAt === null,
  ).length;
  const raised = meeting.actionsRaised.length;
  return [
    `${meeting.group.name} on ${printCivilDate(meeting.date)}${times === '' ? '' : `, ${times}`}: ${
      meeting.agenda.length === 0
        ? 'no agenda yet'
        : `${counted(meeting.agenda.length, 'item')}, ${forDecision === 0 ? 'none' : String(forDecision)} for decision`
    }`,
    ...(reviewed === 0
      ? []
      : [
          `${counted(reviewed, 'action')} looked at${proposed === 0 ? '' : `, ${String(proposed)} proposed for closing`}`,
        ]),
    ...(raised === 0 ? [] : [`${counted(raised, 'action')} raised`]),
    ...(meeting.decisions.length === 0
      ? []
      : [counted(meeting.decisions.length, 'decision or recommendation', 'decisions and recommendations')]),
  ]
    .join('; ')
    .concat('.');
}

function MeetingOf({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const path = `/api/meetings/${meeting.reference}`;
  const actions = new Set([
    ...meeting.actionsReviewed.map(({ action }) => action.id),
    ...meeting.actionsRaised.map((action) => action.id),
  ]).size;
  return (
    <>
      <PageHeading
        title={meeting.reference}
        before={
          <>
            <Link to="/meetings">Meetings</Link> <NewMark changes={meeting.changes} what="This whole meeting" />
          </>
        }
        sentence={sentenceOf(meeting)}
        actions={
          <>
            <Downloads reference={meeting.reference} />
            <Steps
              steps={meeting.steps}
              path={`${path}/steps`}
              version={meeting.version}
              resource="meeting"
              name={meeting.reference}
            />
          </>
        }
      />
      <Facts meeting={meeting} />
      <Agenda meeting={meeting} />
      <Tabs
        label="What goes with the meeting"
        tabs={[
          { id: 'actions', label: 'Actions', count: actions, content: () => <MeetingActions meeting={meeting} /> },
          {
            id: 'decisions',
            label: 'Decisions',
            count: meeting.decisions.length,
            content: () => <MeetingDecisions meeting={meeting} />,
          },
          {
            id: 'papers',
            label: 'Papers',
            count: meeting.documents.length,
            content: () => <Papers meeting={meeting} />,
          },
          {
            id: 'updates',
            label: 'Updates',
            count: meeting.groupUpdates.length + meeting.notes.length,
            content: () => <Updates meeting={meeting} />,
          },
          { id: 'minutes', label: 'Minutes draft', content: () => <MinutesDraft meeting={meeting} /> },
          { id: 'history', label: 'History', content: () => <RecordHistory path={path} /> },
          { id: 'source', label: 'Source', content: () => <RecordProvenance kind="meeting" id={meeting.id} /> },
        ]}
      />
    </>
  );
}

/** When, where, who, and what comes after. */
function Facts({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  // By its permanent id: its reference changes with its number and date.
  const editor = useRecordEditor(`/api/meetings/${meeting.id}`, meeting.version);
  const navigate = useNavigate();
  /** Saves what the reference is made of, and goes on under the new one. */
  const saveNaming =
    (name: 'number' | 'date') =>
    async (words: string, manner: SaveManner): Promise<Result<Saved, Problem>> => {
      const saved = await editor.save({ [name]: words.trim() }, manner);
      if (saved.kind === 'failed') return saved;
      const now = await api.get<MeetingDetail>(`/api/meetings/${meeting.id}`);
      if (now.kind === 'ok' && now.value.reference !== meeting.reference)
        await navigate({ to: `/meetings/${now.value.reference}`, replace: true });
      return saved;
    };
  const mayEdit = meeting.may.edit;
  const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim());
  const field = (
    label: string,
    name: 'startTime' | 'endTime' | 'place' | 'chair' | 'title' | 'introduction',
    column: string,
    kind: 'text' | 'longText' = 'text',
  ): ReactNode => (
    <FieldRow label={label} changes={meeting.changes} field={column}>
      <EditableField
        label={label}
        kind={kind}
        value={meeting[name] ?? ''}
        mayEdit={mayEdit}
        save={editor.saveField(name, name === 'startTime' || name === 'endTime' ? orNull : undefined)}
      />
    </FieldRow>
  );
  return (
    <Beside
      aside={
        <Section title="Next meetings">
          {meeting.nextMeetings.length === 0 ? (
            <p className={styles.none}>Nothing is in the calendar after this meeting.</p>
          ) : (
            <ul className={styles.next}>
              {meeting.nextMeetings.map((next) => (
                <li key={next.id}>
                  <CivilDate date={next.date} />
                  <span className={styles.time}>{printTimes(next.startTime, next.endTime)}</span>
                  <ReferenceChip
                    reference={next.number === null ? next.group.shortName : next.reference}
                    href={`/meetings/${next.reference}`}
                  />
                </li>
              ))}
            </ul>
          )}
          {meeting.links.length === 0 ? null : <LinkList links={meeting.links} />}
        </Section>
      }
    >
      <Section title="When and where">
        <div className={styles.facts}>
          <FieldList>
            <FieldRow label="State" changes={meeting.changes} field="state">
              <StateMark state={meeting.state} label={meeting.stateLabel} />
            </FieldRow>
            <FieldRow label="Group">
              <ReferenceChip reference={meeting.group.shortName} href={`/groups/${meeting.group.shortName}`} />
              {meeting.extraordinary ? ' extraordinary meeting' : ''}
            </FieldRow>
            <FieldRow label="Date" changes={meeting.changes} field="date">
              <EditableField label="Date" kind="date" value={meeting.date} mayEdit={mayEdit} save={saveNaming('date')}>
                <CivilDate date={meeting.date} />
              </EditableField>
            </FieldRow>
            <FieldRow label="Number" changes={meeting.changes} field="number">
              <EditableField
                label="Number"
                kind="text"
                value={meeting.number ?? ''}
                mayEdit={mayEdit}
                save={saveNaming('number')}
              />
            </FieldRow>
            {field('Starts', 'startTime', 'start_time')}
            {field('Ends', 'endTime', 'end_time')}
            {field('Place', 'place', 'place')}
            {field('Chair', 'chair', 'chair')}
            {meeting.title === '' && !mayEdit ? null : field('Title', 'title', 'title')}
            {meeting.introduction === '' && !mayEdit
              ? null
              : field('Introduction', 'introduction', 'introduction', 'longText')}
          </FieldList>
        </div>
      </Section>
    </Beside>
  );
}
