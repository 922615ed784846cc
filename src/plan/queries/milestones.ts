/** Questions about the plan: how each milestone stands, what depends on what, and what moves if one moves. */
import type { CivilDate } from '../../values/partial-date.ts';
import { printCivilDate } from '../../values/partial-date.ts';
import type { Database } from '../../platform/database/tables.ts';
import { milestoneName, plannedDate, type Milestone } from '../model/milestone.ts';
import { dependencyWords, propagate, type DependencyKind, type Propagation } from '../model/propagation.ts';
import { slipOf, standing, STANDINGS, type Slip, type Standing, type StandingKind } from '../model/standing.ts';
import { allDependencies, allMilestones, findMilestone, type StoredDependency } from '../store/milestones.ts';

/** Where a person reads about a milestone. */
export const milestoneHref = (milestone: Pick<Milestone, 'id' | 'reference'>): string =>
  `/plan/${milestone.reference ?? milestone.id}`;

/** What another record needs to show of a milestone. */
export interface MilestoneName {
  readonly id: string;
  readonly reference: string | null;
  readonly title: string;
  readonly href: string;
}

export const nameOf = (milestone: Milestone): MilestoneName => ({
  id: milestone.id,
  reference: milestone.reference,
  title: milestone.title,
  href: milestoneHref(milestone),
});

/** A dependency as one of its two milestones sees it. */
export interface SeenDependency {
  readonly id: string;
  /** `follows`: this milestone follows the other; `followed-by`: the other follows this one. */
  readonly direction: 'follows' | 'followed-by';
  readonly kind: DependencyKind;
  readonly lagDays: number;
  readonly note: string;
  /** `M8 aligned with M10`. */
  readonly words: string;
  readonly other: MilestoneName;
}

export interface PlacedMilestone extends Milestone {
  readonly href: string;
  readonly plannedDate: CivilDate | null;
  readonly standing: Standing;
  readonly slip: Slip;
  readonly dependencies: readonly SeenDependency[];
}

function seenBy(
  milestone: Milestone,
  dependencies: readonly StoredDependency[],
  byId: ReadonlyMap<string, Milestone>,
): SeenDependency[] {
  return dependencies.flatMap((dependency): SeenDependency[] => {
    const { id, kind, lagDays, note } = dependency;
    const from = byId.get(dependency.from);
    const to = byId.get(dependency.to);
    if (from === undefined || to === undefined || (from !== milestone && to !== milestone)) return [];
    const words = `${milestoneName(from)} ${dependencyWords(kind, lagDays)} ${milestoneName(to)}`;
    const follows = from === milestone;
    const direction = follows ? 'follows' : 'followed-by';
    return [{ id, direction, kind, lagDays, note, words, other: nameOf(follows ? to : from) }];
  });
}

/** The whole plan in its order, each milestone with its standing, slip and dependencies on the day `today`. */
export async function plan(database: Database, today: CivilDate): Promise<PlacedMilestone[]> {
  const milestones = await allMilestones(database);
  const dependencies = await allDependencies(database);
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  return milestones.map((milestone) => ({
    ...milestone,
    href: milestoneHref(milestone),
    plannedDate: plannedDate(milestone),
    standing: standing(milestone, today),
    slip: slipOf(milestone),
    dependencies: seenBy(milestone, dependencies, byId),
  }));
}

const STANDING_WORDS: Readonly<Record<StandingKind, (count: number) => string>> = {
  unexamined: (count) => `${count} ${count === 1 ? 'forecast' : 'forecasts'} unexamined`,
  late: (count) => `${count} late`,
  red: (count) => `${count} red`,
  amber: (count) => `${count} amber`,
  green: (count) => `${count} green`,
  done: (count) => (count === 0 ? 'none reached' : `${count} reached`),
};

const SENTENCE_ORDER: readonly StandingKind[] = ['late', 'red', 'amber', 'unexamined', 'green', 'done'];

/** The plan in one sentence: `14 milestones; 14 forecasts unexamined; none reached; next: …, 26 Apr 2023`. */
export function planSentence(milestones: readonly PlacedMilestone[], today: CivilDate): string {
  if (milestones.length === 0) return 'No milestones yet';
  const counts = new Map(
    STANDINGS.map((kind) => [
      kind,
      milestones.filter((one) => (kind === 'unexamined' ? one.standing.unexamined : one.standing.kind === kind)).length,
    ]),
  );
  const parts = SENTENCE_ORDER.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 && kind !== 'done' ? [] : [STANDING_WORDS[kind](count)];
  });
  const [next] = milestones
    .filter((one) => one.standing.kind !== 'done' && one.plannedDate !== null && one.plannedDate >= today)
    .sort((a, b) => ((a.plannedDate ?? '') < (b.plannedDate ?? '') ? -1 : a.plannedDate === b.plannedDate ? 0 : 1));
  const named = (one: PlacedMilestone): string =>
    one.reference === null ? one.title : `${one.title} (${one.reference})`;
  const day = next?.plannedDate ?? null;
  const coming = next === undefined || day === null ? [] : [`next: ${named(next)}, ${printCivilDate(day)}`];
  return [`${milestones.length} ${milestones.length === 1 ? 'milestone' : 'milestones'}`, ...parts, ...coming].join(
    '; ',
  );
}

export interface AffectedMilestone extends MilestoneName {
  readonly from: CivilDate | null;
  readonly to: CivilDate;
  readonly days: number | null;
  /** The milestones that move it. */
  readonly because: readonly MilestoneName[];
}

export interface IfMoved {
  readonly milestone: MilestoneName;
  readonly from: CivilDate | null;
  readonly to: CivilDate;
  readonly affected: readonly AffectedMilestone[];
  /** Dependencies that would no longer hold, in words: `M8 aligned with M10`. */
  readonly broken: readonly string[];
  readonly sentence: string;
}

/** What moves if the milestone moves to `to`; null when there is no such milestone. Writes nothing. */
export async function ifMoved(database: Database, idOrReference: string, to: CivilDate): Promise<IfMoved | null> {
  const moved = await findMilestone(database, idOrReference);
  if (moved === null) return null;
  const milestones = await allMilestones(database);
  const placed = milestones.map((one) => ({
    id: one.id,
    date: plannedDate(one),
    fixed: (one.actual?.latest ?? null) !== null,
  }));
  const propagation = propagate(placed, await allDependencies(database), moved.id, to);
  return presentMove(moved, to, propagation, new Map(milestones.map((one) => [one.id, one])));
}

function presentMove(
  moved: Milestone,
  to: CivilDate,
  { moves, broken }: Propagation,
  byId: ReadonlyMap<string, Milestone>,
): IfMoved {
  const named = (id: string): MilestoneName => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`Dependency on ${id}, which is no milestone`);
    return nameOf(found);
  };
  const shortName = (id: string): string => {
    const { reference, title } = named(id);
    return milestoneName({ reference, title });
  };
  const affected = moves.map((move) => ({ ...named(move.id), ...move, because: move.because.map(named) }));
  const whole = broken.map(
    (one) => `${shortName(one.from)} ${dependencyWords(one.kind, one.lagDays)} ${shortName(one.to)}`,
  );
  const what =
    affected.length === 0
      ? 'nothing else moves'
      : `${affected.length} other ${affected.length === 1 ? 'milestone moves' : 'milestones move'}`;
  const no = whole.length === 0 ? '' : `; no longer true: ${whole.join(', ')}`;
  return {
    milestone: nameOf(moved),
    from: plannedDate(moved),
    to,
    affected,
    broken: whole,
    sentence: `If ${milestoneName(moved)} moves to ${printCivilDate(to)}, ${what}${no}`,
  };
}
