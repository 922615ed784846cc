/**
 * How groups number what they do: meetings `CCAG-12`, `eCCAG-3`, `DAG-10.1`; actions `CCAG08-06` (the meeting it was
 * raised at, then a running number); decisions `CCAG-D012` (a running number of the group).
 *
 * Reading is blind to spaces, case of the leading `e`, and padding; printing is always the same.
 */
import { isCivilDate, type CivilDate } from '../../values/partial-date.ts';

export interface MeetingReference {
  /** Short name of the group as it writes it: `CCAG`. */
  readonly group: string;
  /** As numbered, without leading zeros: `12`, `10.1`; null for a meeting known by its date only. */
  readonly number: string | null;
  /** Called outside the group's cadence and numbered apart: `eCCAG`. */
  readonly extraordinary: boolean;
  /** Tells meetings without a number apart; null where the number does. */
  readonly date: CivilDate | null;
}

export interface ActionReference {
  readonly group: string;
  /** Number of the meeting it was raised at, without leading zeros. */
  readonly meeting: string;
  readonly extraordinary: boolean;
  readonly number: number;
}

export interface DecisionReference {
  readonly group: string;
  readonly number: number;
}

/** `08` → `8`, `10.01` → `10.1`, blank → null; null too for words that are no meeting number. */
export function readMeetingNumber(words: string): string | null {
  const parts = /^0*(\d{1,5})(?:\.0*(\d{1,3}))?$/.exec(words.trim());
  if (parts === null) return null;
  return parts[2] === undefined ? (parts[1] ?? null) : `${parts[1] ?? ''}.${parts[2]}`;
}

/** `CCAG-12`, `eCCAG-3`, `DAG-10.1`, and `CCAG-2022-12-21` where there is no number yet. */
export const printMeetingReference = (reference: MeetingReference): string =>
  `${reference.extraordinary ? 'e' : ''}${reference.group}-${reference.number ?? reference.date ?? ''}`;

/**
 * Splits `eCCAG` into the group and the mark. A group's short name starts with a capital letter, which is how `e` is
 * told from the first letter of a name.
 */
function splitGroup(words: string): { group: string; extraordinary: boolean } {
  const extraordinary = /^e(?=[A-Z])/.test(words);
  return { group: extraordinary ? words.slice(1) : words, extraordinary };
}

/** Reads `CCAG-12`, `CCAG 12`, `CCAG12`, `CCAG #12`, `eCCAG-3`, `DAG 10.1`, `CCAG-2022-12-21`; null for anything else. */
export function readMeetingReference(words: string): MeetingReference | null {
  const dated = /^([A-Za-z][A-Za-z&]*)[\s-]+(\d{4}-\d{2}-\d{2})$/.exec(words.trim());
  if (dated !== null) {
    const date = dated[2] ?? '';
    return isCivilDate(date) ? { ...splitGroup(dated[1] ?? ''), number: null, date } : null;
  }
  const numbered = /^([A-Za-z][A-Za-z&]*)[\s#-]*(\d{1,5}(?:\.\d{1,3})?)$/.exec(words.trim());
  if (numbered === null) return null;
  const number = readMeetingNumber(numbered[2] ?? '');
  return number === null ? null : { ...splitGroup(numbered[1] ?? ''), number, date: null };
}

const padMeeting = (number: string): string => {
  const [whole = '', part] = number.split('.');
  return part === undefined ? whole.padStart(2, '0') : `${whole.padStart(2, '0')}.${part}`;
};

/** `CCAG08-06`, `eCCAG03-01`, `DAG10.1-02`. */
export const printActionReference = (reference: ActionReference): string =>
  `${reference.extraordinary ? 'e' : ''}${reference.group}${padMeeting(reference.meeting)}-${String(reference.number).padStart(2, '0')}`;

/** Reads `CCAG08-06`, `CCAG 8-6`, `CCAG-8-06`, `DAG10.1-02`; null for anything else. */
export function readActionReference(words: string): ActionReference | null {
  const parts = /^([A-Za-z][A-Za-z&]*)[\s-]*(\d{1,5}(?:\.\d{1,3})?)\s*[-–/]\s*0*(\d{1,4})$/.exec(words.trim());
  if (parts === null) return null;
  const meeting = readMeetingNumber(parts[2] ?? '');
  return meeting === null ? null : { ...splitGroup(parts[1] ?? ''), meeting, number: Number(parts[3]) };
}

/** Sorts as people count: group, then meeting 8 before 10 and 10 before 10.1, then the running number. */
export function actionSortKey(reference: ActionReference): string {
  const [whole = '', part = '0'] = reference.meeting.split('.');
  const numbers = [whole, part, String(reference.number)].map((digits) => digits.padStart(6, '0'));
  return [reference.group.toUpperCase(), reference.extraordinary ? '1' : '0', ...numbers].join('/');
}

/** `CCAG-D012`. */
export const printDecisionReference = (reference: DecisionReference): string =>
  `${reference.group}-D${String(reference.number).padStart(3, '0')}`;

/** Reads `CCAG-D012`, `CCAG D12`; null for anything else. */
export function readDecisionReference(words: string): DecisionReference | null {
  const parts = /^([A-Za-z][A-Za-z&]*)[\s-]+D0*(\d{1,6})$/.exec(words.trim());
  return parts === null ? null : { group: parts[1] ?? '', number: Number(parts[2]) };
}
