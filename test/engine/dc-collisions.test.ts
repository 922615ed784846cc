import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSection } from '../../src/formats/openlaw/code-place.ts';
import { collide } from '../../src/legaltext/collide/collide.ts';
import type { Collision } from '../../src/legaltext/collide/collision.ts';
import type { TextKnowledge } from '../../src/legaltext/collide/knowledge.ts';
import type { Provision } from '../../src/legaltext/provision.ts';
import type { Version } from '../../src/legaltext/version.ts';
import { DcLaws, struckWords, type Dated, type Overlap } from './dc-laws.ts';

/**
 * Real laws that were in flight at the same time. Twenty pairs were judged by hand from what the two laws say; and of
 * every pair in the pack that amends one section, what `collide` says is held against carrying out the one and then the
 * other, and the other and then the one, by a replay that knows nothing of collisions.
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

/** The same text with the children of every provision in one order. */
const sorted = (provision: Provision): Provision =>
  provision.with({
    children: [...provision.children].map(sorted).sort((one, other) => (one.id < other.id ? -1 : 1)),
  });

/** Whether a section, the one place where two texts can differ, has the same in it in another order. */
function isEqualButForSequence(one: Version, other: Version, number: string): boolean {
  const [mine, theirs] = [findSection(one.index, number), findSection(other.index, number)];
  return mine !== undefined && theirs !== undefined && sorted(mine).hash === sorted(theirs).hash;
}

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
      const count = { pairs: 0, apart: 0, colliding: 0, byNumber: 0, lost: 0 };
      const disagreements: string[] = [];
      for (const overlap of overlaps) {
        const { section, one, other, ofOne, ofOther, base } = overlap;
        const found = collisionsOf(overlap, ofOne, ofOther);
        const grave = found.filter(isGrave);
        const alone = laws.made(base, ofOne).failures + laws.made(base, ofOther).failures;
        const oneFirst = laws.made(base, [...ofOne, ...ofOther]);
        const otherFirst = laws.made(base, [...ofOther, ...ofOne]);
        const isUndisturbed = oneFirst.failures === alone && otherFirst.failures === alone;
        const isOneText = oneFirst.version.hash === otherFirst.version.hash;
        count.pairs += 1;
        if (isUndisturbed && isOneText && grave.length === 0) count.apart += 1;
        else if (!(isUndisturbed && isOneText) && grave.length > 0) count.colliding += 1;
        // Both put numbered provisions in one gap: the replay puts the later law's after or before the earlier one's, and
        // `collide` says that the numbers tell. Nothing but that sequence may differ.
        else if (
          grave.length === 0 &&
          isUndisturbed &&
          found.some((each) => each.class === 'slot') &&
          isEqualButForSequence(oneFirst.version, otherFirst.version, section)
        )
          count.byNumber += 1;
        // Both write the same words, or one replaces what the other rewords, and one text comes of it all the same: because
        // the words put in are those struck, or because what one law does there is lost in either order.
        else if (isUndisturbed && isOneText && grave.every((each) => each.class === 'words' || each.class === 'parent'))
          count.lost += 1;
        else
          disagreements.push(
            `§ ${section}: ${one} and ${other}; failures ${alone} alone, ${oneFirst.failures} and ${otherFirst.failures}; ` +
              `${isOneText ? 'one text' : 'two texts'}; ${found.map((each) => `${each.class} (${each.severity})`).join(', ')}`,
          );
      }
      console.info(
        `${count.pairs} pairs of laws that amend one section while in flight: ${count.apart} go together in either order and ` +
          `${count.colliding} do not, both as collide says; ${count.byNumber} differ only in the sequence that numbers give; ` +
          `in ${count.lost} one text hides that the same words are written twice.`,
      );
      expect(disagreements).toEqual([]);
      expect(count.pairs).toBeGreaterThan(400);
      expect(count.colliding).toBeGreaterThan(30);
      expect(count.byNumber + count.lost).toBeLessThan(20);
    },
    WHOLE_PACK,
  );
});
