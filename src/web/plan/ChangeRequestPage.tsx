import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet, useRecordEditor, useSend } from '../api/queries.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { LinkedRecords } from '../parts/LinkedRecords.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { ChangeRequestDetail } from './answers.ts';
import { DayCell, FieldCell, type Owner } from './Cells.tsx';
import { Impacts } from './Impacts.tsx';
import styles from './Parts.module.css';
import { Past } from './Past.tsx';
import { keyInWords } from '../parts/words.ts';
import { listed, orNull, readWhole } from './reading.ts';
import { useReference } from './useReference.ts';
import { Recommendations } from './Recommendations.tsx';
import { Workflow } from './Workflow.tsx';

/** One request to change the programme, followed from its raising to its decision. */
export default function ChangeRequestPage(): ReactNode {
  const reference = useReference();
  const request = useGet<ChangeRequestDetail>(`/api/change-requests/${encodeURIComponent(reference)}`);
  return (
    <Loaded query={request} what="this change request">
      {(one) => <RequestOf request={one} />}
    </Loaded>
  );
}

/** The request in one sentence: where it stands, what it would cost, how it was decided. */
function sentenceOf(request: ChangeRequestDetail): string {
  const by = request.decidedBy === null ? '' : ` by ${request.decidedBy}`;
  const on = request.decidedOn === null ? '' : ` on ${printCivilDate(request.decidedOn)}`;
  const stands = request.outcome === null ? request.stateWords : `${keyInWords(request.outcome)}${by}${on}`;
  const would = [request.costWords, request.scheduleWords].filter((words) => words !== '').join(' and ');
  const moves = request.affectedMilestones.map(({ reference }) => reference).join(', ');
  return [
    stands,
    ...(would === '' ? [] : [`it would take ${would}`]),
    ...(moves === '' ? [] : [`it affects ${moves}`]),
    ...(request.outcome === null ? [`${request.deciders.join(', then ')} to decide`] : []),
  ].join('; ');
}

function RequestOf({ request }: { readonly request: ChangeRequestDetail }): ReactNode {
  const send = useSend();
  const navigate = useNavigate();
  const path = `/api/change-requests/${request.id}`;
  return (
    <>
      <PageHeading
        title={`${request.reference} ${request.title}`}
        before={<Link to="/change-requests">Change requests</Link>}
        sentence={`${sentenceOf(request)}.`}
        actions={
          request.may.remove ? (
            <ConfirmButton
              label="Remove"
              look="quiet"
              question={`Remove ${request.reference}?`}
              consequence="It goes with its impacts and recommendations. Its history stays in the record."
              confirm="Remove the change request"
              onConfirm={async () => {
                const removed = await send(
                  'DELETE',
                  path,
                  undefined,
                  request.version,
                  'The change request was removed',
                );
                if (removed.kind === 'ok') void navigate({ to: '/change-requests' });
                return removed;
              }}
            />
          ) : undefined
        }
      />
      <Workflow request={request} />
      <Beside
        aside={
          <>
            <Fields request={request} path={path} />
            <LinkedRecords links={request.links} path={path} name={request.reference} mayEdit={request.may.edit} />
          </>
        }
      >
        <Asked request={request} path={path} />
        <Impacts request={request} />
        <Recommendations request={request} />
      </Beside>
      <Past kind="change-request" id={request.id} path={path} />
    </>
  );
}

interface PartProps {
  readonly request: ChangeRequestDetail;
  readonly path: string;
}

function Asked({ request, path }: PartProps): ReactNode {
  const { changes } = request;
  const of: Owner = { path, version: request.version, mayEdit: request.may.edit };
  return (
    <Section title="What it asks for">
      <FieldList>
        <FieldRow label="Title" changes={changes} field="title">
          <FieldCell of={of} field="title" label="Title" kind="text" value={request.title} />
        </FieldRow>
        <FieldRow label="Request" changes={changes} field="request">
          <FieldCell
            of={of}
            field="request"
            label="Request"
            kind="longText"
            value={request.request ?? ''}
            read={orNull}
          />
        </FieldRow>
        <FieldRow label="Benefit" changes={changes} field="benefit">
          <FieldCell
            of={of}
            field="benefit"
            label="Benefit"
            kind="longText"
            value={request.benefit ?? ''}
            read={orNull}
          />
        </FieldRow>
      </FieldList>
    </Section>
  );
}

function Fields({ request, path }: PartProps): ReactNode {
  const { changes, version } = request;
  const of: Owner = { path, version, mayEdit: request.may.edit };
  return (
    <Section title="Facts">
      <FieldList>
        <FieldRow label="Raised by" changes={changes} field="raisedBy">
          <FieldCell
            of={of}
            field="raisedBy"
            label="Raised by"
            kind="text"
            value={request.raisedBy ?? ''}
            read={orNull}
          />
        </FieldRow>
        <FieldRow label="Raised" changes={changes} field="raisedOn">
          <DayCell of={of} field="raisedOn" label="Raised" date={request.raisedOn} />
        </FieldRow>
        <FieldRow label="Assessment opens" changes={changes} field="assessmentFrom">
          <DayCell of={of} field="assessmentFrom" label="Assessment opens" date={request.assessmentFrom} />
        </FieldRow>
        <FieldRow label="Assessment closes" changes={changes} field="assessmentTo">
          <DayCell of={of} field="assessmentTo" label="Assessment closes" date={request.assessmentTo} />
        </FieldRow>
        <FieldRow label="Affects" changes={changes} field="affectedMilestones">
          <FieldCell
            of={of}
            field="affectedMilestones"
            label="Affects"
            kind="text"
            value={request.affectedMilestones.map(({ reference }) => reference).join(', ')}
            read={listed}
          >
            {request.affectedMilestones.length === 0 ? (
              ''
            ) : (
              <div className={styles.lines}>
                {request.affectedMilestones.map((one) => (
                  <div key={one.reference}>
                    <ReferenceChip reference={one.reference} href={one.href} title={one.title} /> {one.title}
                  </div>
                ))}
              </div>
            )}
          </FieldCell>
        </FieldRow>
        <FieldRow label="Cost" changes={changes} field="costAmount">
          <WholeField of={of} field="costAmount" label="Cost" value={request.costAmount} example="60000">
            {request.costWords}
          </WholeField>
        </FieldRow>
        <FieldRow label="Kind of figure" changes={changes} field="costKind">
          <FieldCell
            of={of}
            field="costKind"
            label="Kind of figure"
            kind="text"
            value={request.costKind ?? ''}
            read={orNull}
          >
            {request.costKind === 'ROM' ? 'ROM (rough order of magnitude)' : (request.costKind ?? '')}
          </FieldCell>
        </FieldRow>
        <FieldRow label="Weeks, at least" changes={changes} field="scheduleWeeksMin">
          <WholeField
            of={of}
            field="scheduleWeeksMin"
            label="Weeks, at least"
            value={request.scheduleWeeksMin}
            example="8"
          />
        </FieldRow>
        <FieldRow label="Weeks, at most" changes={changes} field="scheduleWeeksMax">
          <WholeField
            of={of}
            field="scheduleWeeksMax"
            label="Weeks, at most"
            value={request.scheduleWeeksMax}
            example="12"
          />
        </FieldRow>
        <FieldRow label="Group that decides" changes={changes} field="decisionGroup">
          <FieldCell
            of={of}
            field="decisionGroup"
            label="Group that decides"
            kind="text"
            value={request.decisionGroup ?? ''}
            read={orNull}
          />
        </FieldRow>
        <FieldRow label="Deciders">{request.deciders.join(', then ')}</FieldRow>
        {request.outcome !== null && (
          <>
            <FieldRow label="Outcome" changes={changes} field="outcome">
              {keyInWords(request.outcome)}
            </FieldRow>
            <FieldRow label="Decided by" changes={changes} field="decidedBy">
              {request.decidedBy ?? 'Not said'}
            </FieldRow>
            <FieldRow label="Decided" changes={changes} field="decidedOn">
              <CivilDate date={request.decidedOn} none="Not said" />
            </FieldRow>
          </>
        )}
        {(request.outcome !== null || request.outcomeNote !== '') && (
          <FieldRow label="Conditions and reasons" changes={changes} field="outcomeNote">
            <FieldCell
              of={of}
              field="outcomeNote"
              label="Conditions and reasons"
              kind="longText"
              value={request.outcomeNote}
            />
          </FieldRow>
        )}
      </FieldList>
    </Section>
  );
}

interface WholeFieldProps {
  readonly of: Owner;
  readonly field: string;
  readonly label: string;
  readonly value: number | null;
  readonly example: string;
  readonly children?: ReactNode;
}

/** A whole number, or nothing. */
function WholeField({ of, field, label, value, example, children }: WholeFieldProps): ReactNode {
  const editor = useRecordEditor(of.path, of.version);
  return (
    <EditableField
      label={label}
      kind="text"
      value={value === null ? '' : String(value)}
      mayEdit={of.mayEdit}
      save={async (words, manner) => {
        const read = readWhole(`“${label}”`, words, example);
        return read.kind === 'failed' ? read : editor.save({ [field]: read.value }, manner);
      }}
    >
      {children}
    </EditableField>
  );
}
