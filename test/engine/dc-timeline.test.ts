import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText, sectionsOf } from '../../src/formats/openlaw/replay-pack.ts';
import { packFilesIn, type PackFiles } from '../../src/formats/openlaw/pack-files.ts';
import { readInstruments, replay, type PackInstruments, type ReplayOptions } from '../../src/formats/openlaw/replay.ts';
import { audit, type AuditReport } from '../../src/legaltext/audit/audit.ts';
import { byNumbers } from '../../src/legaltext/operation.ts';
import type { Provision } from '../../src/legaltext/provision.ts';
import { PROPERTY_RUNS } from '../../src/legaltext/testing/runs.ts';
import { createTimeline, type InstrumentSource, type Timeline } from '../../src/legaltext/timeline/timeline.ts';
import { Version } from '../../src/legaltext/version.ts';
import { codeOf, hasConsolidationPack, unpackConsolidationPack } from '../support/consolidation-pack.ts';

/** How many dates and laws are tried: each costs a replay of eight years. More by night. */
const TRIED = PROPERTY_RUNS > 300 ? 6 : 1;

/** So many of a list, as far apart as they can be, and not its ends. */
const spread = <Value>(values: readonly Value[], count: number): readonly Value[] =>
  Array.from({ length: count }, (_, at) => values[Math.floor(((at + 1) * values.length) / (count + 1))]).filter(
    (value) => value !== undefined,
  );

describe.runIf(hasConsolidationPack)('eight years of a real code as a timeline', () => {
  let remove: () => void = () => undefined;
  let directory = '';
  let files: PackFiles;
  let pack: PackInstruments;
  let timeline: Timeline;
  let end = '';

  const instrumentsOf = (options: ReplayOptions): PackInstruments => {
    const read = readInstruments(files, options);
    if (read.kind === 'failed') throw new Error(read.failure.message);
    return read.value;
  };
  const replayed = (options: ReplayOptions): Version => {
    const result = replay(files, options);
    if (result.kind === 'failed') throw new Error(result.failure.message);
    return result.value.version;
  };
  /** Laws amend laws: what is left of a law depends on which others were known, and made. */
  const source: InstrumentSource = ({ known, assuming }) =>
    known === undefined && assuming?.without === undefined
      ? pack.instruments
      : instrumentsOf({ ...(known === undefined ? {} : { until: known }), without: [...(assuming?.without ?? [])] })
          .instruments;

  /** Keeps none of the texts of other laws left out: each reading of the pack has parts of its own. */
  const fresh = (): Timeline => createTimeline(pack.base, source);

  beforeAll(() => {
    const unpacked = unpackConsolidationPack();
    ({ directory, remove } = unpacked);
    files = packFilesIn(directory);
    pack = instrumentsOf({});
    timeline = createTimeline(pack.base, source);
    end = pack.manifest.publicationDate;
  }, 300_000);

  afterAll(() => remove());

  it('is at its end what carrying out everything from the start gives, and nothing fails on the way', () => {
    const { version, failures } = timeline.at({ date: end });
    expect(version.hash).toBe(replayed({}).hash);
    expect(failures).toEqual([]);
  });

  it('is on a date, as known on it, what carrying out everything up to then gives', { timeout: 600_000 }, () => {
    for (const date of spread(timeline.dates(), TRIED))
      expect(fresh().at({ date, known: date }).version.hash, date).toBe(replayed({ until: date }).hash);
  });

  it('is without a law what carrying out everything else gives', { timeout: 600_000 }, () => {
    const laws = pack.instruments.map(({ id }) => id);
    for (const law of spread(laws, TRIED)) {
      const without = fresh().at({ date: end, assuming: { without: new Set([law]) } });
      expect(without.version.hash, law).toBe(replayed({ without: [law] }).hash);
      expect(without.version.hash, law).not.toBe(timeline.at({ date: end }).version.hash);
    }
  });

  it(
    'is without a law that amends laws what carrying out everything else, unamended, gives',
    { timeout: 600_000 },
    () => {
      const laws = spread(lawsAmendingLaws(directory), TRIED);
      expect(laws.length).toBe(TRIED);
      for (const law of laws) {
        const without = fresh().at({ date: end, assuming: { without: new Set([law]) } });
        expect(without.version.hash, law).toBe(replayed({ without: [law] }).hash);
      }
    },
  );

  it('gives any section on any date, and its history agrees with that', () => {
    const sections = [...sectionsOf(timeline.at({ date: end }).version)];
    for (const [number, section] of spread(sections, 20)) {
      const history = timeline.history(section.id);
      for (const { date, before, after } of history) {
        const now = timeline.provisionAt(section.id, { date });
        expect(now.kind === 'ok' ? now.value : null).toBe(after);
        expect(before?.hash).not.toBe(after?.hash);
      }
      expect(timeline.provisionAt(byNumbers(number), { date: end })).toMatchObject({
        kind: 'ok',
        value: { id: section.id },
      });
      expect((history.at(-1)?.after ?? pack.base.find(section.id))?.hash).toBe(section.hash);
    }
  });

  it(
    'audited against the official text, departs from it in sections that the publisher got wrong, and no others',
    { timeout: 600_000 },
    () => {
      const official = officialText(codeOf(directory, 'expected'), pack.base);
      const report = audit(pack.base, pack.instruments, official, {
        identity: 'unrelated',
        without: new Set(['note']),
      });
      const found = new Set(
        report.findings.map(({ place }) => sectionOf(place.expectedId, place.publishedId, report, official)),
      );
      const [ours, theirs] = [sectionsOf(report.expected), sectionsOf(official)];
      const differing = [...theirs].filter(([number, section]) => {
        const own = ours.get(number);
        return own === undefined || canonicalText(own) !== canonicalText(section);
      });
      expect([...found].filter((section) => !pack.manifest.excluded.has(section))).toEqual([]);
      expect([...found].sort()).toEqual(differing.map(([number]) => number).sort());
      // Of the thirty that the manifest leaves out, the replay gives seventeen as they are published.
      expect(found.size).toBe(13);
    },
  );
});

/** The names of those laws with an instruction that names another law as what it amends, in the order of their files. */
function lawsAmendingLaws(directory: string): readonly string[] {
  const periods = path.join(directory, 'base/us/dc/council/periods');
  return fs
    .readdirSync(periods, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name) => {
      const source = fs.readFileSync(path.join(periods, name), 'utf8');
      const amends = /<codify:(?:repeal|replace|insert|find-replace)\b[^>]*\bdoc="D\.C\. (?:Law|Act)/u.test(source);
      const id = /<document[^>]* id="([^"]+)"/u.exec(source)?.[1];
      return amends && id !== undefined ? [id] : [];
    });
}

/** The official text with the titles that are not in the pack as they stood, so that only those in it can differ. */
function officialText(official: Version, base: Version): Version {
  const published = new Map(official.root.children.map((title) => [title.number, title]));
  const children = base.root.children.map((title) => published.get(title.number) ?? title);
  // Titles enacted since stand where their number says.
  for (const title of official.root.children.filter((each) => !children.includes(each)))
    children.splice(children.findLastIndex((each) => each.number !== '' && byNumber(each, title) < 0) + 1, 0, title);
  const made = Version.of(base.root.with({ children }));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

/** `28A` after `28` and before `29`. */
const byNumber = (a: Provision, b: Provision): number =>
  Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10) || (a.number < b.number ? -1 : 1);

/** The number of the section that holds what a finding is about; otherwise the words for its place. */
function sectionOf(expected: string | null, published: string | null, report: AuditReport, official: Version): string {
  const way =
    expected !== null ? report.expected.pathTo(expected) : published !== null ? official.pathTo(published) : [];
  return way.find(({ kind }) => kind === 'section')?.number ?? way.map(({ number }) => number).join(' › ');
}
