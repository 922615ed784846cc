import type { Connection } from '../server/connection.ts';
import { CommandFailure, problemWords, type ExitCode } from './outcome.ts';

/** The part of the server's review that this command tells. */
interface Review {
  readonly id: string;
  readonly state: 'staged' | 'accepted' | 'discarded';
  readonly fileName: string;
  readonly group: string | null;
  readonly meetingNumber: string | null;
  readonly meetingDate: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly coverage: number;
  readonly text: string;
  readonly unread: readonly { readonly start: number; readonly end: number }[];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly source: string;
    readonly span: { readonly start: number; readonly end: number };
    readonly state: string;
    readonly suggestion: { readonly words: string } | null;
  }[];
}

interface Outcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface IntakeOptions {
  readonly accept: boolean;
  readonly json: boolean;
  /** Findings and passages not understood are told by the exit code too. */
  readonly strict: boolean;
}

const COUNT_WORDS: Readonly<Record<string, string>> = {
  agendaItems: 'agenda items',
  actions: 'actions',
  updates: 'updates from governance groups',
  workingGroupUpdates: 'updates from working groups',
  modifications: 'modifications',
  issues: 'issues',
  changeRequests: 'change requests',
  recommendations: 'recommendations',
  freezeOptions: 'code-freeze options',
  deliverables: 'deliverables',
  risks: 'risks',
  milestones: 'milestones',
  nextMeetings: 'next meetings',
};

/** Line of the text on which an offset stands, from 1. */
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const shorten = (words: string): string => {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length > 80 ? `${flat.slice(0, 78)}…` : flat;
};

function asJson(review: Review, outcome: Outcome | null) {
  return {
    file: review.fileName,
    intake: review.id,
    state: outcome === null ? review.state : 'accepted',
    meeting: { group: review.group, number: review.meetingNumber, date: review.meetingDate },
    records: review.counts,
    findings: review.findings.map(({ code, severity, message, source, span, state, suggestion }) => ({
      code,
      severity,
      message,
      source: { text: source, start: span.start, end: span.end, line: lineOf(review.text, span.start) },
      state,
      suggestion: suggestion?.words ?? null,
    })),
    unread: review.unread.map(({ start, end }) => ({
      start,
      end,
      line: lineOf(review.text, start),
      text: review.text.slice(start, end),
    })),
    coverage: review.coverage,
    accepted: outcome,
  };
}

function inWords(review: Review, outcome: Outcome | null): string {
  const meeting =
    [review.group, review.meetingNumber].filter((part) => part !== null).join(' ') ||
    'a meeting that the pack does not name';
  const counts = Object.entries(review.counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${String(count).padStart(5)}  ${COUNT_WORDS[kind] ?? kind}`);
  const findings = review.findings.map(
    (finding) =>
      `  ${finding.severity.padEnd(7)} line ${lineOf(review.text, finding.span.start)}, ${finding.code}: ${finding.message}`,
  );
  const unread = review.unread.map(
    ({ start, end }) => `  line ${lineOf(review.text, start)}: ${shorten(review.text.slice(start, end))}`,
  );
  return [
    `${review.fileName}: ${meeting}${review.meetingDate === null ? '' : `, ${review.meetingDate}`}`,
    ...counts,
    `${(review.coverage * 100).toFixed(1)} % of the text became records.`,
    ...(findings.length > 0 ? [`${findings.length} findings:`, ...findings] : ['Nothing odd was found.']),
    ...(unread.length > 0 ? [`Not understood (${unread.length}):`, ...unread] : ['Nothing was left unread.']),
    outcome !== null
      ? `Accepted: ${outcome.created} created, ${outcome.updated} changed, ${outcome.unchanged} left as they were.`
      : review.state === 'accepted'
        ? 'This file was accepted before; nothing was changed.'
        : `Staged for review as ${review.id}: open the Intake page, or run again with --accept.`,
  ].join('\n');
}

/** Stages (and with `accept` accepts) packs, one after the other, and prints what each holds. */
export async function intake(
  connection: Connection,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: IntakeOptions,
  say: (words: string) => void,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const file of files) {
    const answer = await connection.upload('/api/intakes', file.name, file.bytes);
    if (answer.status !== 201) throw new CommandFailure(`${file.name}: ${problemWords(answer.json())}`);
    const review = answer.json() as Review;
    const outcome = options.accept && review.state === 'staged' ? await accept(connection, review.id) : null;
    say(options.json ? JSON.stringify(asJson(review, outcome), null, 2) : inWords(review, outcome));
    if (options.strict && (review.findings.length > 0 || review.unread.length > 0)) code = 1;
  }
  return code;
}

async function accept(connection: Connection, id: string): Promise<Outcome> {
  const answer = await connection.ask('POST', `/api/intakes/${id}/accept`);
  if (answer.status !== 200) throw new CommandFailure(problemWords(answer.json()));
  return answer.json() as Outcome;
}
