/**
 * What moves if a milestone moves.
 *
 * A dependency reads from the milestone that follows to the one it follows: `M8 aligned with M10`. Time flows the
 * other way: when M10 moves, M8 is looked at. The dependencies never form a circle (`circleThrough` refuses the one
 * that would close it), so each milestone downstream is looked at once, after everything it follows.
 */
import { addDays, daysBetween, type CivilDate } from '../../values/partial-date.ts';

export const DEPENDENCY_KINDS = ['aligned-with', 'after', 'awaits'] as const;

/**
 * - `aligned-with`: kept on the other's day plus the lag; moves with it, earlier and later alike;
 * - `after`: on a later day, at least the lag (one day where none is given) after the other; only ever pushed later;
 * - `awaits`: cannot be reached before the other plus the lag; only ever pushed later.
 */
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

export interface Dependency {
  /** Id of the milestone that follows. */
  readonly from: string;
  /** Id of the milestone it follows. */
  readonly to: string;
  readonly kind: DependencyKind;
  /** Calendar days between the two. */
  readonly lagDays: number;
}

/** A milestone as propagation sees it. */
export interface Placed {
  readonly id: string;
  /** The date the plan counts on; null where no day is known. */
  readonly date: CivilDate | null;
  /** Reached already: it stays where it is. */
  readonly fixed: boolean;
}

export interface Move {
  readonly id: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate;
  /** Days moved, positive is later; null where it had no date. */
  readonly days: number | null;
  /** Ids of the milestones it follows that set its new date. */
  readonly because: readonly string[];
}

export interface Propagation {
  /** What moves, the moved milestone itself left out; each after everything it follows. */
  readonly moves: readonly Move[];
  /** Dependencies that no longer hold once all have moved, e.g. the moved milestone's own alignment. */
  readonly broken: readonly Dependency[];
}

/** How a lag binds: on that very day, or from that day on. */
const BOUND: Readonly<Record<DependencyKind, string>> = {
  'aligned-with': 'always',
  after: 'at least',
  awaits: 'no sooner than',
};

/**
 * The words between the two milestones' names: `aligned with`, `after`, `awaits`; with a lag `always 7 days after`,
 * `at least 7 days after`, `no sooner than 7 days before`.
 */
export function dependencyWords(kind: DependencyKind, lagDays: number): string {
  const words = kind === 'aligned-with' ? 'aligned with' : kind;
  // Whatever follows does so by a day at least, so that a smaller lag says nothing more.
  if (lagDays === 0 || (kind === 'after' && lagDays < 1)) return words;
  const many = Math.abs(lagDays);
  return `${BOUND[kind]} ${many} ${many === 1 ? 'day' : 'days'} ${lagDays > 0 ? 'after' : 'before'}`;
}

/** First day that a dependency allows, the other being on `date`. */
const placedBy = (dependency: Dependency, date: CivilDate): CivilDate =>
  addDays(date, dependency.kind === 'after' ? Math.max(dependency.lagDays, 1) : dependency.lagDays);

/**
 * The circle that adding a dependency would close, as ids from its `from` along to its `from` again; null when it
 * closes none. A milestone that follows itself is a circle of one.
 */
export function circleThrough(
  dependencies: readonly Dependency[],
  added: Pick<Dependency, 'from' | 'to'>,
): readonly string[] | null {
  if (added.from === added.to) return [added.from, added.from];
  const cameFrom = new Map<string, string>([[added.to, added.from]]);
  const waiting = [added.to];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const { from, to } of dependencies) {
      if (from !== id || (cameFrom.has(to) && to !== added.from)) continue;
      if (to === added.from) {
        const path: string[] = [];
        for (let back: string = id; back !== added.from; back = cameFrom.get(back) ?? added.from) path.unshift(back);
        return [added.from, ...path, added.from];
      }
      cameFrom.set(to, id);
      waiting.push(to);
    }
  }
  return null;
}

/** Ids downstream of a milestone (it left out), each after everything downstream that it follows. */
export function downstreamOf(dependencies: readonly Dependency[], id: string): readonly string[] {
  const reached = new Set<string>();
  const ordered: string[] = [];
  const onPath = new Set<string>();
  const visit = (present: string): void => {
    if (onPath.has(present)) throw new Error(`Milestone ${present} follows itself`);
    if (reached.has(present)) return;
    reached.add(present);
    onPath.add(present);
    for (const { from, to } of dependencies) if (to === present) visit(from);
    onPath.delete(present);
    ordered.unshift(present);
  };
  visit(id);
  return ordered.slice(1);
}

const latestOf = (dates: readonly CivilDate[]): CivilDate => dates.reduce((a, b) => (a > b ? a : b));

/**
 * What moves if the milestone `id` is moved to `to`. Moving it later never makes anything earlier (the rule is
 * monotone), milestones already reached stay, and one without a date only gets one by alignment.
 *
 * @throws when the dependencies form a circle, which the commands refuse.
 */
export function propagate(
  milestones: readonly Placed[],
  dependencies: readonly Dependency[],
  id: string,
  to: CivilDate,
): Propagation {
  const placed = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const downstream = downstreamOf(dependencies, id);
  const concerned = new Set([id, ...downstream]);
  const dates = new Map(milestones.map((milestone) => [milestone.id, milestone.date]));
  dates.set(id, to);
  const moves: Move[] = [];
  for (const follower of downstream) {
    const present = placed.get(follower);
    if (present === undefined || present.fixed) continue;
    const asked = dependencies.flatMap((dependency) => {
      const date = dates.get(dependency.to) ?? null;
      if (dependency.from !== follower || !concerned.has(dependency.to) || date === null) return [];
      return [{ dependency, date: placedBy(dependency, date) }];
    });
    const aligned = asked.filter(({ dependency }) => dependency.kind === 'aligned-with');
    const pushed = asked.filter(({ dependency }) => dependency.kind !== 'aligned-with');
    if (present.date === null && aligned.length === 0) continue;
    const own = aligned.length > 0 || present.date === null ? [] : [present.date];
    const candidates = [...own, ...asked.map(({ date }) => date)];
    if (candidates.length === 0) continue;
    const date = latestOf(candidates);
    dates.set(follower, date);
    if (date === present.date) continue;
    moves.push({
      id: follower,
      from: present.date,
      to: date,
      days: present.date === null ? null : daysBetween(present.date, date),
      because: [...aligned, ...pushed].filter((one) => one.date === date).map(({ dependency }) => dependency.to),
    });
  }
  const touched = dependencies.filter(({ from, to: other }) => concerned.has(from) || concerned.has(other));
  return { moves, broken: touched.filter((dependency) => !holds(dependency, dates)) };
}

/** Whether a dependency holds on these dates; one with an undated end does. */
export function holds(dependency: Dependency, dates: ReadonlyMap<string, CivilDate | null>): boolean {
  const from = dates.get(dependency.from) ?? null;
  const to = dates.get(dependency.to) ?? null;
  if (from === null || to === null) return true;
  const placed = placedBy(dependency, to);
  return dependency.kind === 'aligned-with' ? from === placed : from >= placed;
}
