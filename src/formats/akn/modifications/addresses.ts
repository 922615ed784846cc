import type { TextView } from '../../../legaltext/instrument.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../../../legaltext/provision.ts';
import type { Version } from '../../../legaltext/version.ts';

/** An address taken apart: `/akn/uk/act/2000/23/main#sec_11` is the work before the sign, and the element after it. */
export interface Address {
  readonly work: string;
  /** The id of the element; null when the address is that of a whole document. */
  readonly fragment: string | null;
}

/** Takes an address apart. The element follows `#`, or `~` as in addresses of portions. */
export function addressOf(href: string): Address {
  const at = href.search(/[#~]/u);
  if (at < 0) return { work: href, fragment: null };
  const fragment = href.slice(at + 1);
  try {
    return { work: href.slice(0, at), fragment: decodeURIComponent(fragment) };
  } catch {
    // A percent sign that begins no escape stands for itself.
    return { work: href.slice(0, at), fragment };
  }
}

/** Whether two addresses name one work: the component name of the main document (`main`, `!main`) adds nothing. */
export const isSameWork = (one: string, other: string): boolean => plainWork(one) === plainWork(other);

const plainWork = (work: string): string => work.replace(/^\/+/u, '').replace(/\/(?:!?main)?$/u, '');

/** Finds provisions by the ids that addresses name them with: `eId`, `wId`, and their permanent ids. */
export class Addresses {
  private readonly byElementId = new Map<string, ProvisionId>();
  private readonly byWorkId = new Map<string, ProvisionId>();
  private readonly view: TextView;

  /** The addresses of a text; `view` is that text as it is changed, so that what is gone is not found. Linear. */
  constructor(version: Version, view: TextView) {
    this.view = view;
    this.note(version.root);
  }

  /** Takes in provisions that were put in. */
  note(provision: Provision): void {
    for (const { id, attributes } of provisionsUnder(provision)) {
      const { eId, wId } = attributes;
      if (eId !== undefined && !this.isKnown(this.byElementId, eId)) this.byElementId.set(eId, id);
      if (wId !== undefined && !this.isKnown(this.byWorkId, wId)) this.byWorkId.set(wId, id);
    }
  }

  private isKnown(map: ReadonlyMap<string, ProvisionId>, name: string): boolean {
    const id = map.get(name);
    return id !== undefined && this.view.find(id) !== undefined;
  }

  /** The provision that the fragment of an address names, as it stands now. */
  find(fragment: string): Provision | undefined {
    for (const id of [this.byElementId.get(fragment), this.byWorkId.get(fragment), fragment]) {
      const found = id === undefined ? undefined : this.view.find(id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The fragment that leads to this provision; undefined where none does. */
  fragmentOf(provision: Provision): string | undefined {
    const { eId } = provision.attributes;
    return [eId, provision.id].find(
      (each) => each !== undefined && each !== '' && each.isWellFormed() && this.find(each)?.id === provision.id,
    );
  }
}
