import fs from 'node:fs';
import { isCalendarDate } from '../../formats/openlaw/calendar-date.ts';
import {
  countsInWords,
  isFaithful,
  replayPack,
  rowsOf,
  type ReplayedSection,
  type ReplayReport,
} from '../../formats/openlaw/replay-pack.ts';
import { failureSentence, reasonOf, type ReplayedInstruction } from '../../formats/openlaw/replayed-instruction.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { reasonOf as systemReason } from './input.ts';
import { keepPackWhole } from './keep-pack-whole.ts';
import { refuseToOverwrite, writePieces } from './output.ts';
import { counted, say } from './say.ts';

/** The most sections and failures that are named one by one; `--json` has all. */
const MOST = 25;

/** A calendar date as it is written in laws' metadata, which are compared as strings. */
function asDate(words: string): string {
  if (isCalendarDate(words)) return words;
  throw new CommandFailure(`--until ${words === '' ? '""' : words}: This is no date. Write it as in 2020-12-31.`);
}

function refuseNoFolder(directory: string): void {
  try {
    if (fs.statSync(directory).isDirectory()) return;
  } catch (error) {
    throw new CommandFailure(`Cannot read ${directory}: ${systemReason(error)}. Check the path and try again.`);
  }
  throw new CommandFailure(`Cannot read ${directory}: it is not a folder. Unpack the pack, and name its folder.`);
}

const isWrong = ({ status }: ReplayedSection): boolean =>
  status === 'differing' || status === 'unequal' || status === 'missing' || status === 'extra';

const shorten = (words: string): string => (words.length > 160 ? `${words.slice(0, 159)}…` : words);

function sectionInWords({ path, status, parting }: ReplayedSection): string {
  if (parting === undefined || status === 'missing' || status === 'extra') return `  ${path}: ${status}`;
  return `  ${path}: ${status}\n    official: ${shorten(parting.official)}\n    replayed: ${shorten(parting.ours)}`;
}

/** Up to so many, under a heading, and how many more there are. */
function listed(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST ? [`  and ${lines.length - MOST} more: --json lists all`] : [];
  return ['', `${heading} (${lines.length})`, ...lines.slice(0, MOST), ...more];
}

const failed = ({ instructions }: ReplayReport): readonly ReplayedInstruction[] =>
  instructions.filter(({ failure }) => failure !== null);

function verdict(report: ReplayReport): string {
  const { amended, byStatus } = report.counts;
  const exact = `${byStatus.exact} of ${amended} amended sections are exact`;
  if (isFaithful(report)) return `The replay gives the official text: ${exact}.`;
  const others = byStatus.unequal + byStatus.missing + byStatus.extra;
  const besides =
    others === 0
      ? ''
      : `, and ${counted(others, 'other section is', 'other sections are')} not as the official text says`;
  return `The replay does not give the official text: ${exact}${besides}.`;
}

const inWords = (report: ReplayReport): string =>
  [
    ...countsInWords(report),
    ...listed('Sections that are not as they should be', report.sections.filter(isWrong).map(sectionInWords)),
    ...listed(
      'Instructions that failed',
      failed(report).map((instruction) => `  ${shorten(failureSentence(instruction))}`),
    ),
    ...(report.isCompared ? ['', verdict(report)] : []),
  ].join('\n');

function asJson(report: ReplayReport): string {
  const { manifest, until, isCompared, version, counts, sections } = report;
  return JSON.stringify(
    {
      pack: manifest.name,
      until,
      compared: isCompared,
      faithful: isCompared ? isFaithful(report) : null,
      hash: version.hash,
      counts,
      wrong: sections.filter(isWrong).map(({ path, status, parting }) => ({ path, status, ...parting })),
      failures: failed(report).map(({ operations: _, failure, ...instruction }) => ({
        ...instruction,
        reason: failure === null ? null : reasonOf(failure),
        sentence: failureSentence({ ...instruction, failure, operations: [] }),
      })),
    },
    null,
    1,
  );
}

/**
 * Replays a pack and says how it went. Exit code 1 where the official text is there to compare with and a section that
 * should be equal is not; an instruction that fails is told, and its section shows whether that matters.
 */
export async function replay(
  directory: string,
  options: {
    readonly until?: string;
    readonly without?: readonly string[];
    readonly out?: string;
    readonly json?: boolean;
  },
): Promise<ExitCode> {
  const { until, without, out } = options;
  refuseNoFolder(directory);
  refuseToOverwrite(out, []);
  keepPackWhole(directory, out);
  const replayed = replayPack(directory, {
    ...(until === undefined ? {} : { until: asDate(until) }),
    ...(without === undefined ? {} : { without }),
  });
  if (replayed.kind === 'failed') {
    const { file, message } = replayed.failure;
    throw new CommandFailure(`${directory}: ${message.includes(file) ? message : `${file}: ${message}`}`);
  }
  const report = replayed.value;
  if (out !== undefined) writePieces(out, rows(report), []);
  say(options.json === true ? asJson(report) : inWords(report));
  return report.isCompared && !isFaithful(report) ? 1 : 0;
}

function* rows(report: ReplayReport): Generator<string> {
  for (const row of rowsOf(report)) yield `${JSON.stringify(row)}\n`;
}
