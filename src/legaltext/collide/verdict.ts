import type { Step, Strand } from '../footprint/footprint.ts';
import { compareNumbers } from '../merge/number-order.ts';
import { Role } from '../footprint/roles.ts';
import type { ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { GRAVITY, type CollisionClass, type Severity } from './collision.ts';
import { meetingsOf, type Meeting } from './meeting.ts';
import { tryBothOrders, type Trial } from './trial.ts';
import { isWrittenInVain } from './twice-written.ts';

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
  /** Of `slot`: the order in which they are made puts them in another sequence than their numbers do. */
  readonly againstNumbers?: boolean;
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
  const meetings = meetingsOf(one, other, base);
  if (meetings.found.length === 0 && meetings.latent.length === 0) return null;
  const trial = tryBothOrders(base, one, other);
  const guilty = guiltyOf(trial);
  const findings = meetings.found.flatMap((meeting) => judge(meeting, { base, one, other, trial, guilty }));
  const nested = trial.enabled.map(({ strand, step }) => nestedIn(strand, step, other === strand ? one : other));
  const explained = nested.length > 0 || findings.some(({ severity }) => severity !== 'notice');
  const inSequence = new Set(findings.filter((each) => each.class === 'slot').map(({ place }) => place));
  const unexplained = [...guilty.content, ...guilty.sequence.filter((id) => !inSequence.has(id))];
  const [first] = unexplained;
  const residual: readonly Finding[] =
    explained || first === undefined
      ? []
      : [residualAt(meetings.latent.find((id) => unexplained.includes(id)) ?? first, trial)];
  const all = [...findings, ...nested, ...residual];
  return {
    findings: withoutLesser(all),
    enabled: trial.enabled.map(({ step }) => step),
    dependsOnOrder: nested.length > 0 || all.some(({ severity }) => severity === 'order' || severity === 'clash'),
  };
}

/** Where the trial shows a disturbance: what broken steps come near, and what reads differently. */
interface Guilty {
  readonly content: ReadonlySet<ProvisionId>;
  readonly sequence: readonly ProvisionId[];
}

function guiltyOf({ broken, differs }: Trial): Guilty {
  const content = new Set<ProvisionId>(differs.content);
  for (const { step } of broken) for (const id of step.touches) content.add(id);
  return { content, sequence: differs.sequence };
}

interface Judging {
  readonly base: Version;
  readonly one: Strand;
  readonly other: Strand;
  readonly trial: Trial;
  readonly guilty: Guilty;
}

/** Whether the trial counts against a meeting: something is disturbed where it is, or right above what is taken. */
function isDisturbed({ kind, place, others, taken, certain }: Meeting, { base, guilty }: Judging): boolean {
  if (certain) return true;
  if (guilty.content.size === 0 && guilty.sequence.length === 0) return false;
  const places = [place, ...others];
  const parent = kind === 'parent' && taken !== undefined ? base.parentOf(taken) : undefined;
  if (parent !== undefined) places.push(parent.id);
  const inSequence = kind === 'parent' || kind === 'gap';
  return places.some((id) => guilty.content.has(id) || (inSequence && guilty.sequence.includes(id)));
}

const bothOrdersBroken = ({ broken }: Trial): boolean => new Set(broken.map(({ strand }) => strand)).size > 1;

function judge(meeting: Meeting, judging: Judging): readonly Finding[] {
  const { place, kind, taker, wanted } = meeting;
  const { base, one, other, trial } = judging;
  const made = { base, one, other, both: trial.both };
  const disturbed = isDisturbed(meeting, judging);
  const make = (found: CollisionClass, severity: Severity): readonly Finding[] => [
    { class: found, severity, place, meeting },
  ];
  switch (kind) {
    case 'words':
      return make('words', disturbed || isWrittenInVain(meeting.words ?? [], place, made) ? 'clash' : 'notice');
    case 'parent':
      // What the other wants may be brought by the very change that takes away: then it is nested in it.
      if (wanted === true && trial.enabled.some(({ strand }) => strand !== taker)) return [];
      return make('parent', disturbed ? (bothOrdersBroken(trial) || takesAway(meeting) ? 'clash' : 'order') : 'notice');
    case 'gap':
      if (!disturbed || !numbersTell(judging, place)) return make('slot', disturbed ? 'order' : 'notice');
      return [{ class: 'slot', severity: 'notice', place, meeting, againstNumbers: true }];
    case 'number':
      return make('slot', disturbed ? 'clash' : 'notice');
    case 'renumber':
      return disturbed
        ? make('renumber', taker === undefined || bothOrdersBroken(trial) ? 'clash' : 'order')
        : taker === undefined
          ? make('renumber', 'notice')
          : [];
    case 'touch':
      return disturbed ? [] : make('touch', 'notice');
  }
}

/** Whether what both put under a parent stands in an order of its own: by numbers that all differ. */
function numbersTell({ base, guilty, one, other }: Judging, parent: ProvisionId): boolean {
  if (guilty.content.has(parent)) return false;
  const theirs = numbersPutUnder(other, parent, base);
  return numbersPutUnder(one, parent, base).every((number) =>
    theirs.every((their) => (compareNumbers(number, their) ?? 0) !== 0),
  );
}

/** The numbers of the provisions that a strand brings under a parent; an empty one for each that has none. */
function numbersPutUnder(strand: Strand, parent: ProvisionId, base: Version): readonly string[] {
  const children = strand.after.find(parent)?.children ?? [];
  return children.filter(({ id }) => strand.at.has(id) && base.parentOf(id)?.id !== parent).map(({ number }) => number);
}

/** Whether what is taken is gone afterwards (repealed or replaced), and not just elsewhere. */
const takesAway = ({ taker, taken }: Meeting): boolean =>
  taken !== undefined && ((taker?.at.get(taken) ?? 0) & Role.GONE) !== 0;

function nestedIn(dependent: Strand, step: Step, provider: Strand): Finding {
  return {
    class: 'nested',
    severity: 'order',
    place: placeNested(dependent, step, provider),
    meeting: null,
    dependent,
    step,
  };
}

/** Where a step waits for another change: at what that brings, or as near to it as the step's own target leads. */
function placeNested(dependent: Strand, step: Step, provider: Strand): ProvisionId {
  const isMade = (id: ProvisionId): boolean => ((provider.at.get(id) ?? 0) & Role.MADE) !== 0;
  const addressed = [...dependent.followed.keys()].flatMap((key) => provider.readdressed.get(key) ?? []);
  const [anywhere = ''] = provider.at.keys();
  return (
    step.touches.find(isMade) ??
    addressed.findLast(isMade) ??
    step.touches.find((id) => provider.at.has(id)) ??
    step.touches[0] ??
    anywhere
  );
}

/** What is disturbed though no meeting explains it. */
const residualAt = (place: ProvisionId, trial: Trial): Finding => ({
  class: 'order',
  severity: bothOrdersBroken(trial) ? 'clash' : 'order',
  place,
  meeting: null,
});

/** At a place where something worse is found, that two changes touch it goes without saying; nothing is said twice. */
function withoutLesser(findings: readonly Finding[]): readonly Finding[] {
  const worse = new Set(findings.filter((each) => each.class !== 'touch').map(({ place }) => place));
  const seen = new Set<string>();
  const bySeverity = (one: Finding, other: Finding): number => GRAVITY[one.severity] - GRAVITY[other.severity];
  return [...findings].sort(bySeverity).filter((each) => {
    if (each.class === 'touch' && worse.has(each.place)) return false;
    const key = `${each.class} ${each.place}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
