import type { ReactNode } from 'react';
import type { ProfileStage } from './answers.ts';
import { PartTable, type PartColumn } from './PartTable.tsx';
import { useProfileEditor } from './useProfileEditor.ts';
import { labelOf, optionsOf, stepOf, useVocabulary } from './vocabulary.ts';
import { StageBadge } from '../parts/StageBadge.tsx';
import { keyFrom, listFrom } from './words.ts';
import styles from './Profile.module.css';
import { type ProfilePartProps } from './profilePart.ts';

/** The body's stages and states in its own words, and where each stands on the axis all bodies share. */
export function Stages({ profile, mayEdit }: ProfilePartProps): ReactNode {
  const save = useProfileEditor(profile);
  const vocabulary = useVocabulary();
  const nameOfKey = (key: string): string => profile.stages.find((stage) => stage.key === key)?.name ?? key;
  const keyOfName = (name: string): string =>
    profile.stages.find((stage) => stage.key === name || stage.name.toLowerCase() === name.toLowerCase())?.key ??
    keyFrom(name);
  const columns: readonly PartColumn<ProfileStage>[] = [
    {
      id: 'name',
      header: `${profile.body}’s word`,
      kind: 'text',
      required: true,
      value: (row) => row.name,
      write: (row, name) => ({ ...row, name, key: row.key === '' ? keyFrom(name) : row.key }),
      show: (row) => <strong className={styles.word}>{row.name}</strong>,
    },
    {
      id: 'stage',
      header: 'Shared stage',
      kind: 'select',
      options: optionsOf(vocabulary.stages, 'none: it is a state on top of a stage'),
      value: (row) => row.stage ?? '',
      write: (row, stage) => ({ ...row, stage: stage === '' ? null : stage }),
      show: (row) => {
        const step = stepOf(vocabulary, row.stage);
        return row.stage === null ? (
          '–'
        ) : (
          <StageBadge raw="" shared={labelOf(vocabulary.stages, row.stage)} {...(step === null ? {} : { step })} />
        );
      },
    },
    {
      id: 'overlay',
      header: 'State',
      kind: 'select',
      options: optionsOf(vocabulary.overlays, 'none'),
      value: (row) => row.overlay ?? '',
      write: (row, overlay) => ({ ...row, overlay: overlay === '' ? null : overlay }),
      show: (row) =>
        row.overlay === null ? (
          '–'
        ) : (
          <StageBadge raw="" shared={null} overlay={labelOf(vocabulary.overlays, row.overlay)} />
        ),
    },
    {
      id: 'aliases',
      header: 'Other words for it',
      kind: 'longText',
      value: (row) => row.aliases.join(', '),
      write: (row, words) => ({ ...row, aliases: listFrom(words) }),
      show: (row) => (row.aliases.length === 0 ? '–' : row.aliases.join(', ')),
      hint: 'With commas between them.',
    },
    {
      id: 'next',
      header: 'May lead to',
      kind: 'text',
      value: (row) => row.next.map(nameOfKey).join(', '),
      write: (row, words) => ({ ...row, next: listFrom(words).map(keyOfName) }),
      show: (row) => (row.next.length === 0 ? '–' : row.next.map(nameOfKey).join(', ')),
      hint: 'Names of stages of this profile, with commas between them.',
    },
  ];
  return (
    <PartTable
      title="Stages"
      one="stage"
      about="Each word the body uses, and what it means on the axis that all bodies share. A change keeps the body’s own word."
      rows={profile.stages}
      columns={columns}
      nameOf={(row) => row.name}
      blank={{ key: '', name: '', stage: null, overlay: null, aliases: [], next: [] }}
      mayEdit={mayEdit}
      save={(stages, manner) => save({ stages }, manner)}
    />
  );
}
