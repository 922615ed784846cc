import { provisionsUnder, TEXT_PARTS, type Provision } from '../../../legaltext/provision.ts';
import { Text, type Mark } from '../../../legaltext/text.ts';
import type { Version } from '../../../legaltext/version.ts';
import { ELEMENT } from '../inline-marks.ts';
import { MODS } from '../vocabulary.ts';
import { anchorOf } from '../lay-out-text.ts';
import { ID_THERE } from './own-attributes.ts';

interface MarkPlace {
  readonly provision: Provision;
  readonly text: Text;
  readonly mark: Mark;
}

/** What an amending document quotes: words (`quotedText`) and provisions (`quotedStructure`), by their ids. */
export class QuotedMatter {
  private readonly marks = new Map<string, MarkPlace>();
  private readonly structures = new Map<string, Provision>();
  private readonly dates = new Map<string, string>();

  /** The matter that a text quotes. Linear in its size. */
  constructor(version: Version) {
    for (const provision of provisionsUnder(version.root)) {
      const { eId } = provision.attributes;
      if (provision.kind === 'quotedStructure' && eId !== undefined && !this.structures.has(eId))
        this.structures.set(eId, provision);
      for (const part of TEXT_PARTS)
        for (const mark of provision[part].marks) this.note({ provision, text: provision[part], mark });
    }
  }

  private note(place: MarkPlace): void {
    const { eId, date } = place.mark.attributes;
    if (eId === undefined || this.marks.has(eId)) return;
    this.marks.set(eId, place);
    if (date !== undefined) this.dates.set(eId, date);
  }

  /** The words with this id, with the marks in them. */
  words(id: string): Text | undefined {
    const place = this.marks.get(id);
    return place?.mark.attributes[ELEMENT] === 'quotedText' ? wordsUnder(place) : undefined;
  }

  /** The provisions quoted with this id. */
  provisions(id: string): readonly Provision[] | undefined {
    return this.structures.get(id)?.children.map(withOwnId);
  }

  /** The provisions that the modification with this id (a `mod`) quotes, in order. */
  provisionsOfMod(id: string): readonly Provision[] {
    const place = this.marks.get(id);
    if (place === undefined || !MODS.has(place.mark.attributes[ELEMENT] ?? '')) return [];
    let ordinal = 0;
    const found: Provision[] = [];
    for (const part of TEXT_PARTS)
      for (const mark of place.provision[part].marks) {
        const anchor = anchorOf(mark);
        if (anchor === undefined) continue;
        const child = place.provision.children[ordinal];
        ordinal += 1;
        const isInside =
          place.provision[part] === place.text && mark.start >= place.mark.start && mark.end <= place.mark.end;
        if (isInside && anchor === 'quotedStructure' && child !== undefined)
          found.push(...child.children.map(withOwnId));
      }
    return found;
  }

  /** The date that the words with this id give. */
  date(id: string): string | undefined {
    return this.dates.get(id);
  }
}

/** A quoted provision under the id it has in the amended text. */
function withOwnId(provision: Provision): Provision {
  const children = provision.children.map(withOwnId);
  const { [ID_THERE]: id, ...attributes } = provision.attributes;
  if (id !== undefined) return provision.with({ id, children, attributes });
  return children.every((child, index) => child === provision.children[index])
    ? provision
    : provision.with({ children });
}

/** The words under a mark with the marks in it, but for the mark itself and those that hold it. */
function wordsUnder({ text, mark }: MarkPlace): Text {
  const at = text.marks.indexOf(mark);
  const isOuter = (other: Mark, index: number): boolean =>
    index < at && other.start <= mark.start && other.end >= mark.end && MODS.has(other.attributes[ELEMENT] ?? '');
  const inner = text.marks.filter((other, index) => index !== at && !isOuter(other, index));
  return Text.of(text.words, inner).slice(mark.start, mark.end);
}
