import type { CivilDate } from '../../values/partial-date.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import type { ScheduledRun } from './schedule.ts';

/** What became of one provision on one date. */
export interface ProvisionChange {
  readonly kind: 'provision-change';
  /**
   * - `came`, `went`: it was not there before, or not after
   * - `changed`: it, or something under it, reads otherwise
   * - `moved`: it reads the same and stands under another provision
   */
  readonly what: 'came' | 'changed' | 'moved' | 'went';
  readonly date: CivilDate;
  /** The ids of the instruments that did it, in order. */
  readonly instruments: readonly string[];
  readonly before: Provision | null;
  readonly after: Provision | null;
}

/** Where a provision stands and what it says, in one text. */
interface Standing {
  readonly provision: Provision | null;
  readonly parent: ProvisionId | null;
}

const standingIn = (version: Version, id: ProvisionId): Standing => ({
  provision: version.find(id) ?? null,
  parent: version.parentOf(id)?.id ?? null,
});

/** Nobody who reads the text can tell the one from the other. */
const alike = (a: Standing, b: Standing): boolean =>
  a.parent === b.parent &&
  (a.provision === b.provision ||
    (a.provision !== null && b.provision !== null && a.provision.hash === b.provision.hash));

/**
 * What became of a provision, date by date. `texts` are those after 0, 1, 2… of the runs. A run that changed nothing of
 * it is passed over at the cost of a look-up; a date on which it was changed and changed back is not one of change.
 */
export function historyOf(
  id: ProvisionId,
  runs: readonly ScheduledRun[],
  texts: readonly Version[],
): readonly ProvisionChange[] {
  const changes: ProvisionChange[] = [];
  const [base] = texts;
  if (base === undefined) return changes;
  let settled = standingIn(base, id);
  let last = settled;
  let touching: string[] = [];
  for (const [index, run] of runs.entries()) {
    const text = texts[index + 1];
    if (text === undefined) break;
    const now = standingIn(text, id);
    if (!alike(last, now) && touching.at(-1) !== run.instrument.id) touching.push(run.instrument.id);
    last = now;
    if (runs[index + 1]?.date === run.date) continue;
    if (touching.length > 0 && !alike(settled, now)) changes.push(changeOf(settled, now, run.date, touching));
    settled = now;
    touching = [];
  }
  return changes;
}

function changeOf(from: Standing, to: Standing, date: CivilDate, instruments: readonly string[]): ProvisionChange {
  const before = from.provision;
  const after = to.provision;
  const what = before === null ? 'came' : after === null ? 'went' : before.hash === after.hash ? 'moved' : 'changed';
  return { kind: 'provision-change', what, date, instruments, before, after };
}
