import type { Draft } from '../../../legaltext/draft.ts';
import { byId, type Target } from '../../../legaltext/operation.ts';
import type { Provision } from '../../../legaltext/provision.ts';
import type { Modification, ModificationArgument } from '../metadata/model.ts';
import { addressOf, type Addresses } from './addresses.ts';
import type { MatterOfModification } from './matter-of-modification.ts';
import { Untranslatable } from './not-translatable.ts';
import { EXPECTS, parsed, TARGET } from './own-attributes.ts';

/** What one modification changes: the provisions of the text, as it is now, that its destinations lead to. */
export class Destinations {
  private readonly modification: Modification;
  private readonly matter: MatterOfModification;
  private readonly draft: Draft;
  private readonly addresses: Addresses;

  constructor(modification: Modification, matter: MatterOfModification, draft: Draft, addresses: Addresses) {
    this.modification = modification;
    this.matter = matter;
    this.draft = draft;
    this.addresses = addresses;
  }

  /** The target of an operation on this provision, with what the modification expects to find there. */
  target(provision: Provision): Target {
    return byId(provision.id, this.modification.attributes[EXPECTS]);
  }

  /** The provision that is changed: the first destination that is no quoted words. */
  one(): Provision {
    const [place] = this.places();
    if (place === undefined) throw missingDestination();
    return this.at(place);
  }

  /** All provisions that are changed, with those between the ends of ranges. */
  all(): readonly Provision[] {
    const places = this.places();
    if (places.length === 0) throw missingDestination();
    return places.flatMap((place) => {
      const first = this.at(place);
      return place.upTo === null ? [first] : this.range(first, this.at({ ...place, href: place.upTo }));
    });
  }

  /** The provision that a destination leads to; none is a reason why there are no operations. */
  at(place: ModificationArgument): Provision {
    const found = this.found(place.href);
    if (found !== undefined) return found;
    if (addressOf(place.href ?? '').fragment === null)
      throw new Untranslatable('whole-document', 'it goes to a document as a whole. Name the provisions it changes.');
    throw new Untranslatable('destination-missing', `"${place.href ?? ''}" is not in the text. Check the address.`);
  }

  /** The provision at an address; undefined where there is none. */
  found(href: string | null): Provision | undefined {
    const id = parsed(this.modification.attributes[TARGET]);
    if (typeof id === 'string') return this.draft.find(id);
    const { fragment } = addressOf(href ?? '');
    return fragment === null ? undefined : this.addresses.find(fragment);
  }

  private places(): readonly ModificationArgument[] {
    return this.modification.destinations.filter(({ href }) => this.matter.wordsAt(href) === undefined);
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

const missingDestination = (): Untranslatable =>
  new Untranslatable('destination-missing', 'it names no provision that it changes.');
