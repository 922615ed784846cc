import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGet, useRecordEditor, useSend } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { InstantText } from '../parts/dates.tsx';
import { note } from '../parts/announce.ts';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { LinkedRecords } from '../parts/LinkedRecords.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { MilestoneDetail } from './answers.ts';
import { DateCell, FieldCell, RagCell, type Owner } from './Cells.tsx';
import { Dependencies } from './Dependencies.tsx';
import { IfMoved } from './IfMoved.tsx';
import { MeetingChip } from './MeetingChip.tsx';
import { Past } from './Past.tsx';
import { orNull, readWhole, slipWords } from './reading.ts';
import { useReference } from './useReference.ts';
import { StandingMark } from './Standing.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import styles from './Parts.module.css';

/** One milestone: its dates, how it stands and why, what it follows, what moves if it moves. */
export default function MilestonePage(): ReactNode {
  const reference = useReference();
  const milestone = useGet<MilestoneDetail>(`/api/milestones/${encodeURIComponent(reference)}`);
  return (
    <Loaded query={milestone} what="this milestone">
      {(one) => <MilestoneOf milestone={one} />}
    </Loaded>
  );
}

function MilestoneOf({ milestone }: { readonly milestone: MilestoneDetail }): ReactNode {
  const send = useSend();
  const navigate = useNavigate();
  const path = `/api/milestones/${milestone.id}`;
  return (
    <>
      <PageHeading
        title={milestone.reference === null ? milestone.title : `${milestone.reference} ${milestone.title}`}
        before={<Link to="/plan">Plan</Link>}
        sentence={`${milestone.standing.reason}.`}
        actions={
          milestone.may.remove ? (
            <ConfirmButton
              label="Remove"
              look="quiet"
              question={`Remove “${milestone.title}” from the plan?`}
              consequence="Its dependencies go with it, and what follows it no longer moves with it. Its history stays in the record."
              confirm="Remove the milestone"
              onConfirm={async () => {
                const removed = await send('DELETE', path, undefined, milestone.version, 'The milestone was removed');
                if (removed.kind === 'ok') void navigate({ to: '/plan' });
                return removed;
              }}
            />
          ) : undefined
        }
      />
      <Standing milestone={milestone} path={path} />
      <Beside
        aside={
          <>
            <ChangeRequests milestone={milestone} />
            <LinkedRecords
              links={milestone.links}
              path={path}
              name={milestone.reference ?? milestone.title}
              mayEdit={milestone.may.edit}
            />
          </>
        }
      >
        <Fields milestone={milestone} path={path} />
        <Dependencies milestone={milestone} />
        <IfMoved milestone={milestone} />
      </Beside>
      <Past kind="milestone" id={milestone.id} path={path} />
    </>
  );
}

interface PartProps {
  readonly milestone: MilestoneDetail;
  readonly path: string;
}

/** How it stands, and the one thing to do about an unexamined forecast. */
function Standing({ milestone, path }: PartProps): ReactNode {
  const send = useSend();
  const { standing, examinedAt, examinedBy, forecast } = milestone;
  const reached = milestone.actual !== null;
  const confirm = async (): Promise<void> => {
    const done = await send('POST', `${path}/examine`, {}, milestone.version, 'The forecast is confirmed');
    if (done.kind === 'ok') note('The forecast is confirmed, in your name.');
    else note(done.failure.detail, { tone: 'problem' });
  };
  return (
    <div className={styles.standing}>
      <StandingMark standing={standing} />
      <span>
        {examinedAt === null ? (
          // What was reached has no forecast left to examine.
          !reached && 'Nobody has examined its forecast.'
        ) : (
          <>
            Forecast examined{examinedBy === null ? '' : ` by ${examinedBy}`}, <InstantText instant={examinedAt} />.
          </>
        )}
      </span>
      {milestone.may.edit && forecast !== null && !reached && (
        <span className={`${styles.end ?? ''} screen-only`}>
          <Button look={standing.unexamined ? 'primary' : 'plain'} onClick={() => void confirm()}>
            Confirm the forecast
          </Button>
        </span>
      )}
    </div>
  );
}

function Fields({ milestone, path }: PartProps): ReactNode {
  const { changes, slip, version } = milestone;
  const editor = useRecordEditor(path, version);
  const navigate = useNavigate();
  const of: Owner = { path, version, mayEdit: milestone.may.edit };
  const slips = [
    ['baseline', slip.againstBaseline],
    ['target', slip.againstTarget],
    ['forecast before', slip.againstPreviousForecast],
  ] as const;
  const known = slips.flatMap(([what, days]) =>
    days === null ? [] : [days === 0 ? `on its ${what}` : `${slipWords(days)} against its ${what}`],
  );
  return (
    <Section title="Dates and status">
      <FieldList>
        <FieldRow label="Target" changes={changes} field="target">
          <DateCell of={of} field="target" label="Target" date={milestone.target} />
        </FieldRow>
        <FieldRow label="Forecast" changes={changes} field="forecast">
          <DateCell of={of} field="forecast" label="Forecast" date={milestone.forecast} />
        </FieldRow>
        <FieldRow label="Reached" changes={changes} field="actual">
          <DateCell of={of} field="actual" label="Reached" date={milestone.actual} />
        </FieldRow>
        <FieldRow label="Baseline" changes={changes} field="baseline">
          <DateCell of={of} field="baseline" label="Baseline" date={milestone.baseline} />
        </FieldRow>
        <FieldRow label="Slip">{known.length === 0 ? 'Not known: it takes two dates' : known.join('; ')}</FieldRow>
        <FieldRow label="Reported status" changes={changes} field="rag">
          <RagCell of={of} field="rag" label="Reported status" rag={milestone.rag} raw={milestone.ragRaw} />
        </FieldRow>
        <FieldRow label="Its reason" changes={changes} field="ragReason">
          <FieldCell of={of} field="ragReason" label="Its reason" kind="longText" value={milestone.ragReason} />
        </FieldRow>
        <FieldRow label="Title" changes={changes} field="title">
          <FieldCell of={of} field="title" label="Title" kind="text" value={milestone.title} />
        </FieldRow>
        <FieldRow label="Reference" changes={changes} field="reference">
          <EditableField
            label="Reference"
            kind="text"
            value={milestone.reference ?? ''}
            mayEdit={of.mayEdit}
            save={async (words, manner) => {
              const reference = orNull(words);
              const saved = await editor.save({ reference }, manner);
              // The page's own address goes by the reference.
              if (saved.kind === 'ok') void navigate({ to: `/plan/${reference ?? milestone.id}`, replace: true });
              return saved;
            }}
          />
        </FieldRow>
        <FieldRow label="Level" changes={changes} field="tier">
          <EditableField
            label="Level"
            kind="text"
            value={milestone.tier === null ? '' : String(milestone.tier)}
            mayEdit={of.mayEdit}
            save={async (words, manner) => {
              const read = readWhole('the level', words, '1');
              return read.kind === 'failed' ? read : editor.save({ tier: read.value }, manner);
            }}
          />
        </FieldRow>
        <FieldRow label="Topic area" changes={changes} field="topicArea">
          <FieldCell
            of={of}
            field="topicArea"
            label="Topic area"
            kind="text"
            value={milestone.topicArea ?? ''}
            read={orNull}
          />
        </FieldRow>
        <FieldRow label="Owner" changes={changes} field="owner">
          <FieldCell of={of} field="owner" label="Owner" kind="text" value={milestone.owner ?? ''} read={orNull} />
        </FieldRow>
        {milestone.source !== null && (
          <FieldRow label="Source">
            <MeetingChip meeting={milestone.source} />
          </FieldRow>
        )}
      </FieldList>
    </Section>
  );
}

function ChangeRequests({ milestone }: { readonly milestone: MilestoneDetail }): ReactNode {
  const { changeRequests } = milestone;
  if (changeRequests.length === 0) return null;
  return (
    <Section title="Change requests that affect it" count={changeRequests.length}>
      <ul className={styles.links}>
        {changeRequests.map((request) => (
          <li key={request.id}>
            <span>
              <ReferenceChip reference={request.reference} href={request.href} />
            </span>
            <span>
              {request.title} <span className={styles.note}>{request.state}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
