/** References read with the grammars of all bodies at once, keeping every reading where more than one fits. */
import { findReferences, printReference, type Reference } from '../../values/reference.ts';
import type { KnownScheme, Profile } from './profile.ts';
import { foldWords } from './stage-mapping.ts';

/** What reading references needs of a profile. */
export type Grammar = Pick<Profile, 'body' | 'schemes'> & { readonly aliases?: readonly string[] };

export interface ReferenceCandidate {
  readonly reference: Reference;
  readonly scheme: KnownScheme;
  /** As its body prints it: `R0044`. */
  readonly printed: string;
}

export interface ReferencePlace {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Every reading; more than one means the bare string is ambiguous. A body named just before it decides. */
  readonly candidates: readonly ReferenceCandidate[];
}

/** The body's own print of a reference, by the profile's scheme. */
export function printedReference(profile: Pick<Profile, 'schemes'>, reference: Omit<Reference, 'body'>): string {
  const scheme = profile.schemes.find((candidate) => candidate.scheme === reference.scheme);
  return printReference({ body: '', ...reference }, scheme);
}

/** `REC/R/00000044/`: one key a reference however it is spelled; keys sort by body, scheme, number, suffix. */
export const sortableReferenceKey = (reference: Reference): string =>
  `${reference.body}/${reference.scheme}/${String(reference.number).padStart(8, '0')}/${reference.suffix}`;

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const namesBody = (grammar: Grammar): RegExp =>
  new RegExp(
    `(?:^|[^\\p{L}])(?:${[grammar.body, ...(grammar.aliases ?? [])].map(escape).join('|')})[^\\p{L}\\p{N}]{0,3}$`,
    'iu',
  );

/**
 * Every place in the words where some body's scheme fits, in order, with all its readings. A place inside a longer one
 * (`D129` in `CR-D129`) is left out. Numbers without letters (UNC `0701`) count only where they stand alone or the body
 * is named just before them.
 */
export function findReferencesAcross(profiles: readonly Grammar[], words: string): ReferencePlace[] {
  const places = new Map<string, { start: number; end: number; raw: string; candidates: ReferenceCandidate[] }>();
  for (const profile of profiles) {
    const named = namesBody(profile);
    for (const found of findReferences(words, profile.body, profile.schemes)) {
      const scheme = profile.schemes.find((candidate) => candidate.scheme === found.reference.scheme);
      if (scheme === undefined) continue;
      const alone = found.raw === words.trim();
      if (scheme.scheme === '' && !alone && !named.test(words.slice(0, found.start))) continue;
      const place = `${found.start}-${found.end}`;
      const there = places.get(place) ?? { start: found.start, end: found.end, raw: found.raw, candidates: [] };
      there.candidates.push({
        reference: found.reference,
        scheme,
        printed: printReference(found.reference, scheme),
      });
      places.set(place, there);
    }
  }
  return [...places.values()]
    .filter(
      (place) =>
        ![...places.values()].some(
          (other) => other !== place && other.start <= place.start && other.end >= place.end && other.raw !== place.raw,
        ),
    )
    .map((place) => ({ ...place, candidates: decidedByName(profiles, words, place) }))
    .sort((a, b) => a.start - b.start);
}

/** Where the words before a place name one of the candidates' bodies, that one is meant. */
function decidedByName(
  profiles: readonly Grammar[],
  words: string,
  place: { readonly start: number; readonly candidates: readonly ReferenceCandidate[] },
): readonly ReferenceCandidate[] {
  const before = words.slice(0, place.start);
  const named = place.candidates.filter((candidate) =>
    profiles.some((profile) => profile.body === candidate.reference.body && namesBody(profile).test(before)),
  );
  return named.length > 0 ? named : place.candidates;
}

const shouted = (scheme: KnownScheme): KnownScheme => ({
  ...scheme,
  scheme: scheme.scheme.toUpperCase(),
  suffixes: scheme.suffixes.map((suffix) => suffix.toUpperCase()),
});

/** A reading of upper-cased words, in the letters that its body writes. */
function asWritten(profiles: readonly Grammar[], found: ReferenceCandidate): ReferenceCandidate[] {
  const profile = profiles.find((candidate) => candidate.body === found.reference.body);
  const scheme = profile?.schemes.find((candidate) => candidate.scheme.toUpperCase() === found.scheme.scheme);
  if (scheme === undefined) return [];
  const suffix = scheme.suffixes.find((candidate) => candidate.toUpperCase() === found.reference.suffix) ?? '';
  const reference = { ...found.reference, scheme: scheme.scheme, suffix };
  return [{ reference, scheme, printed: printReference(reference, scheme) }];
}

/**
 * Readings of words that are one reference and nothing else, in any case, a body's name before it or not:
 * `REC-R0044`, `r 44`.
 */
export function readReference(profiles: readonly Grammar[], words: string): readonly ReferenceCandidate[] {
  const upper = words.trim().toUpperCase();
  const blind = profiles.map((profile) => ({ ...profile, schemes: profile.schemes.map(shouted) }));
  const whole = findReferencesAcross(blind, upper).find((place) => place.end === upper.length);
  if (whole === undefined) return [];
  const candidates = whole.candidates.flatMap((candidate) => asWritten(profiles, candidate));
  const before = foldWords(upper.slice(0, whole.start));
  if (before === '') return candidates;
  return candidates.filter((candidate) =>
    profiles.some(
      (profile) =>
        profile.body === candidate.reference.body &&
        [profile.body, ...(profile.aliases ?? [])].some((name) => foldWords(name) === before),
    ),
  );
}
