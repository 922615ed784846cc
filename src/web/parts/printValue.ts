import { isCivilDate, printCivilDate, printPartialDate, type PartialDate } from '../../values/partial-date.ts';
import { printInstant } from '../app/momentWords.ts';

const isPartialDate = (value: object): value is PartialDate => 'precision' in value && 'raw' in value;

/** Any value of the record for people, as history and change marks show it: `blank` for nothing, dates as dates. */
export function printValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'blank';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return printInstant(value);
    return isCivilDate(value) ? printCivilDate(value) : value;
  }
  if (Array.isArray(value)) return value.length === 0 ? 'blank' : value.map(printValue).join(', ');
  if (typeof value !== 'object') return 'blank';
  if (isPartialDate(value)) return printPartialDate(value);
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== '')
    .map(([name, one]) => `${name} ${printValue(one)}`)
    .join(', ');
}
