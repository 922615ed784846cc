import type { ReactNode } from 'react';
import type { ReleaseRule } from './answers.ts';
import { PartTable, type PartColumn } from './PartTable.tsx';
import { useProfileEditor } from './useProfileEditor.ts';
import { choices, MONTHS, numbered, RELEASE_KIND_WORDS, tellRule, WEEKDAYS } from './words.ts';
import { type ProfilePartProps } from './profilePart.ts';

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
export function ReleaseRules({ profile, mayEdit }: ProfilePartProps): ReactNode {
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
