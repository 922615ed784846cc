import type { ReactNode } from 'react';
import type { ImpactWords } from './answers.ts';
import { PartTable, type PartColumn } from './PartTable.tsx';
import { useProfileEditor } from './useProfileEditor.ts';
import { optionsOf, useVocabulary } from './vocabulary.ts';
import { type ProfilePartProps } from './profilePart.ts';

/** Words seen for the impact on the programme, and what each means. */
export function Impacts({ profile, mayEdit }: ProfilePartProps): ReactNode {
  const save = useProfileEditor(profile);
  const { impacts } = useVocabulary();
  const columns: readonly PartColumn<ImpactWords>[] = [
    {
      id: 'words',
      header: 'Words',
      kind: 'text',
      required: true,
      value: (row) => row.words,
      write: (row, words) => ({ ...row, words }),
    },
    {
      id: 'value',
      header: 'Mean',
      kind: 'select',
      options: optionsOf(impacts),
      value: (row) => row.value,
      write: (row, value) => ({ ...row, value }),
    },
  ];
  return (
    <PartTable
      title="Words for the impact"
      one="word for the impact"
      about="What the body writes of the impact on the programme, and the value it stands for."
      rows={profile.impactWords}
      columns={columns}
      nameOf={(row) => row.words}
      blank={{ words: '', value: 'unknown' }}
      mayEdit={mayEdit}
      save={(impactWords, manner) => save({ impactWords }, manner)}
    />
  );
}
