/** Elements that hold elements only: white space between those is layout. */
const STRUCTURE: ReadonlySet<string> = new Set(
  (
    'library collection document container section para include table tbody thead tfoot tr meta citations history ' +
    'annotations toc subsection codify:insert codify:replace codify:find-replace codify:organic'
  ).split(' '),
);

/** Elements that are checked but not made: notes about a text, in every file, and never asked for. */
const NOTES: ReadonlySet<string> = new Set([
  'annotations',
  'history',
  'citations',
  'codify:annotation',
  'codify:emergency',
  'codify:temporary',
  'codify:not-funded-anno',
  'codify:marginalia',
]);

/** Elements whose words are quoted exactly: line breaks at their ends are the file's layout, a space there is not. */
const QUOTED: ReadonlySet<string> = new Set(['find', 'replace']);

/** The name of an element, and what the scanner has to know of elements with that name: looked up once per name. */
export class ElementName {
  readonly name: string;
  readonly isStructure: boolean;
  readonly isNote: boolean;
  readonly isQuoted: boolean;
  /** An instruction, or a mark of one. */
  readonly isInstruction: boolean;

  constructor(name: string) {
    this.name = name;
    this.isStructure = STRUCTURE.has(name);
    this.isNote = NOTES.has(name);
    this.isQuoted = QUOTED.has(name);
    this.isInstruction = name.startsWith('codify:');
  }
}
