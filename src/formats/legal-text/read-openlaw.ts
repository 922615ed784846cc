import { US_CODE } from '../../legaltext/house-styles/index.ts';
import type { Provision } from '../../legaltext/provision.ts';
import { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { provisionOfElement } from '../openlaw/provision-of-element.ts';
import { elementsOf } from '../openlaw/scan-xml/look-into.ts';
import { scanXml } from '../openlaw/scan-xml/scan-xml.ts';
import type { XmlElement } from '../openlaw/scan-xml/xml-element.ts';
import { refusal, type LegalText, type LegalTextFailure, type ReadNote } from './model.ts';

/** Ids are the numbers on the way, as in the publisher's paths: `§47-101|(a)`; made unique where a number stands twice. */
function idsByPath(): (element: XmlElement, within: string, number: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (element, within, number) => {
    const step = element.name === 'section' ? `§${number}` : number === '' ? `~${element.name}` : number;
    const wanted = within === '' || element.name === 'section' ? step : `${within}|${step}`;
    let count = counts.get(wanted) ?? 1;
    let id = count === 1 ? wanted : `${wanted}~${count}`;
    while (taken.has(id)) {
      count += 1;
      id = `${wanted}~${count}`;
    }
    counts.set(wanted, count);
    taken.add(id);
    return id;
  };
}

/** A law's or a code's own element is called after what it is; sections and containers are so already. */
const asDocument = (root: Provision, element: XmlElement): Provision =>
  element.name === 'document' ? root.with({ kind: 'document' }) : root;

function notesOn(root: XmlElement): readonly ReadNote[] {
  const waiting: XmlElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name === 'xi:include')
      return [
        {
          line: null,
          message:
            'This document takes in other files (xi:include), which are not read here: name them one by one, or replay the whole pack with ./pandect text replay.',
        },
      ];
    waiting.push(...elementsOf(element));
  }
  return [];
}

/** Reads one section, container or document of the Open Law Library as a text. What it includes by reference is left out, and said. */
export function readOpenLaw(text: string, name: string): Result<LegalText, LegalTextFailure> {
  const scanned = scanXml(text, name);
  if (scanned.kind === 'failed') {
    const { message, line } = scanned.failure;
    return failed(refusal(message.replace(`${name}, line ${line}: `, ''), `line ${line}`));
  }
  // What is said about the document (dates, citations, history) is none of its words.
  scanned.value.children = scanned.value.children.filter((child) => typeof child === 'string' || child.name !== 'meta');
  const root = provisionOfElement(scanned.value, '', { id: idsByPath() });
  const version = Version.of(asDocument(root, scanned.value));
  if (version.kind === 'failed') return failed(refusal(version.failure.message));
  return ok({
    format: 'openlaw',
    style: US_CODE,
    version: version.value,
    instruments: [],
    akn: null,
    notes: notesOn(scanned.value),
  });
}
