import { isCalendarDate } from './calendar-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Provision } from '../../legaltext/provision.ts';
import { CodeReader } from './read-code.ts';
import { LawDocument } from './law-document.ts';
import type { PackFiles } from './pack-files.ts';
import { isNoDate } from './applicability.ts';
import { readManifest, type Manifest } from './read-manifest.ts';
import type { PackRefusal } from './refusal.ts';
import { includedFile, PackRefused, readElement } from './read-element.ts';
import { elementsOf } from './scan-xml/look-into.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';

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
        const law = LawDocument.of(readElement(files, file, 'base/index.xml lists it as a law.'), file);
        refuseImpossibleDates(law);
        laws.push(law);
      }
    return ok({ manifest: manifest.value, code, codeName: reader.name, laws });
  } catch (error) {
    if (error instanceof PackRefused) return failed(error.refusal);
    throw error;
  }
}

/**
 * Instructions run in order of dates, which are compared as they are written: a law without a date would be in force from
 * the first, and one of a date that is none whenever its figures say.
 */
function refuseImpossibleDates({ root, effective, name, file }: LawDocument): void {
  const refuse = (message: string): never => {
    throw new PackRefused({ kind: 'pack-refusal', file, message: `${file}: ${message}` });
  };
  if (effective === '')
    refuse(`"${name}" does not say when it takes effect. Write the date in its meta/effective, as in 2020-12-31.`);
  if (!isCalendarDate(effective))
    refuse(`"${name}" takes effect on "${effective}", which is no date. Write it as in 2020-12-31.`);
  const walk = (element: XmlElement): void => {
    const { date = '' } = element.attributes;
    if (element.name === 'codify:applicability' && isNoDate(date))
      refuse(`an applicability mark has the date "${date}", which is none. Write it as in 2020-12-31, or "notfunded".`);
    for (const child of elementsOf(element))
      if (child.holdsInstructions || child.name === 'codify:applicability') walk(child);
  };
  walk(root);
}
