import type { TextView, Instrument } from '../instrument.ts';
import { TEXT_PARTS, type ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import type { FreshText, NumberClaim, Strand, StrandStep, WordsWrite } from './footprint.ts';
import { LOOKING_DOWN, mattersBelow, mattersBeside, rolesIn } from './roles.ts';
import type { TracedStep } from './traced-step.ts';
import type { Tracer } from './tracer.ts';

/**
 * Sorts the steps of a change into strands: two steps are of one strand when either could disturb the other (by the same
 * rules that say when two changes could), and so on from step to step. An Act of five hundred amendments falls into some
 * hundreds of strands, most of one step, and another change that meets it in one place is tried against that one alone.
 */
export function strandsOf(instrument: Instrument, base: Version, after: TextView, tracer: Tracer): readonly Strand[] {
  const { traced } = tracer;
  const groups = new Groups(traced.length);
  linkByProvision(traced, groups);
  linkByKey(traced, groups);
  const members = new Map<number, TracedStep[]>();
  for (const [index, each] of traced.entries()) {
    const group = members.get(groups.of(index));
    if (group === undefined) members.set(groups.of(index), [each]);
    else group.push(each);
  }
  return [...members.values()].map((steps) => strand(instrument, steps, base, after, tracer));
}

/** Which steps belong together: each group is known by one of its members. */
class Groups {
  private readonly leaders: number[];

  constructor(count: number) {
    this.leaders = [...Array(count).keys()];
  }

  of(member: number): number {
    let at = member;
    for (let leader = this.leaders[at] ?? at; leader !== at; leader = this.leaders[at] ?? at) {
      this.leaders[at] = this.leaders[leader] ?? leader;
      at = leader;
    }
    return at;
  }

  join(one: number, other: number): void {
    this.leaders[this.of(one)] = this.of(other);
  }
}

/**
 * Steps are looked up by provision and single role. Once a step is joined with all that have a role there, one of them
 * stands for all: so that a thousand steps on one provision cost a thousand look-ups, and not every pair of them.
 */
class StepsByRole {
  private readonly steps = new Map<ProvisionId, Map<number, number[]>>();

  constructor(private readonly groups: Groups) {}

  note(id: ProvisionId, roles: number, index: number): void {
    let byRole = this.steps.get(id);
    if (byRole === undefined) this.steps.set(id, (byRole = new Map<number, number[]>()));
    for (const role of rolesIn(roles)) {
      const known = byRole.get(role);
      if (known === undefined) byRole.set(role, [index]);
      else known.push(index);
    }
  }

  /** Joins a step with all that have one of these roles at a provision. */
  join(id: ProvisionId, roles: number, index: number): void {
    const byRole = this.steps.get(id);
    if (byRole === undefined) return;
    for (const role of rolesIn(roles)) {
      const known = byRole.get(role);
      if (known === undefined) continue;
      for (const other of known) this.groups.join(index, other);
      known.length = 1;
    }
  }
}

function linkByProvision(traced: readonly TracedStep[], groups: Groups): void {
  const steps = new StepsByRole(groups);
  for (const [index, { roles }] of traced.entries())
    for (const [id, role] of roles) {
      steps.join(id, mattersBeside(role), index);
      steps.note(id, role, index);
    }
  for (const [index, { above, roles }] of traced.entries()) {
    let own = 0;
    for (const role of roles.values()) own |= role;
    const looking = LOOKING_DOWN.filter((role) => (mattersBelow(role) & own) !== 0);
    for (const id of above) for (const role of looking) steps.join(id, role, index);
  }
}

/** Steps that share a gap, an address, a number, something a failed step would have made, or one way of working out. */
function linkByKey(traced: readonly TracedStep[], groups: Groups): void {
  const firsts = new Map<unknown, number>();
  const link = (key: unknown, index: number): void => {
    const other = firsts.get(key);
    if (other === undefined) firsts.set(key, index);
    else groups.join(index, other);
  };
  const readdressed = new Map<string, number[]>();
  for (const [index, each] of traced.entries()) {
    for (const gap of each.slots.keys()) link(gap, index);
    for (const { parent, number } of [...each.claims, ...each.freed]) link(claimKey(parent, number), index);
    if (each.workedOut !== null) link(each.workedOut, index);
    for (const key of each.readdressed.keys()) {
      const others = readdressed.get(key);
      if (others === undefined) readdressed.set(key, [index]);
      else others.push(index);
    }
  }
  const missed = new Map<ProvisionId, number>();
  for (const [index, each] of traced.entries()) for (const id of each.missed) missed.set(id, index);
  for (const [index, each] of traced.entries()) {
    for (const key of each.followed.keys()) for (const other of readdressed.get(key) ?? []) groups.join(index, other);
    if (missed.size === 0) continue;
    for (const id of [...each.roles.keys(), ...each.missed]) {
      const other = missed.get(id);
      if (other !== undefined) groups.join(index, other);
    }
  }
}

/** The key of a number among the children of a parent. */
export const claimKey = (parent: ProvisionId, number: string): string => `${parent}|${number}`;

function strand(
  instrument: Instrument,
  steps: readonly TracedStep[],
  base: Version,
  after: TextView,
  tracer: Tracer,
): Strand {
  const at = new Map<ProvisionId, number>();
  const under = new Map<ProvisionId, Set<ProvisionId>>();
  const slots = new Map<string, ProvisionId>();
  const claims = new Map<string, NumberClaim>();
  const followed = new Map<string, ProvisionId>();
  const readdressed = new Map<string, ProvisionId>();
  for (const each of steps) {
    for (const [id, role] of each.roles) at.set(id, (at.get(id) ?? 0) | role);
    for (const [gap, parent] of each.slots) slots.set(gap, parent);
    for (const claim of each.claims) claims.set(claimKey(claim.parent, claim.number), claim);
    for (const [key, id] of each.followed) followed.set(key, id);
    for (const [key, id] of each.readdressed) readdressed.set(key, id);
  }
  for (const id of at.keys())
    for (const view of [base, after])
      for (let holder = view.parentOf(id); holder !== undefined; holder = view.parentOf(holder.id)) {
        const held = under.get(holder.id);
        if (held === undefined) under.set(holder.id, new Set([id]));
        else held.add(id);
      }
  return {
    kind: 'strand',
    instrument,
    steps: steps.map(({ step }) => step),
    program: programOf(steps),
    at,
    under: new Map([...under].map(([id, held]) => [id, [...held]])),
    words: wordsOf(at, tracer),
    slots,
    claims,
    followed,
    readdressed,
    fresh: freshTexts(at, after, tracer),
    after,
  };
}

function programOf(traced: readonly TracedStep[]): readonly StrandStep[] {
  const program: StrandStep[] = [];
  const seen = new Set<unknown>();
  for (const { step, workedOut } of traced) {
    if (workedOut === null) program.push({ kind: 'as-drafted', step });
    else if (!seen.has(workedOut)) {
      const steps = traced.filter((each) => each.workedOut === workedOut).map((each) => each.step);
      program.push({ kind: 'worked-out', operations: workedOut, steps });
    }
    seen.add(workedOut);
  }
  return program;
}

function wordsOf(at: ReadonlyMap<ProvisionId, number>, { provenance }: Tracer): ReadonlyMap<ProvisionId, WordsWrite[]> {
  const words = new Map<ProvisionId, WordsWrite[]>();
  for (const provision of at.keys()) {
    const parts = provenance.get(provision);
    if (parts !== undefined)
      words.set(
        provision,
        [...parts].map(([part, origin]) => ({ provision, part, edits: origin.edits() })),
      );
  }
  return words;
}

function freshTexts(
  at: ReadonlyMap<ProvisionId, number>,
  after: TextView,
  { provenance, made }: Tracer,
): readonly FreshText[] {
  const texts: FreshText[] = [];
  for (const id of at.keys()) {
    const provision = after.find(id);
    if (provision === undefined) continue;
    for (const part of TEXT_PARTS) {
      const text = provision[part];
      const fresh = made.has(id)
        ? [{ start: 0, end: text.words.length }]
        : (provenance.get(id)?.get(part)?.fresh() ?? []);
      if (text.words !== '' && fresh.length > 0) texts.push({ provision: id, part, text, fresh });
    }
  }
  return texts;
}
