import type { Provision, ProvisionId, TextPart } from '../provision.ts';
import type { Version } from '../version.ts';
import { keyOf, otherSide, SIDES, type Change, type Side, type What } from './change.ts';
import type { MergeCollisionClass, MergePlace, Wanted } from './collision.ts';
import { mergeTexts, type TextMerge } from './merge-texts.ts';
import { changesOf, fieldChanged, type SideChanges } from './side-changes.ts';
import { unitsOf } from './units.ts';

/** A collision in the making: what was taken back for it, and the words each side wanted where words clash. */
export interface Clash {
  readonly class: MergeCollisionClass;
  readonly place: MergePlace;
  readonly base: string;
  readonly takenBack: Map<string, Change>;
  readonly words: Readonly<Record<Side, readonly Wanted[]>>;
}

/**
 * Two lists of changes on their way to one text. At first everything that both sides did stands; what cannot stand
 * together is taken back, on both sides alike, with all that hangs on it: what was put into a provision that is not put in,
 * what was put in the place of a provision that stays after all, what must be there to hold a provision that stays. Changes
 * are only ever taken back, so that the search for collisions ends; and what is left is the base with the rest.
 */
export class Reconciliation {
  readonly base: Version;
  readonly sides: Readonly<Record<Side, SideChanges>>;
  readonly clashes: Clash[] = [];
  private readonly texts = new Map<string, TextMerge>();
  private readonly units: Readonly<Record<Side, ReturnType<typeof unitsOf>>>;
  private readonly takenBack: Readonly<Record<Side, Set<string>>> = { ours: new Set(), theirs: new Set() };

  constructor(base: Version, ours: Version, theirs: Version) {
    this.base = base;
    this.sides = { ours: changesOf(base, ours), theirs: changesOf(base, theirs) };
    this.units = { ours: unitsOf(this.sides.ours), theirs: unitsOf(this.sides.theirs) };
  }

  /** The provision as the base has it. What the sides touched is known without looking through the base. */
  baseOf(id: ProvisionId): Provision | undefined {
    const { ours, theirs } = this.sides;
    const known =
      ours.pairs.get(id)?.before ?? theirs.pairs.get(id)?.before ?? ours.gone.get(id) ?? theirs.gone.get(id);
    if (known !== undefined || ours.inserted.has(id) || theirs.inserted.has(id)) return known;
    return this.base.find(id);
  }

  /** What holds it in the base. */
  baseHolderOf(id: ProvisionId): ProvisionId | undefined {
    const { ours, theirs } = this.sides;
    const known = ours.baseHolders.get(id) ?? theirs.baseHolders.get(id);
    if (known !== undefined || id === this.base.root.id || ours.inserted.has(id) || theirs.inserted.has(id))
      return known;
    return this.base.parentOf(id)?.id;
  }

  /** One text of a provision with what both sides did to it, worked out once; as it is when neither is taken back. */
  mergedText(id: ProvisionId, part: TextPart): TextMerge {
    const key = keyOf(part, id);
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const [base, ours, theirs] = [this.baseOf(id), this.seenBy('ours', id), this.seenBy('theirs', id)];
    if (base === undefined || ours === undefined || theirs === undefined)
      throw new Error(`The provision "${id}" does not stand in all three versions.`);
    const merged = mergeTexts(base[part], ours[part], theirs[part]);
    this.texts.set(key, merged);
    return merged;
  }

  /** Whether either side changed something about it or under it, or put it where it is. */
  isTouched(id: ProvisionId): boolean {
    return SIDES.some((side) => {
      const { pairs, holders, reordered } = this.sides[side];
      return pairs.has(id) || holders.has(id) || reordered.has(id);
    });
  }

  /** Whether a side did this. */
  did(side: Side, what: What, id: ProvisionId): boolean {
    const changes = this.sides[side];
    if (what === 'delete') return changes.deleted.has(id);
    if (what === 'place') return changes.inserted.has(id) || changes.moved.has(id) || changes.reordered.has(id);
    const pair = changes.pairs.get(id);
    return pair !== undefined && fieldChanged(pair, what);
  }

  /** Whether a side did this and it still stands. */
  stands(side: Side, what: What, id: ProvisionId): boolean {
    return this.did(side, what, id) && !this.takenBack[side].has(keyOf(what, id));
  }

  isDeleted(id: ProvisionId): boolean {
    return SIDES.some((side) => this.stands(side, 'delete', id));
  }

  /** The sides that put this provision where it is now; none when it is where the base has it. */
  placedBy(id: ProvisionId): readonly Side[] {
    return SIDES.filter((side) => this.stands(side, 'place', id));
  }

  /** What holds this provision now, as far as its place still stands. */
  holderOf(id: ProvisionId): ProvisionId | undefined {
    const [side] = this.placedBy(id);
    return (side === undefined ? undefined : this.sides[side].holders.get(id)) ?? this.baseHolderOf(id);
  }

  /** The provision as one side has it, or the base. */
  seenBy(side: Side, id: ProvisionId): Provision | undefined {
    const changes = this.sides[side];
    if (changes.deleted.has(id)) return undefined;
    return changes.pairs.get(id)?.after ?? changes.inserted.get(id) ?? this.baseOf(id);
  }

  /** What holds this provision in one side's version. */
  holderSeenBy(side: Side, id: ProvisionId): ProvisionId | undefined {
    return this.sides[side].holders.get(id) ?? this.baseHolderOf(id);
  }

  /** The printed number as it stands now. */
  numberOf(id: ProvisionId): string {
    for (const side of SIDES) {
      const inserted = this.sides[side].inserted.get(id);
      if (inserted !== undefined) return inserted.number;
      if (this.stands(side, 'number', id)) return this.seenBy(side, id)?.number ?? '';
    }
    return this.baseOf(id)?.number ?? '';
  }

  kindOf(id: ProvisionId): string {
    for (const side of SIDES) {
      const inserted = this.sides[side].inserted.get(id);
      if (inserted !== undefined) return inserted.kind;
      if (this.stands(side, 'kind', id)) return this.seenBy(side, id)?.kind ?? '';
    }
    return this.baseOf(id)?.kind ?? '';
  }

  /** A new collision, nothing taken back for it yet. */
  clash(collisionClass: MergeCollisionClass, place: MergePlace, base = '', words: Clash['words'] = NO_WORDS): Clash {
    const clash: Clash = { class: collisionClass, place, base, takenBack: new Map(), words };
    this.clashes.push(clash);
    return clash;
  }

  /** Takes back a change, if its side made it, with all that hangs on it, for this collision. */
  takeBack(change: Change, clash: Clash): void {
    const waiting: Change[] = [change];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { side, what, id } = next;
      const key = `${side} ${keyOf(what, id)}`;
      if (clash.takenBack.has(key) || !this.did(side, what, id)) continue;
      clash.takenBack.set(key, next);
      this.takenBack[side].add(keyOf(what, id));
      for (const unit of this.units[side].get(keyOf(what, id)) ?? [])
        for (const linked of unit) waiting.push({ side, ...linked });
      if (what === 'delete') this.addAround(next, waiting);
      if (what === 'place') this.addUnder(next, waiting);
    }
  }

  /** Takes back, on the sides where other changes hang on this one (a stub on its words), all of them. */
  takeBackLinked(what: What, id: ProvisionId, clash: Clash): void {
    for (const side of SIDES) if (this.units[side].has(keyOf(what, id))) this.takeBack({ side, what, id }, clash);
  }

  /** What hangs on a provision staying: that there is something to hold it, and that what was in it stays too. */
  private addAround({ side, id }: Change, waiting: Change[]): void {
    waiting.push({ side: otherSide(side), what: 'delete', id });
    const holder = this.baseHolderOf(id);
    if (holder !== undefined) for (const each of SIDES) waiting.push({ side: each, what: 'delete', id: holder });
    for (const child of this.baseOf(id)?.children ?? []) waiting.push({ side, what: 'delete', id: child.id });
  }

  /** What hangs on a provision not being put somewhere: what was put into it; and what is to hold it instead. */
  private addUnder({ side, id }: Change, waiting: Change[]): void {
    if (this.sides[side].inserted.has(id)) {
      for (const arrival of this.sides[side].arrivals.get(id) ?? []) waiting.push({ side, what: 'place', id: arrival });
      waiting.push({ side: otherSide(side), what: 'place', id });
      return;
    }
    const holder = this.baseHolderOf(id);
    if (holder !== undefined) for (const each of SIDES) waiting.push({ side: each, what: 'delete', id: holder });
  }
}

const NO_WORDS: Clash['words'] = { ours: [], theirs: [] };
