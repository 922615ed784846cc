import type { OperationFailure } from '../operation-failure.ts';
import type { ProvisionId, TextPart } from '../provision.ts';

/**
 * How what was published departs from what was declared:
 * - `declared-not-made`: a change was declared, and the published text still reads (or stands) as before it
 * - `made-not-declared`: the published text reads otherwise than before, and no change of that was declared
 * - `made-differently`: a change was declared, and another one was published
 * - `failed-operation`: a declared operation cannot be carried out on the text it meets
 */
export type Deviation = 'declared-not-made' | 'made-not-declared' | 'made-differently' | 'failed-operation';

/** One declared operation: its instrument's id, the part within the instrument, and its place in the part, from 0. */
export interface DeclaredOperation {
  readonly instrument: string;
  readonly part: number;
  readonly operation: number;
}

/** Where something is: the numbers on the way to it, as people would say it, and its ids in both texts, where it is there. */
export interface AuditedPlace {
  readonly words: string;
  readonly expectedId: ProvisionId | null;
  readonly publishedId: ProvisionId | null;
}

/**
 * One way in which the published text is not the text before with the declared operations carried out.
 * `aspect` says what of the provision it is about: one of its texts, its number or kind, what a format says of it
 * (`marks`, `attributes`), whether it is there at all (`presence`) or where it stands (`position`).
 */
export interface AuditFinding {
  readonly kind: 'audit-finding';
  readonly deviation: Deviation;
  readonly aspect: TextPart | 'number' | 'kind' | 'marks' | 'attributes' | 'presence' | 'position' | 'operation';
  readonly place: AuditedPlace;
  /** What should be there; empty for nothing. */
  readonly expected: string;
  /** What is there; empty for nothing. */
  readonly published: string;
  /** The declared operations that aim at this provision, or at something that holds it. */
  readonly declared: readonly DeclaredOperation[];
  /** Present for `failed-operation`. */
  readonly failure?: OperationFailure;
  /** All of this in a sentence for people. */
  readonly message: string;
}

/** Characters of the words around a difference that a sentence shows, on either side. */
const AROUND = 30;
/** And of the difference itself. */
const WITHIN = 120;

/** The part of each of two wordings where they differ, with a little around it. */
export function excerpts(expected: string, published: string): readonly [string, string] {
  const shorter = Math.min(expected.length, published.length);
  let same = 0;
  while (same < shorter && expected.charCodeAt(same) === published.charCodeAt(same)) same += 1;
  let alike = 0;
  while (
    alike < shorter - same &&
    expected.charCodeAt(expected.length - 1 - alike) === published.charCodeAt(published.length - 1 - alike)
  )
    alike += 1;
  return [excerpt(expected, same, alike), excerpt(published, same, alike)];
}

function excerpt(words: string, same: number, alike: number): string {
  const from = wholeCharacter(words, Math.max(0, same - AROUND));
  const to = wholeCharacter(words, Math.min(words.length, words.length - alike + AROUND, same + WITHIN));
  return `${from > 0 ? '…' : ''}${words.slice(from, to)}${to < words.length ? '…' : ''}`;
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(words: string, position: number): number {
  const unit = words.charCodeAt(position);
  return unit >= 0xdc00 && unit < 0xe000 ? position - 1 : position;
}

const ASPECTS: Readonly<Record<AuditFinding['aspect'], string>> = {
  heading: 'the heading',
  text: 'the text',
  tail: 'the closing words',
  number: 'the number',
  kind: 'the kind of provision',
  marks: 'the markup of the words',
  attributes: 'what the format says of it',
  presence: 'the provision',
  position: 'the place',
  operation: 'the operation',
};

/** The sentence of a finding: what was declared, what is there, where. */
export function sentenceOf(finding: Omit<AuditFinding, 'kind' | 'message' | 'failure'>, by: readonly string[]): string {
  const { deviation, aspect, place, expected, published } = finding;
  const declarers = by.length === 0 ? 'an instrument' : by.join(' and ');
  const isDeclared = deviation !== 'made-not-declared';
  if (aspect === 'presence') {
    if (published === '')
      return isDeclared
        ? `${place.words}: this provision, put in by ${declarers}, was not published: “${cut(expected)}”`
        : `${place.words}: this provision is not in the published text, and no instrument takes it out: “${cut(expected)}”`;
    return isDeclared
      ? `${place.words}: this provision, taken out by ${declarers}, was published all the same: “${cut(published)}”`
      : `${place.words}: this provision was published, and no instrument puts it in: “${cut(published)}”`;
  }
  if (aspect === 'position') {
    const stands = `it stands ${published} and should stand ${expected}`;
    return isDeclared
      ? `${place.words}: this provision does not stand where ${declarers} would have it: ${stands}.`
      : `${place.words}: this provision was moved, and no instrument moves it: ${stands}.`;
  }
  const [should, is] = excerpts(expected, published);
  const what = ASPECTS[aspect];
  const difference = `“${should}” was to be published, and “${is}” was.`;
  if (deviation === 'declared-not-made')
    return `${place.words}: the change of ${what} by ${declarers} was not made: ${difference}`;
  return isDeclared
    ? `${place.words}: ${what} was changed otherwise than by ${declarers}: ${difference}`
    : `${place.words}: ${what} was changed, and no instrument changes it: ${difference}`;
}

const cut = (words: string): string =>
  words.length <= WITHIN ? words : `${words.slice(0, wholeCharacter(words, WITHIN))}…`;
