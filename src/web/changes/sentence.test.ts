import { expect, test } from 'vitest';
import { readPartialDate } from '../../values/partial-date.ts';
import type { Change } from './answers.ts';
import { tellChange } from './sentence.ts';

const nobody = { read: true, add: false, edit: false, remove: false, decide: false, accept: false };
const word = (value: string, label = value) => ({ value, label, meaning: '', expect: '' });
const VOCABULARY = {
  stages: [word('consultation'), word('with-authority', 'with the Authority')],
  overlays: [word('on-hold', 'on hold')],
  impacts: [word('direct'), word('unknown', 'to be confirmed')],
};
const CHANGE: Change = {
  id: 'modification_1',
  key: 'REC-R0044',
  href: '/register/REC-R0044',
  body: 'REC',
  reference: 'R0044',
  kind: 'modification',
  title: 'A change',
  titleRaw: 'A change',
  summary: '',
  stageRaw: 'Consultation',
  stage: 'consultation',
  overlay: null,
  inFlight: true,
  route: null,
  routes: [],
  impact: 'direct',
  impactRaw: '',
  impactReasons: [],
  lead: '',
  release: null,
  horizon: [],
  movedAt: '2022-11-17T16:30:00.000Z',
  recordedAt: '2022-11-17T16:30:00.000Z',
  formerReferences: [],
  dates: [
    { id: 'd1', type: 'panel', qualifier: 'Panel', date: readPartialDate('13/12/22'), note: '', version: 1 },
    { id: 'd2', type: 'authority', qualifier: 'Ofgem', date: readPartialDate('TBC'), note: '', version: 1 },
  ],
  decisions: [],
  decisionState: 'undecided',
  positions: [],
  updates: [],
  relations: [],
  relatedFrom: [],
  links: [],
  next: { stages: [], decisions: [] },
  version: 1,
  changes: [],
  may: nobody,
};
const tell = (more: Partial<Change>, today = '2022-11-23'): string =>
  tellChange({ ...CHANGE, ...more }, VOCABULARY, today);

test('where it stands, what comes next and what it is to the programme', () => {
  expect(tell({})).toBe(
    'REC R0044 is at “Consultation”; panel decision expected 13 Dec 2022; impact on the programme: direct.',
  );
  expect(tell({}, '2023-01-10')).toContain('Authority decision (Ofgem) has no date yet');
});

test('a word that maps to nothing is said to, and so is an impact nobody has said', () => {
  expect(tell({ stageRaw: 'Pondering', stage: null, impact: 'unknown', dates: [] })).toBe(
    'REC R0044 is at “Pondering”, which maps to no shared stage; nobody has said yet what it means for the programme.',
  );
  expect(tell({ stageRaw: '', stage: null })).toContain('its stage is not');
});

test('a decision due and not on record is said to be missing', () => {
  const dates = CHANGE.dates.slice(0, 1);
  expect(tell({ dates }, '2023-01-10')).toContain('its panel decision was due 13 Dec 2022 and is not on record');
});

test('the last decision that stands is told; a struck one is not, and a recommendation is called one', () => {
  const decision = {
    id: 'x1',
    position: 1,
    who: 'Change Panel',
    capacity: 'decide' as const,
    outcome: 'revoked' as const,
    date: '2022-06-20',
    textHash: null,
    conditions: '',
    grounds: '',
    appealUntil: null,
    struckBecause: null,
  };
  expect(tell({ decisions: [decision] })).toContain('last decided 20 Jun 2022 by Change Panel: approval revoked');
  expect(tell({ decisions: [{ ...decision, struckBecause: 'typed twice' }] })).not.toContain('Change Panel');
  expect(tell({ decisions: [{ ...decision, capacity: 'recommend', outcome: 'approved' }] })).toContain(
    'Change Panel recommended on 20 Jun 2022 that it be approved',
  );
});
