/** How parties and dates are written where people type them, and the words of fixed choices. Pure. */
import type { Option } from '../parts/fields.tsx';
import type { Capacity, DecisionKind, MeetingNote, Outcome, Party, Purpose, Verdict } from './answers.ts';

/** `Programme (design lead), Chair`. */
export const printParties = (parties: readonly Party[]): string =>
  parties.map((party) => (party.detail === null ? party.role : `${party.role} (${party.detail})`)).join(', ');

/** The reverse of `printParties`; a comma inside brackets belongs to the detail. */
export function readParties(words: string): Party[] {
  return words.split(/,(?![^(]*\))/).flatMap((part): Party[] => {
    const written = part.trim();
    if (written === '') return [];
    const read = /^(.+?)\s*\(([^)]*)\)$/.exec(written);
    const [, role = '', detail = ''] = read ?? [];
    return [
      role === '' ? { role: written, detail: null } : { role, detail: detail.trim() === '' ? null : detail.trim() },
    ];
  });
}

/** One thing a line; empty lines count for nothing. */
export const readLines = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const optionsOf = <Value extends string>(labels: Readonly<Record<Value, string>>): readonly Option[] =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  decision: 'Decision',
  information: 'Information',
  discussion: 'Discussion',
};
export const PURPOSE_OPTIONS = optionsOf(PURPOSE_WORDS);

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  ongoing: 'Ongoing',
  'recommend-closed': 'Recommend closing',
  closed: 'Closed, as the meeting agreed',
  new: 'New',
  superseded: 'Superseded, as the meeting agreed',
};

/** The verdicts that only those who may decide can record: with them a meeting settles the action. */
const SETTLING: readonly string[] = ['closed', 'superseded'];

/** What an update may say of its action; only who may decide records that a meeting settled it. */
export const verdictOptions = (mayDecide: boolean): readonly Option[] =>
  optionsOf(VERDICT_WORDS).filter((option) => mayDecide || !SETTLING.includes(option.value));

export const KIND_WORDS: Readonly<Record<DecisionKind, string>> = {
  decision: 'Decision',
  recommendation: 'Recommendation',
};
export const KIND_OPTIONS = optionsOf(KIND_WORDS);

export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  recommend: 'Recommends',
  decide: 'Decides',
  direct: 'Directs',
  consent: 'Consents',
  advise: 'Advises',
  note: 'Notes',
};
export const CAPACITY_OPTIONS = optionsOf(CAPACITY_WORDS);

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  pending: 'Not decided yet',
  agreed: 'Agreed',
  'agreed-with-conditions': 'Agreed with conditions',
  rejected: 'Rejected',
  deferred: 'Deferred',
  revoked: 'Revoked',
};
export const OUTCOME_OPTIONS = optionsOf(OUTCOME_WORDS);

export const DOCUMENT_KIND_OPTIONS: readonly Option[] = [
  { value: 'paper', label: 'Paper' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'headline-report', label: 'Headline report' },
  { value: 'attachment', label: 'Attachment' },
];

/** The kinds of note that a meeting keeps, in the order in which they are shown. */
export const NOTE_KIND_OPTIONS = optionsOf<MeetingNote['kind']>({
  'programme-update': 'Programme update',
  status: 'Status',
  statement: 'Statement',
  'next-step': 'Next step',
  note: 'Note',
});

/** `10:00–11:35`, `from 10:00`, or nothing. */
export const printTimes = (start: string | null, end: string | null): string =>
  start === null ? '' : end === null ? `from ${start}` : `${start}–${end}`;

/** `1 action`, `3 actions`, `no actions`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : String(count)} ${count === 1 ? one : many}`;
