import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { failed } from '../../values/result.ts';
import type { Problem } from '../api/problem.ts';
import { useGet, useSend } from '../api/queries.ts';
import type { CodeBodyDetail, CodeBodyList } from '../codes/answers.ts';
import { optionsOf, useVocabulary } from '../codes/vocabulary.ts';
import { api } from '../api/client.ts';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Change } from './answers.ts';
import { readReference } from './reference.ts';

interface AddChangeProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const notRead = (message: string): Problem => ({
  kind: 'problem',
  type: 'about:blank',
  title: 'The reference could not be read',
  status: 0,
  detail: message,
  code: 'invalid-request',
  errors: [{ field: 'reference', message }],
});

/** Adds a change by hand; its reference is read as its code writes references. */
export function AddChange({ open, onClose }: AddChangeProps): ReactNode {
  const bodies = useGet<CodeBodyList>('/api/codes', {}, { enabled: open });
  const vocabulary = useVocabulary();
  const send = useSend();
  const navigate = useNavigate();
  const add = async (values: Readonly<Record<string, string>>) => {
    const body = await api.get<CodeBodyDetail>(`/api/codes/${values['body'] ?? ''}`);
    if (body.kind === 'failed') return body;
    const reference = readReference(values['reference'] ?? '', body.value);
    if (reference.kind === 'failed') return failed(notRead(reference.failure));
    const added = await send<Change>(
      'POST',
      '/api/modifications',
      {
        reference: reference.value,
        title: values['title'],
        summary: values['summary'],
        stageRaw: values['stageRaw'],
        impact: values['impact'],
      },
      undefined,
      'The change is on the register',
    );
    if (added.kind === 'ok') void navigate({ to: added.value.href });
    return added;
  };
  const codes = (bodies.data?.items ?? []).map(({ shortName, name }) => ({
    value: shortName,
    label: `${shortName}: ${name}`,
  }));
  return (
    <FormDialog
      open={open && codes.length > 0}
      title="Add a change"
      submit="Add the change"
      onClose={onClose}
      onSubmit={add}
      fields={[
        { name: 'body', label: 'Code', kind: 'select', required: true, options: codes },
        {
          name: 'reference',
          label: 'Reference',
          kind: 'text',
          required: true,
          hint: 'As the code writes it: R0044, P432, DCP414.',
        },
        { name: 'title', label: 'Title', kind: 'text', required: true },
        { name: 'summary', label: 'Summary', kind: 'longText' },
        {
          name: 'stageRaw',
          label: 'Stage',
          kind: 'text',
          hint: 'In the code’s own words. Pandect finds the shared stage from its profile.',
        },
        {
          name: 'impact',
          label: 'Impact on the programme',
          kind: 'select',
          options: optionsOf(vocabulary.impacts),
          initial: 'unknown',
        },
      ]}
    />
  );
}
