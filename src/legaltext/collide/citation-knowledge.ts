import type { HouseStyle } from '../house-styles/model.ts';
import { bareLabel } from '../house-styles/number.ts';
import type { TextView } from '../instrument.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import type { ReferenceContext } from '../references/reference-context.ts';
import type { Reference } from '../references/reference.ts';
import { referencesIn } from '../references/references.ts';
import type { Text } from '../text.ts';
import { Version } from '../version.ts';
import type { CitationMention, CitationReading } from './knowledge.ts';

/** Words of a citation that can be a number or a part of one: `2.3A`, `b`, `F2.6`; also `paragraph`, which nothing bears. */
const LABELS = /[\p{L}\p{N}](?:[\p{L}\p{N}.:-]*[\p{L}\p{N}])?/gu;
/** The letters of a Section that a number may be cited with, and does not bear itself: the F of `F2.6`. */
const SECTION_LETTERS = /^\p{Lu}+(?=\p{N})/u;

const standingKey = (label: string): string => `#${label}`;
const heldKey = (holder: ProvisionId, label: string): string => `#${holder}»${label}`;

/** The citations in a text as the style writes them, without those of other documents. */
export function citationsIn(text: Text, context: ReferenceContext): readonly CitationMention[] {
  const found: CitationMention[] = [];
  for (const reference of referencesIn(text, context)) {
    const { target, document, state, start, end } = reference;
    if (document !== null) continue;
    if (target !== null) found.push({ target, start, end, keys: [] });
    else if (state === 'dangling') found.push({ target, start, end, keys: keysWaitedFor(reference, context) });
  }
  return found;
}

/**
 * What a citation that leads nowhere waits for: a number that stands for itself or, where the citation leads part of the
 * way ("paragraph 2.3(d)", and there is a 2.3), one under what it reaches, or under anything around the words.
 */
function keysWaitedFor({ words, reached }: Reference, { version, from }: ReferenceContext): readonly string[] {
  const labels = words.match(LABELS) ?? [];
  if (reached === null)
    return labels.flatMap((label) => [standingKey(label), standingKey(label.replace(SECTION_LETTERS, ''))]);
  const holders = new Set([reached, ...version.pathTo(from).map(({ id }) => id)]);
  return [...holders].flatMap((holder) => labels.map((label) => heldKey(holder, label)));
}

/**
 * How a style reads citations of what a change brings: in an excerpt of the text that it makes, from where the citing
 * words stand in the base or, where that is gone, from the nearest provision around it.
 */
export const citationReading = (style: HouseStyle, base: Version): CitationReading => ({
  keysOf,
  leadsTo: ({ citation, text, at }, view, brought) => {
    const from = base.pathTo(at).findLast(({ id }) => view.find(id) !== undefined)?.id ?? view.top.id;
    const version = excerpt(view, brought, from);
    const reference = referencesIn(text, { version, style, from }).find(
      ({ start, end }) => start === citation.start && end === citation.end,
    );
    const target = reference?.target ?? undefined;
    return target !== undefined && view.pathTo(target).some(({ id }) => brought.has(id)) ? target : undefined;
  },
});

/** The keys of a provision: its number by itself, and under each that holds it, up to the first with a number. */
function keysOf({ id, number }: Provision, view: TextView): readonly string[] {
  if (number === '') return [];
  const label = bareLabel(number);
  const keys = number.startsWith('(') ? [] : [standingKey(label)];
  for (let holder = view.parentOf(id); holder !== undefined; holder = view.parentOf(holder.id)) {
    keys.push(heldKey(holder.id, label));
    if (holder.number !== '') break;
  }
  return keys;
}

/**
 * So much of a text as says what a number leads to: some provisions with all that stands under them, what is on the way
 * to these and to `at`, and what stands beside that, without what is under it. Reading a citation in it costs the
 * provisions on the way with their children, and not the length of the code.
 */
function excerpt(view: TextView, whole: ReadonlySet<ProvisionId>, at: ProvisionId): Version {
  const onTheWay = new Set([...whole, at].flatMap((id) => view.pathTo(id).map((each) => each.id)));
  const cut = (provision: Provision): Provision =>
    provision.with({
      children: provision.children.map((child) => {
        if (whole.has(child.id) || child.children.length === 0) return child;
        return onTheWay.has(child.id) ? cut(child) : child.with({ children: [] });
      }),
    });
  return Version.trusted(cut(view.top));
}
