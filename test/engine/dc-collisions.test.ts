import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSection } from '../../src/formats/openlaw/code-place.ts';
import { collide } from '../../src/legaltext/collide/collide.ts';
import type { Collision } from '../../src/legaltext/collide/collision.ts';
import type { TextKnowledge } from '../../src/legaltext/collide/knowledge.ts';
import type { Hash } from '../../src/legaltext/hash.ts';
import { merge } from '../../src/legaltext/merge/merge.ts';
import type { Provision } from '../../src/legaltext/provision.ts';
import type { Version } from '../../src/legaltext/version.ts';
import { DcLaws, struckWords, type Dated, type Overlap } from './dc-laws.ts';

/**
 * Real laws that were in flight at the same time. Twenty pairs were judged by hand from what the two laws say; and of
 * every pair in the pack that amends one section, what `collide` says is held against carrying out the one and then the
 * other, and the other and then the one, by a replay that knows nothing of collisions.
 *
 * The rule by which the two agree: `collide` names a collision of severity `clash` or `order` if and only if more
 * instructions come to nothing in one of the two orders than when each law is made alone, or the orders give texts with
 * different hashes. The people who judged pairs by hand went further in two ways, and so does `collide`; each is counted
 * by a rule of its own:
 *
 * - by number: both laws put new provisions into one gap, and their numbers, all different, say which stands first. Then
 *   nobody calls it a collision, though the replay has them in the order in which the laws came. The text that `merge`
 *   makes of the two, without any collision, must be to the hash the one that the replay makes in one of the orders, but
 *   that what both laws put in alike (a note under the section) stands there once.
 * - written twice: both laws amend the same words, or one replaces what the other amends, and one text comes of it all the
 *   same, since one law puts back what it strikes or finds nothing to amend. Then people call it a conflict. Each such
 *   pair must be one that was judged so by hand.
 */
const ARCHIVE = path.resolve('../shared/data/dc/dc-open.tar.gz');
const OVERLAPS = path.resolve('../shared/data/dc/overlaps.json');

/** Milliseconds for reading and replaying all of it on a machine that is busy with other tests. */
const WHOLE_PACK = 300_000;

interface Side {
  readonly kind: string;
  readonly law_path: string;
  readonly find: string | null;
}

interface Example {
  readonly lawA: string;
  readonly lawB: string;
  readonly path: string;
  readonly kind: 'conflict' | 'clean';
  readonly note: string;
  readonly opA: Side;
  readonly opB: Side;
}

const examples: readonly Example[] = fs.existsSync(OVERLAPS)
  ? (JSON.parse(fs.readFileSync(OVERLAPS, 'utf8')) as { readonly examples: readonly Example[] }).examples
  : [];

/** Terms and references are another question. */
const NOTHING_KNOWN: TextKnowledge = {
  usesOf: () => [],
  referencesTo: () => [],
  definitionsIn: () => [],
  termsIn: () => [],
  newTerms: null,
  citationsIn: () => [],
  newCitations: { keysOf: () => [], leadsTo: () => undefined },
};

/** `§ 47-850(a)(1)`. */
const cite = (way: readonly Provision[]): string => {
  const from = way.findIndex(({ kind }) => kind === 'section');
  return from === -1
    ? way.map(({ number }) => number).join(' ')
    : `§ ${way
        .slice(from)
        .map(({ number }) => number)
        .join('')}`;
};

/** Whether a collision says that two changes cannot stand beside each other whatever the order. */
const isGrave = ({ severity, changes }: Collision): boolean =>
  changes[1] !== null && (severity === 'clash' || severity === 'order');

/** The hash of a section in which what stands twice among the children of a provision stands once. */
function sectionOnce({ index }: Version, number: string): Hash | undefined {
  const once = (provision: Provision): Provision => {
    const children = provision.children.map(once);
    return provision.with({ children: [...new Map(children.map((child) => [child.hash, child])).values()] });
  };
  const section = findSection(index, number);
  return section === undefined ? undefined : once(section).hash;
}

/** Whether two laws that meet in a section were judged by hand, and found in conflict there. */
const isJudgedConflict = ({ section, one, other }: Overlap): boolean =>
  examples.some(
    ({ lawA, lawB, path: place, kind }) =>
      kind === 'conflict' && place.split('|')[0] === `§${section}` && new Set([one, other, lawA, lawB]).size === 2,
  );

/** The instruction an example speaks of: by its kind, its place in the law, and, where that is not enough, its words. */
function described(dated: readonly Dated[], { kind, law_path: lawPath, find }: Side): readonly Dated[] {
  const there = dated.filter(({ instruction }) => instruction.kind === kind && instruction.lawPath === lawPath);
  const exact = there.filter(({ instruction }) => find !== null && struckWords(instruction).trim() === find.trim());
  return exact.length > 0 ? exact : there;
}

describe.runIf(fs.existsSync(ARCHIVE))('collisions of real laws', () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-dc-collisions-'));
  let laws: DcLaws;
  let overlaps: readonly Overlap[];

  beforeAll(() => {
    execFileSync('tar', ['-xzf', ARCHIVE, '-C', directory]);
    const [top = ''] = fs.readdirSync(directory);
    laws = new DcLaws(fs.existsSync(path.join(directory, 'manifest.json')) ? directory : path.join(directory, top));
    overlaps = laws.overlaps();
  }, WHOLE_PACK);

  afterAll(() => fs.rmSync(directory, { recursive: true }));

  const collisionsOf = (
    { one, other, base }: Overlap,
    ofOne: readonly Dated[],
    ofOther: readonly Dated[],
  ): readonly Collision[] =>
    collide([laws.instrument(one, ofOne), laws.instrument(other, ofOther)], base, { knowledge: NOTHING_KNOWN, cite });

  it.each(examples)('$lawA and $lawB at $path are $kind: $note', ({ lawA, lawB, path: place, kind, opA, opB }) => {
    const section = place.split('|')[0]?.slice(1);
    const overlap = overlaps.find(
      (each) => each.section === section && new Set([each.one, each.other, lawA, lawB]).size === 2,
    );
    if (overlap === undefined) throw new Error('The two laws do not meet in the pack.');
    const isA = overlap.one === lawA;
    const ofOne = described(overlap.ofOne, isA ? opA : opB);
    const ofOther = described(overlap.ofOther, isA ? opB : opA);
    expect([ofOne.length, ofOther.length]).toEqual([1, 1]);
    const grave = collisionsOf(overlap, ofOne, ofOther).filter(isGrave);
    expect(grave.map(({ sentence }) => sentence).join('\n') === '' ? 'clean' : 'conflict').toBe(kind);
  });

  it(
    'are found exactly where carrying them out in both orders shows them',
    () => {
      const count = { together: 0, colliding: 0, byNumber: 0, writtenTwice: 0 };
      const disagreements: string[] = [];
      for (const overlap of overlaps) {
        const { section, one, other, ofOne, ofOther, base } = overlap;
        const found = collisionsOf(overlap, ofOne, ofOther);
        const isCollision = found.some(isGrave);
        const [alone, otherAlone] = [laws.made(base, ofOne), laws.made(base, ofOther)];
        const oneFirst = laws.made(base, [...ofOne, ...ofOther]);
        const otherFirst = laws.made(base, [...ofOther, ...ofOne]);
        const failures = alone.failures + otherAlone.failures;
        const isUndisturbed = oneFirst.failures === failures && otherFirst.failures === failures;
        const isOneText = oneFirst.version.hash === otherFirst.version.hash;
        const goTogether = isUndisturbed && isOneText;
        const merged = merge(base, alone.version, otherAlone.version);
        if (goTogether && !isCollision) count.together += 1;
        else if (!goTogether && isCollision) count.colliding += 1;
        else if (
          isUndisturbed &&
          found.some((each) => each.class === 'slot') &&
          merged.collisions.length === 0 &&
          [oneFirst, otherFirst].some(
            ({ version }) => sectionOnce(version, section) === sectionOnce(merged.version, section),
          )
        )
          count.byNumber += 1;
        else if (goTogether && isJudgedConflict(overlap)) count.writtenTwice += 1;
        else
          disagreements.push(
            `§ ${section}: ${one} and ${other}; failures ${failures} alone, ${oneFirst.failures} and ${otherFirst.failures}; ` +
              `${isOneText ? 'one text' : 'two texts'}; ${found.map((each) => `${each.class} (${each.severity})`).join(', ')}; ` +
              `merged with ${merged.collisions.length} collisions`,
          );
      }
      console.info(
        `${overlaps.length} pairs of laws that amend one section while in flight: ${count.together} go together in either ` +
          `order and ${count.colliding} do not, both as collide says; ${count.byNumber} differ only in the sequence that ` +
          `numbers give, and merge in; in ${count.writtenTwice} one text hides a conflict that people see.`,
      );
      expect(disagreements).toEqual([]);
      expect(count).toEqual({ together: 239, colliding: 197, byNumber: 12, writtenTwice: 3 });
    },
    WHOLE_PACK,
  );
});
