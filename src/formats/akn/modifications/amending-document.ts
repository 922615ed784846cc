import { Draft } from '../../../legaltext/draft.ts';
import type { Operation, Slot, Substitute, Target } from '../../../legaltext/operation.ts';
import type { OperationFailure } from '../../../legaltext/operation-failure.ts';
import { Provision } from '../../../legaltext/provision.ts';
import { resolveTarget } from '../../../legaltext/resolve-target.ts';
import { Text, type Attributes } from '../../../legaltext/text.ts';
import { Version } from '../../../legaltext/version.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { jsonForXml, pairsOf } from '../kept.ts';
import { textValue } from '../../provisions-json/values.ts';
import type { AknDocument } from '../document.ts';
import { ELEMENT } from '../inline-marks.ts';
import type { AknMetadata, Modification, ModificationArgument, TextualModificationType } from '../metadata/model.ts';
import { Addresses } from './addresses.ts';
import { OwnIds } from './own-ids.ts';
import { AS_DRAFTED, CHILDREN, EXPECTS, ID_THERE, PART, SELECTION, STUB, TARGET } from './own-attributes.ts';

export interface AmendingOptions {
  /** The address of the text that is amended: `/akn/gb/act/2000/23`. */
  readonly work: string;
  /** The type of the amending document. */
  readonly type?: 'act' | 'bill';
}

/**
 * Operations on a text as an amending document: for each a section that says in words what it does, with the quoted words
 * and provisions in it, and an entry in the analysis (`textualMod`) that says it to programs. `translateModifications`
 * makes operations of it again, which do the same to the text. A move is said as the law says it: repealed here, inserted
 * there. Operations that do not work on the text give their failures instead. Linear in texts and operations.
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
  return ok(drafter.document(options.type ?? 'act'));
}

/** One sentence of an amending section while it is put together. */
class Sentence {
  text = Text.EMPTY;
  quoted: Provision | undefined;

  words(words: string): this {
    this.text = this.text.concat(Text.of(words));
    return this;
  }

  marked(inner: Text, attributes: Attributes): this {
    const mark = { kind: 'inline', start: 0, end: inner.words.length, attributes } as const;
    this.text = this.text.concat(Text.of(inner.words, [mark, ...inner.marks]));
    return this;
  }
}

const EMPTY_MODIFICATION = {
  kind: 'textual',
  force: null,
  efficacy: null,
  application: null,
  duration: null,
  condition: null,
  previous: null,
  old: [],
  new: [],
  domain: null,
  period: null,
  status: null,
  exclusion: null,
  incomplete: null,
} as const;

interface Saying {
  readonly type: TextualModificationType;
  readonly target: Target;
  readonly pos?: string;
  readonly own?: Attributes;
  readonly old?: string;
  readonly new?: string;
  readonly sentence: Sentence;
}

class AmendmentDrafter {
  private readonly draft: Draft;
  private readonly addresses: Addresses;
  private readonly ids: OwnIds;
  private readonly work: string;
  private readonly sections: Provision[] = [];
  private readonly modifications: Modification[] = [];
  private readonly quotedIds = new Set<string>();

  constructor(base: Version, operations: readonly Operation[], work: string) {
    this.draft = new Draft(base);
    this.addresses = new Addresses(base, this.draft);
    this.ids = new OwnIds(operations);
    this.work = work;
    this.ids.note(base.root);
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
      case 'replace': {
        const sentence = new Sentence().words('substitute—');
        const quoted = this.quote(sentence, operation.provisions);
        const own = operation.children === 'kept' ? { [CHILDREN]: 'kept' } : {};
        this.add({ type: 'substitution', target: operation.target, new: quoted, own, sentence });
        return;
      }
      case 'repeal': {
        const { stub } = operation;
        if (stub === null) {
          this.add({ type: 'repeal', target: operation.target, sentence: new Sentence().words('is repealed') });
          return;
        }
        const sentence = new Sentence().words('is repealed, and in its place stands “');
        const words = this.quoteWords(sentence, stub.text);
        sentence.words('”');
        const kept = {
          ...(stub.heading === undefined ? {} : { heading: textValue(stub.heading) }),
          ...(stub.attributes === undefined ? {} : { attributes: Object.fromEntries(pairsOf(stub.attributes)) }),
        };
        const own = { [STUB]: jsonForXml(kept) };
        this.add({ type: 'repeal', target: operation.target, new: words, own, sentence });
        return;
      }
      case 'renumber': {
        const sentence = new Sentence().words('is renumbered “');
        const words = this.quoteWords(sentence, Text.of(operation.number));
        this.add({ type: 'renumbering', target: operation.target, new: words, sentence: sentence.words('”') });
        return;
      }
      case 'set-heading': {
        const sentence = new Sentence().words('for the heading substitute “');
        const words = this.quoteWords(sentence, operation.heading);
        const own = { [PART]: 'heading' };
        this.add({ type: 'substitution', target: operation.target, new: words, own, sentence: sentence.words('”') });
      }
    }
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
      const fresh = this.quoteWords(sentence.words('insert “'), replacement);
      this.add({ type: 'insertion', target, pos: 'inside', new: fresh, own, sentence: sentence.words('”') });
      return;
    }
    const oldId = this.quoteWords(sentence.words(replacement.isEmpty ? 'omit “' : 'for “'), Text.of(old));
    if (replacement.isEmpty) {
      this.add({ type: 'repeal', target, old: oldId, own, sentence: sentence.words('”') });
      return;
    }
    const fresh = this.quoteWords(sentence.words('” substitute “'), replacement);
    this.add({ type: 'substitution', target, old: oldId, new: fresh, own, sentence: sentence.words('”') });
  }

  private insert(slot: Slot, provisions: readonly Provision[]): void {
    if (provisions.length === 0) return;
    const where = {
      before: 'before it insert—',
      after: 'after it insert—',
      first: 'at the beginning insert—',
      last: 'at the end insert—',
    };
    const pos = { before: 'before', after: 'after', first: 'start', last: 'end' };
    const sentence = new Sentence().words(where[slot.at]);
    const quoted = this.quote(sentence, provisions);
    this.add({ type: 'insertion', target: slot.target, pos: pos[slot.at], new: quoted, sentence });
  }

  private move(target: Target, slot: Slot): void {
    const moved = resolveTarget(this.draft, target);
    const beside = resolveTarget(this.draft, slot.target);
    // What is moved beside itself stays where it is.
    if (moved.kind === 'failed' || beside.kind === 'failed' || moved.value.id === beside.value.id) return;
    const place: Target = { by: 'id', id: beside.value.id };
    this.add({ type: 'repeal', target, sentence: new Sentence().words('is moved') });
    this.ids.note(moved.value);
    this.insert({ at: slot.at, target: place }, [moved.value]);
  }

  /** Quotes words in the sentence, and gives the id they have there. */
  private quoteWords(sentence: Sentence, words: Text): string {
    const eId = this.ids.next('qtext');
    sentence.marked(words, { [ELEMENT]: 'quotedText', eId });
    return eId;
  }

  /** Quotes provisions at the end of the sentence. */
  private quote(sentence: Sentence, provisions: readonly Provision[]): string {
    const eId = this.ids.next('qstr');
    sentence.marked(Text.EMPTY, { [ELEMENT]: 'quotedStructure' });
    sentence.quoted = new Provision({
      id: this.ids.next('quoted'),
      kind: 'quotedStructure',
      children: provisions.map((provision) => this.standingHere(provision)),
      attributes: { eId },
    });
    return eId;
  }

  /** A quoted provision: where this document quotes its id already, under another, with that one beside it. */
  private standingHere(provision: Provision): Provision {
    const children = provision.children.map((child) => this.standingHere(child));
    const isFree = !this.quotedIds.has(provision.id);
    this.quotedIds.add(provision.id);
    if (isFree && children.every((child, index) => child === provision.children[index])) return provision;
    if (isFree) return provision.with({ children });
    const attributes = { ...provision.attributes, [ID_THERE]: provision.id };
    return provision.with({ id: this.ids.next('quoted'), children, attributes });
  }

  private add({ type, target, pos, own = {}, old, new: fresh, sentence }: Saying): void {
    const found = resolveTarget(this.draft, target);
    if (found.kind === 'failed') return;
    const provision = found.value;
    const fragment = this.addresses.fragmentOf(provision);
    const href = fragment === undefined ? this.work : `${this.work}#${encodeURIComponent(fragment)}`;
    const attributes = {
      ...own,
      ...(fragment === undefined ? { [TARGET]: jsonForXml(provision.id) } : {}),
      ...(target.expects === undefined ? {} : { [EXPECTS]: target.expects }),
    };
    const modId = this.ids.next('mod');
    const named = `${provision.kind} ${provision.number}`.trim();
    const whole = new Sentence().words('In ').marked(Text.of(named), {}).words(': ');
    const text = whole.text.concat(sentence.text);
    const mod = {
      kind: 'inline',
      start: 0,
      end: text.words.length,
      attributes: { [ELEMENT]: 'mod', eId: modId },
    } as const;
    const reference = { kind: 'reference', start: 3, end: 3 + named.length, attributes: { href } } as const;
    const others = text.marks.filter((mark) => !(mark.start === 3 && mark.end === 3 + named.length));
    this.sections.push(
      new Provision({
        id: this.ids.next('amendment'),
        kind: 'section',
        number: String(this.sections.length + 1),
        text: Text.of(`${text.words}.`, [mod, reference, ...others]),
        children: sentence.quoted === undefined ? [] : [sentence.quoted],
      }),
    );
    this.modifications.push({
      ...EMPTY_MODIFICATION,
      type,
      id: this.ids.next('textualMod'),
      sources: [argument(`#${modId}`)],
      destinations: [{ ...argument(href), pos: pos ?? null }],
      old: old === undefined ? [] : [{ href: `#${old}`, attributes: {}, kept: [] }],
      new: fresh === undefined ? [] : [{ href: `#${fresh}`, attributes: {}, kept: [] }],
      attributes,
    });
  }

  document(type: 'act' | 'bill'): AknDocument {
    const id = this.ids.next('amendments');
    const root = new Provision({ id, kind: type, children: this.sections, attributes: { name: type } });
    const metadata: AknMetadata = {
      blocks:
        this.modifications.length === 0
          ? []
          : [{ kind: 'analysis', source: '#source', active: this.modifications, passive: null, kept: [] }],
    };
    return {
      kind: 'akn-document',
      version: Version.trusted(root),
      metadata: this.modifications.length === 0 ? new Map() : new Map([[id, metadata]]),
      remarks: [],
      prefixes: {},
    };
  }
}

const argument = (href: string): ModificationArgument => ({
  href,
  pos: null,
  upTo: null,
  exclusion: null,
  incomplete: null,
  attributes: {},
  kept: [],
});
