/**
 * Three-way merges whose outcome is known, from law: sections of a real code that different laws amended one after another
 * over the years, or, where that code is not at hand, made-up ones. Both laws of a case are carried out on the text before
 * either, each alone; what they make together is what they made in fact, one after the other.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canonicalLines } from '../src/formats/openlaw/canonical-text.ts';
import { packFilesIn } from '../src/formats/openlaw/pack-files.ts';
import { replay, type Replayed } from '../src/formats/openlaw/replay.ts';
import { apply } from '../src/legaltext/apply.ts';
import { Draft } from '../src/legaltext/draft.ts';
import { byId, type Operation } from '../src/legaltext/operation.ts';
import { Provision, type ProvisionId } from '../src/legaltext/provision.ts';
import { Text } from '../src/legaltext/text.ts';
import { Version } from '../src/legaltext/version.ts';

export interface MergeCase {
  readonly base: Version;
  readonly ours: Version;
  readonly theirs: Version;
  /** The text with both: first the earlier, then the later. One line for each leaf. */
  readonly both: string;
  /** Whether the other order makes the same text: then the two changes do not collide, and calling them so is wrong. */
  readonly commutes: boolean;
}

/** What a version says, one line for each number, heading and text: the form that line-wise merging is given. */
export const linesOf = (version: Version): readonly string[] =>
  version.root.children.flatMap((section) => canonicalLines(section));

const PACK = path.join(import.meta.dirname, '../../shared/data/dc/dc-open.tar.gz');

export interface MergeCases {
  readonly cases: readonly MergeCase[];
  /** Where they are from, in words. */
  readonly source: string;
}

/** At most `most` cases: from law where it is at hand. */
export function mergeCases(most: number): MergeCases {
  if (!fs.existsSync(PACK)) return { cases: madeUp(most), source: 'made-up sections' };
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-bench-'));
  try {
    execFileSync('tar', ['-xzf', PACK, '-C', directory]);
    const packed = fs.existsSync(path.join(directory, 'manifest.json'))
      ? directory
      : path.join(directory, fs.readdirSync(directory)[0] ?? '');
    const replayed = replay(packFilesIn(packed));
    if (replayed.kind === 'failed') throw new Error(replayed.failure.message);
    return { cases: fromLaw(replayed.value, most), source: 'sections of the D.C. Code that two laws amended' };
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** What one law did to one section, and the section before it. */
interface Amendment {
  readonly law: string;
  readonly before: Provision;
  readonly operations: Operation[];
}

/** Neighbours in time first, then laws further apart, until there are enough. */
function fromLaw(replayed: Replayed, most: number): MergeCase[] {
  const histories = amendmentsBySection(replayed);
  const cases: MergeCase[] = [];
  for (let apart = 1; apart < 8; apart += 1)
    for (const amendments of histories)
      for (const [at, one] of amendments.entries()) {
        const other = amendments[at + apart];
        if (other === undefined || other.law === one.law) continue;
        const made = caseOf(one.before, one.operations, other.operations);
        if (made !== null) cases.push(made);
        if (cases.length === most) return cases;
      }
  return cases;
}

function amendmentsBySection({ base, instructions }: Replayed): readonly (readonly Amendment[])[] {
  const draft = new Draft(base);
  const sections = new Map<ProvisionId, Amendment[]>();
  for (const { law, operations, failure } of instructions) {
    if (failure !== null) continue;
    for (const operation of operations) {
      const target = operation.kind === 'insert' ? operation.slot.target : operation.target;
      const section =
        target.by === 'id' ? draft.pathTo(target.id).find((provision) => provision.kind === 'section') : undefined;
      if (section !== undefined) {
        const amendments = sections.get(section.id) ?? [];
        sections.set(section.id, amendments);
        if (amendments.at(-1)?.law !== law) amendments.push({ law, before: section, operations: [] });
        amendments.at(-1)?.operations.push(operation);
      }
      draft.apply(operation);
    }
  }
  return [...sections.values()];
}

/** Null where one of them does not work on the text before the other, or changes nothing that can be read. */
function caseOf(section: Provision, one: readonly Operation[], other: readonly Operation[]): MergeCase | null {
  const base = Version.trusted(new Provision({ id: 'code', kind: 'code', children: [section] }));
  const ours = apply(base, one);
  const theirs = apply(base, other);
  if (ours.kind === 'failed' || theirs.kind === 'failed') return null;
  const both = apply(ours.value, other);
  if (both.kind === 'failed') return null;
  const turned = apply(theirs.value, one);
  const lines = linesOf(base).join('\n');
  if (linesOf(ours.value).join('\n') === lines || linesOf(theirs.value).join('\n') === lines) return null;
  const made = linesOf(both.value).join('\n');
  return {
    base,
    ours: ours.value,
    theirs: theirs.value,
    both: made,
    commutes: turned.kind === 'ok' && linesOf(turned.value).join('\n') === made,
  };
}

const WORDS = 'the Supplier shall notify each Party of any change to a Metering System within ten Working Days'.split(
  ' ',
);

/** Sections of made-up words in which each side rewords paragraphs and puts some in; half of the cases meet. */
function madeUp(most: number): MergeCase[] {
  let state = 1;
  const pick = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const sentence = (): string => Array.from({ length: 40 }, () => WORDS[pick(WORDS.length)] ?? '').join(' ');
  const cases: MergeCase[] = [];
  while (cases.length < most) {
    const paragraphs = Array.from(
      { length: 5 + pick(20) },
      (_, at) => new Provision({ id: `p${at}`, kind: 'paragraph', number: `(${at + 1})`, text: Text.of(sentence()) }),
    );
    const section = new Provision({ id: 'section', kind: 'section', number: '1', children: paragraphs });
    const change = (prefix: string): readonly Operation[] => {
      const target = byId(`p${pick(paragraphs.length)}`);
      const text = paragraphs.find((each) => target.by === 'id' && each.id === target.id)?.text.words.split(' ') ?? [];
      const word = pick(text.length);
      const start = text.slice(0, word).join(' ').length + (word === 0 ? 0 : 1);
      const end = start + (text[word]?.length ?? 0);
      const put = new Provision({
        id: `${prefix}new`,
        kind: 'paragraph',
        number: `(${pick(paragraphs.length) + 1}${prefix})`,
        text: Text.of(sentence()),
      });
      return [
        {
          kind: 'substitute',
          target,
          selection: { by: 'span', part: 'text', start, end },
          replacement: Text.of(`${prefix}word`),
        },
        { kind: 'insert', slot: { at: 'after', target: byId(`p${pick(paragraphs.length)}`) }, provisions: [put] },
      ];
    };
    const made = caseOf(section, change('A'), change('B'));
    if (made !== null) cases.push(made);
  }
  return cases;
}
