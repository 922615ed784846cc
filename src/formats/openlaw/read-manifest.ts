import { isCalendarDate } from './calendar-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { PackRefusal } from './refusal.ts';

/** What a pack says about itself. */
export interface Manifest {
  readonly name: string;
  /** The civil date of the official text under `expected/`. */
  readonly publicationDate: string;
  /** The titles whose sections are in the pack. */
  readonly titles: ReadonlySet<string>;
  /** Sections that differ from the base, by number; undefined where the manifest does not say. */
  readonly amended: ReadonlySet<string> | undefined;
  /** Sections left out of the score, with the reason. */
  readonly excluded: ReadonlyMap<string, string>;
}

const FILE = 'manifest.json';

/** The manifest in `source`, or what is missing from it. */
export function readManifest(source: string): Result<Manifest, PackRefusal> {
  const refuse = (message: string): Result<never, PackRefusal> =>
    failed({ kind: 'pack-refusal', file: FILE, message: `${FILE}: ${message}` });
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return refuse('this is not JSON.');
  }
  if (!isRecord(value)) return refuse('an object is expected.');
  const { name, publication_date: publicationDate, titles, amended_sections: amended, excluded } = value;
  if (typeof publicationDate !== 'string' || !isCalendarDate(publicationDate))
    return refuse('"publication_date" must be a date such as 2020-12-31.');
  if (!isStrings(titles)) return refuse('"titles" must list the titles whose sections are in the pack.');
  if (amended !== undefined && !isStrings(amended)) return refuse('"amended_sections" must list section numbers.');
  const reasons = new Map<string, string>();
  for (const each of Array.isArray(excluded) ? (excluded as unknown[]) : []) {
    const { section, reason } = typeof each === 'string' ? { section: each, reason: '' } : isRecord(each) ? each : {};
    if (typeof section !== 'string') return refuse('each entry of "excluded" must name its "section".');
    reasons.set(section, typeof reason === 'string' ? reason : '');
  }
  return ok({
    name: typeof name === 'string' ? name : '',
    publicationDate,
    titles: new Set(titles),
    amended: amended === undefined ? undefined : new Set(amended),
    excluded: reasons,
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
