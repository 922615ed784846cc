import { holes } from '../holes/holes.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import type { ProvisionId } from '../provision.ts';
import { lookupOf } from '../references/provision-lookup.ts';
import { withoutQuotations } from '../references/quoted-matter.ts';
import type { Reference } from '../references/reference.ts';
import { references, type OtherCode, type ReferenceOptions } from '../references/references.ts';
import type { Definition } from '../terms/definition.ts';
import { terms, type Terms } from '../terms/terms.ts';
import { Version } from '../version.ts';
import { numberFaults } from './check-numbers.ts';
import { SEVERITIES, type CheckFinding, type CheckReporter } from './finding.ts';
import { placesOf, shortened } from './place.ts';
import { reportHoles } from './report-holes.ts';
import { singularPhrase, undefinedPhrases } from './undefined-phrases.ts';
import { unusedTerms } from './unused-terms.ts';

/** What a check of a whole text found, and how much it looked at. */
export interface CheckReport {
  readonly kind: 'check-report';
  /** In reading order of the places. */
  readonly findings: readonly CheckFinding[];
  readonly references: number;
  /** How many of the references are to other texts, or to what is outside this part of a larger one. */
  readonly external: number;
  readonly definitions: number;
  readonly uses: number;
}

export interface CheckOptions extends ReferenceOptions {
  /** Whether words in square brackets are still to be decided on, as in drafts. */
  readonly brackets?: boolean;
  /** Whether the text is in another language than English, in which alone citations and definitions are read. */
  readonly inAnotherLanguage?: boolean;
}

/**
 * Checks a text by itself: cross-references that lead nowhere, to stubs, to several places or to themselves; terms defined
 * twice or never used, and, where the style has its terms in capitals, phrases that nothing defines, here or in the other codes
 * given; holes; numbers that stand twice or out of order. Cost: that of `references` and `terms`, near linear.
 */
export function check(whole: Version, style: HouseStyle, options: CheckOptions = {}): CheckReport {
  const version = asSection(whole, style);
  const placeOf = placesOf(version, style);
  const findings: CheckFinding[] = [];
  const report: CheckReporter = (code, place, sentence) => {
    const where = placeOf(place.provision);
    findings.push({
      kind: 'check-finding',
      code,
      severity: SEVERITIES[code],
      ...place,
      place: where,
      sentence: sentence(where),
    });
  };
  const all = references(version, style, options);
  for (const reference of all.broken) reportReference(reference, placeOf, report);
  // Numbers and terms of quoted matter are those of the text it is put into.
  const own = withoutQuotations(version);
  const known = terms(own, style);
  // What holds throughout one section of a code may hold beyond it, and be used there.
  const mayBeUsedBeyond = ({ scope }: Definition): boolean =>
    scope === version.root.id && lookupOf(version, style).isPart;
  if (options.inAnotherLanguage !== true) {
    reportTerms(own, known, style, mayBeUsedBeyond, placeOf, report);
    if (style.definedTerms === 'capitals') reportPhrases(own, [known, ...termsOf(options.also ?? [])], report);
  }
  reportHoles(holes(version, options.brackets), report);
  for (const { code, provision, other } of numberFaults(own, style))
    report(code, { provision: provision.id }, () =>
      code === 'number-twice'
        ? `${provision.number} stands twice under ${placeOf(version.parentOf(provision.id)?.id ?? provision.id)}.`
        : `${provision.number} comes after ${other.number} under ${placeOf(version.parentOf(provision.id)?.id ?? provision.id)}.`,
    );
  return {
    kind: 'check-report',
    findings: inReadingOrder(version, findings),
    references: all.all.length,
    external: all.all.filter(({ state }) => state === 'external').length,
    definitions: known.definitions.length,
    uses: known.uses.length,
  };
}

/**
 * One section alone, numbered through a whole code (§ 9-101) and with no words around it, is checked as the part of its code
 * that it is: what it cites and what uses its terms may be in the rest.
 */
function asSection(version: Version, style: HouseStyle): Version {
  const { number, heading, text, tail, children } = version.root;
  const [only, ...more] = children;
  const isAlone =
    only !== undefined && more.length === 0 && number === '' && [heading, text, tail].every((each) => each.isEmpty);
  const isSection = style.levels.some(
    (level) => level.kind === only?.kind && level.number.form === 'whole' && level.number.sign === '§',
  );
  return isAlone && isSection && only.number !== '' ? Version.trusted(only) : version;
}

const others = (count: number): string =>
  count < 2 ? '' : ` and ${count - 1} more ${count === 2 ? 'place' : 'places'}`;

function reportReference(reference: Reference, placeOf: (id: ProvisionId) => string, report: CheckReporter): void {
  const { from: provision, part, start, end, words, target, reached, targets, document } = reference;
  const place = { provision, part, start, end };
  const gone = target ?? reached;
  switch (reference.state) {
    case 'dangling':
      report('reference-dangling', place, (where) =>
        reached === null || reached === provision
          ? `“${words}” in ${where} leads to nothing${document === null ? '' : ` in the ${document}`}.`
          : `“${words}” in ${where} leads to nothing: ${placeOf(reached)} is there, but holds no such number.`,
      );
      return;
    case 'repealed':
    case 'moved': {
      const fate = reference.state === 'repealed' ? 'has been repealed' : 'has moved';
      report(
        `reference-${reference.state}`,
        place,
        (where) =>
          `“${words}” in ${where} leads to a provision that ${fate}${gone === null || document !== null ? '' : ` (${placeOf(gone)})`}.`,
      );
      return;
    }
    case 'ambiguous':
      report(
        'reference-ambiguous',
        place,
        (where) => `“${words}” in ${where} could mean any of ${targets.length} provisions with that number.`,
      );
      return;
    case 'self-made':
      report('reference-to-itself', place, (where) => `“${words}” in ${where} refers to the provision it stands in.`);
      return;
    case 'resolved':
    case 'external':
      return;
  }
}

function reportTerms(
  version: Version,
  known: Terms,
  style: HouseStyle,
  mayBeUsedBeyond: (definition: Definition) => boolean,
  placeOf: (id: ProvisionId) => string,
  report: CheckReporter,
): void {
  for (const group of known.definedTwice) {
    const [first, ...again] = group;
    for (const { provision, part, start, end, term } of again)
      report(
        'term-defined-twice',
        { provision, part, start, end },
        (place) =>
          `“${term}” is defined in ${place}, and already in ${first === undefined ? '' : placeOf(first.provision)}.`,
      );
  }
  for (const { definition, otherwise } of unusedTerms(version, known, style.definedTerms === 'capitals')) {
    const { provision, part, start, end, term } = definition;
    const place = { provision, part, start, end };
    if (otherwise !== null)
      report(
        'term-other-capitals',
        place,
        (where) =>
          `“${shortened(term)}” is defined in ${where}, but stands only as “${shortened(otherwise.words)}”, as in ${placeOf(otherwise.provision)}.`,
      );
    else if (!mayBeUsedBeyond(definition))
      report('term-never-used', place, (where) => `“${shortened(term)}” is defined in ${where}, but never used.`);
  }
}

/** The terms of the other codes that a text cites, which it may use. */
const termsOf = (also: readonly OtherCode[]): readonly Terms[] =>
  also.map(({ version, style }) => terms(version, style));

function reportPhrases(version: Version, known: readonly Terms[], report: CheckReporter): void {
  const defined = new Set(known.flatMap(({ definitions }) => definitions.map(({ term }) => singularPhrase(term))));
  for (const { phrase, places, isLikeTerm } of undefinedPhrases(version, (words) => defined.has(words))) {
    const [provision] = places;
    if (provision !== undefined)
      report(
        isLikeTerm ? 'phrase-undefined' : 'phrase-in-capitals',
        { provision, count: places.length },
        (where) =>
          `“${phrase}” stands in ${where}${others(places.length)}, ${isLikeTerm ? 'used as a defined term is, but nothing defines it' : 'in capitals: a name, or a term that nothing defines'}.`,
      );
  }
}

function inReadingOrder(version: Version, findings: readonly CheckFinding[]): readonly CheckFinding[] {
  if (findings.length < 2) return findings;
  const order = new Map<ProvisionId, number>();
  const waiting = [version.root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    order.set(at.id, order.size);
    for (const child of at.children.toReversed()) waiting.push(child);
  }
  const rank = ({ provision }: CheckFinding): number => order.get(provision) ?? 0;
  return [...findings].sort((a, b) => rank(a) - rank(b) || (a.start ?? 0) - (b.start ?? 0));
}
