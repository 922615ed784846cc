import type { Mark } from '../../legaltext/text.ts';
import { TEXT_PARTS, type Provision } from '../../legaltext/provision.ts';
import { ElementIds } from './element-ids.ts';
import type { XmlElement } from './xml-tree.ts';
import { isElement } from './xml-tree.ts';

/**
 * Ids in one file. The schema wants every `eId` and `GUID` to stand once in a document; what the text brings along is used
 * where it does, and ids that are made keep away from all of those.
 */
export class FileIds {
  private readonly made = new ElementIds();
  /** Ids of the metadata, which stands in the file as it was. */
  private readonly inMetadata = new Set<string>();
  private used = new Set<string>();

  /** Notes all ids the text and its metadata bring along. Linear. */
  constructor(root: Provision, metadata: readonly XmlElement[]) {
    const waiting: Provision[] = [root];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const [name, value] of Object.entries(at.attributes)) if (name.endsWith('eId')) this.made.claim(value);
      for (const part of TEXT_PARTS) for (const mark of at[part].marks) this.noteMark(mark);
      for (const child of at.children) waiting.push(child);
    }
    const elements = [...metadata];
    for (let at = elements.pop(); at !== undefined; at = elements.pop()) {
      const { eId, GUID } = at.attributes;
      if (eId !== undefined) {
        this.made.claim(eId);
        this.inMetadata.add(`eId ${eId}`);
      }
      if (GUID !== undefined) this.inMetadata.add(`GUID ${GUID}`);
      elements.push(...at.children.filter(isElement));
    }
    this.beginDocument();
  }

  /** A document beside those written so far begins: ids that they have may stand in it again. */
  beginDocument(): void {
    this.used = new Set(this.inMetadata);
  }

  private noteMark(mark: Mark): void {
    const { eId } = mark.attributes;
    if (eId !== undefined) this.made.claim(eId);
  }

  /** Whether an id that the text brings along may be written here: only at its first place. */
  use(name: string, value: string): boolean {
    if (name !== 'eId' && name !== 'GUID') return true;
    const key = `${name} ${value}`;
    if (this.used.has(key)) return false;
    this.used.add(key);
    return true;
  }

  make(within: string, kind: string, number: string): string {
    return this.made.make(within, kind, number);
  }
}

/** Which ids are mostly made in this text: what a file says once, and only exceptions say for themselves. */
export function mostlyMade(root: Provision): readonly string[] {
  let provisions = 0;
  const given = { eId: 0, wId: 0 };
  const waiting: Provision[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    provisions += 1;
    if (at.attributes['eId'] !== undefined) given.eId += 1;
    if (at.attributes['wId'] !== undefined) given.wId += 1;
    for (const child of at.children) waiting.push(child);
  }
  return (['eId', 'wId'] as const).filter((name) => given[name] * 3 <= provisions);
}
