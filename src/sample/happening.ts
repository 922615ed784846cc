/**
 * The sample programme as something that happened: on a day, somebody did something, for a reason. The files in
 * `programme/` tell it topic by topic; `load.ts` puts it in order and does it again, command by command.
 */
import type { NewRelease } from '../codes/commands.ts';
import type { HorizonReturnInput, ModificationInput } from '../changes/commands.ts';
import type { ActionInput } from '../meetings/commands/actions.ts';
import type { AgendaItemInput } from '../meetings/commands/agenda.ts';
import type { DecisionInput } from '../meetings/commands/decisions.ts';
import type { DocumentVersionInput } from '../meetings/commands/documents.ts';
import type { GroupInput } from '../meetings/commands/groups.ts';
import type { MeetingInput } from '../meetings/commands/meetings.ts';
import type { GroupUpdateInput, MeetingNoteInput } from '../meetings/commands/record-told.ts';
import type { ClockTime } from '../meetings/model/meeting.ts';
import type { ChangeRequestRead } from '../plan/commands/change-requests.ts';
import type { DependencyRead } from '../plan/commands/dependencies.ts';
import type { MilestoneRead } from '../plan/commands/milestones.ts';
import type { RiskRead } from '../plan/commands/risks.ts';
import type {
  recordAssumption,
  recordDeliverable,
  recordFreezeOptions,
  recordStatusReport,
  recordTopicArea,
} from '../plan/commands/small-records.ts';
import type { CivilDate } from '../values/partial-date.ts';

/** An input whose `about` names records as people write them (`M8`, `CR0012`, `R0044`, `CCAG08-06`), not by id. */
type Naming<Input> = Omit<Input, 'about'> & { readonly about?: readonly string[] };

/** What can happen, each with what the capability's own command takes. */
export interface Deeds {
  readonly group: GroupInput;
  readonly meeting: Omit<MeetingInput, 'agenda'>;
  readonly release: { readonly body: string; readonly release: NewRelease };
  /** `name` is how the body prints the reference: `R0044`; `release` the name of a release on record. */
  readonly change: Omit<ModificationInput, 'releaseId'> & { readonly name: string; readonly release?: string };
  readonly milestone: MilestoneRead;
  readonly dependency: DependencyRead;
  /** Somebody looks at a milestone's forecast and stands by it. */
  readonly examine: { readonly milestone: string };
  readonly topicArea: Omit<Parameters<typeof recordTopicArea>[1], 'milestoneId'>;
  readonly request: ChangeRequestRead;
  readonly risk: RiskRead;
  readonly deliverable: Parameters<typeof recordDeliverable>[1];
  readonly assumption: Parameters<typeof recordAssumption>[1];
  readonly freeze: Parameters<typeof recordFreezeOptions>[1];
  readonly status: Parameters<typeof recordStatusReport>[1];
  readonly action: Naming<ActionInput>;
  readonly decision: Naming<DecisionInput>;
  readonly horizon: HorizonReturnInput;
  readonly groupUpdate: GroupUpdateInput;
  readonly note: MeetingNoteInput;
  readonly document: DocumentVersionInput;
  /** A later meeting approves a version of a meeting's minutes. */
  readonly approval: { readonly meeting: string; readonly version: string; readonly at: string };
  readonly agenda: { readonly meeting: string; readonly items: readonly Naming<AgendaItemInput>[] };
}

export type Deed = { readonly [Does in keyof Deeds]: { readonly does: Does; readonly with: Deeds[Does] } }[keyof Deeds];

export type Who = 'secretariat' | 'chair' | 'drafter';

export interface Happening {
  readonly on: CivilDate;
  /** London clock; the end of the working day when absent. */
  readonly at?: ClockTime;
  /** The secretariat when absent. */
  readonly by?: Who;
  readonly why: string;
  readonly deed: Deed;
}
