import type { PackFiles } from './pack-files.ts';
import type { PackRefusal } from './refusal.ts';
import { scanXmlBytes } from './scan-xml/scan-xml.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';

/** Thrown within the reading only, and caught at its door. */
export class PackRefused extends Error {
  readonly refusal: PackRefusal;
  constructor(refusal: PackRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Reads the XML file `name`, or refuses the pack. */
export function readElement(files: PackFiles, name: string, needed: string): XmlElement {
  const source = files.readBytes(name);
  if (source === undefined)
    throw new PackRefused({ kind: 'pack-refusal', file: name, message: `${name} is missing: ${needed}` });
  const scanned = scanXmlBytes(source, name);
  if (scanned.kind === 'failed') throw new PackRefused({ ...scanned.failure, kind: 'pack-refusal' });
  return scanned.value;
}

/** The name of the file that an include in `from` points to; both relative to the pack. */
export function includedFile(from: string, include: XmlElement): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of (include.attributes['href'] ?? '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
