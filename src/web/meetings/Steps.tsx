import { useState, type ReactNode } from 'react';
import { useGet, useSend, type Saved } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { note } from '../parts/announce.ts';
import type { Option } from '../parts/fields.tsx';
import { printCivilDate } from '../../values/partial-date.ts';
import type { MeetingList, Step } from './answers.ts';

interface StepsProps {
  /** What the server allows from here. */
  readonly steps: readonly Step[];
  /** Where steps are sent: `/api/actions/CCAG08-06/steps`. */
  readonly path: string;
  readonly version: number;
  /** The resource whose policy says who may: `action`. */
  readonly resource: string;
  /** What the step is taken with, for questions: “CCAG08-06”. */
  readonly name: string;
  /** The meeting to offer first where one has to agree. */
  readonly meeting?: string | null;
  /** The meeting that agrees, where the page shows one meeting: it is not asked for. */
  readonly agreedAt?: string;
  /** Quiet in rows of lists. */
  readonly look?: 'plain' | 'quiet';
}

/** Meetings as choices, latest first; `first` is put at the head. */
export function useMeetingOptions(enabled: boolean, first: string | null = null): readonly Option[] {
  const { data } = useGet<MeetingList>('/api/meetings', { limit: 500 }, { atMoment: false, enabled });
  const options = (data?.items ?? []).map((meeting) => ({
    value: meeting.reference,
    label: `${meeting.reference}, ${printCivilDate(meeting.date)}`,
  }));
  return [...options.filter((option) => option.value === first), ...options.filter((option) => option.value !== first)];
}

/** A button for each step the server allows from here and the reader's role may take. */
export function Steps(props: StepsProps): ReactNode {
  const session = useSession();
  const offered = props.steps.filter((step) => session.may(step.verb, props.resource));
  return offered.map((step) => <OneStep key={step.name} {...props} step={step} />);
}

function OneStep(props: StepsProps & { readonly step: Step }): ReactNode {
  const { step, path, version, name, agreedAt } = props;
  const send = useSend();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const meetings = useMeetingOptions(asking, props.meeting ?? null);
  const take = (meeting?: string) =>
    send<Saved>(
      'POST',
      path,
      { step: step.name, ...(meeting === undefined ? {} : { meeting }) },
      version,
      `${step.label}: done for ${name}`,
    );
  const takeNow = async (): Promise<void> => {
    setBusy(true);
    const taken = await take(step.needsMeeting ? agreedAt : undefined);
    setBusy(false);
    if (taken.kind === 'failed') note(taken.failure.detail, { tone: 'problem' });
    else note(`${name}: “${step.label}” is done.`);
  };
  if (step.needsMeeting && agreedAt === undefined)
    return (
      <>
        <Button look={props.look ?? 'plain'} onClick={() => setAsking(true)}>
          {step.label}…
        </Button>
        {meetings.length === 0 ? null : (
          <FormDialog
            open={asking}
            title={`${step.label}: ${name}`}
            submit={step.label}
            fields={[
              {
                name: 'meeting',
                label: 'Which meeting agreed?',
                kind: 'select',
                required: true,
                options: meetings,
                hint: 'Only a meeting can do this; its reference is kept with the record.',
              },
            ]}
            onSubmit={(values) => take(values['meeting'])}
            onClose={() => setAsking(false)}
          />
        )}
      </>
    );
  if (step.to === 'cancelled')
    return (
      <ConfirmButton
        label={`${step.label}…`}
        look="quiet"
        question={`${step.label}: ${name}?`}
        consequence="It stays in the record with its history, and can be put back."
        confirm={step.label}
        onConfirm={() => take()}
      />
    );
  return (
    <Button
      look={props.look ?? 'plain'}
      disabled={busy}
      aria-label={`${step.label}: ${name}`}
      onClick={() => void takeNow()}
    >
      {step.label}
    </Button>
  );
}
