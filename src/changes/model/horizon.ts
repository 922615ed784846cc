/** What the code bodies returned to the horizon log of a month or meeting, and who was silent. */
import type { SharedStage, StageOverlay } from '../../codes/model/shared-stage.ts';
import { daysBetween, type CivilDate } from '../../values/partial-date.ts';

export const RETURN_STATES = ['returned', 'nil', 'silent'] as const;
/** Changes returned; a return that says there are none; or no return at all. */
export type ReturnState = (typeof RETURN_STATES)[number];

export interface HorizonEntry {
  readonly id: string;
  readonly version: number;
  readonly modificationId: string;
  readonly body: string;
  readonly reference: string;
  readonly title: string;
  /** The status as returned, and what it mapped to then. */
  readonly stageRaw: string;
  readonly stage: SharedStage | null;
  readonly overlay: StageOverlay | null;
  readonly words: string;
}

export interface HorizonReturn {
  readonly id: string;
  readonly bodyId: string;
  readonly body: string;
  readonly period: string;
  readonly periodDate: CivilDate;
  readonly state: ReturnState;
  readonly received: CivilDate | null;
  /** The date the log itself is headed with. */
  readonly logDate: CivilDate | null;
  readonly source: string;
  readonly note: string;
  readonly version: number;
  readonly entries: readonly HorizonEntry[];
}

/** What the log of a meeting or month said of one modification. */
export interface HorizonMention extends Pick<HorizonEntry, 'stageRaw' | 'stage' | 'overlay' | 'words'> {
  readonly period: string;
  readonly periodDate: CivilDate;
}

/**
 * A log is refreshed once a month: one headed more than two weeks before the meeting it is shown at is an earlier
 * month's log.
 */
const STALE_AFTER_DAYS = 14;

/** Whether the log was out of date on the day of its meeting. */
export const isStale = (logDate: CivilDate | null, periodDate: CivilDate): boolean =>
  logDate !== null && daysBetween(logDate, periodDate) > STALE_AFTER_DAYS;
