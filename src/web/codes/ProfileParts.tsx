import type { ReactNode } from 'react';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import type {
  Capacity,
  Decider,
  ImpactWords,
  Profile,
  ProfileRoute,
  ProfileStage,
  ReleaseRule,
  Scheme,
} from './answers.ts';
import { PartTable, type PartColumn } from './PartTable.tsx';
import { useProfileEditor } from './useProfileEditor.ts';
import { labelOf, optionsOf, stepOf, useVocabulary } from './vocabulary.ts';
import { StageBadge } from '../parts/StageBadge.tsx';
import {
  CAPACITIES,
  choices,
  exampleOf,
  keyFrom,
  listFrom,
  MONTHS,
  numbered,
  RELEASE_KIND_WORDS,
  STANDS_WORDS,
  tellRule,
  WEEKDAYS,
} from './words.ts';
import styles from './Profile.module.css';

interface PartProps {
  readonly profile: Profile;
  readonly mayEdit: boolean;
}

const SCHEME_COLUMNS: readonly PartColumn<Scheme>[] = [
  {
    id: 'scheme',
    header: 'Letters',
    kind: 'text',
    value: (row) => row.scheme,
    write: (row, scheme) => ({ ...row, scheme }),
    hint: 'R in R0044. Left out for bodies that write the number alone.',
  },
  {
    id: 'names',
    header: 'Called',
    kind: 'text',
    required: true,
    value: (row) => row.names,
    write: (row, names) => ({ ...row, names }),
  },
  {
    id: 'stands',
    header: 'Stands for',
    kind: 'select',
    options: choices(STANDS_WORDS),
    value: (row) => row.stands,
    write: (row, stands) => ({ ...row, stands: stands as Scheme['stands'] }),
  },
  {
    id: 'digits',
    header: 'Digits',
    kind: 'text',
    required: true,
    value: (row) => String(row.digits),
    write: (row, digits) => ({ ...row, digits: Number(digits) }),
  },
  {
    id: 'separator',
    header: 'Between',
    kind: 'text',
    value: (row) => row.separator,
    write: (row, separator) => ({ ...row, separator }),
    show: (row) => row.separator || '–',
    hint: 'Such as the hyphen of RI-0036.',
  },
  {
    id: 'suffixes',
    header: 'Suffixes',
    kind: 'text',
    value: (row) => row.suffixes.join(', '),
    write: (row, words) => ({ ...row, suffixes: listFrom(words) }),
    show: (row) => row.suffixes.join(', ') || '–',
    hint: 'With commas between them.',
  },
  {
    id: 'becomes',
    header: 'Becomes',
    kind: 'text',
    value: (row) => row.becomes ?? '',
    write: ({ becomes: _becomes, ...row }, words) => (words.trim() === '' ? row : { ...row, becomes: words.trim() }),
    show: (row) => (row.becomes === undefined ? '–' : row.becomes),
    hint: 'The letters it takes when it is carried over: an issue I0241 becomes R0241.',
  },
];

/** How the body writes its references. */
export function References({ profile, mayEdit }: PartProps): ReactNode {
  const save = useProfileEditor(profile);
  return (
    <PartTable
      title="References"
      one="way of writing references"
      about={
        <>
          {profile.body} writes references like{' '}
          {profile.schemes.map((scheme, index) => (
            <span key={scheme.scheme}>
              {index === 0 ? '' : index === profile.schemes.length - 1 ? ' or ' : ', '}
              <span className={styles.code}>{exampleOf(scheme)}</span>
            </span>
          ))}
          .
        </>
      }
      rows={profile.schemes}
      columns={SCHEME_COLUMNS}
      nameOf={(row) => row.scheme || row.names}
      blank={{ scheme: '', names: '', digits: 4, suffixes: [], separator: '', stands: 'modification' }}
      mayEdit={mayEdit}
      save={(schemes, manner) => save({ schemes }, manner)}
    />
  );
}

/** The body's stages and states in its own words, and where each stands on the axis all bodies share. */
export function Stages({ profile, mayEdit }: PartProps): ReactNode {
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
export function RoutesAndDeciders({ profile, mayEdit }: PartProps): ReactNode {
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

/** Words seen for the impact on the programme, and what each means. */
export function Impacts({ profile, mayEdit }: PartProps): ReactNode {
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

const WHICH = [
  { value: '1', label: 'first' },
  { value: '2', label: 'second' },
  { value: '3', label: 'third' },
  { value: '4', label: 'fourth' },
  { value: 'last', label: 'last' },
  { value: 'day', label: 'a day of the month' },
];

/** Rewrites when a rule falls: a weekday counted in its month, or a day of the month. */
function withWhich(rule: ReleaseRule, which: string): ReleaseRule {
  const { name, releaseKind, month, basis } = rule;
  const base = { name, releaseKind, month, basis };
  if (which === 'day') return { ...base, kind: 'day-of-month', day: rule.kind === 'day-of-month' ? rule.day : 1 };
  const weekday = rule.kind === 'weekday-of-month' ? rule.weekday : 4;
  const found = ([1, 2, 3, 4, 'last'] as const).find((one) => String(one) === which) ?? 'last';
  return { ...base, kind: 'weekday-of-month', weekday, which: found };
}

const RULE_COLUMNS: readonly PartColumn<ReleaseRule>[] = [
  {
    id: 'name',
    header: 'Release',
    kind: 'text',
    required: true,
    value: (row) => row.name,
    write: (row, name) => ({ ...row, name }),
  },
  {
    id: 'month',
    header: 'Month',
    kind: 'select',
    options: numbered(MONTHS),
    value: (row) => String(row.month),
    write: (row, month) => ({ ...row, month: Number(month) }),
  },
  {
    id: 'which',
    header: 'Falls on',
    kind: 'select',
    options: WHICH,
    value: (row) => (row.kind === 'day-of-month' ? 'day' : String(row.which)),
    write: withWhich,
    show: tellRule,
  },
  {
    id: 'day',
    header: 'Weekday or day',
    kind: 'text',
    value: (row) => (row.kind === 'day-of-month' ? String(row.day) : (WEEKDAYS[row.weekday - 1] ?? '')),
    write: (row, words) => {
      if (row.kind === 'day-of-month') return { ...row, day: Number(words) };
      const at = WEEKDAYS.findIndex((day) => day.toLowerCase() === words.trim().toLowerCase());
      return { ...row, weekday: at < 0 ? Number(words) : at + 1 };
    },
    hint: 'Thursday, or the number of the day.',
  },
  {
    id: 'kind',
    header: 'Kind',
    kind: 'select',
    options: choices(RELEASE_KIND_WORDS),
    value: (row) => row.releaseKind,
    write: (row, kind) => ({ ...row, releaseKind: kind as ReleaseRule['releaseKind'] }),
  },
  {
    id: 'basis',
    header: 'Where the rule comes from',
    kind: 'text',
    value: (row) => row.basis,
    write: (row, basis) => ({ ...row, basis }),
  },
];

/** When the body's releases come round. */
export function ReleaseRules({ profile, mayEdit }: PartProps): ReactNode {
  const save = useProfileEditor(profile);
  return (
    <PartTable
      title="Release calendar"
      one="release rule"
      about="From these rules the release days of any year are worked out; those the body has published are recorded below."
      rows={profile.releaseRules}
      columns={RULE_COLUMNS}
      nameOf={(row) => row.name}
      blank={{
        kind: 'weekday-of-month',
        name: '',
        releaseKind: 'standard',
        month: 2,
        weekday: 4,
        which: 'last',
        basis: '',
      }}
      mayEdit={mayEdit}
      save={(releaseRules, manner) => save({ releaseRules }, manner)}
    />
  );
}
