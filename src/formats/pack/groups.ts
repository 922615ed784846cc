/** Groups in words: by short name, by full name, or by the initials of a name nobody has described. */
import type { KnownGroup, PackKnowledge } from './knowledge.ts';
import { escapePattern, likeness } from './words.ts';

/** Pattern (no groups) of the letters of any known group's short name; never matches when none is known. */
export const groupLetters = (knowledge: PackKnowledge): string =>
  knowledge.groups.length === 0
    ? '(?!)'
    : `(?:${[...knowledge.groups]
        .sort((a, b) => b.shortName.length - a.shortName.length)
        .map((group) => escapePattern(group.shortName))
        .join('|')})`;

/** As `groupLetters`, standing as a word of its own. */
export const groupPattern = (knowledge: PackKnowledge): string => `\\b${groupLetters(knowledge)}\\b`;

/** The first known group some words name, by short or full name; null for none. */
export function groupIn(words: string, knowledge: PackKnowledge): KnownGroup | null {
  const short = new RegExp(groupPattern(knowledge), 'u').exec(words);
  if (short !== null) return knowledge.groups.find((group) => group.shortName === short[0]) ?? null;
  const lower = words.toLowerCase();
  return knowledge.groups.find((group) => lower.includes(group.name.toLowerCase())) ?? null;
}

/** The short name for a group's name as a cover prints it: known, in brackets, or its capital initials. */
export function shortNameOf(name: string, knowledge: PackKnowledge): string {
  const known = knowledge.groups.find(
    (group) => group.shortName.toLowerCase() === name.toLowerCase() || likeness(group.name, name) > 0.9,
  );
  if (known !== undefined) return known.shortName;
  const bracket = /\(([A-Z]{2,8})\)/.exec(name);
  if (bracket?.[1] !== undefined) return bracket[1];
  if (/^\S+$/.test(name)) return name;
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
}
