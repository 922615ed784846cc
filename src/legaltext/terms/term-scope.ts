import type { HouseStyle } from '../house-styles/model.ts';
import { bareLabel } from '../house-styles/number.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import { lookupOf } from '../references/provision-lookup.ts';
import { vocabularyOf } from '../references/vocabulary.ts';
import type { Version } from '../version.ts';

const THIS =
  /(?:in|of|under|throughout|as used in|within)\s+(?:(?:this|the)\s+)(sub-?section|section|sub-?chapter|chapter|sub-?title|title|schedule|annex|appendix|part|sub-?part|sub-?paragraph|paragraph|clause|article|unit|code|agreement|act|document|rec schedule)\b(?:\s+(\w+(?:\.\w+)*))?/i;
/** Words that say for what the definitions after them are made. */
const LEADS = /(?:for (?:the )?purposes? of|as used in|when used in|in|throughout)\s+(?:this|the)\s/i;
const NEAR = 240;

/**
 * How far a definition reaches: as the words before it say ("In this Section", "For the purposes of this chapter"), in
 * its own provision or in one around it, the nearest first; where none says anything, the whole text,
 * or the section it stands in for names that are only `isLocal`. `path` leads from the root to the provision that defines;
 * it need not be in the version, and may be in a text that a change makes of it.
 */
export function scopeOf(
  version: Version,
  style: HouseStyle | undefined,
  path: readonly Provision[],
  before: string,
  isLocal: boolean,
): ProvisionId {
  const around = [...path].reverse();
  const leads = [
    before.slice(-NEAR),
    ...around.slice(1, 8).map((each) => `${each.heading.words} ${each.text.words.slice(-NEAR)} `),
  ];
  for (const lead of leads) {
    const [, said, label] = (LEADS.test(lead) ? THIS.exec(lead) : null) ?? [];
    if (said === undefined) continue;
    const numbered = around.filter(({ number }) => number !== '' && bareLabel(number) === label);
    const holder =
      named(version, style, numbered, said.toLowerCase()) ?? named(version, style, around, said.toLowerCase());
    return holder?.id ?? version.root.id;
  }
  const section = isLocal ? around.find(({ number }) => number !== '' && !number.startsWith('(')) : undefined;
  return section?.id ?? version.root.id;
}

/** The nearest of these that is called so, from the inside out. */
function named(
  version: Version,
  style: HouseStyle | undefined,
  around: readonly Provision[],
  name: string,
): Provision | undefined {
  const byKind = around.find((each) => each.kind === name || each.kind === name.replace('-', ''));
  if (style === undefined) return byKind;
  const lookup = lookupOf(version, style);
  for (const level of vocabularyOf(style).levels.get(name) ?? []) {
    const holder = around.find((each) => lookup.isOf(each, [level]));
    if (holder !== undefined) return holder;
  }
  return byKind;
}
