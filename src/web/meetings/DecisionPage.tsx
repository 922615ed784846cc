import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGet, useRecordEditor } from '../api/queries.ts';
import { CivilDate } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { printCivilDate } from '../../values/partial-date.ts';
import { MeetingChip } from './ActionFacts.tsx';
import type { DecisionDetail } from './answers.ts';
import { Conditions } from './Conditions.tsx';
import { EscalationChain, SendUp } from './Escalation.tsx';
import { NewMark } from './NewMark.tsx';
import { LinkedRecords } from '../parts/LinkedRecords.tsx';
import { RecordHistory, RecordProvenance } from './RecordStory.tsx';
import { StateMark } from './StateMark.tsx';
import { CAPACITY_OPTIONS, CAPACITY_WORDS, counted, KIND_OPTIONS, KIND_WORDS, OUTCOME_OPTIONS } from './words.ts';
import styles from './DecisionPage.module.css';

/** One decision: what, in what capacity, on which text, with what conditions, and who has to follow. */
export default function DecisionPage(): ReactNode {
  const parameters: { readonly reference?: string } = useParams({ strict: false });
  const reference = parameters.reference ?? '';
  const decision = useGet<DecisionDetail>(`/api/decisions/${reference}`);
  return (
    <Loaded query={decision} what="this decision">
      {(answer) => <DecisionOf decision={answer} />}
    </Loaded>
  );
}

/** `Recommendation of CCAG on 23 Nov 2022 at CCAG-12: not decided yet; 1 condition to meet; awaiting SRO and PSG.` */
function sentenceOf(decision: DecisionDetail): string {
  const open = decision.conditions.filter((condition) => !condition.met).length;
  const waiting = decision.escalation.filter((step) => step.state === 'awaiting').map((step) => step.body);
  const said = [
    `${KIND_WORDS[decision.kind]} of ${decision.group}`,
    ...(decision.decidedOn === null ? [] : [`on ${printCivilDate(decision.decidedOn)}`]),
    ...(decision.meeting === null ? [] : [`at ${decision.meeting.reference}`]),
  ].join(' ');
  return [
    `${said}: ${decision.outcomeLabel.toLowerCase()}`,
    ...(decision.conditions.length === 0
      ? []
      : [open === 0 ? 'every condition is met' : `${counted(open, 'condition')} to meet`]),
    ...(waiting.length === 0 ? [] : [`awaiting ${waiting.join(' and ')}`]),
  ]
    .join('; ')
    .concat('.');
}

function DecisionOf({ decision }: { readonly decision: DecisionDetail }): ReactNode {
  const path = `/api/decisions/${decision.reference}`;
  const editor = useRecordEditor(path, decision.version);
  const mayEdit = decision.may.edit;
  const marked = decision.changes.filter((change) => change.field === 'text');
  const whenLabel = decision.outcome === 'pending' ? 'Put for decision on' : 'Decided on';
  return (
    <>
      <PageHeading
        title={decision.reference}
        before={
          <>
            <Link to="/decisions">Decisions</Link> <NewMark changes={decision.changes} what="This whole decision" />
          </>
        }
        sentence={sentenceOf(decision)}
      />
      <Beside
        aside={
          <>
            <Section title="Facts">
              <FieldList>
                <FieldRow label="Kind" changes={decision.changes} field="kind">
                  <EditableField
                    label="Kind"
                    kind="select"
                    value={decision.kind}
                    options={KIND_OPTIONS}
                    mayEdit={mayEdit}
                    save={editor.saveField('kind')}
                  />
                </FieldRow>
                <FieldRow label="Capacity" changes={decision.changes} field="capacity">
                  <EditableField
                    label="Capacity"
                    kind="select"
                    value={decision.capacity}
                    options={CAPACITY_OPTIONS}
                    mayEdit={mayEdit}
                    save={editor.saveField('capacity')}
                  >
                    The group {CAPACITY_WORDS[decision.capacity].toLowerCase()}
                  </EditableField>
                </FieldRow>
                <FieldRow label="Outcome" changes={decision.changes} field="outcome">
                  <EditableField
                    label="Outcome"
                    kind="select"
                    value={decision.outcome}
                    options={OUTCOME_OPTIONS}
                    mayEdit={decision.may.decide}
                    save={editor.saveField('outcome')}
                  >
                    <StateMark state={decision.outcome} label={decision.outcomeLabel} />
                  </EditableField>
                </FieldRow>
                <FieldRow label={whenLabel} changes={decision.changes} field="decided_on">
                  <EditableField
                    label={whenLabel}
                    kind="date"
                    value={decision.decidedOn ?? ''}
                    mayEdit={mayEdit}
                    save={editor.saveField('decidedOn', (words) => (words === '' ? null : words))}
                  >
                    <CivilDate date={decision.decidedOn} />
                  </EditableField>
                </FieldRow>
                <FieldRow label="Meeting">
                  {decision.meeting === null ? '–' : <MeetingChip meeting={decision.meeting} />}
                </FieldRow>
                <FieldRow label="Group">
                  <ReferenceChip reference={decision.group} href={`/groups/${decision.group}`} />
                </FieldRow>
                <FieldRow label="On which text" changes={decision.changes} field="text_sha256">
                  {decision.textSha256 === null ? (
                    'Not bound to a text'
                  ) : (
                    <span className={styles.hash}>
                      Exactly the text with the SHA-256 <code>{decision.textSha256}</code>
                    </span>
                  )}
                </FieldRow>
              </FieldList>
            </Section>
            <LinkedRecords links={decision.links} path={path} name={decision.reference} mayEdit={mayEdit} />
          </>
        }
      >
        <Section title={KIND_WORDS[decision.kind]}>
          <div className={styles.text}>
            <EditableField
              label="Text"
              kind="longText"
              value={decision.text}
              mayEdit={mayEdit}
              save={editor.saveField('text')}
            />
            {marked.length === 0 ? null : <ChangedMark changes={marked} label="Text" />}
          </div>
        </Section>
        <Section title="Conditions" count={decision.conditions.length}>
          <Conditions decision={decision} mayEdit={mayEdit} />
        </Section>
        <Section title="The way up" actions={<SendUp decision={decision} />}>
          <EscalationChain decision={decision} />
        </Section>
      </Beside>
      <Tabs
        label="Where it comes from"
        name="record"
        tabs={[
          { id: 'history', label: 'History', content: () => <RecordHistory path={path} /> },
          { id: 'source', label: 'Source', content: () => <RecordProvenance kind="decision" id={decision.id} /> },
        ]}
      />
    </>
  );
}
