/** How a modification and its parts are told in marks and history. */
import { printCivilDate, printPartialDate, type PartialDate } from '../values/partial-date.ts';
import type { RowValues } from '../platform/record/changes.ts';
import type { RecordDescription } from '../platform/record/description.ts';
import { DATE_LABELS, type DateType } from './model/modification.ts';

const words = (row: RowValues, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};

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
            `${words(row, 'who')} (${words(row, 'capacity')}): ${words(row, 'outcome')}, ${printCivilDate(words(row, 'date'))}`,
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
      print: (row) => joined([`${words(row, 'stakeholder')}: ${words(row, 'stance')}`, words(row, 'words')], '; '),
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
      print: (row) => joined([`${words(row, 'relation')} ${words(row, 'target_raw')}`, words(row, 'note')], '; '),
    },
    {
      table: 'modification_former_reference',
      parentColumn: 'modification_id',
      label: 'Former reference',
      print: (row) => joined([words(row, 'reference'), words(row, 'note')], '; '),
    },
  ],
};

/** How a body's horizon return is told. */
export const HORIZON_RETURN: RecordDescription = {
  kind: 'horizon-return',
  table: 'horizon_return',
  labels: { state: 'Return', received: 'Received', log_date: 'Log headed', source: 'Source', note: 'Note' },
  parts: [
    {
      table: 'horizon_entry',
      parentColumn: 'return_id',
      label: 'Entry',
      print: (row) => joined([words(row, 'stage_raw'), words(row, 'words')], ': '),
    },
  ],
};
