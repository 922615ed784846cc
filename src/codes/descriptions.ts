/** How code bodies and their profiles are told in marks and history. */
import type { RecordDescription } from '../platform/record/description.ts';
import type { RowValues } from '../platform/record/changes.ts';

const words = (row: RowValues, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};

const count = (row: RowValues, column: string): number => {
  const value = row[column];
  return Array.isArray(value) ? value.length : 0;
};

export const CODE_BODY: RecordDescription = {
  kind: 'code-body',
  table: 'code_body',
  labels: {
    name: 'Name',
    administrator: 'Administrator',
    aliases: 'Other names',
    kind: 'Kind',
    expected_in_horizon: 'Return expected each month',
    position: 'Order',
  },
  parts: [
    {
      table: 'code_body_profile',
      parentColumn: 'body_id',
      label: 'Profile',
      // The version of its content is told by its counts and note; the profile's own history has every field.
      print: (row) =>
        `from ${words(row, 'effective_from')}${words(row, 'effective_to') === '' ? '' : ` to ${words(row, 'effective_to')}`}: ` +
        `${count(row, 'schemes')} reference schemes, ${count(row, 'stages')} stages, ${count(row, 'routes')} routes, ` +
        `${count(row, 'release_rules')} release rules${words(row, 'note') === '' ? '' : `; ${words(row, 'note')}`}`,
    },
    {
      table: 'code_release',
      parentColumn: 'body_id',
      label: 'Release',
      print: (row) => `${words(row, 'name')} on ${words(row, 'date')}`,
    },
  ],
};

export const CODE_BODY_PROFILE: RecordDescription = {
  kind: 'code-body-profile',
  table: 'code_body_profile',
  labels: {
    effective_from: 'Effective from',
    effective_to: 'Effective to',
    schemes: 'References',
    stages: 'Stages',
    impact_words: 'Impact words',
    routes: 'Routes',
    deciders: 'Deciders',
    appeal_working_days: 'Appeal window (working days)',
    release_rules: 'Release days',
    default_effect: 'Takes effect by default',
    note: 'Note',
  },
  parts: [],
};
