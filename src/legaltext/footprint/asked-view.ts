import type { TextView } from '../instrument.ts';
import type { Provision, ProvisionId } from '../provision.ts';

/**
 * A view of a text that remembers which numbers were looked up in it. A part of an instrument that is worked out on the
 * text it meets names provisions by numbers that its operations no longer show; a change that renumbers one of those
 * disturbs it all the same.
 */
export class AskedView implements TextView {
  readonly asked = new Set<string>();

  constructor(private readonly view: TextView) {}

  get top(): Provision {
    return this.view.top;
  }

  find(id: ProvisionId): Provision | undefined {
    return this.view.find(id);
  }

  parentOf(id: ProvisionId): Provision | undefined {
    return this.view.parentOf(id);
  }

  pathTo(id: ProvisionId): readonly Provision[] {
    return this.view.pathTo(id);
  }

  numbered(number: string): ReadonlySet<ProvisionId> {
    this.asked.add(number);
    return this.view.numbered(number);
  }
}
