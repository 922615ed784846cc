import { match, type Identity } from '../matching/matching.ts';
import type { ListStep, Matching } from '../matching/model.ts';
import { byId, type Operation, type Slot, type Stub } from '../operation.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import { MAX_HEIGHT, type Version } from '../version.ts';
import { fieldOperations, sameAttributes } from './field-operations.ts';

/**
 * The operations that turn one version into another: carried out one after another they give `after`, to the hash. They
 * say what a drafter would say: this clause was put in, that one moved, those renumbered, here words were changed.
 *
 * What is put in or moved comes first, going down the later text in reading order. Everything is put right after what
 * stands before it there, which is in its place already; so is all above it, and so nothing is ever put into something
 * that moves later, or into itself. What moves into something new moves once that is there. Then what is left over is
 * repealed: all that was to move out of it has gone. Then numbers, headings and words change, each for itself, so that
 * numbers can be swapped without ado.
 *
 * An inserted provision keeps its id, unless the earlier version has one of that id that is another provision: then it
 * gets a new one. Two provisions that read the same and took each other's place are left where they are, since the text
 * is the same either way. Costs what differs, as `match` does.
 */
export function derive(before: Version, after: Version, identity: Identity = 'judged'): readonly Operation[] {
  if (before.hash === after.hash) return [];
  // While things move, one way down the text can lead through the later and then the earlier text, and be as long as both.
  const matching =
    before.root.height + after.root.height > MAX_HEIGHT
      ? nothingMatched(before, after)
      : match(before, after, identity);
  return new Deriver(before, after, matching).operations();
}

function nothingMatched(before: Version, after: Version): Matching {
  const steps: readonly ListStep[] = [
    ...before.root.children.map((each): ListStep => ({ kind: 'gone', before: each })),
    ...after.root.children.map((each): ListStep => ({ kind: 'come', after: each })),
  ];
  return { lists: new Map([[after.root, steps]]), movedFrom: new Map(), movedTo: new Map() };
}

class Deriver {
  private readonly before: Version;
  private readonly after: Version;
  private readonly matching: Matching;
  private readonly placing: Operation[] = [];
  private readonly repealing: Operation[] = [];
  private readonly wording: Operation[] = [];
  private readonly newIds = new Map<Provision, ProvisionId>();
  private readonly idsGiven = new Set<ProvisionId>();

  constructor(before: Version, after: Version, matching: Matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
  }

  operations(): readonly Operation[] {
    this.compare(this.before.root, this.after.root);
    return [...this.placing, ...this.repealing, ...this.wording];
  }

  /** A pair that reads differently. */
  private compare(was: Provision, is: Provision): void {
    const steps = this.matching.lists.get(is) ?? [];
    const stub = this.stubOf(was, is, steps);
    if (stub === null) this.wording.push(...fieldOperations(was, is));
    else {
      this.repealing.push({ kind: 'repeal', target: byId(was.id), stub });
      if (was.number !== is.number) this.wording.push({ kind: 'renumber', target: byId(was.id), number: is.number });
    }
    this.place(was.id, steps);
    for (const step of steps) {
      if (step.kind === 'pair') this.compare(step.before, step.after);
      else if (step.kind === 'come') this.goOn(step.after);
      else if (step.kind === 'gone' && stub === null && !this.matching.movedTo.has(step.before))
        this.repealing.push({ kind: 'repeal', target: byId(step.before.id), stub: null });
    }
  }

  /** Below something that was put in or moved. */
  private goOn(is: Provision): void {
    const origin = this.matching.movedFrom.get(is);
    if (origin !== undefined) {
      if (this.matching.lists.has(is)) this.compare(origin, is);
      return;
    }
    // Put in as it is, with all that is under it: nothing moves in there.
    if (!this.newIds.has(is)) return;
    const steps = is.children.map((each): ListStep => ({ kind: 'come', after: each }));
    this.place(this.idOf(is), steps, true);
    for (const child of is.children) this.goOn(child);
  }

  /** Puts the children of one provision in their places, in order. `put` says that new ones came with their parent. */
  private place(parent: ProvisionId, steps: readonly ListStep[], put = false): void {
    let last: ProvisionId | null = null;
    let waiting: Provision[] = [];
    const slot = (): Slot =>
      last === null ? { at: 'first', target: byId(parent) } : { at: 'after', target: byId(last) };
    const insertWaiting = (): void => {
      if (waiting.length === 0) return;
      this.placing.push({ kind: 'insert', slot: slot(), provisions: waiting });
      last = waiting[waiting.length - 1]?.id ?? last;
      waiting = [];
    };
    for (const step of steps) {
      if (step.kind === 'gone') continue;
      if (step.kind === 'come') {
        const origin = this.matching.movedFrom.get(step.after);
        if (origin === undefined && !put) {
          waiting.push(this.toInsert(step.after));
          continue;
        }
        insertWaiting();
        if (origin !== undefined) this.placing.push({ kind: 'move', target: byId(origin.id), slot: slot() });
        last = origin === undefined ? this.idOf(step.after) : origin.id;
        continue;
      }
      insertWaiting();
      last = (step.kind === 'same' ? step.before[step.before.length - 1]?.id : step.before.id) ?? last;
    }
    insertWaiting();
  }

  /**
   * A new provision as it is put in: without what moves into it later, and with ids that are free. Unchanged, and not in
   * `newIds`, where nothing had to be done to it or anything under it.
   */
  private toInsert(is: Provision): Provision {
    const children: Provision[] = [];
    let asIs = true;
    for (const child of is.children) {
      if (this.matching.movedFrom.has(child)) {
        asIs = false;
        continue;
      }
      const made = this.toInsert(child);
      if (made !== child) asIs = false;
      children.push(made);
    }
    const id = this.freeId(is.id);
    if (asIs && id === is.id) return is;
    this.newIds.set(is, id);
    return is.with({ id, children });
  }

  private idOf(inserted: Provision): ProvisionId {
    return this.newIds.get(inserted) ?? inserted.id;
  }

  /** This id, or where a provision of the earlier version has it, one that no provision of either has. */
  private freeId(id: ProvisionId): ProvisionId {
    if (this.before.find(id) === undefined) return id;
    for (let count = 2; ; count += 1) {
      const other = `${id}~${count}`;
      if (this.idsGiven.has(other) || this.before.find(other) !== undefined || this.after.find(other) !== undefined)
        continue;
      this.idsGiven.add(other);
      return other;
    }
  }

  /**
   * What a provision became, if it lost all that was under it and most of its words: a stub. Null if that is not what
   * happened to it.
   */
  private stubOf(was: Provision, is: Provision, steps: readonly ListStep[]): Stub | null {
    if (was.children.length === 0 || is.children.length > 0 || !is.tail.isEmpty || was.kind !== is.kind) return null;
    if (!steps.every((step) => step.kind === 'gone' && !this.matching.movedTo.has(step.before))) return null;
    if (wordsUnder(was, is.text.words.length * STUB_SHARE) <= is.text.words.length * STUB_SHARE) return null;
    return {
      text: is.text,
      ...(was.heading.equals(is.heading) ? {} : { heading: is.heading }),
      ...(sameAttributes(was.attributes, is.attributes) ? {} : { attributes: is.attributes }),
    };
  }
}

/** A stub has less than a quarter of the words that stood there. */
const STUB_SHARE = 4;

/** How long the texts of a provision and all under it are, counted until they are longer than `enough`. */
function wordsUnder(provision: Provision, enough: number): number {
  let length = provision.text.words.length + provision.tail.words.length;
  for (const child of provision.children) {
    if (length > enough) break;
    length += wordsUnder(child, enough - length);
  }
  return length;
}
