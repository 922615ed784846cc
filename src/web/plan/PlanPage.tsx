import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useList, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { FormDialog, type FormFieldSpec } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import type { Milestone } from './answers.ts';
import { ASSUMPTIONS } from './kinds/assumptions.tsx';
import { FREEZE_OPTIONS, FREEZE_RECOMMENDATIONS } from './kinds/codeFreeze.tsx';
import { DELIVERABLES } from './kinds/deliverables.tsx';
import { STATUS_REPORTS } from './kinds/statusReports.tsx';
import { TOPIC_AREAS } from './kinds/topicAreas.tsx';
import { MilestoneTable } from './MilestoneTable.tsx';
import { PlanPicture } from './PlanPicture.tsx';
import { orNull } from './reading.ts';
import { SmallRecords } from './SmallRecords.tsx';

/** The plan: drawn, as a table, and what belongs to it. */
export default function PlanPage(): ReactNode {
  const milestones = useList<Milestone>('/api/milestones');
  return (
    <Loaded query={milestones} what="the plan">
      {(list) => (
        <>
          <PageHeading title="Plan" sentence={`${list.sentence ?? ''}.`} actions={<AddMilestone />} />
          <Tabs
            label="Parts of the plan"
            tabs={[
              { id: 'picture', label: 'Picture', content: () => <PlanPicture /> },
              {
                id: 'table',
                label: 'Milestones',
                count: list.total,
                content: () => <MilestoneTable milestones={list.items} />,
              },
              { id: 'topics', label: 'Topic areas', content: () => <SmallRecords kind={TOPIC_AREAS} /> },
              { id: 'deliverables', label: 'Deliverables', content: () => <SmallRecords kind={DELIVERABLES} /> },
              { id: 'assumptions', label: 'Assumptions', content: () => <SmallRecords kind={ASSUMPTIONS} /> },
              {
                id: 'freeze',
                label: 'Code freeze',
                content: () => (
                  <>
                    <SmallRecords kind={FREEZE_OPTIONS} />
                    <SmallRecords kind={FREEZE_RECOMMENDATIONS} />
                  </>
                ),
              },
              { id: 'status', label: 'Status reports', content: () => <SmallRecords kind={STATUS_REPORTS} /> },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

const FIELDS: readonly FormFieldSpec[] = [
  { name: 'title', label: 'Title', kind: 'text', required: true },
  { name: 'reference', label: 'Reference', kind: 'text', hint: 'Such as M8, where the programme gives it one' },
  { name: 'target', label: 'Target', kind: 'partialDate', hint: 'What is now agreed' },
  { name: 'forecast', label: 'Forecast', kind: 'partialDate', hint: 'What is now expected' },
  { name: 'topicArea', label: 'Topic area', kind: 'text' },
  { name: 'owner', label: 'Owner', kind: 'text' },
];

/** The button that adds a milestone, and its form. */
function AddMilestone(): ReactNode {
  const { may } = useSession();
  const send = useSend();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  if (!may('add', 'milestone')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a milestone</Button>
      <FormDialog
        open={open}
        title="Add a milestone"
        fields={FIELDS}
        submit="Add the milestone"
        onSubmit={async ({ title, ...rest }) => {
          const body = Object.fromEntries(Object.entries(rest).map(([name, words]) => [name, orNull(words)]));
          const added = await send<{ id: string }>('POST', '/api/milestones', { title, ...body }, undefined, 'Added');
          if (added.kind === 'ok') void navigate({ to: `/plan/${added.value.id}` });
          return added;
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
