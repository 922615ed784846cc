import type { ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Action } from './answers.ts';
import { useMeetingOptions } from './Steps.tsx';
import { verdictOptions } from './words.ts';

interface ActionUpdateFormProps {
  readonly action: Pick<Action, 'reference'>;
  /** The meeting offered first; null offers "between meetings" first. */
  readonly meeting?: string | null;
  readonly onClose: () => void;
}

/** Says how an action stands, at a meeting or between meetings. */
export function ActionUpdateForm({ action, meeting = null, onClose }: ActionUpdateFormProps): ReactNode {
  const send = useSend();
  const mayDecide = useSession().may('decide', 'action');
  const meetings = useMeetingOptions(true, meeting);
  const between = { value: '', label: 'Between meetings' };
  return (
    <FormDialog
      // The meetings come after the form is drawn, and its fields keep what they were first given.
      key={meetings.length === 0 ? 'waiting' : 'ready'}
      open
      title={`How does ${action.reference} stand?`}
      submit="Add the update"
      fields={[
        { name: 'words', label: 'Update', kind: 'longText', required: true },
        {
          name: 'verdict',
          label: 'So the action is',
          kind: 'select',
          required: true,
          options: verdictOptions(mayDecide),
          hint: '“Recommend closing” only proposes: it stays open until a meeting agrees.',
        },
        {
          name: 'meeting',
          label: 'Said at',
          kind: 'select',
          required: false,
          options: meeting === null ? [between, ...meetings] : [...meetings, between],
        },
      ]}
      onSubmit={(values) =>
        send(
          'POST',
          `/api/actions/${action.reference}/updates`,
          { words: values['words'], verdict: values['verdict'], meeting: values['meeting'] || null },
          undefined,
          `Update added to ${action.reference}`,
        )
      }
      onClose={onClose}
    />
  );
}
