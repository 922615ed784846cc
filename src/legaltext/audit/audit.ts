import type { Instrument } from '../instrument.ts';
import { match, type Identity } from '../matching/matching.ts';
import type { Matching } from '../matching/model.ts';
import { markKey, sortedEntries } from '../text.ts';
import { wayInWords } from '../place-in-words.ts';
import { provisionsUnder, TEXT_PARTS, type Provision } from '../provision.ts';
import { numberedParts, scheduleOf, type UnscheduledPart } from '../timeline/schedule.ts';
import type { Version } from '../version.ts';
import { carryOutDeclared, type Declared } from './declared.ts';
import { Earlier } from './earlier.ts';
import { sentenceOf, type AuditedPlace, type AuditFinding, type DeclaredOperation } from './finding.ts';

export interface AuditOptions {
  /** Only what takes effect by this civil date was to be published; left out, all that has a date. */
  readonly date?: string;
  /**
   * `words`: numbers, headings and words must agree, white space evened out. `everything`: so must every character of
   * them, and marks, attributes and kinds, which two readers of one text rarely make alike.
   */
  readonly compare?: 'words' | 'everything';
  /** Kinds of provisions that are no part of the law, such as notes: passed over, with everything under them. */
  readonly without?: ReadonlySet<string>;
  /** What the ids of the published text say of those of the text before (see `matching`); judged where not given. */
  readonly identity?: Identity;
}

/** What an audit found, and the text it held the published one against. */
export interface AuditReport {
  readonly kind: 'audit-report';
  /** In reading order; operations that failed come first. */
  readonly findings: readonly AuditFinding[];
  /** The text before with the declared operations carried out. */
  readonly expected: Version;
  /** Parts that were not to be published, because they take no effect or not yet. */
  readonly leftOut: readonly UnscheduledPart[];
}

/**
 * Whether a published text is the text before it with the declared operations carried out. Everything in which it is not
 * is a finding with its place, its words and a sentence: a declared change that was not made, a change that was made and
 * that nobody declared, one that was made differently, an operation that cannot be carried out at all.
 *
 * The expected text is made first, then matched with the published one, provision by provision (`matching`: by permanent
 * id, otherwise by number and likeness); wherever the two read differently, the text before tells which of the two kept to
 * it. Costs the declared operations and what differs; hashes that are not known yet are made first.
 */
export function audit(
  before: Version,
  instruments: readonly Instrument[],
  published: Version,
  options: AuditOptions = {},
): AuditReport {
  const { date } = options;
  const { parts, unscheduled } = scheduleOf(numberedParts(instruments), {});
  const due = parts.filter((part) => date === undefined || part.date <= date);
  const later = parts.filter((part) => date !== undefined && part.date > date);
  const declared = carryOutDeclared(before, due);
  const names = new Map(instruments.map(({ id, name }) => [id, name]));
  const auditor = new Auditor(before, declared, published, names, options);
  return {
    kind: 'audit-report',
    findings: auditor.audit(),
    expected: declared.expected,
    leftOut: [
      ...unscheduled,
      ...later.map(({ instrument, position }): UnscheduledPart => ({
        kind: 'unscheduled-part',
        instrument: instrument.id,
        part: position,
        why: 'not-yet-effective',
      })),
    ],
  };
}

class Auditor {
  private readonly findings: AuditFinding[] = [];
  private readonly matching: Matching;
  /** Which published provision was which before; made when something was published that was not expected. */
  private earlier: Earlier | undefined;

  constructor(
    private readonly before: Version,
    private readonly declared: Declared,
    private readonly published: Version,
    private readonly names: ReadonlyMap<string, string>,
    private readonly options: AuditOptions,
  ) {
    this.matching = match(declared.expected, published, options.identity);
  }

  audit(): readonly AuditFinding[] {
    for (const { declared, failure } of this.declared.failures) {
      const name = this.names.get(declared.instrument) ?? declared.instrument;
      this.findings.push({
        kind: 'audit-finding',
        deviation: 'failed-operation',
        aspect: 'operation',
        place: { words: failure.place, expectedId: null, publishedId: null },
        expected: '',
        published: '',
        declared: [declared],
        failure,
        message: `${name}: ${failure.message}`,
      });
    }
    this.compare(this.declared.expected.root, this.published.root);
    return this.findings;
  }

  /** Compares two provisions that belong together, and what is under them where it reads differently. */
  private compare(should: Provision, is: Provision): void {
    if (should.hash === is.hash || this.isNoLaw(is)) return;
    this.compareOwn(should, is);
    for (const step of this.matching.lists.get(is) ?? []) {
      if (step.kind === 'pair') this.compare(step.before, step.after);
      else if (step.kind === 'gone') this.missing(step.before);
      else if (step.kind === 'come') this.unexpected(step.after);
    }
  }

  /** What two provisions say themselves, apart from what is under them. */
  private compareOwn(should: Provision, is: Provision): void {
    const everything = this.options.compare === 'everything';
    const before = this.before.find(should.id);
    const differ = (aspect: AuditFinding['aspect'], written: (provision: Provision) => string): void => {
      const read = everything ? written : (provision: Provision): string => evened(written(provision));
      const expected = read(should);
      const published = read(is);
      if (expected === published) return;
      const aims = this.aimsAt(should);
      const was = this.provisionBefore(is);
      const untouched = was !== undefined && published === read(was);
      const undeclared = before !== undefined && expected === read(before) && aims.length === 0;
      const deviation = untouched ? 'declared-not-made' : undeclared ? 'made-not-declared' : 'made-differently';
      this.add({ deviation, aspect, place: this.placeOf(should, is), expected, published, declared: aims });
    };
    differ('number', (provision) => provision.number);
    for (const part of TEXT_PARTS) differ(part, (provision) => provision[part].words);
    if (!everything) return;
    differ('kind', (provision) => provision.kind);
    differ('marks', (provision) =>
      TEXT_PARTS.map((part) => provision[part].marks.map(markKey).join('\n')).join('\n\n'),
    );
    differ('attributes', (provision) => JSON.stringify(sortedEntries(provision.attributes)));
  }

  /** A provision that is expected in a place and is not published there. */
  private missing(should: Provision): void {
    if (this.saysNothing(should) || this.matching.movedTo.has(should)) return; // what moved is told where it is now
    this.add({
      // Where it still is as it was before, what was declared of it was not made.
      deviation:
        this.isNew(should) || this.againstBefore().keeps(this.before.pathTo(should.id))
          ? 'declared-not-made'
          : 'made-not-declared',
      aspect: 'presence',
      place: this.placeOf(should, null),
      expected: wordsOf(should) || should.kind,
      published: '',
      declared: this.aimsAt(should),
    });
  }

  /** A provision that is published in a place and is not expected there. */
  private unexpected(is: Provision): void {
    const should = this.matching.movedFrom.get(is);
    if (should !== undefined) {
      // Where it is empty now, nobody sees where it stands; but what should stand in it is missed.
      if (!this.saysNothing(is)) this.moved(should, is);
      this.compare(should, is);
      return;
    }
    if (this.saysNothing(is)) return;
    const was = this.provisionBefore(is);
    const still = was === undefined ? undefined : this.declared.expected.find(was.id);
    const isAsBefore = was !== undefined && was.hash === is.hash && !this.againstBefore().movedHere(is);
    // It was to go, to make way for another, or to become something that nobody would take for it.
    const taken = was !== undefined && (isAsBefore || still === undefined || this.isNew(still));
    this.add({
      deviation: taken ? 'declared-not-made' : 'made-not-declared',
      aspect: 'presence',
      place: this.placeOf(null, is),
      expected: '',
      published: wordsOf(is) || is.kind,
      declared: taken ? operationsOf(this.declared.aimsAt(this.before.pathTo(was.id))) : [],
    });
  }

  private moved(should: Provision, is: Provision): void {
    // Of two neighbours in another order it cannot be told which one moved: a move of either declares it, and so does
    // what comes in among them.
    const way = this.declared.expected.pathTo(should.id);
    const moves = (way.at(-2)?.children ?? [])
      .flatMap((sibling) => this.declared.aimsAt([...way.slice(0, -1), sibling]))
      .filter((aim) => aim.moves || aim.brings);
    const was = this.provisionBefore(is);
    const isDeclared = moves.length > 0 || this.before.parentOf(should.id)?.id !== way.at(-2)?.id;
    const stayed = was !== undefined && !this.againstBefore().movedHere(is);
    this.add({
      deviation: !isDeclared ? 'made-not-declared' : stayed ? 'declared-not-made' : 'made-differently',
      aspect: 'position',
      place: this.placeOf(should, is),
      expected: standing(this.declared.expected, should),
      published: standing(this.published, is),
      declared: operationsOf(moves),
    });
  }

  private isNoLaw({ kind }: Provision): boolean {
    return this.options.without?.has(kind) === true;
  }

  /** Whether it makes no difference if a provision is there, and where: it is no law, or none of it can be read. */
  private saysNothing(provision: Provision): boolean {
    if (this.isNoLaw(provision)) return true;
    return this.options.compare !== 'everything' && evened(wordsOf(provision)) === '';
  }

  private provisionBefore(is: Provision): Provision | undefined {
    return this.againstBefore().was(is);
  }

  private againstBefore(): Earlier {
    return (this.earlier ??= new Earlier(this.before, this.published, this.options.identity));
  }

  /** Whether an expected provision is there because a declared operation brings it, be it under the id of an old one. */
  private isNew(should: Provision): boolean {
    if (this.before.find(should.id) === undefined) return true;
    return this.declared.aimsAt(this.declared.expected.pathTo(should.id)).some((aim) => aim.brings);
  }

  private aimsAt(should: Provision): readonly DeclaredOperation[] {
    return operationsOf(this.declared.aimsAt(this.declared.expected.pathTo(should.id)));
  }

  private placeOf(should: Provision | null, is: Provision | null): AuditedPlace {
    const way =
      should !== null ? this.declared.expected.pathTo(should.id) : is !== null ? this.published.pathTo(is.id) : [];
    return { words: wayInWords(way), expectedId: should?.id ?? null, publishedId: is?.id ?? null };
  }

  private add(finding: Omit<AuditFinding, 'kind' | 'message' | 'failure'>): void {
    const ids = [...new Set(finding.declared.map((each) => each.instrument))];
    const message = sentenceOf(
      finding,
      ids.map((id) => this.names.get(id) ?? id),
    );
    this.findings.push({ kind: 'audit-finding', ...finding, message });
  }
}

/** White space of any kind and length as one space, and none at the ends: how a text reads. */
const evened = (words: string): string => words.replaceAll(/[\s\u200b]+/gu, ' ').trim();

const operationsOf = (aims: readonly { readonly declared: DeclaredOperation }[]): readonly DeclaredOperation[] => [
  ...new Set(aims.map((aim) => aim.declared)),
];

/** Where a provision stands, in words: first in what holds it, or after what. */
function standing(version: Version, provision: Provision): string {
  const way = version.pathTo(provision.id);
  const parent = way.at(-2);
  const position = parent?.children.indexOf(provision) ?? 0;
  const previous = parent?.children[position - 1];
  return previous === undefined
    ? `first in ${wayInWords(way.slice(0, -1))}`
    : `after ${wayInWords([...way.slice(0, -1), previous])}`;
}

/** All that a provision says, with what is under it, in one string. */
function wordsOf(provision: Provision): string {
  const pieces: string[] = [];
  for (const each of provisionsUnder(provision)) {
    pieces.push(each.number, ...TEXT_PARTS.map((part) => each[part].words));
  }
  return pieces.filter((piece) => piece !== '').join(' ');
}
