import { Provision } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import type { PackFiles } from './pack-files.ts';
import { kindOfContainer, provisionOfElement, type Reading } from './provision-of-element.ts';
import { includedFile, PackRefused, readElement } from './read-element.ts';
import { childOf, wordsOfChild } from './scan-xml/look-into.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';
import { textOfNodes, trimmedText } from './text-of-element.ts';

/** The files that are open, each included by the one before; the last is the one that is read. */
type Chain = readonly [string, ...string[]];

/** So deep do files include one another. A code needs three: itself, its titles, their sections. */
const MOST_FILES_DEEP = 50;

/**
 * Reads the base code into provisions. Ids are the paths of the base (`47|18|VIII`, `§47-1801.04|(a)`): they are ids
 * like any other from then on, and stay when a number changes.
 */
export class CodeReader {
  private readonly files: PackFiles;
  private readonly titles: ReadonlySet<string>;
  private readonly taken = new Set<string>();
  name = '';

  /** `titles` are those whose sections are in the pack; of the others there are only the containers. */
  constructor(files: PackFiles, titles: ReadonlySet<string>) {
    this.files = files;
    this.titles = titles;
  }

  private readonly reading: Reading = {
    id: (element, within, number) => {
      const own = element.name === 'section' ? `§${number}` : number === '' ? `~${element.name}` : number;
      return this.newId(element.name === 'section' ? own : `${within}|${own}`);
    },
    value: (element) => element.attributes['codify:value'],
    render: (element) => element.attributes['codify:value'],
  };

  private newId(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.taken.has(id); count += 1) id = `${wanted}~${String(count)}`;
    this.taken.add(id);
    return id;
  }

  /**
   * The code whose document is in `file`. Throws a refusal where a file is missing or not well-formed, or includes itself,
   * if only by way of others.
   */
  read(file: string): Provision {
    const root = readElement(this.files, file, 'base/index.xml says that the code is there.');
    this.name = root.attributes['id'] ?? '';
    return this.container(root, [file], '', true);
  }

  private container(element: XmlElement, chain: Chain, within: string, isInPack: boolean): Provision {
    const number = wordsOfChild(element, 'num');
    const isRoot = element.name === 'document';
    const prefix = wordsOfChild(element, 'prefix');
    const id = isRoot ? this.name : this.newId(within === '' ? number : `${within}|${number}`);
    const path = isRoot ? '' : id;
    const children: Provision[] = [];
    let heading = Text.EMPTY;
    let text = Text.EMPTY;
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'xi:include') children.push(...this.included(child, chain, path, isInPack));
      else if (child.name === 'container') {
        const isThere = isRoot ? this.titles.has(wordsOfChild(child, 'num')) : isInPack;
        children.push(this.container(child, chain, path, isThere));
      } else if (child.name === 'section') children.push(provisionOfElement(child, path, this.reading));
      else if (child.name === 'heading') heading = trimmedText(textOfNodes(child.children, this.reading.render));
      else if (child.name === 'text') text = trimmedText(textOfNodes(child.children, this.reading.render));
      else if (child.name === 'subheading')
        children.push(
          new Provision({
            id: this.newId(`${path}|~subheading`),
            kind: 'passage',
            text: trimmedText(textOfNodes(child.children)),
            attributes: { element: 'subheading' },
          }),
        );
    }
    const attributes: Record<string, string> = {};
    if (prefix !== '') attributes['prefix'] = prefix;
    if (element.attributes['enacted'] === 'true') attributes['enacted'] = 'true';
    if (childOf(element, 'num')?.attributes['undesignated'] === 'true') attributes['undesignated'] = 'true';
    const kind = isRoot ? 'code' : kindOfContainer(prefix);
    return new Provision({ id, kind, number, heading, text, children, attributes });
  }

  private included(include: XmlElement, chain: Chain, within: string, isInPack: boolean): Provision[] {
    const from = chain.at(-1) ?? chain[0];
    const file = includedFile(from, include);
    const isIndex = file.endsWith('/index.xml');
    if (!isIndex && !isInPack) return [];
    const element = readElement(this.files, file, `${from} includes it.`);
    if (element.name === 'section') return [provisionOfElement(element, within, this.reading)];
    refuseCircle(chain, file);
    const isThere = within === '' ? this.titles.has(wordsOfChild(element, 'num')) : isInPack;
    return [this.container(element, [...chain, file], within, isThere)];
  }
}

function refuseCircle(chain: Chain, file: string): void {
  const at = chain.indexOf(file);
  if (at === -1 && chain.length < MOST_FILES_DEEP) return;
  const from = chain.at(-1) ?? chain[0];
  const message =
    at === -1
      ? `${file} is included ${String(MOST_FILES_DEEP)} files deep, which is deeper than any code goes. Take the include out of ${from}.`
      : `${file} includes itself: ${[...chain.slice(at), file].join(' includes ')}. Take the include out of ${from}.`;
  throw new PackRefused({ kind: 'pack-refusal', file, message });
}
