import { failed, ok, type Result } from '../../values/result.ts';
import type { Selection, Substitute } from '../operation.ts';
import type { FailureReason } from '../operation-failure.ts';
import type { Provision, ProvisionId, TextPart } from '../provision.ts';
import { findQuotation, type Place } from '../quotation.ts';
import { findSpan } from '../span.ts';
import type { Range, Text } from '../text.ts';
import { done, type Outcome } from './outcome.ts';
import type { WorkingTree } from './working-tree.ts';

/** Characters that one text may have: about half of what a string of JavaScript holds. */
const MAX_WORDS = 2 ** 28;
/**
 * Characters that the operations on one draft may make by putting a replacement in many places, ten times the words of the
 * largest codes: a few small operations must not make a text that fills the memory.
 */
const MAX_REPETITION = 2 ** 27;

/** Puts words for words in one draft, and keeps count of what that makes. */
export class Substitution {
  /** Characters that operations may still make by putting one replacement in several places. */
  private repetitions = MAX_REPETITION;

  constructor(private readonly tree: WorkingTree) {}

  /** Puts the replacement in every place that is selected in the target; in none where one of them cannot be. */
  carryOut(target: Provision, { selection, replacement }: Substitute): Outcome {
    const places = selection.by === 'quotation' ? findQuotation(target, selection) : spanIn(target, selection);
    return places.kind === 'failed' ? places : this.replaceAt(target, places.value, replacement);
  }

  /** The places are in the target or under it, in reading order. */
  private replaceAt(target: Provision, places: readonly Place[], replacement: Text): Outcome {
    const added = places.length * (replacement.words.length + replacement.marks.length);
    // Words that the operation brings itself are its author's; what repeating them makes is bounded.
    if (places.length > 1) {
      if (added > this.repetitions) return failed({ kind: 'too-long', length: added });
      this.repetitions -= added;
    }
    const changed = rangesByProvision(places);
    for (const [id, parts] of changed)
      for (const [part, ranges] of parts) {
        const length = (this.tree.find(id)?.[part].words.length ?? 0) + ranges.length * replacement.words.length;
        if (length > MAX_WORDS) return failed({ kind: 'too-long', length });
      }
    this.tree.put(this.rewritten(target, changed, replacement, changed.size > 1 || !changed.has(target.id)));
    return done;
  }

  /** A provision with the replacement in all places in it and, if `deep`, under it; those under it are noted already. */
  private rewritten(provision: Provision, changed: RangesByProvision, replacement: Text, deep: boolean): Provision {
    let { children } = provision;
    if (deep) {
      const rewritten = children.map((child) => this.rewritten(child, changed, replacement, deep));
      if (rewritten.some((child, index) => child !== children[index])) {
        for (const [index, child] of rewritten.entries()) if (child !== children[index]) this.tree.note(child);
        children = rewritten;
      }
    }
    const own = changed.get(provision.id);
    if (own === undefined) return children === provision.children ? provision : provision.with({ children });
    const texts: { [part in TextPart]?: Text } = {};
    for (const [part, ranges] of own) texts[part] = provision[part].replaceEach(ranges, replacement);
    return provision.with({ ...texts, children });
  }
}

type Span = Extract<Selection, { by: 'span' }>;

/** The one place of a span in the target. */
function spanIn(target: Provision, span: Span): Result<readonly Place[], FailureReason> {
  const found = findSpan(target[span.part].words, span);
  return found.kind === 'failed' ? found : ok([{ id: target.id, part: span.part, ...found.value }]);
}

type RangesByProvision = ReadonlyMap<ProvisionId, ReadonlyMap<TextPart, readonly Range[]>>;

function rangesByProvision(places: readonly Place[]): RangesByProvision {
  const changed = new Map<ProvisionId, Map<TextPart, Place[]>>();
  for (const place of places) {
    let parts = changed.get(place.id);
    if (parts === undefined) changed.set(place.id, (parts = new Map<TextPart, Place[]>()));
    const ranges = parts.get(place.part);
    if (ranges === undefined) parts.set(place.part, [place]);
    else ranges.push(place);
  }
  return changed;
}
