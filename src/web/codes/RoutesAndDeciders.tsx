import type { ReactNode } from 'react';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import type { Capacity, Decider, ProfileRoute } from './answers.ts';
import { PartTable, type PartColumn } from './PartTable.tsx';
import { useProfileEditor } from './useProfileEditor.ts';
import { CAPACITIES, keyFrom, listFrom } from './words.ts';
import { type ProfilePartProps } from './profilePart.ts';

const isCapacity = (word: string): word is Capacity => (CAPACITIES as readonly string[]).includes(word);

const DECIDER_COLUMNS: readonly PartColumn<Decider>[] = [
  {
    id: 'name',
    header: 'Who',
    kind: 'text',
    required: true,
    value: (row) => row.name,
    write: (row, name) => ({ ...row, name, key: row.key === '' ? keyFrom(name) : row.key }),
  },
  {
    id: 'capacities',
    header: 'May',
    kind: 'text',
    required: true,
    value: (row) => row.capacities.join(', '),
    write: (row, words) => ({ ...row, capacities: listFrom(words.toLowerCase()).filter(isCapacity) }),
    hint: 'recommend, decide, direct, consent: with commas between them.',
  },
];

/** Who decides, by which routes, and how long a decision can be appealed. */
export function RoutesAndDeciders({ profile, mayEdit }: ProfilePartProps): ReactNode {
  const save = useProfileEditor(profile);
  const days = (words: string): number | null => (words.trim() === '' ? null : Number(words));
  const routeColumns: readonly PartColumn<ProfileRoute>[] = [
    {
      id: 'name',
      header: 'Route',
      kind: 'text',
      required: true,
      value: (row) => row.name,
      write: (row, name) => ({ ...row, name, key: row.key === '' ? keyFrom(name) : row.key }),
    },
    {
      id: 'decider',
      header: 'Decided by',
      kind: 'select',
      options: profile.deciders.map(({ key, name }) => ({ value: key, label: name })),
      value: (row) => row.decider,
      write: (row, decider) => ({ ...row, decider }),
    },
    {
      id: 'appeal',
      header: 'Appeal window (working days)',
      kind: 'text',
      value: (row) => (row.appealWorkingDays === null ? '' : String(row.appealWorkingDays)),
      write: (row, words) => ({ ...row, appealWorkingDays: days(words) }),
      show: (row) => (row.appealWorkingDays === null ? '–' : String(row.appealWorkingDays)),
    },
    {
      id: 'note',
      header: 'Note',
      kind: 'longText',
      value: (row) => row.note,
      write: (row, note) => ({ ...row, note }),
      show: (row) => row.note || '–',
    },
  ];
  return (
    <>
      <PartTable
        title="Routes"
        one="route"
        rows={profile.routes}
        columns={routeColumns}
        nameOf={(row) => row.name}
        blank={{ key: '', name: '', decider: profile.deciders[0]?.key ?? '', appealWorkingDays: null, note: '' }}
        mayEdit={mayEdit}
        save={(routes, manner) => save({ routes }, manner)}
      />
      <PartTable
        title="Deciders"
        one="decider"
        rows={profile.deciders}
        columns={DECIDER_COLUMNS}
        nameOf={(row) => row.name}
        blank={{ key: '', name: '', capacities: ['decide'] }}
        mayEdit={mayEdit}
        save={(deciders, manner) => save({ deciders }, manner)}
      />
      <Section title="Appeal and effect">
        <FieldList>
          <FieldRow label="Appeal window">
            <EditableField
              label="Appeal window in working days"
              kind="text"
              value={profile.appealWorkingDays === null ? '' : String(profile.appealWorkingDays)}
              mayEdit={mayEdit}
              save={(words, manner) => save({ appealWorkingDays: days(words) }, manner)}
            >
              {profile.appealWorkingDays === null
                ? 'None on record'
                : `${String(profile.appealWorkingDays)} working days, unless the route says otherwise`}
            </EditableField>
          </FieldRow>
          <FieldRow label="Takes effect">
            <EditableField
              label="Calendar days after the notice"
              kind="text"
              value={
                profile.defaultEffect.daysAfterNotice === null ? '' : String(profile.defaultEffect.daysAfterNotice)
              }
              mayEdit={mayEdit}
              save={(words, manner) =>
                save({ defaultEffect: { ...profile.defaultEffect, daysAfterNotice: days(words) } }, manner)
              }
            >
              {profile.defaultEffect.daysAfterNotice === null
                ? 'On the day its notice says; there is no default'
                : `${String(profile.defaultEffect.daysAfterNotice)} ${profile.defaultEffect.daysAfterNotice === 1 ? 'day' : 'days'} after the notice, unless it says otherwise`}
            </EditableField>
          </FieldRow>
          <FieldRow label="At">
            <EditableField
              label="Time of day"
              kind="text"
              value={profile.defaultEffect.time}
              mayEdit={mayEdit}
              save={(time, manner) => save({ defaultEffect: { ...profile.defaultEffect, time } }, manner)}
            />
          </FieldRow>
          <FieldRow label="In words">
            <EditableField
              label="The rule in words"
              kind="longText"
              value={profile.defaultEffect.words}
              mayEdit={mayEdit}
              save={(words, manner) => save({ defaultEffect: { ...profile.defaultEffect, words } }, manner)}
            />
          </FieldRow>
          <FieldRow label="Note">
            <EditableField
              label="Note"
              kind="longText"
              value={profile.note}
              mayEdit={mayEdit}
              save={(note, manner) => save({ note }, manner)}
            />
          </FieldRow>
        </FieldList>
      </Section>
    </>
  );
}
