import type { ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { HorizonBody } from './answers.ts';
import { choices, RETURN_WORDS } from './words.ts';

interface RecordReturnProps {
  /** The code asked for; an empty word leaves it to be chosen, null keeps the dialog closed. */
  readonly body: string | null;
  readonly bodies: readonly HorizonBody[];
  readonly period: string | null;
  readonly periodDate: string | null;
  readonly onClose: () => void;
}

/** Records that a code made its return to the horizon log, said it has none, or was silent. */
export function RecordReturn({ body, bodies, period, periodDate, onClose }: RecordReturnProps): ReactNode {
  const send = useSend();
  return (
    <FormDialog
      open={body !== null}
      title="Record a return to the horizon log"
      submit="Record the return"
      onClose={onClose}
      onSubmit={(values) =>
        send(
          'POST',
          '/api/horizon/returns',
          {
            body: values['body'],
            period: values['period'],
            state: values['state'],
            ...(values['periodDate'] === '' ? {} : { periodDate: values['periodDate'] }),
            ...(values['received'] === '' ? {} : { received: values['received'] }),
            ...(values['logDate'] === '' ? {} : { logDate: values['logDate'] }),
            ...(values['note'] === '' ? {} : { note: values['note'] }),
          },
          undefined,
          'The return is recorded',
        )
      }
      fields={[
        body !== null && body !== ''
          ? { name: 'body', label: 'Code', kind: 'select', required: true, options: [{ value: body, label: body }] }
          : bodies.length > 0
            ? {
                name: 'body',
                label: 'Code',
                kind: 'select',
                required: true,
                options: bodies.map((one) => ({ value: one.body, label: `${one.body}: ${one.name}` })),
              }
            : { name: 'body', label: 'Code', kind: 'text', required: true, hint: 'Its short name, such as REC.' },
        {
          name: 'period',
          label: 'For the meeting or month',
          kind: 'text',
          required: true,
          hint: 'CCAG-12 or 2022-11.',
          ...(period === null ? {} : { initial: period }),
        },
        {
          name: 'periodDate',
          label: 'Day of that meeting',
          kind: 'date',
          hint: 'Left out for a month.',
          ...(periodDate === null ? {} : { initial: periodDate }),
        },
        { name: 'state', label: 'What it returned', kind: 'select', required: true, options: choices(RETURN_WORDS) },
        { name: 'received', label: 'Received on', kind: 'date' },
        { name: 'logDate', label: 'Date its log is headed with', kind: 'date' },
        { name: 'note', label: 'Note', kind: 'longText' },
      ]}
    />
  );
}
