import { failed, ok, type Result } from '../../values/result.ts';
import type { Provision } from '../../legaltext/provision.ts';
import { CodeReader } from './read-code.ts';
import { LawDocument } from './law-document.ts';
import type { PackFiles } from './pack-files.ts';
import { readManifest, type Manifest } from './read-manifest.ts';
import type { PackRefusal } from './refusal.ts';
import { elementsOf, scanXml, type XmlElement } from './scan-xml.ts';

/** A pack as it is read: the code before, and the laws, as trees of their own that laws may still amend. */
export interface Pack {
  readonly manifest: Manifest;
  /** The base code, every section under its containers. */
  readonly code: Provision;
  /** How the code is called in paths: the id of its document. */
  readonly codeName: string;
  /** In the order of the index. */
  readonly laws: readonly LawDocument[];
}

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
  const scanned = scanXml(source, name);
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

/**
 * Reads a pack: its manifest, the base code and every law that the index lists. Linear in their length. Refuses a
 * directory that is no such pack, and XML that is not well-formed, with the file and what is missing.
 */
export function readPack(files: PackFiles): Result<Pack, PackRefusal> {
  try {
    const source = files.readText('manifest.json');
    if (source === undefined)
      return failed({
        kind: 'pack-refusal',
        file: 'manifest.json',
        message:
          'This directory is no consolidation pack: manifest.json is missing. A pack has manifest.json, base/index.xml with ' +
          'what it lists, and, to compare with, expected/.',
      });
    const manifest = readManifest(source);
    if (manifest.kind === 'failed') return manifest;
    const index = readElement(files, 'base/index.xml', 'it lists the code and the laws of the pack.');
    const [codeInclude] = elementsOf(index, 'xi:include');
    if (codeInclude === undefined)
      return failed({
        kind: 'pack-refusal',
        file: 'base/index.xml',
        message: 'base/index.xml does not say where the code is: an xi:include outside every collection is expected.',
      });
    const reader = new CodeReader(files, manifest.value.titles);
    const code = reader.read(includedFile('base/index.xml', codeInclude));
    const laws: LawDocument[] = [];
    for (const collection of elementsOf(index, 'collection'))
      for (const include of elementsOf(collection, 'xi:include')) {
        const file = includedFile('base/index.xml', include);
        laws.push(LawDocument.of(readElement(files, file, 'base/index.xml lists it as a law.'), file));
      }
    return ok({ manifest: manifest.value, code, codeName: reader.name, laws });
  } catch (error) {
    if (error instanceof PackRefused) return failed(error.refusal);
    throw error;
  }
}
