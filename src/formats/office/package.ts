import { stop } from '../document/failure.ts';
import type { Deadline, ReadLimits } from '../document/limits.ts';
import { attribute, childrenOf } from '../xml/element.ts';
import { createXmlParser, type XmlElement } from '../xml/parse-xml.ts';
import type { ZipArchive } from '../zip/open-zip.ts';

/** A link from one part of an office document to another, or to a place outside it. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address, the same in both forms of OOXML: `slide`, `hyperlink`, `notesSlide`. */
  readonly type: string;
  /** A part name, or the address itself where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** An office document (OPC, ECMA-376 part 2): XML parts that point to one another. */
export interface OfficePackage {
  /** The root of a part, or undefined where there is no such part. */
  part(name: string): XmlElement | undefined;
  /** As `part`, but a missing part stops the reading. */
  requiredPart(name: string): XmlElement;
  relationships(part: string): readonly Relationship[];
  /** The part a relationship of `type` leads to, the first if there are several. */
  related(part: string, type: string): string | undefined;
}

/** `target` as written in the relationships of `part`, as a part name. */
function resolveTarget(part: string, target: string): string {
  const segments = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

const relationshipsPart = (part: string): string => {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
};

export function openPackage(archive: ZipArchive, limits: ReadLimits, deadline: Deadline): OfficePackage {
  const parser = createXmlParser(limits, deadline);
  const known = new Map<string, readonly Relationship[]>();

  const part = (name: string): XmlElement | undefined => {
    const bytes = archive.read(name);
    return bytes === undefined ? undefined : parser.parse(bytes, name);
  };
  const relationships = (name: string): readonly Relationship[] => {
    const found =
      known.get(name) ??
      childrenOf(part(relationshipsPart(name)), 'Relationship').map((element): Relationship => {
        const external = attribute(element, 'TargetMode') === 'External';
        const target = attribute(element, 'Target') ?? '';
        return {
          id: attribute(element, 'Id') ?? '',
          type: (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '',
          target: external ? target : resolveTarget(name, target),
          external,
        };
      });
    known.set(name, found);
    return found;
  };
  return {
    part,
    requiredPart: (name) =>
      part(name) ??
      stop(
        'damaged',
        `The part "${name}" of this file is missing. Open the file in the program that made it, let it repair the file, and save it again.`,
      ),
    relationships,
    related: (name, type) => relationships(name).find((relationship) => relationship.type === type)?.target,
  };
}
