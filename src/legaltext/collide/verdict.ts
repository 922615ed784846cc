import type { Step, Strand } from '../footprint/footprint.ts';
import { Role } from '../footprint/roles.ts';
import type { ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import type { CollisionClass, Severity } from './collision.ts';
import { meetingsOf, type Meeting, type Meetings } from './meeting.ts';
import { tryBothOrders, type Trial } from './trial.ts';
import { sameEdit } from './words-in-common.ts';

/** A collision of two strands, before it is put in words. */
export interface Finding {
  readonly class: CollisionClass;
  readonly severity: Severity;
  readonly place: ProvisionId;
  /** What the footprints told of the place, where they told something. */
  readonly meeting: Meeting | null;
  /** Of `nested`: the strand that works only after the other, and its step. */
  readonly dependent?: Strand;
  readonly step?: Step;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** Steps that work only once the other change is made. */
  readonly enabled: readonly Step[];
  /** Whether the text depends on which of the two is made first. */
  readonly dependsOnOrder: boolean;
}

/**
 * How two strands collide. Their footprints say where they meet; then both are made in both orders on a copy of the text,
 * and that decides: a meeting where a step breaks, or where the two texts differ, is a collision; one where nothing is
 * disturbed is a notice. When something is disturbed that no meeting explains (a quotation that is found once more, say),
 * that is a collision of order at the place where it shows. Two changes that meet nowhere are never tried.
 */
export function verdictOn(base: Version, one: Strand, other: Strand): Verdict | null {
  const meetings = meetingsOf(one, other);
  if (meetings.found.length === 0 && meetings.latent.length === 0) return null;
  const trial = tryBothOrders(base, one, other);
  const guilty = guiltyOf(trial);
  const disturbed = guilty.size > 0;
  const findings = meetings.found.flatMap((meeting) => judge(meeting, isGuilty(base, meeting, guilty), trial));
  const nested = trial.enabled.map(({ strand, step }) => nestedIn(strand, step, other === strand ? one : other));
  const explained = nested.length > 0 || findings.some(({ severity }) => severity !== 'notice');
  const unexplained = disturbed && !explained ? [residual(meetings, trial, guilty)] : [];
  const all = [...findings, ...nested, ...unexplained];
  return {
    findings: withoutLesser(all),
    enabled: trial.enabled.map(({ step }) => step),
    dependsOnOrder: disturbed || nested.length > 0,
  };
}

/** Where the trial shows a disturbance: what broken steps come near, and what reads differently. */
function guiltyOf({ broken, differs, enabled }: Trial): ReadonlySet<ProvisionId> {
  const guilty = new Set<ProvisionId>();
  for (const { step } of broken) for (const id of step.touches) guilty.add(id);
  // When a step works in one order only, the two texts differ by that step, which is told of as nested.
  if (enabled.length === 0) for (const id of differs) guilty.add(id);
  return guilty;
}

function isGuilty(base: Version, meeting: Meeting, guilty: ReadonlySet<ProvisionId>): boolean {
  if (guilty.size === 0) return false;
  const places = [meeting.place, ...meeting.others];
  if (meeting.kind === 'parent' && meeting.taken !== undefined) {
    const parent = base.parentOf(meeting.taken);
    if (parent !== undefined) places.push(parent.id);
  }
  return places.some((id) => guilty.has(id));
}

const bothOrdersBroken = ({ broken }: Trial): boolean => new Set(broken.map(({ strand }) => strand)).size > 1;

function judge(meeting: Meeting, guilty: boolean, trial: Trial): readonly Finding[] {
  const { place, kind, certain } = meeting;
  const disturbed = guilty || certain;
  const make = (found: CollisionClass, severity: Severity): readonly Finding[] => [
    { class: found, severity, place, meeting },
  ];
  switch (kind) {
    case 'words': {
      const differs = meeting.words?.some(({ one, other }) => !sameEdit(one, other)) ?? false;
      return make('words', differs || disturbed ? 'clash' : 'notice');
    }
    case 'parent':
      return make('parent', disturbed ? (bothOrdersBroken(trial) || takesAway(meeting) ? 'clash' : 'order') : 'notice');
    case 'gap':
      return make('slot', disturbed ? 'order' : 'notice');
    case 'number':
      return make('slot', disturbed ? 'clash' : 'notice');
    case 'renumber':
      return disturbed
        ? make('renumber', meeting.taker === undefined || bothOrdersBroken(trial) ? 'clash' : 'order')
        : meeting.taker === undefined
          ? make('renumber', 'notice')
          : [];
    case 'touch':
      return disturbed ? [] : make('touch', 'notice');
  }
}

/** Whether what is taken is gone afterwards (repealed or replaced), and not just elsewhere. */
const takesAway = ({ taker, taken }: Meeting): boolean =>
  taken !== undefined && ((taker?.at.get(taken) ?? 0) & Role.GONE) !== 0;

function nestedIn(dependent: Strand, step: Step, provider: Strand): Finding {
  const [anywhere = ''] = provider.at.keys();
  const place = step.touches.find((id) => provider.at.has(id)) ?? step.touches[0] ?? anywhere;
  return { class: 'nested', severity: 'order', place, meeting: null, dependent, step };
}

/** What is disturbed though no meeting explains it. */
function residual(meetings: Meetings, trial: Trial, guilty: ReadonlySet<ProvisionId>): Finding {
  const place = meetings.latent.find((id) => guilty.has(id)) ?? [...guilty][0] ?? '';
  return { class: 'order', severity: bothOrdersBroken(trial) ? 'clash' : 'order', place, meeting: null };
}

const RANK: Readonly<Record<Severity, number>> = { clash: 0, order: 1, meaning: 2, notice: 3 };

/** At a place where something worse is found, that two changes touch it goes without saying; nothing is said twice. */
function withoutLesser(findings: readonly Finding[]): readonly Finding[] {
  const worse = new Set(findings.filter((each) => each.class !== 'touch').map(({ place }) => place));
  const seen = new Set<string>();
  const bySeverity = (one: Finding, other: Finding): number => RANK[one.severity] - RANK[other.severity];
  return [...findings].sort(bySeverity).filter((each) => {
    if (each.class === 'touch' && worse.has(each.place)) return false;
    const key = `${each.class} ${each.place}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
