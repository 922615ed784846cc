import { Draft } from '../../../legaltext/draft.ts';
import type { Operation, Repeal, Replace, Slot, Substitute, Target } from '../../../legaltext/operation.ts';
import type { OperationFailure } from '../../../legaltext/operation-failure.ts';
import type { Provision } from '../../../legaltext/provision.ts';
import { resolveTarget } from '../../../legaltext/resolve-target.ts';
import { Text, type Attributes } from '../../../legaltext/text.ts';
import type { Version } from '../../../legaltext/version.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { textValue } from '../../provisions-json/values.ts';
import type { AknDocument } from '../document.ts';
import { jsonForXml, pairsOf } from '../kept.ts';
import type { TextualModificationType } from '../metadata/model.ts';
import { Addresses } from './addresses.ts';
import { AmendingAct } from './amending-act.ts';
import { AS_DRAFTED, CHILDREN, MOVES, PART, SELECTION, STUB } from './own-attributes.ts';
import { OwnIds } from './own-ids.ts';
import { Sentence } from './sentence.ts';

export interface AmendingOptions {
  /** The address of the text that is amended: `/akn/gb/act/2000/23`. */
  readonly work: string;
  /** The type of the amending document. */
  readonly type?: 'act' | 'bill';
  /** What the amending document is called: its address has the name in it. Without one, its address is that of its words. */
  readonly name?: string;
}

/**
 * Operations on a text as an amending document: for each a section that says in words what it does, with the quoted words
 * and provisions in it, and an entry in the analysis (`textualMod`) that says it to programs. `translateModifications`
 * makes operations of it again, which do the same to the text. A move is said as the law says it, repealed here and
 * inserted there, and the insertion says which repeal it belongs to. Operations that do not work on the text give their
 * failures instead. Linear in texts and operations.
 */
export function amendingDocument(
  base: Version,
  operations: readonly Operation[],
  options: AmendingOptions,
): Result<AknDocument, readonly OperationFailure[]> {
  const drafter = new AmendmentDrafter(base, operations, options.work);
  const failures: OperationFailure[] = [];
  for (const operation of operations) {
    const failure = drafter.take(operation);
    if (failure !== null) failures.push(failure);
  }
  if (failures.length > 0) return failed(failures);
  return ok(drafter.act.document(options.type ?? 'act', options.name));
}

const PLACES = {
  before: { pos: 'before', words: 'before it insert—' },
  after: { pos: 'after', words: 'after it insert—' },
  first: { pos: 'start', words: 'at the beginning insert—' },
  last: { pos: 'end', words: 'at the end insert—' },
} as const;

/** Says operations one after the other, each on the text as those before it left it. */
class AmendmentDrafter {
  readonly act: AmendingAct;
  private readonly draft: Draft;
  private readonly addresses: Addresses;
  private readonly ids: OwnIds;

  constructor(base: Version, operations: readonly Operation[], work: string) {
    this.draft = new Draft(base);
    this.addresses = new Addresses(base, this.draft);
    this.ids = new OwnIds(operations);
    this.ids.note(base.root);
    this.act = new AmendingAct(this.draft, this.addresses, this.ids, work);
  }

  /** Says one operation on the text as it stands, and carries it out; gives the reason when it does not work. */
  take(operation: Operation): OperationFailure | null {
    this.say(operation);
    const failure = this.draft.apply(operation);
    if (failure === null && (operation.kind === 'insert' || operation.kind === 'replace'))
      for (const provision of operation.provisions) this.addresses.note(provision);
    return failure;
  }

  private say(operation: Operation): void {
    switch (operation.kind) {
      case 'substitute':
        this.substitute(operation);
        return;
      case 'insert':
        this.insert(operation.slot, operation.provisions);
        return;
      case 'move':
        this.move(operation.target, operation.slot);
        return;
      case 'replace':
        this.replace(operation);
        return;
      case 'repeal':
        this.repeal(operation);
        return;
      case 'renumber':
        this.quoting('renumbering', operation.target, 'is renumbered “', Text.of(operation.number));
        return;
      case 'set-heading':
        this.quoting('substitution', operation.target, 'for the heading substitute “', operation.heading, {
          [PART]: 'heading',
        });
    }
  }

  /** Says something that ends with the new words in quotation marks. */
  private quoting(
    type: TextualModificationType,
    target: Target,
    lead: string,
    words: Text,
    own: Attributes = {},
  ): void {
    const sentence = new Sentence().words(lead);
    const quoted = this.act.quoteWords(sentence, words);
    this.act.add({ type, target, new: quoted, own, sentence: sentence.words('”') });
  }

  private substitute({ target, selection, replacement }: Substitute): void {
    const found = resolveTarget(this.draft, target);
    if (found.kind === 'failed') return;
    const { words: old, ...rest } =
      selection.by === 'quotation'
        ? selection
        : { ...selection, words: found.value[selection.part].words.slice(selection.start, selection.end) };
    const isPlain = jsonForXml(rest) === jsonForXml(AS_DRAFTED) && old !== '';
    const own: Attributes = isPlain ? {} : { [SELECTION]: jsonForXml(rest) };
    const sentence = new Sentence();
    if (old === '') {
      const fresh = this.act.quoteWords(sentence.words('insert “'), replacement);
      this.act.add({ type: 'insertion', target, pos: 'inside', new: fresh, own, sentence: sentence.words('”') });
      return;
    }
    const oldId = this.act.quoteWords(sentence.words(replacement.isEmpty ? 'omit “' : 'for “'), Text.of(old));
    if (replacement.isEmpty) {
      this.act.add({ type: 'repeal', target, old: oldId, own, sentence: sentence.words('”') });
      return;
    }
    const fresh = this.act.quoteWords(sentence.words('” substitute “'), replacement);
    this.act.add({ type: 'substitution', target, old: oldId, new: fresh, own, sentence: sentence.words('”') });
  }

  private insert({ at, target }: Slot, provisions: readonly Provision[], own: Attributes = {}): void {
    if (provisions.length === 0) return;
    const sentence = new Sentence().words(PLACES[at].words);
    const quoted = this.act.quote(sentence, provisions);
    this.act.add({ type: 'insertion', target, pos: PLACES[at].pos, new: quoted, own, sentence });
  }

  private move(target: Target, slot: Slot): void {
    const moved = resolveTarget(this.draft, target);
    const beside = resolveTarget(this.draft, slot.target);
    // What is moved beside itself stays where it is.
    if (moved.kind === 'failed' || beside.kind === 'failed' || moved.value.id === beside.value.id) return;
    const repeal = this.act.add({ type: 'repeal', target, sentence: new Sentence().words('is moved') });
    this.ids.note(moved.value);
    // By its id: what its number would lead to once the other is gone may be another provision.
    const place: Slot = { at: slot.at, target: { by: 'id', id: beside.value.id } };
    this.insert(place, [moved.value], repeal === undefined ? {} : { [MOVES]: repeal });
  }

  private replace({ target, provisions, children }: Replace): void {
    const sentence = new Sentence().words('substitute—');
    const quoted = this.act.quote(sentence, provisions);
    const own = children === 'kept' ? { [CHILDREN]: 'kept' } : {};
    this.act.add({ type: 'substitution', target, new: quoted, own, sentence });
  }

  private repeal({ target, stub }: Repeal): void {
    if (stub === null) {
      this.act.add({ type: 'repeal', target, sentence: new Sentence().words('is repealed') });
      return;
    }
    const kept = {
      ...(stub.heading === undefined ? {} : { heading: textValue(stub.heading) }),
      ...(stub.attributes === undefined ? {} : { attributes: Object.fromEntries(pairsOf(stub.attributes)) }),
    };
    const own = { [STUB]: jsonForXml(kept) };
    this.quoting('repeal', target, 'is repealed, and in its place stands “', stub.text, own);
  }
}
