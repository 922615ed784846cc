/**
 * A reference names one thing of one body: `(body, scheme, number, suffix)`, never the bare string.
 *
 * `DCP`, `CP`, `CR` and `R0225` mean different things to different bodies, and one request is one record however it
 * is spelled (`CR12`, `CR 12`, `CR0012`). Grammars are data that a body's profile gives, so nothing here knows a code.
 */
export interface Reference {
  /** Short name of the body that issued it: `REC`, `BSC`, `MHHS`. */
  readonly body: string;
  /** Letters before the number as that body prints them: `R`, `DCP`, `CMP`, or empty where it prints none (UNC `0701`). */
  readonly scheme: string;
  readonly number: number;
  /** What follows the number: `A`, `S`, `FT`, `AV`, or empty. */
  readonly suffix: string;
}

/** How one body writes one of its reference schemes. */
export interface ReferenceScheme {
  readonly scheme: string;
  /** What it names, in the body's words: `modification`, `issue`, `change proposal`, `draft proposal`, `risk`… */
  readonly names: string;
  /** Digits the body pads to: 4 prints `R0044`. */
  readonly digits: number;
  /** Suffixes the body uses, longest first; empty for none. */
  readonly suffixes: readonly string[];
  /** Printed between scheme and number: usually empty, `-` in `RI-0036`, space in `CP 1568`. */
  readonly separator: string;
}

/** `R0044`: the body's own print of a reference, by its scheme; without one, four digits. */
export function printReference(reference: Reference, scheme?: Pick<ReferenceScheme, 'digits' | 'separator'>): string {
  return `${reference.scheme}${scheme?.separator ?? ''}${String(reference.number).padStart(scheme?.digits ?? 4, '0')}${reference.suffix}`;
}

/** The one key of a reference, for comparing and storing: `REC/R/44/`. */
export const referenceKey = (reference: Reference): string =>
  `${reference.body}/${reference.scheme}/${reference.number}/${reference.suffix}`;

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Pattern for one scheme inside running words, blind to padding, spaces and dashes between letters and number. */
export function schemePattern(scheme: ReferenceScheme): RegExp {
  const suffix = scheme.suffixes.length === 0 ? '()' : `(${scheme.suffixes.map(escape).join('|')}|)`;
  const digits = scheme.scheme === '' ? `(\\d{${scheme.digits}})` : '(\\d{1,6})';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${escape(scheme.scheme)}[\\s\\u00a0-]{0,2}${digits}${suffix}(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

export interface FoundReference {
  readonly reference: Reference;
  readonly start: number;
  readonly end: number;
  /** As written there. */
  readonly raw: string;
}

/** Every place in the words where one body's schemes match, in order; a place that two schemes match appears twice. */
export function findReferences(words: string, body: string, schemes: readonly ReferenceScheme[]): FoundReference[] {
  const found: FoundReference[] = [];
  for (const scheme of schemes) {
    for (const match of words.matchAll(schemePattern(scheme))) {
      const reference = { body, scheme: scheme.scheme, number: Number(match[1]), suffix: match[2] ?? '' };
      found.push({ reference, start: match.index, end: match.index + match[0].length, raw: match[0] });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
