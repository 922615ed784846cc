import type { ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import type { Meaning } from './meaning.ts';

/** Which changes use, define, refer to, displace, cite and bring what: found by term and by provision, never by trying pairs. */
export class MeaningIndex {
  private readonly using = new Map<string, Set<string>>();
  private readonly defining = new Map<string, Set<string>>();
  private readonly wording = new Map<string, Set<string>>();
  private readonly adding = new Map<string, Set<string>>();
  private readonly displacing = new Map<ProvisionId, Set<string>>();
  private readonly referring = new Map<ProvisionId, Set<string>>();
  private readonly citing = new Map<string, Set<string>>();
  private readonly bringing = new Map<string, Set<string>>();

  constructor(private readonly base: Version) {}

  add(instrument: string, meaning: Meaning): void {
    this.entries(meaning, (map, key) => {
      const known = map.get(key);
      if (known === undefined) map.set(key, new Set([instrument]));
      else known.add(instrument);
    });
  }

  remove(instrument: string, meaning: Meaning): void {
    this.entries(meaning, (map, key) => {
      const known = map.get(key);
      known?.delete(instrument);
      if (known?.size === 0) map.delete(key);
    });
  }

  /** Where a change is entered. Whoever refers to a provision refers to a part of all that hold it. */
  private entries(meaning: Meaning, each: (map: Map<string, Set<string>>, key: string) => void): void {
    for (const term of meaning.terms.keys()) each(this.using, term);
    for (const term of meaning.definitions.keys()) each(this.defining, term);
    for (const opening of meaning.wordings.keys()) each(this.wording, opening);
    for (const opening of meaning.openings) each(this.adding, opening);
    for (const id of meaning.displaced.keys()) each(this.displacing, id);
    for (const id of meaning.references.keys()) for (const holder of this.holdersOf(id)) each(this.referring, holder);
    for (const key of meaning.citing.keys()) each(this.citing, key);
    for (const key of meaning.bringing.keys()) each(this.bringing, key);
  }

  /** The provision and all that hold it; itself alone when the base does not have it. */
  private holdersOf(id: ProvisionId): readonly ProvisionId[] {
    const path = this.base.pathTo(id);
    return path.length === 0 ? [id] : path.map((provision) => provision.id);
  }

  /** Changes that a change could concern by what its words mean, or be concerned by. */
  near(instrument: string, meaning: Meaning): ReadonlySet<string> {
    const found = new Set<string>();
    const add = (instruments: ReadonlySet<string> | undefined): void => {
      for (const other of instruments ?? []) if (other !== instrument) found.add(other);
    };
    for (const term of meaning.terms.keys()) add(this.defining.get(term));
    for (const term of meaning.definitions.keys()) {
      add(this.using.get(term));
      add(this.defining.get(term));
    }
    for (const opening of meaning.wordings.keys()) add(this.adding.get(opening));
    for (const opening of meaning.openings) add(this.wording.get(opening));
    for (const id of meaning.displaced.keys()) add(this.referring.get(id));
    for (const id of meaning.references.keys())
      for (const holder of this.holdersOf(id)) add(this.displacing.get(holder));
    for (const key of meaning.citing.keys()) add(this.bringing.get(key));
    for (const key of meaning.bringing.keys()) add(this.citing.get(key));
    return found;
  }
}
