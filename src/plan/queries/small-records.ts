/** Questions about the plan's smaller records, and the one sentence that each list opens with. */
import { printCivilDate, type PartialDate } from '../../values/partial-date.ts';
import type { Database } from '../../platform/database/tables.ts';
import type {
  Deliverable,
  FreezeOption,
  FreezeRecommendation,
  PlanningAssumption,
  StatusReport,
  TopicArea,
} from '../model/small-records.ts';
import { allMilestones } from '../store/milestones.ts';
import { allTopicAreas } from '../store/small-records.ts';
import { nameOf, type MilestoneName } from './milestones.ts';

export interface ShownTopicArea extends Omit<TopicArea, 'milestoneId'> {
  /** The milestone that approves it; null where none does. */
  readonly milestone:
    (MilestoneName & { readonly forecast: PartialDate | null; readonly target: PartialDate | null }) | null;
}

/** All topic areas with the milestone that approves each. */
export async function topicAreas(database: Database): Promise<ShownTopicArea[]> {
  const milestones = new Map((await allMilestones(database)).map((one) => [one.id, one]));
  return (await allTopicAreas(database)).map(({ milestoneId, ...area }) => {
    const found = milestoneId === null ? undefined : milestones.get(milestoneId);
    return {
      ...area,
      milestone: found === undefined ? null : { ...nameOf(found), forecast: found.forecast, target: found.target },
    };
  });
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** `4 deliverables; 1 done; 3 still planned`. */
export function deliverablesSentence(all: readonly Pick<Deliverable, 'state'>[]): string {
  if (all.length === 0) return 'No deliverables yet';
  const done = all.filter((one) => one.state === 'done').length;
  const planned = all.filter((one) => one.state === 'planned').length;
  return `${count(all.length, 'deliverable')}; ${done === 0 ? 'none' : done} done; ${planned} still planned`;
}

/** `9 topic areas; none approved; 2 begun`. */
export function topicAreasSentence(all: readonly Pick<TopicArea, 'state'>[]): string {
  if (all.length === 0) return 'No topic areas yet';
  const approved = all.filter((one) => one.state === 'approved').length;
  const begun = all.filter((one) => one.state !== 'not-started' && one.state !== 'approved').length;
  return `${count(all.length, 'topic area')}; ${approved === 0 ? 'none' : approved} approved; ${begun === 0 ? 'none' : begun} being drafted`;
}

/** `2 planning assumptions; 1 agreed`. */
export function assumptionsSentence(all: readonly Pick<PlanningAssumption, 'state'>[]): string {
  if (all.length === 0) return 'No planning assumptions yet';
  const agreed = all.filter((one) => one.state === 'agreed').length;
  return `${count(all.length, 'planning assumption')}; ${agreed === 0 ? 'none' : agreed} agreed`;
}

/** `3 options for a code freeze`. */
export const freezeOptionsSentence = (all: readonly Pick<FreezeOption, 'id'>[]): string =>
  all.length === 0 ? 'No options for a code freeze yet' : `${count(all.length, 'option')} for a code freeze`;

/** `1 recommendation about a code freeze; none with an outcome`. */
export function freezeRecommendationsSentence(all: readonly Pick<FreezeRecommendation, 'outcome'>[]): string {
  if (all.length === 0) return 'No recommendations about a code freeze yet';
  const settled = all.filter((one) => one.outcome !== null).length;
  return `${count(all.length, 'recommendation')} about a code freeze; ${settled === 0 ? 'none' : settled} with an outcome`;
}

/** `12 status reports; the last, to CCAG-12 on 23 Nov 2022: 65 % complete`. */
export function statusReportsSentence(
  all: readonly Pick<StatusReport, 'meetingKey' | 'date' | 'percentComplete'>[],
): string {
  const [last] = all;
  if (last === undefined) return 'No status reports yet';
  const on = last.date === null ? '' : ` on ${printCivilDate(last.date)}`;
  const complete = last.percentComplete === null ? '' : `: ${last.percentComplete} % complete`;
  return `${count(all.length, 'status report')}; the last, to ${last.meetingKey}${on}${complete}`;
}
