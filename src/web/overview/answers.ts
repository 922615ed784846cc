/** What the overview reads of the server's answers: the parts of each record that it shows. */
import type { PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import type { FieldChange } from '../api/client.ts';

export interface MeetingInList {
  readonly id: string;
  readonly reference: string;
  readonly group: { readonly shortName: string; readonly name: string };
  readonly title: string;
  readonly date: string;
  readonly startTime: string | null;
  readonly state: string;
  readonly stateLabel: string;
}

export interface Meetings {
  readonly items: readonly MeetingInList[];
  /** The day that stands for today at the moment looked at. */
  readonly today: string;
}

export interface AgendaItem {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly objective: string;
  readonly purpose: 'decision' | 'information' | 'discussion';
  readonly start: string | null;
  readonly minutes: number | null;
}

export interface MeetingInFull extends MeetingInList {
  readonly agenda: readonly AgendaItem[];
}

export interface Group {
  readonly shortName: string;
  /** The group whose meetings the programme counts time by. */
  readonly main: boolean;
}

export interface Change {
  readonly id: string;
  /** An issue is not a change yet, and counted apart. */
  readonly kind: string;
  readonly body: string;
  readonly reference: string;
  readonly href: string;
  readonly title: string;
  readonly stageRaw: string;
  readonly stage: string | null;
  readonly overlay: string | null;
  readonly latestUpdate: { readonly words: string } | null;
  readonly changes: readonly FieldChange[];
}

export interface HorizonLog {
  readonly period: string | null;
  /** Short names of the bodies that made no return for that period. */
  readonly silent: readonly string[];
}

export interface Action {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly owners: readonly { readonly role: string }[];
  readonly due: PartialDate | null;
  readonly overdue: boolean;
  readonly state: string;
}

export interface Decision {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly meeting: { readonly id: string } | null;
  readonly outcome: string;
  readonly conditions: readonly { readonly met: boolean }[];
}

export interface Milestone {
  readonly id: string;
  readonly reference: string | null;
  readonly title: string;
  readonly href: string;
  readonly plannedDate: string | null;
  readonly target: PartialDate | null;
  readonly forecast: PartialDate | null;
  readonly actual: PartialDate | null;
  readonly standing: { readonly kind: StandingKind; readonly reason: string };
}

export type StandingKind = 'unexamined' | 'green' | 'amber' | 'red' | 'done' | 'late';

export interface ChangeRequest {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly href: string;
  readonly outcome: string | null;
  readonly stateWords: string;
  readonly deciders: readonly string[];
  readonly assessmentTo: string | null;
}

export interface Risk {
  readonly id: string;
  readonly reference: string;
  readonly href: string;
  readonly description: string;
  readonly rag: Rag;
  readonly state: string;
  readonly owner: string | null;
  readonly mitigations: readonly { readonly done: boolean }[];
}

export interface Intakes {
  readonly items: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly group: string | null;
    readonly meetingNumber: string | null;
    readonly state: 'staged' | 'accepted' | 'discarded';
  }[];
}

export interface Programme {
  readonly programme?: { readonly sample?: boolean } | null;
}
