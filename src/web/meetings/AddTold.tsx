import type { ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import type { Option } from '../parts/fields.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { readPartialDate } from '../../values/partial-date.ts';
import type { MeetingDetail } from './answers.ts';
import { readItems } from './headedItems.ts';
import { NOTE_KIND_OPTIONS, readLines } from './words.ts';

interface AddToldProps {
  readonly meeting: MeetingDetail;
  readonly onClose: () => void;
}

const ITEMS = {
  name: 'items',
  label: 'Points',
  kind: 'longText',
  hint: 'Start each point with “- ”, or with “# ” and a heading of its own and write its words underneath.',
} as const;

/** Adds what another group told the meeting. */
export function AddUpdate({
  meeting,
  groups,
  onClose,
}: AddToldProps & { readonly groups: readonly Option[] }): ReactNode {
  const send = useSend();
  const others = groups.filter((group) => group.value !== meeting.group.shortName);
  return (
    <FormDialog
      open
      title={`Add an update to ${meeting.reference}`}
      submit="Add it"
      fields={[
        { name: 'fromGroup', label: 'From which group', kind: 'select', required: true, options: others },
        { name: 'occurred', label: 'Of its meeting on', kind: 'partialDate', required: true },
        { ...ITEMS, required: true },
        { name: 'requests', label: 'Asked of this meeting', kind: 'longText', hint: 'One thing a line' },
        { name: 'report', label: 'Where its report is', kind: 'text' },
      ]}
      onSubmit={(values) =>
        send(
          'POST',
          `/api/meetings/${meeting.id}/group-updates`,
          {
            fromGroup: values['fromGroup'],
            occurred: readPartialDate(values['occurred'] ?? ''),
            items: readItems(values['items'] ?? ''),
            requests: readLines(values['requests'] ?? ''),
            report: values['report'] ?? '',
          },
          undefined,
          'The update is added',
        )
      }
      onClose={onClose}
    />
  );
}

/** Adds news, a status, a statement or a next step to the meeting. */
export function AddNote({ meeting, onClose }: AddToldProps): ReactNode {
  const send = useSend();
  return (
    <FormDialog
      open
      title={`Add a note to ${meeting.reference}`}
      submit="Add it"
      fields={[
        { name: 'kind', label: 'What it is', kind: 'select', required: true, options: NOTE_KIND_OPTIONS },
        { name: 'title', label: 'Title', kind: 'text', required: true },
        ITEMS,
      ]}
      onSubmit={(values) =>
        send(
          'POST',
          `/api/meetings/${meeting.id}/meeting-notes`,
          { kind: values['kind'], title: values['title'], items: readItems(values['items'] ?? '') },
          undefined,
          'The note is added',
        )
      }
      onClose={onClose}
    />
  );
}
