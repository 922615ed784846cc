import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../load.ts';
import { HAPPENINGS, STANDING_DATE, START } from './index.ts';
import { CCAG_MEETINGS } from './meetings.ts';

/** Everything the sample says to people, one string each. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** Titles are names, and names are facts; so are the few words by which a code body rates an impact. */
const FACTS = new Set(
  HAPPENINGS.flatMap(({ deed }) =>
    deed.does === 'change'
      ? [deed.with.title ?? '', deed.with.impactRaw ?? '']
      : deed.does === 'milestone' || deed.does === 'request'
        ? [deed.with.title ?? '']
        : [],
  ),
);

const fold = (words: string): string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const runsOf = (words: string, length: number): string[] => {
  const list = fold(words);
  return list.slice(0, Math.max(0, list.length - length + 1)).map((_, at) => list.slice(at, at + length).join(' '));
};

const prose = [...new Set(HAPPENINGS.flatMap(({ deed, why }) => [why, ...wordsIn(deed.with)]))].filter(
  (words) => !FACTS.has(words),
);

/** Roles, bodies and groups: the only names of people the sample knows. */
const ROLES =
  /^(?:Chair|Secretariat|Regulator|Code bodies|CCAG members|Elexon|RECCo|Domestic supplier representative|Programme(?: \((?:code lead|design lead|drafting lead|governance lead|migration lead|assurance|PMO)\))?)$/;

describe('the sample programme as told', () => {
  it('has time for every item of an agenda before the meeting ends', () => {
    for (const { number, end, items } of CCAG_MEETINGS) {
      const [hour = 0, minute = 0] = end.split(':').map(Number);
      const planned = items.reduce((sum, item) => sum + item[4], 0);
      expect(planned, `CCAG-${number}`).toBeLessThanOrEqual((hour - 10) * 60 + minute);
    }
  });

  it('names people by their roles only', () => {
    const leads = HAPPENINGS.flatMap(({ deed }) =>
      deed.does === 'agenda'
        ? deed.with.items.flatMap((item) => item.lead ?? [])
        : deed.does === 'action'
          ? (deed.with.owners ?? [])
          : [],
    );
    expect(leads.length).toBeGreaterThan(50);
    for (const { role, detail } of leads) expect(detail === null ? role : `${role} (${detail})`).toMatch(ROLES);
  });

  it('lies between the start and the day it stands still on', () => {
    for (const happening of HAPPENINGS) {
      expect(happening.on >= START && happening.on < STANDING_DATE, `${happening.on} ${happening.why}`).toBe(true);
    }
  });

  it('comes to the same batches in whatever order its files tell it', () => {
    const shape = (list: typeof HAPPENINGS) =>
      batchesOf(list).map((batch) => [
        batch.at,
        batch.by,
        batch.happenings.map((happening) => happening.deed.does),
        batch.happenings.map((happening) => JSON.stringify(happening)).toSorted(),
      ]);
    const told = shape(HAPPENINGS);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: HAPPENINGS.length - 1 }), (cut) => {
        expect(shape([...HAPPENINGS.slice(cut), ...HAPPENINGS.slice(0, cut)])).toEqual(told);
      }),
      { numRuns: 10 },
    );
  });

  it('does one command for each person and instant', () => {
    const batches = batchesOf(HAPPENINGS);
    expect(new Set(batches.map((batch) => `${batch.at} ${batch.by}`)).size).toBe(batches.length);
    expect(batches.flatMap((batch) => batch.happenings)).toHaveLength(HAPPENINGS.length);
  });
});

const pack = path.resolve(import.meta.dirname, '../../../../shared/data/packs/ccag-12-2022-11-23.txt');

// The pack is not in the repository: these two hold the sample against it wherever it lies beside.
describe.runIf(fs.existsSync(pack))('the sample beside the pack it was drawn from', () => {
  const text = fs.existsSync(pack) ? fs.readFileSync(pack, 'utf8') : '';

  it('is in words of its own', () => {
    const theirs = new Set(runsOf(text, 7));
    const copied = prose.flatMap((words) => runsOf(words, 7).filter((run) => theirs.has(run)));
    expect(copied).toEqual([]);
  });

  it('carries over nobody’s name', () => {
    const names = [...text.matchAll(/Programme \((\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\)/gu)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'Design Team');
    expect(names.length).toBeGreaterThan(3);
    const told = prose.join('\n');
    expect(names.filter((name) => told.includes(name))).toEqual([]);
  });
});
