/** The fields of any pack record, for showing beside the source: path, words, span, and how the value reads. */
import type { Span } from '../formats/document/model.ts';
import type { Field, PackRecord } from '../formats/pack/model.ts';
import { printPartialDate, type PartialDate } from '../values/partial-date.ts';
import { printReference, type Reference } from '../values/reference.ts';

export interface RecordField {
  /** `raised`, `decisionDates.0`, `owners`: what a correction names. */
  readonly path: string;
  /** For people: `Raised`, `Decision dates 1`. */
  readonly label: string;
  /** The value as Pandect reads it. */
  readonly value: string;
  /** The words of the source. */
  readonly raw: string;
  readonly span: Span;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isField = (value: unknown): value is Field<unknown> =>
  isObject(value) && 'raw' in value && 'span' in value && 'value' in value;

/** Records inside a record (the section of an agenda item) are told by themselves. */
const isRecord = (value: unknown): boolean =>
  isObject(value) && typeof value['key'] === 'string' && typeof value['kind'] === 'string';

/** A path in words: `decisionDates.0` → `Decision dates 1`. */
export const labelOf = (path: string): string => {
  const words = path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part.replace(/([A-Z])/g, ' $1').toLowerCase()))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Any value of a field in words. */
export function printValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(printValue).join('; ');
  if (!isObject(value)) return '';
  if ('precision' in value) return printPartialDate(value as unknown as PartialDate);
  if ('scheme' in value && 'number' in value)
    return `${String(value['body'])} ${printReference(value as unknown as Reference)}`;
  if ('role' in value) return [value['role'], value['detail']].filter(Boolean).map(String).join(', ');
  if ('group' in value && 'meeting' in value) {
    return `${String(value['group'])}${String(value['meeting']).padStart(2, '0')}-${String(value['number']).padStart(2, '0')}`;
  }
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== false && part !== '')
    .map(([name, part]) => (part === true ? name.replace(/([A-Z])/g, ' $1').toLowerCase() : printValue(part)))
    .join(', ');
}

/** A reference is told as the source prints it, since only its body's grammar knows how many digits it pads to. */
const printField = ({ value, raw }: Field<unknown>): string =>
  isObject(value) && 'scheme' in value ? raw.trim() : printValue(value);

/** Every field of a record, in the order of the source. */
export function fieldsOf(record: PackRecord): RecordField[] {
  const found: RecordField[] = [];
  const walk = (node: unknown, path: string): void => {
    if (isField(node)) {
      found.push({ path, label: labelOf(path), value: printField(node), raw: node.raw, span: node.span });
    }
    if (Array.isArray(node)) {
      node.forEach((item, index) => walk(item, `${path}.${index}`));
    } else if (isObject(node) && !isField(node) && !(path !== '' && isRecord(node))) {
      for (const [name, value] of Object.entries(node)) walk(value, path === '' ? name : `${path}.${name}`);
    }
  };
  walk(record, '');
  return found.sort((a, b) => a.span.start - b.span.start || a.path.localeCompare(b.path, 'en'));
}

/** What a person calls a record: its reference or title, and else its first words. */
export function titleOf(record: PackRecord): string {
  const fields = fieldsOf(record);
  const pick = (path: string): string | undefined => fields.find((field) => field.path === path)?.value;
  if (record.kind === 'meeting') return [pick('group'), pick('number')].filter(Boolean).join(' ');
  if (record.kind === 'horizon-log') return `Horizon scanning log ${pick('date') ?? ''}`.trim();
  if (record.kind === 'update' || record.kind === 'group-update')
    return `Update from ${pick('group') ?? 'a group'} ${pick('date') ?? ''}`.trim();
  if (record.kind === 'next-meeting') return `Next ${pick('group') ?? ''} meeting`;
  if (record.kind === 'status-summary') return 'Status summary';
  const reference = pick('reference');
  const title = pick('title') ?? pick('text') ?? pick('label') ?? record.key;
  const short = title.length > 90 ? `${title.slice(0, 88)}…` : title;
  return reference === undefined ? short : `${reference} ${short}`;
}
