import { ElementName } from './element-name.ts';
import { Refused } from './refused.ts';

const LIBRARY = 'https://code.dccouncil.us/schemas/dc-library';
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** The prefixes that names are given here, whatever a file writes. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  [LIBRARY, ''],
  ['https://code.dccouncil.us/schemas/codify', 'codify:'],
  ['https://code.dccouncil.us/schemas/codified', 'codified:'],
  ['http://www.w3.org/2001/XInclude', 'xi:'],
  [XML_NAMESPACE, 'xml:'],
]);

const NAME = /^[A-Za-z_\u00C0-\uFFFD][\w.\-\u00B7-\uFFFD]*(?::[A-Za-z_\u00C0-\uFFFD][\w.\-\u00B7-\uFFFD]*)?$/u;

/** Names that are remembered from one file to the next; the publisher's schema has about a hundred. */
const MOST_NAMES = 1000;

/**
 * The names that can be written where certain namespaces are declared, and what they come to; each is worked out once.
 * Immutable but for that. A prefix that nothing declares and a name that is none throw `Refused`.
 */
export class Names {
  /** Where nothing is declared. */
  static readonly BARE = new Names(
    new Map([
      ['', ''],
      ['xml', 'xml:'],
    ]),
  );
  private static latest: { readonly declarations: string; readonly names: Names } | undefined;

  private readonly prefixes: ReadonlyMap<string, string>;
  private readonly elements = new Map<string, ElementName>();
  private readonly attributes = new Map<string, string>();

  private constructor(prefixes: ReadonlyMap<string, string>) {
    this.prefixes = prefixes;
  }

  /**
   * The names at the root of a file with these attributes. The files of a pack nearly all begin alike, so those of the
   * file before serve again where the same is declared.
   */
  static atRoot(attributes: readonly string[]): Names {
    const declarations = declarationsIn(attributes).join('\n');
    const { latest } = Names;
    if (latest?.declarations === declarations && latest.names.elements.size + latest.names.attributes.size < MOST_NAMES)
      return latest.names;
    const names = Names.BARE.with(attributes);
    Names.latest = { declarations, names };
    return names;
  }

  /** The names within an element that declares namespaces; `attributes` are its own, name and value in turn. */
  with(attributes: readonly string[]): Names {
    const prefixes = new Map(this.prefixes);
    const declarations = declarationsIn(attributes);
    for (let index = 0; index < declarations.length; index += 2) {
      const name = declarations[index] ?? '';
      const value = declarations[index + 1] ?? '';
      const prefix = name.slice('xmlns:'.length);
      if (prefix !== '' && value === '') throw new Refused(`The prefix "${prefix}" is given no namespace.`);
      prefixes.set(prefix, PREFIXES.get(value) ?? `{${value}}`);
    }
    return new Names(prefixes);
  }

  element(written: string): ElementName {
    const known = this.elements.get(written);
    if (known !== undefined) return known;
    const name = new ElementName(this.resolve(written));
    this.elements.set(written, name);
    return name;
  }

  /** An attribute without a prefix is in no namespace, whatever the default is. */
  attribute(written: string): string {
    const known = this.attributes.get(written);
    if (known !== undefined) return known;
    const name = written.includes(':') ? this.resolve(written) : checked(written);
    this.attributes.set(written, name);
    return name;
  }

  private resolve(written: string): string {
    const colon = checked(written).indexOf(':');
    const prefix = this.prefixes.get(colon === -1 ? '' : written.slice(0, colon));
    if (prefix === undefined) throw new Refused(`No namespace is declared for "${written}".`);
    return prefix + written.slice(colon + 1);
  }
}

/** Whether an attribute declares a namespace. */
export const isDeclaration = (name: string): boolean =>
  name.startsWith('xmlns') && (name.length === 'xmlns'.length || name['xmlns'.length] === ':');

function declarationsIn(attributes: readonly string[]): string[] {
  const found: string[] = [];
  for (let index = 0; index < attributes.length; index += 2) {
    const name = attributes[index] ?? '';
    if (isDeclaration(name)) found.push(name, attributes[index + 1] ?? '');
  }
  return found;
}

function checked(written: string): string {
  if (!NAME.test(written)) throw new Refused(`"${written.slice(0, 40)}" cannot be a name.`);
  return written;
}
