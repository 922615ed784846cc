import type { Draft } from '../../../legaltext/draft.ts';
import { byId, type Operation, type Selection, type Slot, type Target } from '../../../legaltext/operation.ts';
import type { Provision } from '../../../legaltext/provision.ts';
import { Text } from '../../../legaltext/text.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { attributesSchema, textSchema } from '../../provisions-json/values.ts';
import type { Modification, ModificationArgument } from '../metadata/model.ts';
import { addressOf, type Addresses } from './addresses.ts';
import { AS_DRAFTED, CHILDREN, EXPECTS, parsed, PART, SELECTION, selectionIn, STUB, TARGET } from './own-attributes.ts';
import { joined } from './join-words.ts';
import { Untranslatable, type NotTranslatable } from './not-translatable.ts';
import type { QuotedMatter } from './quoted-matter.ts';

/** The operations that a modification stands for on the text as it is now, or why there are none. */
export function operationsOf(
  modification: Modification,
  quoted: QuotedMatter,
  draft: Draft,
  addresses: Addresses,
): Result<readonly Operation[], NotTranslatable> {
  try {
    return ok(new Translator(modification, quoted, draft, addresses).operations());
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    const { type, id } = modification;
    const message = `The ${type}${id === null ? '' : ` "${id}"`} was not made into operations: ${error.message}`;
    return failed({ kind: 'not-translatable', modification: id, type, reason: error.reason, message });
  }
}

class Translator {
  private readonly modification: Modification;
  private readonly quoted: QuotedMatter;
  private readonly draft: Draft;
  private readonly addresses: Addresses;

  constructor(modification: Modification, quoted: QuotedMatter, draft: Draft, addresses: Addresses) {
    this.modification = modification;
    this.quoted = quoted;
    this.draft = draft;
    this.addresses = addresses;
  }

  operations(): readonly Operation[] {
    const { kind, type, incomplete, condition, exclusion } = this.modification;
    if (kind !== 'textual')
      throw new Untranslatable(
        'not-textual',
        'it changes how the text works, not what it says. It is kept in the file.',
      );
    if (incomplete === true)
      throw new Untranslatable('incomplete', 'the file says that it is not complete. Complete it in the file first.');
    if (condition !== null)
      throw new Untranslatable(
        'conditional',
        'it depends on a condition. Draft it as a change of its own once it is met.',
      );
    if (exclusion === true || this.modification.destinations.some((each) => each.exclusion === true))
      throw new Untranslatable('exclusion', 'it says what is not changed. Name in the file what is.');
    switch (type) {
      case 'repeal':
        return this.repeal();
      case 'insertion':
        return this.insertion();
      case 'renumbering':
        return this.renumbering();
      case 'substitution':
      case 'replacement':
        return this.substitution();
      case 'split':
      case 'join':
        return this.splitOrJoin(type);
      default:
        throw new Untranslatable('unclear', `there is no textual modification of type "${type}".`);
    }
  }

  private repeal(): readonly Operation[] {
    const words = this.oldWords();
    if (words !== undefined) return [this.substitute(words, Text.EMPTY)];
    const stubText = this.newWords();
    const stub = this.modification.attributes[STUB];
    const kept = parsed(stub);
    if (stub !== undefined && stubText !== undefined && typeof kept === 'object' && kept !== null) {
      const heading = 'heading' in kept ? textSchema.safeParse(kept.heading).data : undefined;
      const attributes = 'attributes' in kept ? attributesSchema.safeParse(kept.attributes).data : undefined;
      const made = {
        text: stubText,
        ...(heading === undefined ? {} : { heading }),
        ...(attributes === undefined ? {} : { attributes }),
      };
      return [{ kind: 'repeal', target: this.target(this.destination()), stub: made }];
    }
    return this.destinations().map((provision) => ({ kind: 'repeal', target: this.target(provision), stub: null }));
  }

  private insertion(): readonly Operation[] {
    const provisions = this.newProvisions();
    const words = this.newWords();
    if (provisions.length > 0) return [this.insertProvisions(provisions)];
    if (words === undefined) throw missingMatter();
    if (selectionIn(this.modification.attributes[SELECTION]) !== undefined)
      return [this.substitute(this.oldWords() ?? '', words)];
    return [this.insertWords(words)];
  }

  private insertProvisions(provisions: readonly Provision[]): Operation {
    const places = this.modification.destinations.filter(({ pos }) => pos !== null);
    // Files that name the new provision as well give no position there: its address is one that leads nowhere yet.
    const named = this.modification.destinations.find(
      ({ pos, href }) => pos === null && this.found(href) === undefined,
    );
    const [place] = places;
    if (place === undefined)
      throw new Untranslatable(
        'no-position',
        'it does not say before or after what to insert. Give its destination a position.',
      );
    const provision = this.provisionAt(place);
    const [only, second] = provisions;
    const eId = named === undefined ? null : addressOf(named.href ?? '').fragment;
    const inserted =
      eId !== null && only !== undefined && second === undefined
        ? [only.with({ attributes: { ...only.attributes, eId } })]
        : provisions;
    return { kind: 'insert', slot: this.slot(place, provision), provisions: inserted };
  }

  private slot(place: ModificationArgument, provision: Provision): Slot {
    const target = this.target(provision);
    switch (place.pos) {
      case 'before':
        return { at: 'before', target };
      case 'after':
        return { at: 'after', target };
      case 'start':
        return { at: 'first', target };
      case 'end':
      case 'inside':
        return { at: 'last', target };
      default:
        throw new Untranslatable('no-position', 'it leaves open where to insert. Give its destination a position.');
    }
  }

  /**
   * Words put in before or after words that are quoted, or at the start or the end of a provision. As in print, a space
   * parts them from the words beside, unless they begin or end with white space or punctuation that joins on.
   */
  private insertWords(words: Text): Operation {
    const beside = this.modification.destinations
      .map((place) => ({ place, words: this.quotedWords(place.href) }))
      .find((each) => each.words !== undefined);
    const anchor = beside?.words?.words ?? this.oldWords();
    const pos = beside?.place.pos ?? this.modification.destinations.find((each) => each.pos !== null)?.pos;
    if (anchor !== undefined) {
      if (pos !== 'before' && pos !== 'after')
        throw new Untranslatable(
          'no-position',
          'it does not say whether the words go before or after those it quotes.',
        );
      const there = Text.of(anchor);
      return this.substitute(anchor, pos === 'after' ? joined(there, words) : joined(words, there));
    }
    const provision = this.destination();
    const { text } = provision;
    if (pos !== 'start' && pos !== 'end')
      throw new Untranslatable('no-position', 'it does not say where in the provision the words go.');
    const at = pos === 'start' ? 0 : text.words.length;
    const space = pos === 'start' ? joined(words, text).words.length : joined(text, words).words.length;
    const isParted = space > text.words.length + words.words.length;
    const parted =
      pos === 'start' ? words.concat(Text.of(isParted ? ' ' : '')) : Text.of(isParted ? ' ' : '').concat(words);
    const selection: Selection = { by: 'span', part: 'text', start: at, end: at };
    return { kind: 'substitute', target: this.target(provision), selection, replacement: parted };
  }

  private renumbering(): readonly Operation[] {
    const number = this.newWords()?.words ?? this.modification.new[0]?.attributes['showAs'];
    if (number === undefined)
      throw new Untranslatable('matter-missing', 'the new number is not in the file. Quote it, and point to it.');
    return [{ kind: 'renumber', target: this.target(this.destination()), number }];
  }

  private substitution(): readonly Operation[] {
    const { attributes } = this.modification;
    const words = this.newWords();
    if (attributes[PART] === 'heading')
      return [{ kind: 'set-heading', target: this.target(this.destination()), heading: words ?? Text.EMPTY }];
    const provisions = this.newProvisions();
    if (provisions.length > 0) return this.replaceAll(this.destinations(), provisions);
    if (words === undefined) throw missingMatter();
    const old = this.oldWords();
    if (old !== undefined || selectionIn(attributes[SELECTION]) !== undefined)
      return [this.substitute(old ?? '', words)];
    const provision = this.destination();
    const selection: Selection = {
      by: 'span',
      part: 'text',
      start: 0,
      end: provision.text.words.length,
      words: provision.text.words,
    };
    return [{ kind: 'substitute', target: this.target(provision), selection, replacement: words }];
  }

  private splitOrJoin(type: 'split' | 'join'): readonly Operation[] {
    const provisions = this.newProvisions();
    const old = this.destinations();
    const isClear =
      type === 'split' ? old.length === 1 && provisions.length > 1 : old.length > 1 && provisions.length === 1;
    if (!isClear)
      throw new Untranslatable(
        'matter-missing',
        `it does not quote what the ${type === 'split' ? 'provisions read after the split' : 'joined provision reads'}. Quote it, and point to it.`,
      );
    return this.replaceAll(old, provisions);
  }

  private replaceAll(old: readonly Provision[], provisions: readonly Provision[]): readonly Operation[] {
    const [first, ...others] = old;
    if (first === undefined) throw missingDestination();
    const children = this.modification.attributes[CHILDREN] === 'kept' ? 'kept' : 'replaced';
    return [
      ...others.map((each): Operation => ({ kind: 'repeal', target: this.target(each), stub: null })),
      { kind: 'replace', target: this.target(first), provisions, children },
    ];
  }

  private substitute(words: string, replacement: Text): Operation {
    const own = selectionIn(this.modification.attributes[SELECTION]) ?? AS_DRAFTED;
    const selection: Selection = own.by === 'span' ? { ...own, words } : { ...own, words };
    return { kind: 'substitute', target: this.target(this.destination()), selection, replacement };
  }

  private target(provision: Provision): Target {
    return byId(provision.id, this.modification.attributes[EXPECTS]);
  }

  private fragment(href: string | null): string | undefined {
    return addressOf(href ?? '').fragment ?? undefined;
  }

  private found(href: string | null): Provision | undefined {
    const id = parsed(this.modification.attributes[TARGET]);
    if (typeof id === 'string') return this.draft.find(id);
    const fragment = this.fragment(href);
    return fragment === undefined ? undefined : this.addresses.find(fragment);
  }

  private quotedWords(href: string | null): Text | undefined {
    const fragment = addressOf(href ?? '').work === '' ? this.fragment(href) : undefined;
    return fragment === undefined ? undefined : this.quoted.words(fragment);
  }

  /** The words taken out or put in beside; with the marks in them where they are put in. */
  private oldWords(): string | undefined {
    return this.modification.old.map(({ href }) => this.quotedWords(href)).find((words) => words !== undefined)?.words;
  }

  private newWords(): Text | undefined {
    return this.modification.new.map(({ href }) => this.quotedWords(href)).find((words) => words !== undefined);
  }

  private newProvisions(): readonly Provision[] {
    const { sources } = this.modification;
    const quoted = this.modification.new.flatMap(({ href }) => {
      const fragment = this.fragment(href);
      return fragment === undefined ? [] : (this.quoted.provisions(fragment) ?? []);
    });
    if (quoted.length > 0 || this.modification.new.length > 0) return quoted;
    return sources.flatMap(({ href }) => {
      const fragment = this.fragment(href);
      return fragment === undefined ? [] : this.quoted.provisionsOfMod(fragment);
    });
  }

  private provisionAt(place: ModificationArgument): Provision {
    const found = this.found(place.href);
    if (found !== undefined) return found;
    if (addressOf(place.href ?? '').fragment === null)
      throw new Untranslatable('whole-document', 'it goes to a document as a whole. Name the provisions it changes.');
    throw new Untranslatable('destination-missing', `"${place.href ?? ''}" is not in the text. Check the address.`);
  }

  /** The provision that is changed: the first destination that is no quoted words. */
  private destination(): Provision {
    const place = this.modification.destinations.find(({ href }) => this.quotedWords(href) === undefined);
    if (place === undefined) throw missingDestination();
    return this.provisionAt(place);
  }

  /** All provisions that are changed, with those between the ends of ranges. */
  private destinations(): readonly Provision[] {
    const places = this.modification.destinations.filter(({ href }) => this.quotedWords(href) === undefined);
    if (places.length === 0) throw missingDestination();
    return places.flatMap((place) => {
      const first = this.provisionAt(place);
      return place.upTo === null ? [first] : this.range(first, this.provisionAt({ ...place, href: place.upTo }));
    });
  }

  private range(first: Provision, last: Provision): readonly Provision[] {
    const siblings = this.draft.parentOf(first.id)?.children ?? [];
    const [from, to] = [siblings.indexOf(first), siblings.indexOf(last)];
    if (from < 0 || to < from)
      throw new Untranslatable(
        'no-range',
        'the ends of its range do not stand in one provision, one after the other. Name each provision.',
      );
    return siblings.slice(from, to + 1);
  }
}

const missingMatter = (): Untranslatable =>
  new Untranslatable('matter-missing', 'the words it puts in are not in the file. Quote them, and point to them.');

const missingDestination = (): Untranslatable =>
  new Untranslatable('destination-missing', 'it names no provision that it changes.');
