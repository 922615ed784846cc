import type { HouseStyle } from '../house-styles/model.ts';
import { bareLabel } from '../house-styles/number.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { lookupOf, type ProvisionLookup } from './provision-lookup.ts';
import { referencesIn } from './references.ts';

/**
 * How a style cites a provision, from the provision `from`, or from anywhere when there is none: "paragraph (b)" where that
 * is enough, else "paragraph 2.3(b)", else "Section S2.3(b)". Forms are tried from the shortest, and each is read again as
 * it would be at `from`: only one that leads back to the very provision is given. Null when none does: for what has no
 * number, and where a number stands twice.
 */
export function printCitation(
  style: HouseStyle,
  version: Version,
  id: ProvisionId,
  options: { readonly from?: ProvisionId } = {},
): string | null {
  const target = version.find(id);
  if (target === undefined || target.number === '') return null;
  const from = options.from ?? version.root.id;
  for (const citation of formsOf(style, version, id, options.from))
    if (leadsTo(citation, id, { version, style, from })) return citation;
  return null;
}

function leadsTo(
  citation: string,
  id: ProvisionId,
  context: { readonly version: Version; readonly style: HouseStyle; readonly from: ProvisionId },
): boolean {
  const [only, second] = referencesIn(Text.of(citation), context);
  return (
    only !== undefined && second === undefined && only.start === 0 && only.end === citation.length && only.target === id
  );
}

function* formsOf(
  style: HouseStyle,
  version: Version,
  id: ProvisionId,
  from: ProvisionId | undefined,
): Generator<string> {
  const lookup = lookupOf(version, style);
  const path = version.pathTo(id).slice(1);
  const divisions = path.filter((each) => lookup.isDivision(each)).reverse();
  const target = path.at(-1);
  if (target === undefined) return;
  if (lookup.isDivision(target)) {
    yield* divisionForms(style, divisions, from !== undefined && version.pathTo(from).some((each) => each.id === id));
    return;
  }
  const numbered = path.filter((each) => each.number !== '' && !lookup.isDivision(each));
  const last = numbered.findLastIndex((each) => !lookup.isBracketed(each));
  const inner = numbered.slice(last + 1);
  if (from !== undefined && style.relative) yield* relativeForms(style, lookup, inner, version.pathTo(from));
  const whole = numbered[last];
  if (whole === undefined) return;
  const [division] = divisions;
  const rule = style.citations[division?.kind ?? ''] ?? style.citations[''];
  if (rule === undefined) return;
  const fill = (template: string): string =>
    template
      .replace('{whole}', signed(style, whole.number.replace(/\.$/, '')))
      .replace('{inner}', inner.map(inBrackets).join(''))
      .replace('{division}', division === undefined ? '' : bareLabel(division.number));
  if (from !== undefined) yield fill(rule.within);
  yield fill(rule.across);
  yield* outwards(style, fill(rule.across), divisions.slice(1));
}

/** Numbers that the source writes without their brackets are cited in them. */
const inBrackets = ({ number }: Provision): string => (number.startsWith('(') ? number : `(${bareLabel(number)})`);

/** The sign is part of the citation, whether or not it is kept with the number. */
function signed(style: HouseStyle, number: string): string {
  const sign = style.levels.some((level) => level.number.form === 'whole' && level.number.sign === '§');
  return sign && !number.startsWith('§') ? `§ ${number}` : number;
}

function* divisionForms(style: HouseStyle, divisions: readonly Provision[], isAround: boolean): Generator<string> {
  const [division, ...outer] = divisions;
  if (division === undefined) return;
  const named = (each: Provision): string =>
    style.divisionCitation
      .replace('{Kind}', each.kind.charAt(0).toUpperCase() + each.kind.slice(1))
      .replace('{division}', bareLabel(each.number));
  if (isAround && style.relative) yield `this ${division.kind}`;
  yield named(division);
  yield* outwards(style, named(division), outer);
}

/** The same in ever more of the divisions around it, the way the style names them. */
function* outwards(style: HouseStyle, citation: string, divisions: readonly Provision[]): Generator<string> {
  let longer = citation;
  for (const each of divisions) {
    const label = bareLabel(each.number);
    if (style.documents.some(({ short }) => short === label)) {
      yield `${label} ${longer}`;
      continue;
    }
    longer += ` of ${style.divisionCitation.replace('{Kind}', each.kind.charAt(0).toUpperCase() + each.kind.slice(1)).replace('{division}', label)}`;
    yield longer;
  }
}

/** "paragraph (b)", "subsection (a)(1)": what is near, by the numbers that are not shared, shortest first. */
function* relativeForms(
  style: HouseStyle,
  lookup: ProvisionLookup,
  inner: readonly Provision[],
  around: readonly Provision[],
): Generator<string> {
  const isAround = new Set(around.map(({ id }) => id));
  for (let start = inner.length - 1; start >= 0; start -= 1) {
    const first = inner[start];
    const holder = first === undefined ? undefined : lookup.version.parentOf(first.id);
    if (first === undefined || holder === undefined || !isAround.has(holder.id)) continue;
    const numbers = inner.slice(start).map(inBrackets).join('');
    for (const level of style.levels) {
      if (level.number.form !== 'bracketed' || !lookup.isOf(first, [level])) continue;
      const [name = ''] = level.names;
      yield `${name} ${numbers}`;
    }
  }
}
