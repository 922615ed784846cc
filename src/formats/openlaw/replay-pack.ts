import type { Provision } from '../../legaltext/provision.ts';
import type { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { canonicalLines, canonicalLinesOfElement } from './canonical-text.ts';
import { packFilesIn, type PackFiles } from './pack-files.ts';
import { PackRefused, readElement } from './read-element.ts';
import type { Manifest } from './read-manifest.ts';
import type { PackRefusal } from './refusal.ts';
import { replay, type Replayed, type ReplayOptions } from './replay.ts';
import { reasonOf, type ReplayedInstruction } from './replayed-instruction.ts';

/**
 * - `exact`, `differing`: amended, and as the official text reads, or not
 * - `excluded`: amended, but left out of the score by the manifest
 * - `unamended`, `unequal`: not amended, and as the base and the official text read, or not
 * - `missing`: in the official text only
 * - `extra`: not in the official text
 * - `uncompared`: there is no official text of that date
 */
export type SectionStatus =
  'exact' | 'differing' | 'excluded' | 'unamended' | 'unequal' | 'missing' | 'extra' | 'uncompared';

/** A section after the replay. */
export interface ReplayedSection {
  /** `§47-1801.04` */
  readonly path: string;
  readonly status: SectionStatus;
  /** Absent where the section is only in the official text. */
  readonly provision: Provision | undefined;
  /** Of one that should be equal and is not, the first line where the two part. */
  readonly parting: { readonly official: string; readonly ours: string } | undefined;
}

/** How instructions of one kind went. */
export interface KindCounts {
  readonly carriedOut: number;
  readonly notInForce: number;
  readonly failed: number;
}

export interface ReplayCounts {
  readonly sections: number;
  readonly byStatus: Readonly<Record<SectionStatus, number>>;
  /** Amended sections, those excluded left out. */
  readonly amended: number;
  readonly instructions: Readonly<Record<string, KindCounts>>;
  readonly failuresByReason: Readonly<Record<string, number>>;
  /** Instructions for titles that are not in the pack. */
  readonly outside: number;
}

export interface ReplayReport {
  readonly manifest: Manifest;
  /** The date up to which the replay went. */
  readonly until: string;
  readonly isCompared: boolean;
  readonly base: Version;
  readonly version: Version;
  readonly instructions: readonly ReplayedInstruction[];
  /** In the order of the code; what is in the official text only comes last. */
  readonly sections: readonly ReplayedSection[];
  readonly counts: ReplayCounts;
}

/**
 * Reads the pack in `directory`, replays its laws and compares every section with the official text, where the pack brings
 * that and the replay goes up to its date with every law. Refuses a directory that is no such pack.
 */
export function replayPack(directory: string, options: ReplayOptions = {}): Result<ReplayReport, PackRefusal> {
  const files = packFilesIn(directory);
  const replayed = replay(files, options);
  if (replayed.kind === 'failed') return replayed;
  const { manifest, base, version, instructions } = replayed.value;
  const until = options.until ?? manifest.publicationDate;
  const official =
    until === manifest.publicationDate && (options.without ?? []).length === 0 ? officialFiles(files, manifest) : [];
  const isCompared = official.length > 0;
  try {
    const sections = isCompared ? compare(files, official, replayed.value) : uncompared(version);
    const counts = countsOf(sections, replayed.value);
    return ok({ manifest, until, isCompared, base, version, instructions, sections, counts });
  } catch (error) {
    if (error instanceof PackRefused) return failed(error.refusal);
    throw error;
  }
}

/** The official sections of the titles in the pack. One that lies in the folder of another title is not asked for. */
const officialFiles = (files: PackFiles, { titles }: Manifest): string[] =>
  files.list('expected').filter((name) => {
    const title = /\/titles\/([^/]+)\//.exec(name)?.[1];
    return !name.endsWith('/index.xml') && (title === undefined || titles.has(title));
  });

/** The sections of a text by their number, in its order. */
export function sectionsOf(version: Version): Map<string, Provision> {
  const sections = new Map<string, Provision>();
  const walk = (provision: Provision): void => {
    for (const child of provision.children)
      if (child.kind === 'section') sections.set(child.number, child);
      else if (child.attributes['prefix'] !== undefined) walk(child);
  };
  walk(version.root);
  return sections;
}

/** The canonical text of a section: its canonical lines, joined by line breaks. */
export const canonicalText = (section: Provision): string => canonicalLines(section).join('\n');

/** What `--out` writes, one object a line. */
export function* rowsOf({ sections }: ReplayReport): Generator<{ path: string; status: SectionStatus; text: string }> {
  for (const { path, status, provision } of sections)
    if (provision !== undefined) yield { path, status, text: canonicalText(provision) };
}

const uncompared = (version: Version): ReplayedSection[] =>
  [...sectionsOf(version)].map(([number, provision]) => ({
    path: `§${number}`,
    status: 'uncompared',
    provision,
    parting: undefined,
  }));

/** Each official section is read, compared and dropped. */
function compare(
  files: PackFiles,
  official: readonly string[],
  { manifest, base, version }: Replayed,
): ReplayedSection[] {
  const ours = sectionsOf(version);
  const before = sectionsOf(base);
  const compared = new Map<string, ReplayedSection>();
  const absent: ReplayedSection[] = [];
  for (const file of official) {
    const element = readElement(files, file, 'it was there a moment ago.');
    if (element.name !== 'section') continue;
    const lines = canonicalLinesOfElement(element);
    const number = (lines.find((line) => line.startsWith('num ')) ?? '').slice(4);
    const path = `§${number}`;
    const provision = ours.get(number);
    if (provision === undefined) {
      absent.push({ path, status: 'missing', provision, parting: { official: lines[0] ?? '', ours: '' } });
      continue;
    }
    const own = canonicalLines(provision);
    const parting = partingOf(lines, own);
    const status = statusOf(number, provision, before.get(number), parting === undefined, manifest);
    compared.set(number, { path, status, provision, parting: status === 'excluded' ? undefined : parting });
  }
  const present = [...ours].map(
    ([number, provision]): ReplayedSection =>
      compared.get(number) ?? { path: `§${number}`, status: 'extra', provision, parting: undefined },
  );
  return [...present, ...absent];
}

function statusOf(
  number: string,
  provision: Provision,
  before: Provision | undefined,
  isEqual: boolean,
  { amended, excluded }: Manifest,
): SectionStatus {
  // Asked only where it counts: most of what is amended has changed, and its text before would be made for nothing.
  const isUnchanged = (): boolean =>
    before !== undefined && (before === provision || canonicalText(before) === canonicalText(provision));
  // Where the manifest does not say what is amended, what the official text changes is.
  const isAmended = amended === undefined ? !(isEqual && isUnchanged()) : amended.has(number);
  if (isAmended && excluded.has(number)) return 'excluded';
  if (isAmended) return isEqual ? 'exact' : 'differing';
  return isEqual && isUnchanged() ? 'unamended' : 'unequal';
}

function partingOf(official: readonly string[], own: readonly string[]): ReplayedSection['parting'] {
  const length = Math.max(official.length, own.length);
  for (let index = 0; index < length; index += 1)
    if (official[index] !== own[index]) return { official: official[index] ?? '', ours: own[index] ?? '' };
  return undefined;
}

function countsOf(sections: readonly ReplayedSection[], { instructions, outside }: Replayed): ReplayCounts {
  const byStatus: Record<SectionStatus, number> = {
    exact: 0,
    differing: 0,
    excluded: 0,
    unamended: 0,
    unequal: 0,
    missing: 0,
    extra: 0,
    uncompared: 0,
  };
  for (const { status } of sections) byStatus[status] += 1;
  const kinds: Record<string, { carriedOut: number; notInForce: number; failed: number }> = {};
  const failuresByReason: Record<string, number> = {};
  for (const { kind, inForce, failure } of instructions) {
    const counts = (kinds[kind] ??= { carriedOut: 0, notInForce: 0, failed: 0 });
    if (failure !== null) {
      counts.failed += 1;
      const reason = reasonOf(failure);
      failuresByReason[reason] = (failuresByReason[reason] ?? 0) + 1;
    } else if (inForce) counts.carriedOut += 1;
    else counts.notInForce += 1;
  }
  return {
    sections: sections.length - byStatus.missing,
    byStatus,
    amended: byStatus.exact + byStatus.differing,
    instructions: kinds,
    failuresByReason,
    outside,
  };
}

/** Whether the replay gives the official text: nothing that should be equal is not. */
export const isFaithful = ({ counts: { byStatus } }: ReplayReport): boolean =>
  byStatus.differing + byStatus.unequal + byStatus.missing + byStatus.extra === 0;

/** The counts for people, a line each. */
export function countsInWords({ manifest, until, isCompared, counts }: ReplayReport): string[] {
  const { byStatus, instructions, failuresByReason } = counts;
  const lines = [
    `${manifest.name === '' ? 'Pack' : manifest.name}: replayed up to ${until}.`,
    `Sections: ${String(counts.sections)}.`,
  ];
  if (isCompared) {
    lines.push(
      `Amended: ${String(counts.amended)}, of which exact ${String(byStatus.exact)}, differing ${String(byStatus.differing)}; left out by the manifest ${String(byStatus.excluded)}.`,
      `Unamended: equal to the base ${String(byStatus.unamended)}, not equal ${String(byStatus.unequal)}.`,
    );
    if (byStatus.missing + byStatus.extra > 0)
      lines.push(`In the official text only: ${String(byStatus.missing)}; not in it: ${String(byStatus.extra)}.`);
  } else lines.push('Not compared: the pack brings no official text for this.');
  lines.push('Instructions:');
  for (const [kind, { carriedOut, notInForce, failed: failures }] of Object.entries(instructions).sort(byName))
    lines.push(
      `  ${kind}: carried out ${String(carriedOut)}, not in force ${String(notInForce)}, failed ${String(failures)}`,
    );
  lines.push(`  for titles that are not in the pack: ${String(counts.outside)}`);
  const reasons = Object.entries(failuresByReason).sort(byName);
  if (reasons.length > 0) lines.push('Why instructions failed:');
  for (const [reason, count] of reasons) lines.push(`  ${reason}: ${String(count)}`);
  return lines;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
