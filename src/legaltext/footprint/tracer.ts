import type { Draft } from '../draft.ts';
import type { Insert, Move, Operation, Replace, Slot, Substitute, Target } from '../operation.ts';
import type { FailureReason } from '../operation-failure.ts';
import { TEXT_PARTS, type Provision, type ProvisionId, type TextPart } from '../provision.ts';
import { findQuotation, type Place } from '../quotation.ts';
import { resolveTarget } from '../resolve-target.ts';
import type { Version } from '../version.ts';
import { keyOfNumber, keysFollowed, keysOf, keysShuttingOff, nearestNamed, nextNumbered } from './addresses.ts';
import type { NumberClaim } from './footprint.ts';
import { gapsAt } from './gaps.ts';
import { Provenance } from './provenance.ts';
import { Role, WRITES } from './roles.ts';
import { findSpan } from '../span.ts';
import { idsUnder, wholePart, type PendingEdit, type TracedStep, type WorkedOut } from './traced-step.ts';

/** Carries out a change step by step, and notes for each what it has to do with the text. */
export class Tracer {
  readonly traced: TracedStep[] = [];
  /** By provision: where the words of its parts come from. Only of provisions that stand as the base had them. */
  readonly provenance = new Map<ProvisionId, Map<TextPart, Provenance>>();
  /** Provisions that the change itself has brought into being, or replaced as a whole. */
  readonly made = new Set<ProvisionId>();
  /** Provisions whose own number, or the nearest above it, is the doing of the change. */
  private readonly given = new Set<ProvisionId>();

  private roles = new Map<ProvisionId, number>();
  private above = new Set<ProvisionId>();
  private slots = new Map<string, ProvisionId>();
  private claims: NumberClaim[] = [];
  private freed: Omit<NumberClaim, 'provision'>[] = [];
  private followed = new Map<string, ProvisionId>();
  private readdressed = new Map<string, ProvisionId>();
  private pending: PendingEdit[] = [];

  constructor(
    private readonly base: Version,
    private readonly draft: Draft,
  ) {}

  trace(operation: Operation, part: number, position: number, workedOut: WorkedOut | null): void {
    this.roles = new Map();
    this.above = new Set();
    this.slots = new Map();
    this.claims = [];
    this.freed = [];
    this.followed = new Map();
    this.readdressed = new Map();
    this.pending = [];
    const places: Place[] = [];
    const target = this.lookFor(operation.kind === 'insert' ? operation.slot.target : operation.target);
    for (const number of workedOut?.asked ?? [])
      this.followed.set(keyOfNumber(number), target?.id ?? this.draft.top.id);
    if (target !== undefined) this.beforehand(operation, target, places);
    const failure = this.draft.apply(operation);
    if (failure === null && target !== undefined) this.afterwards(operation, target);
    const failed = failure?.reason ?? null;
    if (failed === null) for (const edit of this.pending) this.edit(edit);
    else this.noteFailure(failed);
    this.traced.push({
      step: {
        operation,
        part,
        position,
        failure: failed,
        places: failed === null ? places : [],
        touches: [...this.roles.keys()],
      },
      workedOut: workedOut?.operations ?? null,
      roles: this.roles,
      above: this.above,
      slots: this.slots,
      claims: this.claims,
      freed: this.freed,
      followed: this.followed,
      readdressed: this.readdressed,
      missed: failed !== null && 'provisions' in operation ? idsUnder(operation.provisions) : [],
    });
  }

  /** The provision a target means now. An address is followed in any case; an id that is not there is wanted. */
  private lookFor(target: Target): Provision | undefined {
    const found = resolveTarget(this.draft, target);
    const provision = found.kind === 'ok' ? found.value : undefined;
    if (provision === undefined && target.by === 'id' && this.draft.find(target.id) === undefined)
      this.note(target.id, Role.WANTS);
    // As far as an address leads: what is named wants something in there.
    const nearest = provision === undefined && target.by === 'numbers' ? nearestNamed(target, this.draft) : undefined;
    if (nearest !== undefined) this.note(nearest, Role.WANTS);
    const place = provision?.id ?? this.draft.top.id;
    for (const key of keysFollowed(target, this.draft, this.base)) this.followed.set(key, place);
    for (const key of keysShuttingOff(target, this.draft, this.given)) this.followed.set(key, place);
    return provision ?? (target.by === 'id' ? this.draft.find(target.id) : undefined);
  }

  private note(id: ProvisionId, role: number): void {
    this.roles.set(id, (this.roles.get(id) ?? 0) | role);
    for (const view of [this.base, this.draft])
      for (let at = view.parentOf(id); at !== undefined; at = view.parentOf(at.id)) this.above.add(at.id);
  }

  private readdress(provision: Provision, deep: boolean): void {
    for (const key of keysOf(this.draft, provision, deep)) this.readdressed.set(key, provision.id);
  }

  /** What must be noted while the text is still as the step found it. */
  private beforehand(operation: Operation, target: Provision, places: Place[]): void {
    switch (operation.kind) {
      case 'substitute':
        this.substitute(operation, target, places);
        return;
      case 'insert':
        this.insert(operation, target);
        return;
      case 'replace':
        this.replace(operation, target);
        return;
      case 'repeal':
        this.note(target.id, Role.GONE);
        this.free(target);
        this.readdress(target, false);
        return;
      case 'renumber': {
        this.note(target.id, Role.NUMBER);
        this.free(target);
        this.readdress(target, false);
        const parent = this.draft.parentOf(target.id);
        if (parent !== undefined) this.claim(parent.id, operation.number, target.id);
        return;
      }
      case 'move':
        this.move(operation, target);
        return;
      case 'set-heading':
        this.note(target.id, Role.WORDS);
        places.push({ id: target.id, part: 'heading', start: 0, end: target.heading.words.length });
        this.pending.push(wholePart(target, 'heading', operation.heading.words));
    }
  }

  private substitute(operation: Substitute, target: Provision, places: Place[]): void {
    const { selection, replacement } = operation;
    if (selection.by === 'quotation') {
      this.note(target.id, selection.reach === 'subtree' ? Role.SEARCHES_UNDER : Role.SEARCHES);
      const found = findQuotation(target, selection);
      if (found.kind === 'ok') for (const place of found.value) places.push(place);
    } else {
      this.note(target.id, Role.SEARCHES);
      const found = findSpan(target[selection.part].words, selection);
      if (found.kind === 'ok') places.push({ id: target.id, part: selection.part, ...found.value });
    }
    for (const place of places) this.note(place.id, Role.WORDS);
    // From the last to the first, as they are carried out: so positions still to come stay true.
    for (const { id, part, start, end } of [...places].reverse()) {
      const provision = this.draft.find(id);
      if (provision !== undefined) this.pending.push({ provision, part, start, end, words: replacement.words });
    }
  }

  private edit({ provision, part, start, end, words }: PendingEdit): void {
    if (this.made.has(provision.id)) return;
    let parts = this.provenance.get(provision.id);
    if (parts === undefined) this.provenance.set(provision.id, (parts = new Map<TextPart, Provenance>()));
    let provenance = parts.get(part);
    if (provenance === undefined) parts.set(part, (provenance = new Provenance(provision[part].words.length)));
    provenance.edit(start, end, words);
  }

  private insert({ slot, provisions }: Insert, target: Provision): void {
    const parent = this.slot(slot, target);
    if (parent === undefined) return;
    for (const provision of provisions) this.claim(parent.id, provision.number, provision.id);
  }

  /** Notes a place that something goes into, and gives the provision that will hold it. */
  private slot(slot: Slot, target: Provision): Provision | undefined {
    const inside = slot.at === 'first' || slot.at === 'last';
    const parent = inside ? target : this.draft.parentOf(target.id);
    if (!inside) this.note(target.id, Role.BESIDE);
    if (parent === undefined) return undefined;
    this.note(parent.id, Role.HOLDS);
    const position =
      slot.at === 'first'
        ? 0
        : slot.at === 'last'
          ? parent.children.length
          : parent.children.indexOf(target) + (slot.at === 'after' ? 1 : 0);
    for (const gap of gapsAt(this.draft, this.base, parent, position)) this.slots.set(gap, parent.id);
    return parent;
  }

  private claim(parent: ProvisionId, number: string, provision: ProvisionId): void {
    if (number !== '') this.claims.push({ parent, number, provision });
  }

  private free({ id, number }: Provision): void {
    const parent = this.draft.parentOf(id);
    if (parent !== undefined && number !== '') this.freed.push({ parent: parent.id, number });
  }

  private replace({ provisions, children }: Replace, target: Provision): void {
    const parent = this.draft.parentOf(target.id);
    const [only] = provisions;
    this.free(target);
    this.readdress(target, false);
    if (children === 'kept' && only !== undefined) {
      this.note(target.id, only.id === target.id ? Role.WORDS : Role.GONE);
      if (only.number !== target.number) this.note(target.id, Role.NUMBER);
      if (only.id === target.id)
        for (const part of TEXT_PARTS) this.pending.push(wholePart(target, part, only[part].words));
    } else this.note(target.id, Role.GONE);
    // A successor that keeps the number claims nothing new: the place is its own.
    if (parent !== undefined)
      for (const { id, number } of provisions) if (number !== target.number) this.claim(parent.id, number, id);
  }

  private move(operation: Move, target: Provision): void {
    this.note(target.id, Role.MOVED);
    this.free(target);
    this.readdress(target, false);
    const anchor = this.lookFor(operation.slot.target);
    if (anchor === undefined) return;
    const parent = this.slot(operation.slot, anchor);
    if (parent !== undefined && parent.id !== this.draft.parentOf(target.id)?.id)
      this.claim(parent.id, target.number, target.id);
  }

  /** What can only be noted of the text as the step left it. */
  private afterwards(operation: Operation, target: Provision): void {
    if (operation.kind === 'insert' || operation.kind === 'replace') {
      const keeps = operation.kind === 'replace' && operation.children === 'kept';
      for (const top of operation.provisions) {
        const stays = keeps && top.id === target.id;
        if (!stays) for (const id of idsUnder([top])) this.bringIntoBeing(id);
        const now = this.draft.find(top.id);
        if (now === undefined) continue;
        this.readdress(now, !keeps);
        for (const id of keeps ? nextNumbered(now) : idsUnder([now])) this.given.add(id);
      }
    }
    if (operation.kind === 'renumber' || operation.kind === 'move') {
      const now = this.draft.find(target.id);
      if (now !== undefined) {
        this.readdress(now, false);
        for (const id of nextNumbered(now)) this.given.add(id);
      }
      this.note(target.id, 0);
    }
  }

  private bringIntoBeing(id: ProvisionId): void {
    this.made.add(id);
    this.provenance.delete(id);
    this.note(id, Role.MADE);
  }

  /**
   * A step that fails writes nothing. What it would have come near is noted as searched, whole: whatever another change
   * does there may be what it lacks.
   */
  private noteFailure(reason: FailureReason): void {
    for (const [id, role] of this.roles)
      if ((role & (WRITES | Role.BESIDE)) !== 0)
        this.roles.set(id, (role & ~(WRITES | Role.BESIDE)) | Role.SEARCHES_UNDER);
    if (reason.kind === 'id-taken') this.note(reason.id, Role.SEARCHES_UNDER);
    if (reason.kind === 'target-ambiguous') for (const id of reason.found) this.note(id, Role.SEARCHES_UNDER);
    this.slots = new Map();
    this.claims = [];
    this.readdressed = new Map();
  }
}
