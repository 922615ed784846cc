/** How a modification and its parts are told in marks and history. */
import { IMPACT_MEANINGS, OVERLAY_MEANINGS, STAGE_MEANINGS, type Meaning } from '../codes/model/shared-stage.ts';
import { labelled, spelledOut } from '../values/labels.ts';
import { printCivilDate, printPartialDate, type PartialDate } from '../values/partial-date.ts';
import type { RowValues } from '../platform/record/changes.ts';
import type { RecordDescription } from '../platform/record/description.ts';
import {
  DATE_LABELS,
  KIND_LABELS,
  OUTCOME_LABELS,
  RELATION_LABELS,
  STANCE_LABELS,
  type DateType,
} from './model/modification.ts';

const words = (row: RowValues, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};

/** The label of a column that holds a fixed choice. */
const label = (row: RowValues, column: string, labels: Readonly<Record<string, string>>): string =>
  String(labelled(labels)(words(row, column)));

/** Tells a value of the shared vocabulary by the label its meaning has. */
const meant = (meanings: Readonly<Record<string, Meaning>>) =>
  labelled(Object.fromEntries(Object.entries(meanings).map(([value, { label: said }]) => [value, said])));

/** What is told of a release that nothing is known of any more. */
const RELEASE_GONE = 'A release no longer on record';

const joined = (parts: readonly string[], between: string): string => parts.filter((part) => part !== '').join(between);

const date = (row: RowValues): string => printPartialDate(row['date'] as PartialDate);

export const MODIFICATION: RecordDescription = {
  kind: 'modification',
  table: 'modification',
  labels: {
    reference: 'Reference',
    kind: 'Kind',
    title: 'Title',
    summary: 'Summary',
    stage_raw: 'Stage as the body words it',
    stage: 'Stage',
    overlay: 'State',
    route: 'Route',
    impact_value: 'Impact on the programme',
    impact_raw: 'Impact as written',
    impact_reasons: 'Reasons for the impact',
    lead: 'Lead',
    release_id: 'Release',
  },
  print: {
    kind: labelled(KIND_LABELS),
    stage: meant(STAGE_MEANINGS),
    overlay: meant(OVERLAY_MEANINGS),
    route: spelledOut,
    impact_value: meant(IMPACT_MEANINGS),
    release_id: () => RELEASE_GONE,
  },
  parts: [
    {
      table: 'modification_date',
      parentColumn: 'modification_id',
      label: 'Date',
      print: (row) =>
        joined(
          [
            `${DATE_LABELS[words(row, 'type') as DateType]}${words(row, 'qualifier') === '' ? '' : ` (${words(row, 'qualifier')})`}: ${date(row)}`,
            words(row, 'note'),
          ],
          '; ',
        ),
    },
    {
      table: 'modification_decision',
      parentColumn: 'modification_id',
      label: 'Decision',
      print: (row) =>
        joined(
          [
            `${words(row, 'who')} (${words(row, 'capacity')}): ${label(row, 'outcome', OUTCOME_LABELS).toLowerCase()}, ${printCivilDate(words(row, 'date'))}`,
            words(row, 'conditions') === '' ? '' : `on condition that ${words(row, 'conditions')}`,
            words(row, 'grounds'),
            words(row, 'struck_because') === '' ? '' : `struck out: ${words(row, 'struck_because')}`,
          ],
          '; ',
        ),
    },
    {
      table: 'modification_position',
      parentColumn: 'modification_id',
      label: 'Position',
      print: (row) =>
        joined(
          [`${words(row, 'stakeholder')}: ${label(row, 'stance', STANCE_LABELS).toLowerCase()}`, words(row, 'words')],
          '; ',
        ),
    },
    {
      table: 'modification_update',
      parentColumn: 'modification_id',
      label: 'Update',
      print: (row) => joined([date(row), words(row, 'words')], ': '),
    },
    {
      table: 'modification_relation',
      parentColumn: 'modification_id',
      label: 'Related change',
      print: (row) =>
        joined([`${label(row, 'relation', RELATION_LABELS)}: ${words(row, 'target_raw')}`, words(row, 'note')], '; '),
    },
    {
      table: 'modification_former_reference',
      parentColumn: 'modification_id',
      label: 'Former reference',
      print: (row) => joined([words(row, 'reference'), words(row, 'note')], '; '),
    },
  ],
};

/** How a modification is told, its release by its name. */
export const modificationTold = (releases: ReadonlyMap<string, string>): RecordDescription => ({
  ...MODIFICATION,
  print: { ...MODIFICATION.print, release_id: (id) => releases.get(String(id)) ?? RELEASE_GONE },
});

/** How a body's horizon return is told. */
export const HORIZON_RETURN: RecordDescription = {
  kind: 'horizon-return',
  table: 'horizon_return',
  labels: { state: 'Return', received: 'Received', log_date: 'Log headed', source: 'Source', note: 'Note' },
  print: { state: labelled({ returned: 'Returned', nil: 'Nothing to report', silent: 'No return' }) },
  parts: [
    {
      table: 'horizon_entry',
      parentColumn: 'return_id',
      label: 'Entry',
      print: (row) => joined([words(row, 'stage_raw'), words(row, 'words')], ': '),
    },
  ],
};
