import type { Footprint } from '../footprint/footprint.ts';
import { Role } from '../footprint/roles.ts';
import type { TextView } from '../instrument.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { addTo, type TextKnowledge } from './knowledge.ts';

export type DefinitionChange = 'adds' | 'changes' | 'removes';

/** What a change does to one definition of a term: where, and within which provision the definition holds. */
export interface ChangedDefinition {
  readonly how: DefinitionChange;
  readonly place: ProvisionId;
  readonly scope: ProvisionId;
}

/** A definition of a term, where it stands and how far it reaches. */
interface Sighting {
  readonly term: string;
  readonly place: ProvisionId;
  readonly scope: ProvisionId;
}

/**
 * The definitions that a change adds, changes and removes, by term. Two definitions of one term with different scopes are
 * two: who takes "In this Section" from a definition removes one that holds there and adds one that holds everywhere.
 * Costs what the change touches, and what stands under that.
 */
export const definitionChanges = (
  footprint: Footprint,
  base: Version,
  knowledge: TextKnowledge,
): ReadonlyMap<string, readonly ChangedDefinition[]> => new DefinitionChanges(footprint, base, knowledge).read();

const keyOf = ({ term, scope }: Pick<Sighting, 'term' | 'scope'>): string => `${term}\n${scope}`;

class DefinitionChanges {
  private readonly before = new Map<string, Sighting>();
  private readonly now = new Map<string, Sighting>();
  private readonly reworded = new Map<string, Sighting>();

  constructor(
    private readonly footprint: Footprint,
    private readonly base: Version,
    private readonly knowledge: TextKnowledge,
  ) {}

  read(): ReadonlyMap<string, readonly ChangedDefinition[]> {
    for (const { at } of this.footprint.strands) for (const [id, role] of at) this.look(id, role);
    const changes = new Map<string, ChangedDefinition[]>();
    const note = (how: DefinitionChange, { term, place, scope }: Sighting): void => {
      addTo(changes, term, { how, place, scope });
    };
    const replaced = new Set<Sighting>();
    for (const sighting of this.now.values()) {
      const old = this.before.get(keyOf(sighting)) ?? this.predecessor(sighting);
      if (old !== undefined) replaced.add(old);
      note(old === undefined ? 'adds' : 'changes', old === undefined ? sighting : { ...sighting, scope: old.scope });
    }
    for (const sighting of this.before.values()) if (!replaced.has(sighting)) note('removes', sighting);
    for (const [key, sighting] of this.reworded)
      if (!this.before.has(key) && !this.now.has(key)) note('changes', sighting);
    return changes;
  }

  private look(id: ProvisionId, role: number): void {
    const { base } = this;
    const { after } = this.footprint;
    if ((role & (Role.GONE | Role.MADE)) !== 0) {
      this.sightUnder(this.before, base.find(id), base.index);
      this.sightUnder(this.now, after.find(id), after);
    }
    if ((role & Role.WORDS) !== 0) this.lookAtWords(id);
    // A definition reads on to the items under it: who changes one of those changes the definition.
    if ((role & (Role.WORDS | Role.GONE | Role.HOLDS)) === 0) return;
    for (const above of base.pathTo(id))
      if (
        above.kind === 'definition' &&
        (above.id !== id || (role & Role.HOLDS) !== 0) &&
        after.find(above.id) !== undefined
      )
        this.sight(this.reworded, above, base.index);
  }

  private lookAtWords(id: ProvisionId): void {
    const old = this.base.find(id);
    const current = this.footprint.after.find(id);
    const before = new Map<string, Sighting>();
    const now = new Map<string, Sighting>();
    if (old !== undefined) this.sight(before, old, this.base.index);
    if (current !== undefined) this.sight(now, current, this.footprint.after);
    const isReworded = old?.text.words !== current?.text.words || old?.tail.words !== current?.tail.words;
    for (const [key, sighting] of before)
      if (!now.has(key)) this.before.set(key, sighting);
      else if (isReworded) this.reworded.set(key, sighting);
    for (const [key, sighting] of now) if (!before.has(key)) this.now.set(key, sighting);
  }

  private sightUnder(into: Map<string, Sighting>, provision: Provision | undefined, view: TextView): void {
    if (provision !== undefined) for (const each of provisionsUnder(provision)) this.sight(into, each, view);
  }

  private sight(into: Map<string, Sighting>, provision: Provision, view: TextView): void {
    for (const { term, scope } of this.knowledge.definitionsIn(provision, view))
      into.set(keyOf({ term, scope }), { term, place: provision.id, scope });
  }

  /** The definition of the same term that held in a provision which is replaced by the one in which this one holds. */
  private predecessor({ term, scope }: Sighting): Sighting | undefined {
    if (this.base.find(scope) !== undefined) return undefined;
    return [...this.before.values()].find(
      (old) => old.term === term && this.footprint.after.find(old.scope) === undefined,
    );
  }
}
