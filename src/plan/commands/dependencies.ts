/** Which milestone follows which. */
import { failed, ok, type Result } from '../../values/result.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { removeRow } from '../../platform/record/edit.ts';
import { milestoneName } from '../model/milestone.ts';
import { circleThrough, dependencyWords, type DependencyKind } from '../model/propagation.ts';
import { allDependencies, allMilestones, findMilestone } from '../store/milestones.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { noMilestone } from './milestones.ts';
import { recorded } from './recorded.ts';

export interface DependencyRead {
  /** Id or reference of the milestone that follows: `M8` in `M8 aligned with M10`. */
  readonly from: string;
  /** Id or reference of the milestone it follows. */
  readonly to: string;
  readonly kind: DependencyKind;
  /** Calendar days between the two; 0 when absent. */
  readonly lagDays?: number | undefined;
  readonly note?: string | undefined;
}

/**
 * Adds a dependency or changes the one between the same two milestones; writes nothing when nothing differs. Refuses
 * (`step-not-allowed`) one that would close a circle, and names the circle.
 */
export async function recordDependency(
  { database }: CommandContext,
  read: DependencyRead,
): Promise<Result<Recorded, Problem>> {
  const from = await findMilestone(database, read.from);
  if (from === null) return failed(noMilestone(read.from));
  const to = await findMilestone(database, read.to);
  if (to === null) return failed(noMilestone(read.to));
  const dependencies = await allDependencies(database);
  const present = dependencies.find((one) => one.from === from.id && one.to === to.id);
  const others = dependencies.filter((one) => one !== present);
  const circle = circleThrough(others, { from: from.id, to: to.id });
  if (circle !== null) {
    const names = new Map((await allMilestones(database)).map((one) => [one.id, milestoneName(one)]));
    const path = circle.map((id) => names.get(id) ?? id).join(' follows ');
    return failed(
      problem('step-not-allowed', `That would close a circle: ${path}. Remove one of these dependencies first.`),
    );
  }
  const lagDays = read.lagDays ?? 0;
  const row = await upsertRow(
    database,
    'milestone_dependency',
    'dependency',
    present?.id ?? null,
    {
      kind: read.kind,
      lag_days: lagDays,
      note: read.note,
      words: `${dependencyWords(read.kind, lagDays)} ${milestoneName(to)}`,
    },
    { from_id: from.id, to_id: to.id },
  );
  return recorded(row);
}

/** Removes a dependency of a milestone, by the dependency's id. */
export async function removeDependency(
  { database }: CommandContext,
  milestone: string,
  dependencyId: string,
): Promise<Result<null, Problem>> {
  const present = await findMilestone(database, milestone);
  if (present === null) return failed(noMilestone(milestone));
  const dependency = (await allDependencies(database)).find((one) => one.id === dependencyId);
  if (dependency === undefined || (dependency.from !== present.id && dependency.to !== present.id))
    return failed(problem('not-found', `${milestoneName(present)} has no such dependency; it may have been removed.`));
  const removed = await removeRow(database, 'milestone_dependency', dependency.id);
  return removed.kind === 'failed' ? removed : ok(null);
}
