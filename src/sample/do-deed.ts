/** Does one deed of the sample with the command that a person would use for it. */
import { recordRelease } from '../codes/commands.ts';
import { recordHorizonReturn, recordModification } from '../changes/commands.ts';
import { recordAction } from '../meetings/commands/actions.ts';
import { recordAgenda } from '../meetings/commands/agenda.ts';
import { recordDecision } from '../meetings/commands/decisions.ts';
import { approveDocumentVersion, recordDocumentVersion } from '../meetings/commands/documents.ts';
import { recordGroup } from '../meetings/commands/groups.ts';
import { recordMeeting } from '../meetings/commands/meetings.ts';
import { recordGroupUpdate, recordMeetingNote } from '../meetings/commands/record-told.ts';
import { meetingNamed } from '../meetings/lookup.ts';
import { recordChangeRequest } from '../plan/commands/change-requests.ts';
import { recordDependency } from '../plan/commands/dependencies.ts';
import { examineForecast, recordMilestone } from '../plan/commands/milestones.ts';
import { recordRisk } from '../plan/commands/risks.ts';
import {
  recordAssumption,
  recordDeliverable,
  recordFreezeOptions,
  recordStatusReport,
  recordTopicArea,
} from '../plan/commands/small-records.ts';
import type { Problem } from '../platform/errors/problem.ts';
import type { CommandContext } from '../platform/record/command.ts';
import { versionOf } from '../platform/record/edit.ts';
import type { RecordKey } from '../platform/record/links.ts';
import { ok, type Result } from '../values/result.ts';
import type { Deed, Deeds } from './happening.ts';

/** Records by the name the sample calls them: `M8`, `CR0012`, `R0044`, `CCAG08-06`, `minutes of CCAG-08 1.0`. */
export type Named = Map<string, RecordKey>;

type Doing = {
  readonly [Does in keyof Deeds]: (
    context: CommandContext,
    named: Named,
    input: Deeds[Does],
  ) => Promise<Result<unknown, Problem>>;
};

function keysOf(named: Named, names: readonly string[] | undefined): RecordKey[] {
  return (names ?? []).map((name) => {
    const key = named.get(name);
    if (key === undefined) throw new Error(`The sample speaks of ${name} before it is there`);
    return key;
  });
}

/** Runs a command and remembers its record by name. */
async function naming<Value extends { readonly id: string }>(
  named: Named,
  kind: string,
  name: string,
  doing: Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  const done = await doing;
  if (done.kind === 'ok') named.set(name, { kind, id: done.value.id });
  return done;
}

export const minutesTitle = (meeting: string): string => `Minutes of ${meeting}`;

const minutesName = (meeting: string, version: string): string => `${minutesTitle(meeting)} ${version}`;

/** In the order in which records depend on each other: what is spoken of before what speaks of it. */
const DOING: Doing = {
  group: (context, _named, input) => recordGroup(context, input),
  meeting: (context, _named, input) => recordMeeting(context, input),
  release: (context, named, input) =>
    naming(named, 'release', input.release.name, recordRelease(context, input.body, input.release)),
  change(context, named, { name, release, ...input }) {
    const releaseId = keysOf(named, release === undefined ? [] : [release])[0]?.id;
    const whole = releaseId === undefined ? input : { ...input, releaseId };
    return naming(named, 'modification', name, recordModification(context, whole));
  },
  milestone: (context, named, input) =>
    naming(named, 'milestone', input.reference ?? input.title, recordMilestone(context, input)),
  dependency: (context, _named, input) => recordDependency(context, input),
  async examine(context, named, { milestone }) {
    const [key] = keysOf(named, [milestone]);
    if (key === undefined) throw new Error(`${milestone} vanished`);
    return examineForecast(context, key.id, await versionOf(context.database, 'milestone', key.id));
  },
  topicArea: (context, _named, input) => recordTopicArea(context, input),
  request: (context, named, input) =>
    naming(named, 'change-request', input.reference, recordChangeRequest(context, input)),
  risk: (context, _named, input) => recordRisk(context, input),
  deliverable: (context, _named, input) => recordDeliverable(context, input),
  assumption: (context, _named, input) => recordAssumption(context, input),
  freeze: (context, _named, input) => recordFreezeOptions(context, input),
  status: (context, _named, input) => recordStatusReport(context, input),
  action: (context, named, { about, ...input }) =>
    naming(
      named,
      'action',
      typeof input.reference === 'string' ? input.reference : '',
      recordAction(context, { ...input, about: keysOf(named, about) }),
    ),
  decision: (context, named, { about, ...input }) => recordDecision(context, { ...input, about: keysOf(named, about) }),
  horizon: (context, _named, input) => recordHorizonReturn(context, input),
  groupUpdate: (context, _named, input) => recordGroupUpdate(context, input),
  note: (context, _named, input) => recordMeetingNote(context, input),
  async document(context, named, input) {
    const done = await recordDocumentVersion(context, input);
    if (done.kind === 'ok' && input.meeting !== null && input.kind === 'minutes')
      named.set(minutesName(input.meeting, done.value.version), { kind: 'document-version', id: done.value.versionId });
    return done;
  },
  async approval(context, named, { meeting, version, at }) {
    const [key] = keysOf(named, [minutesName(meeting, version)]);
    if (key === undefined) throw new Error(`${minutesName(meeting, version)} vanished`);
    return approveDocumentVersion(context, key.id, await versionOf(context.database, 'document_version', key.id), at);
  },
  async agenda(context, named, { meeting, items }) {
    const found = await meetingNamed(context.database, meeting);
    if (found.kind === 'failed') return found;
    const inputs = items.map(({ about, ...item }) => ({ ...item, about: keysOf(named, about) }));
    return ok(await recordAgenda(context, found.value, inputs));
  },
};

/** The kinds of deed in the order in which they are done within one command. */
export const ORDER: readonly string[] = Object.keys(DOING);

/** Does it; what was done is known by name from then on. */
export function doDeed(context: CommandContext, named: Named, deed: Deed): Promise<Result<unknown, Problem>> {
  // The union of deeds and the table of doings are made from one interface, so the two always fit.
  const doing = DOING[deed.does] as (
    context: CommandContext,
    named: Named,
    input: Deed['with'],
  ) => Promise<Result<unknown, Problem>>;
  return doing(context, named, deed.with);
}
