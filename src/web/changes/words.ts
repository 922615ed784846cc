/** The words people read for the values of a change. */
import type { Option } from '../parts/fields.tsx';
import type { Capacity } from '../codes/answers.ts';
import type { ChangeKind, DateType, HorizonBody, ListedDate, Outcome, RelationKind, Stance } from './answers.ts';

export const DATE_WORDS: Readonly<Record<DateType, string>> = {
  raised: 'Raised',
  panel: 'Panel decision',
  authority: 'Authority decision',
  decision: 'Decision',
  implementation: 'Implementation',
  'appeal-end': 'Appeal window ends',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  approved: 'Approved',
  rejected: 'Rejected',
  revoked: 'Approval revoked',
  'sent-back': 'Sent back',
  're-approved': 'Approved again',
  deferred: 'Deferred',
};

/** A shape for each outcome, so that none rests on colour. */
export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  approved: '✓',
  rejected: '✕',
  revoked: '⊘',
  'sent-back': '↩',
  're-approved': '✓',
  deferred: '…',
};

/** What somebody gives in each capacity. */
export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  recommend: 'recommendation',
  decide: 'decision',
  direct: 'direction',
  consent: 'consent',
};

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  opposes: 'Opposes',
  concerned: 'Concerned',
  neutral: 'Neutral',
  unknown: 'Not said yet',
};

export const RELATION_WORDS: Readonly<Record<RelationKind, string>> = {
  lead: 'Its lead change',
  parallel: 'Parallel change',
  consequential: 'Consequential change',
  mentions: 'Mentions',
  extends: 'Extends',
  supports: 'Supports',
};

/** The same relations, read from the other end. */
export const RELATION_FROM_WORDS: Readonly<Record<RelationKind, string>> = {
  lead: 'Leads',
  parallel: 'Parallel change',
  consequential: 'Is a consequence of',
  mentions: 'Is mentioned by',
  extends: 'Is extended by',
  supports: 'Is supported by',
};

export const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  modification: 'Modification',
  issue: 'Issue',
  'change-proposal': 'Change proposal',
};

/** A record of words as the choices of a select, in the order they are written. */
export const choices = <Value extends string>(words: Readonly<Record<Value, string>>): readonly Option[] =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));

/** `Authority decision (Ofgem)`: what a date is the date of. */
export const dateLabel = ({ type, qualifier }: Pick<ListedDate, 'type' | 'qualifier'>): string =>
  qualifier === '' || qualifier.toLowerCase() === type ? DATE_WORDS[type] : `${DATE_WORDS[type]} (${qualifier})`;

/** A heading inside a sentence: `Panel decision` → `panel decision`; the Authority keeps its capital. */
export const inSentence = (words: string): string =>
  words.startsWith('Authority') ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** A meeting or month that a horizon log is of: `CCAG-12` → `CCAG 12`; months stay as they are. */
export const periodWords = (period: string): string =>
  /^\d{4}-\d{2}$/.test(period) ? period : period.replace('-', ' ');

/** What a code's return to a horizon log may say. */
export const RETURN_WORDS: Readonly<Record<HorizonBody['state'], string>> = {
  nil: 'It has no change to tell of',
  returned: 'It returned its changes',
  silent: 'It made no return',
};
