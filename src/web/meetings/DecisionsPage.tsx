import { useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Column } from '../parts/tableRows.ts';
import { Clamped } from './ActionFacts.tsx';
import type { AgendaItem, Decision, DecisionList } from './answers.ts';
import { escalationInWords, EscalationLine } from './Escalation.tsx';
import { StateMark } from './StateMark.tsx';
import { useMeetingOptions } from './Steps.tsx';
import { useWholeList } from './wholeList.ts';
import { CAPACITY_OPTIONS, CAPACITY_WORDS, KIND_OPTIONS, KIND_WORDS, OUTCOME_OPTIONS, readLines } from './words.ts';

const hrefOf = (decision: Decision): string => `/decisions/${decision.reference}`;
const keyOf = (decision: Decision): string => decision.id;
const changesOf = (decision: Decision) => decision.changes;

/** `2 of 3 met`; nothing where there are none. */
export const conditionsInWords = (decision: Pick<Decision, 'conditions'>): string => {
  const met = decision.conditions.filter((condition) => condition.met).length;
  const all = decision.conditions.length;
  return all === 0 ? '' : met === all ? `all ${String(all)} met` : `${String(met)} of ${String(all)} met`;
};

export const decisionColumns: readonly Column<Decision>[] = [
  {
    id: 'reference',
    header: 'Decision',
    value: (decision) => decision.reference,
    cell: (decision) => <ReferenceChip reference={decision.reference} href={hrefOf(decision)} />,
    width: '112px',
  },
  {
    id: 'text',
    header: 'What',
    value: (decision) => decision.text,
    cell: (decision) => <Clamped words={decision.text} />,
  },
  {
    id: 'kind',
    header: 'Kind',
    value: (decision) => KIND_WORDS[decision.kind],
    filter: true,
    group: true,
    width: '140px',
  },
  {
    id: 'outcome',
    header: 'Outcome',
    value: (decision) => decision.outcomeLabel,
    cell: (decision) => <StateMark state={decision.outcome} label={decision.outcomeLabel} />,
    filter: true,
    group: true,
    width: '164px',
  },
  { id: 'conditions', header: 'Conditions', value: conditionsInWords, width: '104px' },
  {
    id: 'escalation',
    header: 'Goes up to',
    field: 'decision_escalation',
    value: escalationInWords,
    cell: (decision) => <EscalationLine decision={decision} />,
    width: '150px',
  },
  {
    id: 'date',
    header: 'Date',
    field: 'decided_on',
    value: (decision) => decision.decidedOn,
    cell: (decision) => <CivilDate date={decision.decidedOn} />,
    width: '112px',
  },
  {
    id: 'meeting',
    header: 'Meeting',
    value: (decision) => decision.meeting?.reference ?? '',
    cell: (decision) =>
      decision.meeting === null ? (
        ''
      ) : (
        <ReferenceChip reference={decision.meeting.reference} href={`/meetings/${decision.meeting.reference}`} />
      ),
    filter: true,
    group: true,
    hidden: true,
  },
  { id: 'group', header: 'Group', value: (decision) => decision.group, filter: true, group: true, hidden: true },
  {
    id: 'capacity',
    header: 'Capacity',
    value: (decision) => CAPACITY_WORDS[decision.capacity],
    filter: true,
    hidden: true,
  },
];

/** What was decided and recommended, by whom, on which text, and what still has to follow. */
export default function DecisionsPage(): ReactNode {
  const decisions = useWholeList<Decision, DecisionList>('/api/decisions');
  return (
    <Loaded query={decisions} what="the decisions">
      {(list) => (
        <>
          <PageHeading title="Decisions" sentence={list.sentence} actions={<RecordDecision />} />
          <DataTable
            caption="Decisions and recommendations"
            rows={list.items}
            columns={decisionColumns}
            rowKey={keyOf}
            rowHref={hrefOf}
            changesOf={changesOf}
            defaultSort="-date,reference"
            empty={
              <EmptyState title="Nothing has been decided yet">
                Decisions and recommendations are recorded at meetings. They come in with a meeting’s pack, or you
                record one here.
              </EmptyState>
            }
          />
        </>
      )}
    </Loaded>
  );
}

interface RecordDecisionProps {
  /** The meeting it was decided at; null asks which. */
  readonly meeting?: string | null;
  /** The items it may have been decided under. */
  readonly items?: readonly Pick<AgendaItem, 'id' | 'position' | 'title'>[];
}

/** Records a decision or recommendation of a meeting. */
export function RecordDecision({ meeting = null, items = [] }: RecordDecisionProps): ReactNode {
  const session = useSession();
  const send = useSend();
  const [open, setOpen] = useState(false);
  const meetings = useMeetingOptions(open && meeting === null);
  const options = meeting === null ? meetings : [{ value: meeting, label: meeting }];
  if (!session.may('add', 'decision')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Record a decision…</Button>
      <FormDialog
        key={options.length === 0 ? 'waiting' : 'ready'}
        open={open}
        title="Record a decision or recommendation"
        submit="Record it"
        fields={[
          { name: 'text', label: 'What was decided', kind: 'longText', required: true },
          { name: 'kind', label: 'Kind', kind: 'select', required: true, options: KIND_OPTIONS },
          {
            name: 'capacity',
            label: 'In what capacity the group speaks',
            kind: 'select',
            required: true,
            options: CAPACITY_OPTIONS,
          },
          { name: 'outcome', label: 'Outcome', kind: 'select', required: true, options: OUTCOME_OPTIONS },
          {
            name: 'conditions',
            label: 'Conditions',
            kind: 'longText',
            hint: 'One a line. Leave empty where there are none.',
          },
          {
            name: 'escalation',
            label: 'Goes up to',
            kind: 'longText',
            hint: 'Bodies one a line, in order: SRO, then PSG.',
          },
          { name: 'meeting', label: 'Decided at', kind: 'select', required: true, options },
          ...(items.length === 0
            ? []
            : [
                {
                  name: 'item',
                  label: 'Under item',
                  kind: 'select' as const,
                  options: [
                    { value: '', label: 'No item in particular' },
                    ...items.map(({ id, position, title }) => ({ value: id, label: `${String(position)}. ${title}` })),
                  ],
                },
              ]),
        ]}
        onSubmit={(values) => {
          const { conditions = '', escalation = '', item = '', ...plain } = values;
          return send(
            'POST',
            '/api/decisions',
            {
              ...plain,
              ...(item === '' ? {} : { agendaItemId: item }),
              conditions: readLines(conditions).map((text) => ({ text, met: false })),
              escalation: readLines(escalation).map((body) => ({ body })),
            },
            undefined,
            'The decision is recorded',
          );
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
