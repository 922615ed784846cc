/** References and milestones in running words, read with the schemes of every known body. */
import { referenceKey, schemePattern, type Reference } from '../../values/reference.ts';
import type { SourceDocument } from '../document/model.ts';
import type { KnownBody, KnownScheme, PackKnowledge } from './knowledge.ts';
import type { Mention, MilestoneMention } from './model.ts';
import { field, part, type Slice } from './source.ts';
import { escapePattern } from './words.ts';

/** One way to read the words of a reference. */
interface ReferenceReading {
  readonly body: KnownBody;
  readonly scheme: KnownScheme;
  readonly reference: Reference;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly readings: ReferenceReading[];
}

interface CompiledScheme {
  readonly body: KnownBody;
  readonly scheme: KnownScheme;
  readonly pattern: RegExp;
}

const compiled = new WeakMap<PackKnowledge, readonly CompiledScheme[]>();

function compile(knowledge: PackKnowledge): readonly CompiledScheme[] {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const made = knowledge.bodies.flatMap((body) =>
    body.schemes.map((scheme) => ({ body, scheme, pattern: schemePattern(scheme) })),
  );
  compiled.set(knowledge, made);
  return made;
}

const bodyPatterns = new WeakMap<KnownBody, RegExp>();

/** Pattern of words that end with one of a body's names. */
function namesBody(body: KnownBody): RegExp {
  const known = bodyPatterns.get(body);
  if (known !== undefined) return known;
  const names = [body.shortName, body.name, ...body.aliases].map(escapePattern).join('|');
  const made = new RegExp(`(?:^|[^\\p{L}])(?:${names})[^\\p{L}\\p{N}]{0,3}$`, 'iu');
  bodyPatterns.set(body, made);
  return made;
}

/** Every place where some body's scheme fits, each with all its readings. */
function matches(text: string, knowledge: PackKnowledge): Match[] {
  const byPlace = new Map<string, Match>();
  if (!/\d/.test(text)) return [];
  for (const { body, scheme, pattern } of compile(knowledge)) {
    for (const match of text.matchAll(pattern)) {
      const digits = match[1] ?? '';
      // One letter and a digit or two is a round, a risk column, a milestone: such schemes print all their digits.
      if (scheme.scheme.length === 1 && digits.length < Math.min(scheme.digits, 3)) continue;
      if (scheme.scheme === '' && !namesBody(body).test(text.slice(Math.max(0, match.index - 60), match.index)))
        continue;
      const start = match.index;
      const end = start + match[0].length;
      const reading = {
        body,
        scheme,
        reference: { body: body.shortName, scheme: scheme.scheme, number: Number(digits), suffix: match[2] ?? '' },
      };
      const place = `${start}-${end}`;
      const there = byPlace.get(place);
      if (there === undefined) byPlace.set(place, { start, end, readings: [reading] });
      else there.readings.push(reading);
    }
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

const RANK = { modification: 0, 'change-request': 1, issue: 2, other: 3 } as const;

/** The likeliest of several readings: the body or kind named just before, then the body at hand, then modifications. */
function likeliest(match: Match, text: string, atHand: string | null): ReferenceReading | null {
  const before = text.slice(Math.max(0, match.start - 40), match.start);
  const score = (reading: ReferenceReading): number => {
    const kind = new RegExp(`(?:^|[^\\p{L}])${escapePattern(reading.scheme.names)}\\s*$`, 'iu');
    return (
      (kind.test(before) ? 100 : 0) +
      (namesBody(reading.body).test(before) ? 50 : 0) +
      (reading.body.shortName === atHand ? 10 : 0) -
      RANK[reading.scheme.stands] -
      // A draft of a change goes by its own letters until it is a change: of two bodies, the other is likelier.
      (/\bdraft\b/i.test(reading.scheme.names) ? 0.5 : 0)
    );
  };
  return match.readings.reduce<ReferenceReading | null>(
    (best, reading) => (best === null || score(reading) > score(best) ? reading : best),
    null,
  );
}

/**
 * References in a slice, in order. `atHand` is the body whose record the words stand in, to choose between readings;
 * `besides` are keys to leave out (the record's own).
 */
export function mentionsIn(
  document: SourceDocument,
  slice: Slice | null,
  knowledge: PackKnowledge,
  atHand: string | null = null,
  besides: readonly string[] = [],
): Mention[] {
  if (slice === null) return [];
  const found: Mention[] = [];
  for (const match of matches(slice.text, knowledge)) {
    const reading = likeliest(match, slice.text, atHand);
    if (reading === null || besides.includes(referenceKey(reading.reference))) continue;
    found.push({
      ...field(part(document, slice, match.start, match.end), reading.reference),
      names: reading.scheme.names,
      alsoReadAs: match.readings.filter((other) => other !== reading).map((other) => referenceKey(other.reference)),
    });
  }
  return found;
}

interface LeadingReference {
  readonly reading: ReferenceReading;
  readonly start: number;
  readonly end: number;
}

/** The reference words begin with (a body's name and `Issue` may stand before it), of one of the kinds wanted. */
export function leadingReference(
  text: string,
  knowledge: PackKnowledge,
  stands: readonly KnownScheme['stands'][],
  atHand: string | null,
): LeadingReference | null {
  for (const match of matches(text, knowledge)) {
    const before = text.slice(0, match.start);
    if (!/^(?:[\p{L}&]+[\s:]+){0,3}[^\p{L}\p{N}]*$/u.test(before)) return null;
    const wanted = { ...match, readings: match.readings.filter((reading) => stands.includes(reading.scheme.stands)) };
    const reading = likeliest(wanted, text, atHand);
    if (reading !== null) return { reading, start: match.start, end: match.end };
  }
  return null;
}

/** Milestones of the programme named in a slice: `M8`, `M 10`. */
export function milestonesIn(document: SourceDocument, slice: Slice | null): MilestoneMention[] {
  if (slice === null) return [];
  return [...slice.text.matchAll(/(?<![\p{L}\p{N}])M ?(\d{1,2})(?![\p{L}\p{N}])/gu)].map((match) =>
    field(part(document, slice, match.index, match.index + match[0].length), `M${Number(match[1])}`),
  );
}
