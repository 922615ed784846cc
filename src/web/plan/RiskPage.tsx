import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet, useSend } from '../api/queries.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Beside, FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { LinkedRecords } from '../parts/LinkedRecords.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import type { RiskDetail } from './answers.ts';
import { FieldCell, RagCell, type Owner } from './Cells.tsx';
import { Mitigations } from './Mitigations.tsx';
import { MeetingChip } from './MeetingChip.tsx';
import { Past } from './Past.tsx';
import { keyInWords } from '../parts/words.ts';
import { optionsOf, orNull } from './reading.ts';
import { useReference } from './useReference.ts';
import { ReviewDate } from './ReviewDate.tsx';

/** One risk or issue: its cause and effect, its owner, and what is done against it. */
export default function RiskPage(): ReactNode {
  const reference = useReference();
  const risk = useGet<RiskDetail>(`/api/risks/${encodeURIComponent(reference)}`);
  return (
    <Loaded query={risk} what="this risk">
      {(one) => <RiskOf risk={one} />}
    </Loaded>
  );
}

/** `Open risk, rated amber, owned by nobody; 1 of 3 mitigations done; review due 14 Dec 2022`. */
function sentenceOf(risk: RiskDetail): string {
  const rated = risk.rag === 'none' ? 'not rated' : `rated ${risk.rag}`;
  const owner = risk.owner === null ? 'with no owner' : `owned by ${risk.owner}`;
  const done = risk.mitigations.filter((one) => one.done).length;
  const review =
    risk.reviewDate === null
      ? 'no review date'
      : `review ${risk.reviewOverdue ? 'was due' : 'due'} ${printCivilDate(risk.reviewDate)}`;
  return [
    `${keyInWords(risk.state)} ${risk.type}, ${rated}, ${owner}`,
    risk.mitigations.length === 0
      ? 'nothing is done against it'
      : `${done} of ${risk.mitigations.length} mitigations done`,
    review,
  ].join('; ');
}

function RiskOf({ risk }: { readonly risk: RiskDetail }): ReactNode {
  const send = useSend();
  const navigate = useNavigate();
  const path = `/api/risks/${risk.id}`;
  return (
    <>
      <PageHeading
        title={`${keyInWords(risk.type)} ${risk.reference}`}
        before={<Link to="/risks">Risks</Link>}
        sentence={`${sentenceOf(risk)}.`}
        actions={
          risk.may.remove ? (
            <ConfirmButton
              label="Remove"
              look="quiet"
              question={`Remove ${risk.reference}?`}
              consequence="It goes with its mitigations. Its history stays in the record. A risk that is over is better closed."
              confirm={`Remove the ${risk.type}`}
              onConfirm={async () => {
                const removed = await send('DELETE', path, undefined, risk.version, `The ${risk.type} was removed`);
                if (removed.kind === 'ok') void navigate({ to: '/risks' });
                return removed;
              }}
            />
          ) : undefined
        }
      />
      <Beside
        aside={
          <>
            <Facts risk={risk} path={path} />
            <LinkedRecords links={risk.links} path={path} name={risk.reference} mayEdit={risk.may.edit} />
          </>
        }
      >
        <Matter risk={risk} path={path} />
        <Mitigations risk={risk} />
      </Beside>
      <Past kind="risk" id={risk.id} path={path} />
    </>
  );
}

interface PartProps {
  readonly risk: RiskDetail;
  readonly path: string;
}

function Matter({ risk, path }: PartProps): ReactNode {
  const of: Owner = { path, version: risk.version, mayEdit: risk.may.edit };
  return (
    <Section title="What it is">
      <FieldList>
        <FieldRow label="Description" changes={risk.changes} field="description">
          <FieldCell of={of} field="description" label="Description" kind="longText" value={risk.description} />
        </FieldRow>
        <FieldRow label="Cause" changes={risk.changes} field="cause">
          <FieldCell of={of} field="cause" label="Cause" kind="longText" value={risk.cause ?? ''} read={orNull} />
        </FieldRow>
        <FieldRow label="Effect" changes={risk.changes} field="effect">
          <FieldCell of={of} field="effect" label="Effect" kind="longText" value={risk.effect ?? ''} read={orNull} />
        </FieldRow>
      </FieldList>
    </Section>
  );
}

function Facts({ risk, path }: PartProps): ReactNode {
  const { changes } = risk;
  const of: Owner = { path, version: risk.version, mayEdit: risk.may.edit };
  return (
    <Section title="Facts">
      <FieldList>
        <FieldRow label="Rating" changes={changes} field="rag">
          <RagCell of={of} field="rag" label="Rating" rag={risk.rag} raw={risk.ratingRaw} />
        </FieldRow>
        <FieldRow label="Owner" changes={changes} field="owner">
          <FieldCell of={of} field="owner" label="Owner" kind="text" value={risk.owner ?? ''} read={orNull} />
        </FieldRow>
        <FieldRow label="Review" changes={changes} field="reviewDate">
          <FieldCell of={of} field="reviewDate" label="Review" kind="date" value={risk.reviewDate ?? ''} read={orNull}>
            {risk.reviewDate === null ? '' : <ReviewDate risk={risk} />}
          </FieldCell>
        </FieldRow>
        <FieldRow label="State" changes={changes} field="state">
          <FieldCell
            of={of}
            field="state"
            label="State"
            kind="select"
            value={risk.state}
            options={optionsOf(['open', 'closed'])}
          />
        </FieldRow>
        <FieldRow label="Type" changes={changes} field="type">
          <FieldCell
            of={of}
            field="type"
            label="Type"
            kind="select"
            value={risk.type}
            options={optionsOf(['risk', 'issue'])}
          />
        </FieldRow>
        {risk.identifier !== null && <FieldRow label="In its source">{risk.identifier}</FieldRow>}
        {risk.source !== null && (
          <FieldRow label="Source">
            <MeetingChip meeting={risk.source} />
          </FieldRow>
        )}
      </FieldList>
    </Section>
  );
}
